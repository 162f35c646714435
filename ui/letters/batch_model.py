"""Many letters at once: which are chosen, how each goes, what was made, failed and was printed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from caseload.errors import CaseloadError
from caseload.letters.filed import FiledLetter
from caseload.letters.formats import LetterFormat
from caseload.services.all_services import Services
from caseload.services.letter_batches import BatchChoice, BatchItem, MadeBatch, PrintedBatch
from caseload.values.record import RecordId
from caseload.words import say
from ui.attempt import attempt
from ui.background import Runner
from ui.privacy import names


class BatchModel(QObject):
    """``shown`` when the choices are others, ``changed`` when what is chosen or made is.

    ``progressed`` tells how many letters are done and of how many, also from another thread.
    """

    shown = Signal()
    changed = Signal()
    progressed = Signal(int, int)
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self._background = background
        self.choices: list[BatchChoice] = []
        self.log: list[PrintedBatch] = []
        self.chosen: set[RecordId] = set()
        self.posted: set[RecordId] = set()
        self.format = LetterFormat.STANDARD
        self.failed: dict[RecordId, str] = {}
        self.made: MadeBatch | None = None
        self.filed: list[FiledLetter] = []
        self.making = False
        self._stop = threading.Event()
        self._begun = False
        names().changed.connect(self._names_changed)

    def _names_changed(self, _hidden: bool) -> None:
        self.shown.emit()

    # ---- what may be chosen

    def load(self) -> None:
        """Read the choices again. At first those of today's rates are chosen, not yet printed."""
        try:
            self.choices = self.services.letter_batches.choices()
            self.log = self.services.letter_batches.log()
        except CaseloadError as why:
            self.choices, self.log = [], []
            self.refused.emit(why.sentence)
        there = {choice.client_id for choice in self.choices}
        if not self._begun:
            self._begun = True
            self.chosen = {
                each.client_id
                for each in self.choices
                if each.is_current and each.printed_on is None
            }
        self.chosen &= there
        may_go = {choice.client_id for choice in self.choices if not choice.why_no_post}
        self.posted &= may_go
        self.shown.emit()

    def name(self, choice: BatchChoice | BatchItem) -> str:
        """The client's name, or the stand-in."""
        return names().client(choice.name, choice.client_id)

    def choose(self, client_id: RecordId, on: bool) -> None:
        """Put a client's letter among them, or leave it out."""
        self._put(self.chosen, client_id, on)

    def post(self, client_id: RecordId, on: bool) -> None:
        """By post, or handed over."""
        self._put(self.posted, client_id, on)

    def choose_all(self, on: bool) -> None:
        """Every client, or nobody."""
        self.chosen = {choice.client_id for choice in self.choices} if on else set()
        self.shown.emit()

    def choose_format(self, letter_format: LetterFormat) -> None:
        """The format of all of them."""
        self.format = letter_format
        self.changed.emit()

    def _put(self, group: set[RecordId], client_id: RecordId, on: bool) -> None:
        group.add(client_id) if on else group.discard(client_id)
        self.changed.emit()

    def items(self) -> list[BatchItem]:
        """The letters that are wanted, in the order of the list."""
        return [
            BatchItem(
                choice.client_id,
                choice.name,
                choice.calculation_id,
                posted=choice.client_id in self.posted,
                format=self.format,
            )
            for choice in self.choices
            if choice.client_id in self.chosen
        ]

    # ---- making

    def make(self) -> None:
        """Draw the chosen letters; they are then seen before they leave."""
        items = self.items()
        if self.making or not items:
            return
        self._stop.clear()
        self.making, self.failed = True, {}
        self.changed.emit()
        batches = self.services.letter_batches
        attempt(
            self._background,
            lambda: batches.make(items, progress=self.progressed.emit, stopped=self._stop.is_set),
            self._was_made,
            self._not_made,
        )

    def stop(self) -> None:
        """Make no more; what is made by now stays."""
        self._stop.set()

    def _was_made(self, batch: MadeBatch) -> None:
        self.making = False
        self.failed = {each.item.client_id: each.reason for each in batch.failed}
        self.made, self.filed = (batch if batch.letters else None), []
        if self.made is None:
            self.said.emit(say("letter_batches.none_made"))
        self.shown.emit()

    def _not_made(self, why: CaseloadError) -> None:
        self.making = False
        self.changed.emit()
        self.refused.emit(why.sentence)

    def choose_again(self) -> None:
        """Forget what was made; nothing of it has left."""
        self.made = None
        self.load()

    # ---- leaving

    def file(self, then: Callable[[list[FiledLetter]], None]) -> None:
        """File what is in sight, all of it and once; ``then`` gets the letters."""
        made = self.made
        if made is None or self.filed:
            then(self.filed)
            return

        def were_filed(letters: list[FiledLetter]) -> None:
            self.filed = letters
            then(letters)

        attempt(
            self._background,
            lambda: self.services.letter_batches.file(made, origin=self),
            were_filed,
            lambda why: self.refused.emit(why.sentence),
        )

    def was_printed(self, letters: list[FiledLetter]) -> None:
        """Write down that they were printed; what is still to make stays chosen."""
        made = self.made
        if made is None:
            return
        attempt(
            self._background,
            lambda: self.services.letter_batches.printed(letters, sheets=made.sheets, origin=self),
            lambda _none: self._has_left(made),
            lambda why: self.refused.emit(why.sentence),
        )

    def _has_left(self, batch: MadeBatch) -> None:
        self.made = None
        self.chosen = _clients(batch.again)
        self.load()
        self.said.emit(say("letters_page.batch.printed", count=len(batch.letters)))


def _clients(items: Iterable[BatchItem]) -> set[RecordId]:
    return {item.client_id for item in items}
