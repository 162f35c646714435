"""The way back when a passphrase is forgotten: the printed recovery key, or a lead's code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caseload.errors import CaseloadError
from caseload.words import say
from ui.attempt import attempt
from ui.unlock.forgotten import ForgottenPage

if TYPE_CHECKING:
    from caseload.app import Attempts, PrintedCode
    from ui.door import Door
    from ui.recovery_paper import RecoveryPaper


class WayBack:
    """``show(last)`` asks who it is, for the paper or the code, and for a new passphrase."""

    def __init__(self, door: Door, folder: Path, attempts: Attempts) -> None:
        from caseload.app import strength_hint

        self._door, self._folder, self._attempts = door, folder, attempts
        self.page = ForgottenPage(strength_hint)
        self.page.back_asked.connect(lambda: door.show_unlock(folder, title=say("unlock.opens")))
        self.page.enrol_asked.connect(self._enrol)

    def show(self, last: str = "") -> None:
        """Show the page; ``last`` is who unlocked here last."""
        from caseload.app import store_people

        self._door.put(self.page)
        try:
            people = [(who.person_id, who.name) for who in store_people(self._folder).people]
        except CaseloadError as why:
            self.page.show_refusal(why.sentence, "printed")
            return
        self.page.show_people(people, last if last in {who for who, _ in people} else None)

    def _enrol(self, person: object, kind: str, printed: str, passphrase: str) -> None:
        who = str(person or "")
        if kind == "code":
            self._by_code(who, printed, passphrase)
        else:
            self._by_recovery_key(who, printed, passphrase)

    def _by_code(self, who: str, code: str, passphrase: str) -> None:
        from caseload import app

        attempt(
            self._door.background,
            lambda: app.enrol_with_code(
                self._folder,
                person_id=who,
                code=code,
                passphrase=passphrase,
                attempts=self._attempts,
            ),
            lambda session: self._door.let_in(session, self.page),
            self._refused,
        )

    def _by_recovery_key(self, who: str, typed: str, passphrase: str) -> None:
        """A used recovery key is replaced. The old one is tried before the new one is printed."""
        from caseload import app
        from ui.recovery_paper import RecoveryPaper

        paper = RecoveryPaper(
            self._door, "", lambda key: self._with_new_key(paper, who, typed, passphrase, key)
        )
        attempt(
            self._door.background,
            lambda: app.try_recovery_key(
                self._folder, typed=typed, passphrase=passphrase, attempts=self._attempts
            ),
            lambda _none: paper.show(),
            self._refused,
        )

    def _with_new_key(
        self, paper: RecoveryPaper, who: str, typed: str, passphrase: str, key: PrintedCode
    ) -> None:
        from caseload import app

        paper.page.show_busy(say("unlock.opening"))

        def refused(why: CaseloadError) -> None:
            self._door.put(self.page)
            self._refused(why)

        attempt(
            self._door.background,
            lambda: app.enrol_with_recovery_key(
                self._folder,
                typed=typed,
                person_id=who,
                passphrase=passphrase,
                new_recovery_key=key,
                attempts=self._attempts,
            ),
            lambda session: self._door.let_in(session, paper.page),
            refused,
        )

    def _refused(self, why: CaseloadError) -> None:
        from caseload.app import PassphraseRefused

        field = "passphrase" if isinstance(why, PassphraseRefused) else "printed"
        self.page.show_refusal(why.sentence, field)
