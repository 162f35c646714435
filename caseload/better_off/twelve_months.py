"""A job by month: twelve rows, what to know about them, and why they are not twelve averages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from caseload.better_off.answer import Fact
from caseload.better_off.calculation import picture
from caseload.better_off.household import NOTHING, Household, Offer
from caseload.better_off.household_in_month import with_health_of
from caseload.better_off.month_by_month import months_of
from caseload.better_off.month_rows import MonthContext, MonthRow
from caseload.better_off.months_told import Months, facts_of_months
from caseload.better_off.pay_days import PayDays, PayFrequency
from caseload.better_off.rate_book import RateBook
from caseload.better_off.rates_ahead import one_set_of_rates, rates_ahead
from caseload.better_off.timetable import Timetable
from caseload.words import say

SHORTEST_MONTH = 27
"""The last day on which a period starts in every month, as one from the 29th does in February."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One reason why these months do not add up to the year on average, in pounds.

    ``monthly``: National Insurance by the month, and pennies. ``pay_days``: pay days that fall
    otherwise than once a month. ``rates``: rates that change on the way. ``start``: the time
    before the first wage, and tax-free pay of the year so far.
    """

    code: str
    amount: Decimal

    @property
    def words(self) -> str:
        """It in a sentence, for the staff."""
        return say(f"better_off_months.difference.{self.code}")


@dataclass(frozen=True, slots=True)
class TwelveMonths:
    """A job by month. All totals are of money left, after childcare, fares and Council Tax."""

    household: Household
    offer: Offer
    timetable: Timetable
    rows: tuple[MonthRow, ...]
    facts: tuple[Fact, ...]
    on_average: Decimal
    """The same number of months of the year on average, at the rates of the start's tax year."""
    differences: tuple[Difference, ...]
    """They and ``on_average`` add up to ``total``, to the penny."""
    rates_version: str
    rates_used: tuple[str, ...]
    unconfirmed_rates: tuple[str, ...]

    @property
    def total(self) -> Decimal:
        """What all the months leave."""
        return sum((row.picture.left for row in self.rows), NOTHING)


def twelve_months(
    household: Household, offer: Offer, book: RateBook, timetable: Timetable
) -> TwelveMonths:
    """The months of this offer from its start, with facts and the difference from the average.

    Raises HouseholdRefused as ``compare`` does, and for a timetable that cannot be; RatesRefused
    for a start before the rates on file.
    """
    used: set[str] = set()
    ahead = rates_ahead(book)
    contexts = months_of(household, offer, ahead, timetable, used)
    year = book.tax_year(ahead.on(timetable.starts_on).tax_year)
    fixed = one_set_of_rates(book, year)
    settled = replace(timetable, settled=True)
    monthly = months_of(household, offer, fixed, _once_a_month(settled, contexts), set())
    average = picture(with_health_of(household, year), offer, year).left * timetable.months
    stages = (
        average,
        _left(monthly),
        _left(months_of(household, offer, fixed, settled, set())),
        _left(months_of(household, offer, ahead, settled, set())),
        _left(contexts),
    )
    codes = ("monthly", "pay_days", "rates", "start")
    steps = zip(codes, pairwise(stages), strict=True)
    return TwelveMonths(
        household=household,
        offer=offer,
        timetable=timetable,
        rows=tuple(each.row for each in contexts),
        facts=facts_of_months(Months(household, offer, timetable, ahead, contexts, monthly)),
        on_average=average,
        differences=tuple(Difference(code, after - before) for code, (before, after) in steps),
        rates_version=book.version,
        rates_used=tuple(sorted(used)),
        unconfirmed_rates=_unconfirmed(contexts, used),
    )


def _once_a_month(settled: Timetable, contexts: Sequence[MonthContext]) -> Timetable:
    """The same job paid monthly, once in every assessment period."""
    # Every period has its first day where all months have that day, and else its middle.
    period = contexts[0].row.period
    first = period.starts
    if settled.period_starts_on > SHORTEST_MONTH:
        first = (period.starts + timedelta(days=15)).replace(day=15)
    plan = PayDays(PayFrequency.MONTHLY, first)
    return replace(settled, pay=plan if settled.pay else None, partner_pay=None)


def _left(contexts: Sequence[MonthContext]) -> Decimal:
    return sum((each.row.picture.left for each in contexts), NOTHING)


def _unconfirmed(contexts: Sequence[MonthContext], used: set[str]) -> tuple[str, ...]:
    found: set[str] = set()
    for each in contexts:
        rates = each.frame.rates
        found.update(rates.unconfirmed(key for key in used if key in rates))
    return tuple(sorted(found))
