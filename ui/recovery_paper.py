"""A new recovery key on paper: shown once, printed from memory, typed back before it counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from caseload.errors import CaseloadError
from caseload.words import say
from ui.set_up.recovery_key import RecoveryKeyPage

if TYPE_CHECKING:
    from caseload.app import PrintedCode
    from ui.door import Door


class RecoveryPaper:
    """``show()`` lays the page over the one before; ``then(key)`` comes once the paper is right."""

    def __init__(self, door: Door, team: str, then: Callable[[PrintedCode], None]) -> None:
        from caseload.app import new_recovery_key

        self._door, self._team = door, team
        self._key = new_recovery_key()
        self.page = RecoveryKeyPage()
        self.page.show_key(self._key.text, self._check)
        self.page.print_asked.connect(self._print)
        self.page.finished.connect(lambda: then(self._key))

    def show(self) -> None:
        """Show the key."""
        self._door.put(self.page, over=True)

    def _check(self, typed: str) -> str:
        """What is wrong with what was typed from the paper: the group, where one can be named."""
        try:
            right = self._key.matches(typed)
        except CaseloadError as why:
            return why.sentence
        return "" if right else say("door.key_differs")

    def _print(self, text: str) -> None:
        from caseload.app import recovery_key_pdf

        made = date.today()  # noqa: DTZ011 - the day on the wall goes on the paper
        self._door.print_pdf(recovery_key_pdf(self._team, text, made), say("door.key_title"))
