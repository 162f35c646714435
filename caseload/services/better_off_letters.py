"""Verbs about the better-off letter: made to be looked at, then filed as those very bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from caseload.better_off.answer import BetterOff
from caseload.better_off.filing import household_to_json, to_json
from caseload.better_off.kept import KeptCalculation
from caseload.clients.client import Client
from caseload.errors import FieldsRefused, Refused
from caseload.history import Deed
from caseload.letters.composing import compose_better_off_letter
from caseload.letters.filed import FiledLetter
from caseload.letters.formats import LetterFormat
from caseload.letters.parties import author_of, letterhead_of, recipient_of
from caseload.people.person import Person, Service
from caseload.people.roles import Action
from caseload.services.desk import Desk
from caseload.services.letters import Letters
from caseload.services.rates import rate_book
from caseload.store.unit_of_work import Reading
from caseload.values.record import RecordId
from caseload.words import say

LONGEST_OWN_LINE = 200


@dataclass(frozen=True)
class LetterToMake:
    """A calculation and what the letter about it should hold.

    ``client_id`` is None for somebody who has no record here: the letter then names nobody and is
    not filed. ``calculation_id`` is the calculation's own record, where it was added already;
    ``inputs`` is its JSON text, for adding it with the letter. ``offers`` are places in
    ``result.offers``; the first of them stands in the box. ``author_id`` signs it, else whoever
    makes it; ``worked_out_on`` is the day of the sum, where that is not the day of the letter.
    """

    result: BetterOff
    client_id: RecordId | None = None
    calculation_id: RecordId | None = None
    inputs: str = ""
    offers: tuple[int, ...] | None = None
    own_line: str = ""
    posted: bool = False
    format: LetterFormat = LetterFormat.STANDARD
    author_id: RecordId | None = None
    worked_out_on: date | None = None


@dataclass(frozen=True)
class MadeLetter:
    """A letter as it was drawn: what is previewed, printed and filed. Nothing has left yet."""

    asked: LetterToMake
    title: str
    pdf: bytes
    pages: int


class BetterOffLetters:
    """What a person may do with better-off letters."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._letters = Letters(desk)

    def today(self) -> date:
        """The day that a letter made now bears."""
        return self._desk.today()

    def make_better_off_letter(self, asked: LetterToMake) -> MadeLetter:
        """Draw the letter; the same letter gives the same bytes on the same day.

        Raises Refused where it may not be posted, FieldsRefused for ``own_line`` or ``offers``, and
        LettersMissing where a name or the own line holds a letter that the typeface lacks.
        """
        # Drawing is loaded when a letter is made, so that the window opens sooner.
        from caseload.documents import better_off_letter_pdf, page_count

        _check(asked)
        with self._desk.reading() as reading:
            self._desk.allow(Action.PRINT_LETTER, reading, asked.client_id)
            service = reading.find(Service)[0]
            client = None if asked.client_id is None else reading.get(Client, asked.client_id)
            author = self._author(reading, asked)
        if asked.posted:
            self._refuse_unless_postable(asked)
        composed = compose_better_off_letter(
            asked.result,
            service=letterhead_of(service),
            client=None if client is None else recipient_of(client, posted=asked.posted),
            author=author_of(author, service),
            written=self._desk.today(),
            offers=asked.offers,
            own_line=asked.own_line,
            rent_area=_rent_area(asked.result),
            worked_out_on=asked.worked_out_on,
            made_up=service.made_up,
        )
        pdf = better_off_letter_pdf(composed, asked.format)
        return MadeLetter(asked, _title(composed.title, asked.format), pdf, page_count(pdf))

    def file(self, made: MadeLetter, *, origin: object | None = None) -> FiledLetter:
        """File the letter to its client as the bytes that were shown, and the calculation with it.

        Raises Refused for a letter to nobody, which cannot be filed.
        """
        asked = made.asked
        if asked.client_id is None:
            raise Refused(say("letter_filing.nobody"))
        with self._desk.work(
            Action.PRINT_LETTER, "letters.file", client_id=asked.client_id, origin=origin
        ) as work:
            calculation_id = asked.calculation_id
            if calculation_id is None:
                self._desk.allow(Action.BETTER_OFF, work, asked.client_id)
                calculation_id = work.add(self._calculation(asked, asked.client_id)).id
            return work.add(
                FiledLetter(
                    client_id=asked.client_id,
                    person_id=self._desk.person.id,
                    made_on=self._desk.today(),
                    title=made.title,
                    pdf=made.pdf,
                    calculation_id=calculation_id,
                )
            )

    def saved_copy(self, *, letter_id: RecordId, origin: object | None = None) -> None:
        """Write down that a copy of the letter was saved outside the store."""
        with self._desk.work(Action.PRINT_LETTER, "letters.saved_copy", origin=origin) as work:
            letter = work.get(FiledLetter, letter_id)
            self._desk.allow(Action.PRINT_LETTER, work, letter.client_id)
            work.note(Deed.EXPORTED, letter)

    def _author(self, reading: Reading, asked: LetterToMake) -> Person:
        """Who signs: whoever worked it out, while in post; else whoever makes the letter."""
        worked_out = reading.find_one(Person, asked.author_id) if asked.author_id else None
        if worked_out is not None and worked_out.in_post_on(self._desk.today()):
            return worked_out
        return self._desk.person

    def _refuse_unless_postable(self, asked: LetterToMake) -> None:
        if asked.client_id is None:
            raise Refused(say("letter_filing.nobody_post"))
        if why_not := self._letters.may_post(asked.client_id):
            raise Refused(why_not)

    def _calculation(self, asked: LetterToMake, client_id: RecordId) -> KeptCalculation:
        result = asked.result
        offers = [answer.offer for answer in result.offers]
        inputs = asked.inputs or _text(household_to_json(result.household, offers))
        return KeptCalculation(
            client_id=client_id,
            person_id=self._desk.person.id,
            made_on=self._desk.today(),
            inputs=inputs,
            result=_text(to_json(result)),
            rate_year=result.rates_name,
        )


def _title(title: str, letter_format: LetterFormat) -> str:
    """What a list of letters shows, so that the formats of one letter are told apart."""
    if letter_format is LetterFormat.STANDARD:
        return title
    return say("letter_filing.title_in", title=title, format=letter_format.label)


def _check(asked: LetterToMake) -> None:
    problems = {}
    if asked.offers is not None and not asked.offers:
        problems["offers"] = say("letter_filing.no_offer")
    if len(asked.own_line.strip()) > LONGEST_OWN_LINE:
        problems["own_line"] = say("letter_filing.own_line_long", most=LONGEST_OWN_LINE)
    if problems:
        raise FieldsRefused(problems)


def _rent_area(result: BetterOff) -> str:
    """The name of the rental market area that the rent limit was taken from."""
    area = result.household.housing.brma
    if area is None or result.household.housing.lha_monthly_rate is not None:
        return ""
    return rate_book().tax_year(result.tax_year).areas.get(area, "")


def _text(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False)
