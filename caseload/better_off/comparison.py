"""Now against each offer: how much better off, and what changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from caseload.better_off.answer import BetterOff, Fact, FactKind, OfferAnswer, TableRow
from caseload.better_off.calculation import Frame, frame_of, month_in
from caseload.better_off.coverage import check
from caseload.better_off.fact_making import Comparison, fact
from caseload.better_off.facts import facts_of
from caseload.better_off.household import Household, Offer
from caseload.better_off.money import LINE_ORDER, NOTHING, MoneyLine, MoneyPicture
from caseload.better_off.rate_book import Rates
from caseload.better_off.view import View
from caseload.better_off.warnings import warnings_of
from caseload.values.money import penny
from caseload.words import say


def compare(
    household: Household, offers: Sequence[Offer], rates: Rates, view: View = View.LAW
) -> BetterOff:
    """What each offer would leave the household, against what it lives on now.

    Every line is rounded half up to the penny and each total is the sum of its lines. The sum
    follows the law unless the view of the published cases is asked for. Raises HouseholdRefused
    where a household or an offer is not covered, and RatesRefused where a rate is missing.
    """
    check(household, offers, rates)
    used: set[str] = set()
    noted = rates.noting(used)
    frame = frame_of(household, noted, penny, view)
    now = month_in(frame, household.claimant.job)
    answers = [_answer(frame, offer, now) for offer in offers]
    unconfirmed = rates.unconfirmed(used)
    if unconfirmed:
        extra = _unconfirmed(unconfirmed, rates)
        answers = [replace(each, facts=(*each.facts, extra)) for each in answers]
    return BetterOff(
        household=household,
        tax_year=rates.tax_year,
        rates_name=rates.name,
        rates_version=rates.version,
        now=now,
        offers=tuple(answers),
        rates_used=tuple(sorted(used)),
        unconfirmed_rates=unconfirmed,
    )


def _answer(frame: Frame, offer: Offer, now: MoneyPicture) -> OfferAnswer:
    then = month_in(frame, offer)
    comparison = Comparison(frame.household, offer, now, then, frame.rates, frame)
    facts = facts_of(comparison) + warnings_of(comparison)
    return OfferAnswer(offer, then, then.left - now.left, facts)


def _unconfirmed(keys: tuple[str, ...], rates: Rates) -> Fact:
    names = "; ".join(rates.rate(key).name for key in keys)
    return fact(FactKind.WARNING, "unconfirmed", "", *keys, names=names)


def table(result: BetterOff) -> tuple[TableRow, ...]:
    """The table that the screen and the letter show: a column for now and one for each offer.

    A line that is nothing in every column is left out, but for take-home pay and Universal
    Credit. Money in is the sum of the rows above it; where work has costs, what is left is money
    in less the cost rows, which are negative. The last two rows are how much better off, a month
    and a week; they have no amount for now.
    """
    months = (result.now, *(answer.picture for answer in result.offers))
    rows = _line_rows([month.lines for month in months])
    rows.append(_total_row("money_in", [month.money_in for month in months]))
    if costs := _line_rows([month.cost_lines for month in months]):
        rows += [*costs, _total_row("left", [month.left for month in months])]
    by_month = [answer.better_off_month for answer in result.offers]
    by_week = [answer.better_off_week for answer in result.offers]
    rows.append(_total_row("better_off_month", [None, *by_month]))
    rows.append(_total_row("better_off_week", [None, *by_week]))
    return tuple(rows)


def _line_rows(columns: list[tuple[MoneyLine, ...]]) -> list[TableRow]:
    amounts = [{line.key: line.amount for line in lines} for lines in columns]
    shown = [key for key in LINE_ORDER if any(key in column for column in amounts)]
    return [_row(key, [column.get(key, NOTHING) for column in amounts]) for key in shown]


def _row(key: str, amounts: Sequence[Decimal | None], *, is_total: bool = False) -> TableRow:
    now, *offers = amounts
    return TableRow(
        key=key,
        you=say(f"better_off.line.{key}.you"),
        staff=say(f"better_off.line.{key}.staff"),
        now=now,
        offers=tuple(amount for amount in offers if amount is not None),
        is_total=is_total,
    )


def _total_row(key: str, amounts: Sequence[Decimal | None]) -> TableRow:
    return _row(key, amounts, is_total=True)
