"""The letters that were filed: the newest first, those of one client by typing, and their bytes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from caseload.errors import CaseloadError
from caseload.services.all_services import Services
from caseload.services.letters import LetterLine
from caseload.values.dates import long_date
from caseload.values.names import fold
from caseload.values.record import RecordId
from caseload.words import say
from ui.attempt import attempt
from ui.background import Runner
from ui.privacy import names

MOST = 300


class LettersModel(QObject):
    """``shown`` when the list is another; ``chosen`` when another letter is beside it."""

    shown = Signal()
    chosen = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self._background = background
        self.all: list[LetterLine] = []
        self.why_none = ""
        self.filter_text = ""
        self.letter_id: RecordId = ""
        self.pdf = b""
        names().changed.connect(self._names_changed)

    def _names_changed(self, _hidden: bool) -> None:
        self.shown.emit()

    def load(self) -> None:
        """Read the list again; what is chosen stays."""
        self.why_none = ""
        try:
            self.all = self.services.letters.recent(limit=MOST)
        except CaseloadError as why:
            self.all, self.why_none = [], why.sentence
        self.shown.emit()

    def lines(self) -> list[LetterLine]:
        """The letters that the filter lets through."""
        wanted = fold(self.filter_text).split()
        return [line for line in self.all if all(part in self._words(line) for part in wanted)]

    def _words(self, line: LetterLine) -> str:
        return fold(f"{self.name(line)} {line.title} {long_date(line.made_on)}")

    def line(self) -> LetterLine | None:
        """The letter that is chosen."""
        return next((line for line in self.all if line.letter_id == self.letter_id), None)

    def name(self, line: LetterLine) -> str:
        """Whose letter it is, or the stand-in."""
        return names().client(line.client_name, line.client_id)

    def name_of(self, client_id: RecordId) -> str:
        """The name to filter by for one client; empty where they have no letter."""
        found = next((line for line in self.all if line.client_id == client_id), None)
        return "" if found is None else self.name(found)

    def set_filter(self, text: str) -> None:
        """Show the letters that the words fit."""
        self.filter_text = text
        self.shown.emit()
        if text:
            self.said.emit(say("letters_page.found", count=len(self.lines())))

    def choose(self, letter_id: RecordId) -> None:
        """Bring the very bytes of a letter beside the list."""
        self.letter_id, self.pdf = letter_id, b""
        if letter_id:
            try:
                self.pdf = self.services.letters.pdf(letter_id)
            except CaseloadError as why:
                self.refused.emit(why.sentence)
        self.chosen.emit()

    def was_printed(self) -> None:
        """Write down that the chosen letter was printed again."""
        letter_id = self.letter_id
        attempt(
            self._background,
            lambda: self.services.letters.printed(letter_id=letter_id, origin=self),
            lambda _letter: self._left(say("letters_page.printed_again")),
            lambda why: self.refused.emit(why.sentence),
        )

    def was_saved(self) -> None:
        """Write down that a copy of it was saved."""
        letter_id = self.letter_id
        attempt(
            self._background,
            lambda: self.services.better_off_letters.saved_copy(letter_id=letter_id, origin=self),
            lambda _none: self._left(say("letters_page.saved")),
            lambda why: self.refused.emit(why.sentence),
        )

    def _left(self, words: str) -> None:
        self.load()
        self.said.emit(words)
