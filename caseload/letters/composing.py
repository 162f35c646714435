"""From a better-off calculation to the letter about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from caseload.better_off.answer import BetterOff, FactKind, OfferAnswer, TableRow
from caseload.better_off.comparison import table as rows_of
from caseload.letters.answer_box import box_of
from caseload.letters.better_off_letter import BetterOffLetter
from caseload.letters.blocks import Letterhead, Row, Table, unbroken
from caseload.letters.offer_labels import labels_of
from caseload.letters.parties import Author, Recipient
from caseload.letters.small_print import small_print
from caseload.letters.telling import Telling, Told, said
from caseload.values.money import pounds
from caseload.words import say

MOST_OFFERS = 3

_WATCHED = (
    "cap_returns_with_pension",
    "cap_stays_with_pension",
    "pension_not_counted",
    "protected_rate",
    "esa_near_limit",
    "care_costs",
    "pay_days",
)
"""Warnings that the client can do something about; the others are for the member of staff."""


_OUT = ("council_tax", "fares", "school_meals", "debts")


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
    made_up: bool = False,
) -> BetterOffLetter:
    """The letter about one to three offers of ``result``; the first of them stands in the box.

    ``offers`` are places in ``result.offers``, from 0, in the order of the columns; None takes
    all. ``rent_area`` is the name of the rental market area that was chosen, where one was. Raises
    ValueError where there is none, or more than three.
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
        answer=box_of(answers),
        offers=tuple(label.meaning for label in labels if label.meaning),
        table=_table(rows_of(result), [label.head for label in labels]),
        why_heading=_why_heading(result),
        why=said(telling.facts(FactKind.WHY)),
        changes=said(telling.changes()),
        to_do=(*said(telling.facts(FactKind.TO_DO)), _payslips(result)),
        left_out=_left_out(telling.facts(FactKind.LEFT_OUT)),
        watch=said(telling.facts(FactKind.WARNING, only=_WATCHED)),
        ring=_ring(author),
        own_line=own_line.strip(),
        small_print=small_print(result, author, written, rent_area),
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


def _why_heading(result: BetterOff) -> str:
    """All, most or part: better off against what pay adds, in the offer that keeps the least."""
    before = result.now.pay.take_home
    kept = [
        answer.better_off_month / (answer.picture.pay.take_home - before)
        for answer in result.offers
        if answer.picture.pay.take_home > before
    ]
    least = min(kept, default=Decimal(0))
    if least <= 0:
        return say("letters.better_off.heading.how")
    how = "keep_all" if least >= 1 else "keep_most" if least * 2 > 1 else "keep_part"
    return say(f"letters.better_off.heading.{how}")


def _payslips(result: BetterOff) -> str:
    paid = any(answer.picture.universal_credit.award for answer in result.offers)
    return say(f"letters.better_off.do.{'payslips' if paid else 'payslips_only'}")


def _left_out(facts: Sequence[Told]) -> tuple[str, ...]:
    """Each thing left out by its name alone, since the heading says the rest."""
    return said(
        replace(fact, sentence=say(f"letters.better_off.out.{fact.code}"))
        if fact.code in _OUT
        else fact
        for fact in facts
    )


def _ring(author: Author) -> str:
    if author.telephone:
        telephone = unbroken(author.telephone)
        return say("letters.better_off.ring.with_number", telephone=telephone)
    return say("letters.better_off.ring.without_number")
