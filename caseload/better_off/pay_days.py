"""When a job pays: weekly, fortnightly, four-weekly or monthly, and for which days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

WEEKS_A_YEAR = Decimal(52)
MONTHS_A_YEAR = Decimal(12)
ONE_DAY = timedelta(days=1)


class PayFrequency(StrEnum):
    """How often a job pays."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    FOUR_WEEKLY = "four_weekly"
    MONTHLY = "monthly"

    @property
    def weeks(self) -> int:
        """The weeks that one pay is for; 0 for a month."""
        return _WEEKS[self]

    @property
    def share_of_year(self) -> Decimal:
        """The part of a year that one pay is for: 1/12 for a month, 4/52 for four weeks."""
        return self.weeks / WEEKS_A_YEAR if self.weeks else 1 / MONTHS_A_YEAR

    @property
    def usual_count(self) -> int:
        """How many pay days an ordinary month has: 4, 2, 1 and 1."""
        return _USUAL[self]


_WEEKS = {
    PayFrequency.WEEKLY: 1,
    PayFrequency.FORTNIGHTLY: 2,
    PayFrequency.FOUR_WEEKLY: 4,
    PayFrequency.MONTHLY: 0,
}
_USUAL = {
    PayFrequency.WEEKLY: 4,
    PayFrequency.FORTNIGHTLY: 2,
    PayFrequency.FOUR_WEEKLY: 1,
    PayFrequency.MONTHLY: 1,
}


@dataclass(frozen=True, slots=True)
class PayDays:
    """The rhythm of a job's pay: ``first`` is its first pay day, or any pay day of a job that goes
    on already.

    ``days_in_arrears`` is how many days before the pay day the paid time ends, such as 7 for a
    week in hand. A monthly pay day that a month lacks falls on its last day, as every month's does
    where ``last_day_of_month`` is true. Pay brought forward because of a weekend counts on its
    own day (HMRC has employers report the usual day).
    """

    frequency: PayFrequency
    first: date
    days_in_arrears: int = 0
    last_day_of_month: bool = False


@dataclass(frozen=True, slots=True)
class PaidTime:
    """One pay day, and the days of work that it pays; both are included."""

    on: date
    starts: date
    ends: date
    share: Decimal = Decimal(1)
    """The part of a whole pay that it is: less than 1 where work began on the way, more where the
    first pay is for longer."""


def first_of_job(plan: PayDays, started_on: date) -> PaidTime:
    """The first pay of a job: for every day since the start, however long ago."""
    whole = _time_of(plan, plan.first)
    days = (whole.ends - whole.starts).days + 1
    worked = max(0, (whole.ends - started_on).days + 1)
    return PaidTime(plan.first, started_on, whole.ends, Decimal(worked) / days)


def pay_days_from(plan: PayDays, day: date) -> Iterator[PaidTime]:
    """Every whole pay on or after a day, without end; the rhythm runs back as far as is asked."""
    number = _number_before(plan, day)
    while True:
        on = _pay_day(plan, number)
        if on >= day:
            yield _time_of(plan, on, number)
        number += 1


def _number_before(plan: PayDays, day: date) -> int:
    """The number of a pay day, counted from the first, that is surely before a day."""
    if plan.frequency.weeks:
        return (day - plan.first).days // (7 * plan.frequency.weeks) - 1
    return (day.year - plan.first.year) * 12 + day.month - plan.first.month - 1


def _pay_day(plan: PayDays, number: int) -> date:
    if plan.frequency.weeks:
        return plan.first + number * timedelta(weeks=plan.frequency.weeks)
    months = plan.first.month - 1 + number
    year, month = plan.first.year + months // 12, months % 12 + 1
    last = monthrange(year, month)[1]
    return date(year, month, last if plan.last_day_of_month else min(plan.first.day, last))


def _time_of(plan: PayDays, on: date, number: int = 0) -> PaidTime:
    behind = timedelta(days=plan.days_in_arrears)
    return PaidTime(on, _pay_day(plan, number - 1) - behind + ONE_DAY, on - behind)
