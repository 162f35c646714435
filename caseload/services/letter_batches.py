"""Verbs about many letters at once: chosen, made one by one, printed together and written down."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from caseload.better_off.filing import from_json
from caseload.better_off.kept import KeptCalculation
from caseload.errors import CaseloadError, Refused
from caseload.history import Deed
from caseload.letters.batch_cover import CoverLine, batch_cover_printout
from caseload.letters.composing import MOST_OFFERS
from caseload.letters.filed import FiledLetter
from caseload.letters.formats import LetterFormat
from caseload.letters.parties import letterhead_of
from caseload.people.person import Person, Service
from caseload.people.roles import Action
from caseload.services.better_off_letters import BetterOffLetters, LetterToMake, MadeLetter
from caseload.services.desk import Desk
from caseload.services.letters import Letters
from caseload.services.rates import rate_book
from caseload.store import queries
from caseload.values.names import fold
from caseload.values.record import RecordId
from caseload.words import say

Progress = Callable[[int, int], None]
"""How many letters are done, and of how many."""


@dataclass(frozen=True)
class BatchChoice:
    """A client with a kept calculation, the newest one. ``why_no_post`` is empty where it may go
    by post; ``printed_on`` is when a letter about this calculation was last printed; ``is_current``
    says that the rates of today's tax year are behind it.
    """

    client_id: RecordId
    name: str
    calculation_id: RecordId
    made_on: date
    rate_year: str
    is_current: bool
    why_no_post: str
    printed_on: date | None


@dataclass(frozen=True)
class BatchItem:
    """A letter that is wanted, by the client's calculation, and how it goes."""

    client_id: RecordId
    name: str
    calculation_id: RecordId
    posted: bool = False
    format: LetterFormat = LetterFormat.STANDARD


@dataclass(frozen=True)
class Failed:
    """A letter that could not be made, and why; make it again when that is mended."""

    item: BatchItem
    reason: str


@dataclass(frozen=True)
class MadeBatch:
    """Letters as they were drawn; nothing has left yet.

    ``pdf`` is the list and all letters as one document, each on a fresh sheet; empty where none
    could be made. ``left`` were not begun, because somebody cancelled.
    """

    letters: tuple[tuple[BatchItem, MadeLetter], ...]
    failed: tuple[Failed, ...]
    left: tuple[BatchItem, ...]
    pdf: bytes = b""
    sheets: int = 0

    @property
    def again(self) -> tuple[BatchItem, ...]:
        """What is still to make: those that failed and those that were not begun."""
        return (*(each.item for each in self.failed), *self.left)


@dataclass(frozen=True)
class PrintedBatch:
    """A line of the print log."""

    at: datetime
    person_name: str
    letters: int
    sheets: int


class LetterBatches:
    """What a person may do with many better-off letters at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._letters = Letters(desk)
        self._one = BetterOffLetters(desk)

    def choices(self) -> list[BatchChoice]:
        """Every client with a kept calculation whom this person may print for.

        The newest calculations come first, those of one day by name.
        """
        self._desk.allow(Action.PRINT_LETTER)
        with self._desk.reading() as reading:
            newest: dict[RecordId, dict[str, Any]] = {}
            for row in reading.rows(queries.kept_calculations()):
                newest.setdefault(row["client_id"], row)
            printed = {
                row["calculation_id"]: row["printed_on"]
                for row in reading.rows(queries.printed_calculations())
            }
            allowed = [
                row
                for client_id, row in newest.items()
                if self._desk.may_for(Action.PRINT_LETTER, reading, client_id)
            ]
        choices = [self._choice(row, printed) for row in allowed]
        return sorted(choices, key=lambda each: (-each.made_on.toordinal(), fold(each.name)))

    def make(
        self,
        items: Sequence[BatchItem],
        *,
        progress: Progress | None = None,
        stopped: Callable[[], bool] | None = None,
    ) -> MadeBatch:
        """Draw the letters one by one. One that cannot be made is set aside with its reason.

        ``stopped`` is asked before each; what was made by then is kept. Raises Refused where
        nothing is chosen.
        """
        if not items:
            raise Refused(say("letter_batches.nobody"))
        letters: list[tuple[BatchItem, MadeLetter]] = []
        failed: list[Failed] = []
        left: tuple[BatchItem, ...] = ()
        for place, item in enumerate(items):
            if stopped is not None and stopped():
                left = tuple(items[place:])
                break
            try:
                letters.append((item, self._made(item)))
            except CaseloadError as why:
                failed.append(Failed(item, why.sentence))
            if progress is not None:
                progress(place + 1, len(items))
        return self._bound(MadeBatch(tuple(letters), tuple(failed), left))

    def file(self, batch: MadeBatch, *, origin: object | None = None) -> list[FiledLetter]:
        """File every letter to its client as the bytes that were shown, all of them or none.

        Raises Refused, naming the client, where a letter may no longer be posted.
        """
        for item, _ in batch.letters:
            why_not = self._letters.may_post(item.client_id) if item.posted else ""
            if why_not:
                raise Refused(why_not)
        with self._desk.work(Action.PRINT_LETTER, "letters.file", origin=origin) as work:
            filed = []
            for item, made in batch.letters:
                self._desk.allow(Action.PRINT_LETTER, work, item.client_id)
                letter = FiledLetter(
                    client_id=item.client_id,
                    person_id=self._desk.person.id,
                    made_on=self._desk.today(),
                    title=made.title,
                    pdf=made.pdf,
                    calculation_id=item.calculation_id,
                )
                filed.append(work.add(letter))
        return filed

    def printed(
        self, letters: Sequence[FiledLetter], *, sheets: int, origin: object | None = None
    ) -> None:
        """Write down that these were printed together: on each of them, and in the print log."""
        with self._desk.work(Action.PRINT_LETTER, "letters.printed", origin=origin) as work:
            for each in letters:
                letter = work.get(FiledLetter, each.id)
                self._desk.allow(Action.PRINT_LETTER, work, letter.client_id)
                work.note(Deed.PRINTED, letter)
                work.change(replace(letter, printed_on=self._desk.today()))
            service = work.find(Service)[0]
            work.note(Deed.PRINTED, service, letters=len(letters), sheets=sheets)

    def log(self, *, limit: int = 20) -> list[PrintedBatch]:
        """Who printed letters together, when and how many; newest first."""
        self._desk.allow(Action.PRINT_LETTER)
        with self._desk.reading() as reading:
            service = reading.find(Service)[0]
            names = {person.id: person.name for person in reading.find(Person, include_hidden=True)}
            rows = reading.rows(queries.audit_of_record(service.id))
        lines = [
            PrintedBatch(row["at"], names.get(row["person_id"], ""), **facts)
            for row in reversed(rows)
            if row["deed"] == Deed.PRINTED and row["payload"]
            for facts in (json.loads(row["payload"])["facts"],)
        ]
        return lines[:limit]

    def _choice(self, row: dict[str, Any], printed: dict[RecordId, date]) -> BatchChoice:
        return BatchChoice(
            client_id=row["client_id"],
            name=f"{row['given_name']} {row['family_name']}".strip(),
            calculation_id=row["id"],
            made_on=row["made_on"],
            rate_year=row["rate_year"],
            is_current=row["rate_year"] == rate_book().year_of(self._desk.today()).name,
            why_no_post=self._letters.may_post(row["client_id"]),
            printed_on=printed.get(row["id"]),
        )

    def _made(self, item: BatchItem) -> MadeLetter:
        """One letter, signed by whoever worked the sum out. Raises Refused with the reason."""
        with self._desk.reading() as reading:
            kept = reading.find_one(KeptCalculation, item.calculation_id)
        if kept is None or kept.hidden or kept.client_id != item.client_id:
            raise Refused(say("letter_batches.gone"))
        try:
            result = from_json(json.loads(kept.result))
        except (ValueError, TypeError, KeyError):
            raise Refused(say("letter_batches.other_form")) from None
        if result.tax_year != rate_book().year_of(self._desk.today()).tax_year:
            raise Refused(say("letter_batches.old_rates", year=result.rates_name))
        if not result.offers:
            raise Refused(say("letter_batches.no_offer"))
        return self._one.make_better_off_letter(
            LetterToMake(
                result,
                client_id=item.client_id,
                calculation_id=kept.id,
                offers=tuple(range(min(MOST_OFFERS, len(result.offers)))),
                posted=item.posted,
                format=item.format,
                author_id=kept.person_id,
                worked_out_on=kept.made_on,
            )
        )

    def _bound(self, batch: MadeBatch) -> MadeBatch:
        """The batch with its one document; nothing is written to the disk."""
        if not batch.letters:
            return batch
        # Drawing is loaded when letters are made, so that the window opens sooner.
        from caseload.documents import page_count, pdf_of
        from caseload.documents.batch import on_fresh_sheets, sheets_of

        with self._desk.reading() as reading:
            service = reading.find(Service)[0]
        cover = batch_cover_printout(
            [
                CoverLine(item.name, item.format.label, item.posted, made.pages)
                for item, made in batch.letters
            ],
            [(each.item.name, each.reason) for each in batch.failed],
            service=letterhead_of(service),
            made_by=self._desk.person.name,
            made=self._desk.today(),
            made_up=service.made_up,
        )
        first = pdf_of(cover)
        pdf = on_fresh_sheets(
            [first, *(made.pdf for _, made in batch.letters)],
            title=cover.title,
            author=service.name,
            written=self._desk.today(),
        )
        sheets = sheets_of(page_count(first)) + sum(
            sheets_of(made.pages) for _, made in batch.letters
        )
        return replace(batch, pdf=pdf, sheets=sheets)
