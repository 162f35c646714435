"""From a better-off calculation to the letter about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from caseload.better_off.answer import BetterOff, OfferAnswer, TableRow
from caseload.better_off.comparison import table as rows_of
from caseload.letters.answer_box import box_of
from caseload.letters.basis import basis_of
from caseload.letters.better_off_letter import BetterOffLetter
from caseload.letters.blocks import Letterhead, Row, Table, unbroken
from caseload.letters.offer_labels import labels_of
from caseload.letters.outcomes import outcome_of
from caseload.letters.parties import Author, Recipient
from caseload.letters.parts import not_taken_off, parts_of
from caseload.letters.tasks import tasks_of
from caseload.letters.telling import Telling
from caseload.values.money import pounds
from caseload.words import say

MOST_OFFERS = 3


def compose_better_off_letter(
    result: BetterOff,
    *,
    service: Letterhead,
    client: Recipient | None,
    author: Author,
    written: date,
    offers: Sequence[int] | None = None,
    own_line: str = "",
    rent_area: str = "",
    worked_out_on: date | None = None,
    made_up: bool = False,
) -> BetterOffLetter:
    """The letter about one to three offers of ``result``; the first of them stands in the box.

    ``offers`` are places in ``result.offers``, from 0, in the order of the columns; None takes
    all. ``rent_area`` is the name of the rental market area that was chosen, where one was;
    ``worked_out_on`` the day of the sum, where that is not the letter's. Raises ValueError where
    there is no offer, or more than three.
    """
    chosen = range(len(result.offers)) if offers is None else offers
    answers = tuple(result.offers[place] for place in chosen)
    if not 1 <= len(answers) <= MOST_OFFERS:
        raise ValueError("a letter is about one to three offers")
    result = replace(result, offers=answers)
    labels = labels_of([answer.offer for answer in answers])
    telling = Telling(answers, labels, frozenset(result.unconfirmed_rates))
    return BetterOffLetter(
        service=service,
        client=client,
        author=author,
        written=written,
        title=_title(answers),
        start=_ring(author, "start"),
        answer=box_of(telling),
        offers=tuple(label.meaning for label in labels if label.meaning),
        outcomes=tuple(
            outcome_of(result, answer, label) for answer, label in zip(answers, labels, strict=True)
        ),
        not_yet=not_taken_off(telling),
        table=_table(rows_of(result), [label.head for label in labels]),
        parts=parts_of(telling),
        tasks=tasks_of(telling),
        basis=basis_of(result, worked_out_on or written, rent_area),
        own_line=own_line.strip(),
        ring=_ring(author, "ring"),
        made_up=made_up,
    )


def _title(answers: Sequence[OfferAnswer]) -> str:
    employers = {answer.offer.employer for answer in answers}
    if len(employers) == 1 and "" not in employers:
        return say("letters.better_off.title_at", employer=employers.pop())
    return say("letters.better_off.title")


def _table(rows: Sequence[TableRow], labels: Sequence[str]) -> Table:
    worse = any(
        amount < 0 for row in rows if row.key.startswith("better_off") for amount in row.offers
    )
    return Table(
        head=(say("letters.better_off.each_month"), say("letters.better_off.now"), *labels),
        rows=tuple(_row(row, rows[place + 1 :], worse=worse) for place, row in enumerate(rows)),
    )


def _row(row: TableRow, after: Sequence[TableRow], *, worse: bool) -> Row:
    words = row.you
    if worse and row.key == "better_off_month":
        words = say("letters.better_off.either_month")
    if worse and row.key == "better_off_week":
        words = say("letters.better_off.either_week")
    now = "" if row.now is None else pounds(row.now)
    # The strong rule stands under the last total of money, before how much better off.
    closes = bool(after) and after[0].key == "better_off_month"
    cells = (words, now, *(pounds(amount) for amount in row.offers))
    return Row(cells, total=row.is_total, closes=closes)


def _ring(author: Author, where: str) -> str:
    """Whom to ask, at the start and at the end of the letter."""
    if author.telephone:
        telephone = unbroken(author.telephone)
        key = f"letters.better_off.{where}.with_number"
        return say(key, name=author.name, telephone=telephone)
    return say(f"letters.better_off.{where}.without_number", name=author.name)
