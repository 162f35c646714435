"""Hide names: one key replaces who a person is, everywhere, until turned off.

View-models ask ``names()`` for every name, number, address and date of birth they show; the answer
is the thing itself, or a stand-in. The same person has the same stand-in while the program runs.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal

from caseload.values.dates import long_date
from caseload.values.identifiers import show_nhs_number
from caseload.words import say

_LEAST_NAME_PART = 3


class Names(QObject):
    """Shows or hides who people are; ``changed`` tells every page to show itself again."""

    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._hidden = False
        self._stand_ins: dict[Hashable, str] = {}

    @property
    def hidden(self) -> bool:
        """Whether names are hidden."""
        return self._hidden

    def hide(self, hidden: bool) -> None:
        """Hide names, or show them again."""
        if hidden != self._hidden:
            self._hidden = hidden
            self.changed.emit(hidden)

    def client(self, name: str, person: Hashable) -> str:
        """A client's name, or the stand-in of that id ("Client 4")."""
        if not self._hidden:
            return name
        if person not in self._stand_ins:
            number = len(self._stand_ins) + 1
            self._stand_ins[person] = say("window.hidden.client", number=number)
        return self._stand_ins[person]

    def nhs_number(self, number: str) -> str:
        """An NHS number as 3 3 4, or dots."""
        if not number:
            return ""
        return say("window.hidden.number") if self._hidden else show_nhs_number(number)

    def born(self, day: date | None) -> str:
        """A date of birth in words, or that it is hidden."""
        if day is None:
            return ""
        return say("window.hidden.born") if self._hidden else long_date(day)

    def address(self, address: str) -> str:
        """An address, or that it is hidden."""
        return say("window.hidden.address") if self._hidden and address else address

    def telephone(self, number: str) -> str:
        """A telephone number, or dots."""
        return say("window.hidden.number") if self._hidden and number else number

    def text(self, words: str, people: Iterable[tuple[str, Hashable]]) -> str:
        """Words that may name people: whole names first, then each part, are replaced."""
        if not self._hidden:
            return words
        known = sorted(people, key=lambda pair: -len(pair[0]))
        parts = [
            (part, person)
            for name, person in known
            for part in re.split(r"[\s\-]+", name)
            if len(part) >= _LEAST_NAME_PART
        ]
        for found, person in (*known, *parts):
            words = re.sub(
                rf"(?<!\w){re.escape(found)}(?!\w)",
                self.client(found, person),
                words,
                flags=re.IGNORECASE,
            )
        return words


class _Kept:
    names: Names | None = None


def names() -> Names:
    """The one state of the running application."""
    if _Kept.names is None:
        _Kept.names = Names()
    return _Kept.names
