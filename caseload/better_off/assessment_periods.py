"""The months of a Universal Credit award, and when each is paid (UC Regs reg. 21)."""

from __future__ import annotations

from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from caseload.values.working_days import is_working_day

PAID_AFTER = timedelta(days=7)
ONE_DAY = timedelta(days=1)
FEBRUARY = 2


@dataclass(frozen=True, slots=True)
class AssessmentPeriod:
    """One assessment period; both days are included."""

    starts: date
    ends: date

    @property
    def paid_on(self) -> date:
        """About when it is paid: 7 days after its end, or the working day before that."""
        day = self.ends + PAID_AFTER
        while not is_working_day(day):
            day -= ONE_DAY
        return day

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.ends - self.starts).days + 1

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends


def period_on(day: date, starts_on: int) -> AssessmentPeriod:
    """The assessment period that a day is in, where periods start on this day of the month."""
    start = _start_in(day.year, day.month, starts_on)
    if start > day:
        before = day.replace(day=1) - ONE_DAY
        start = _start_in(before.year, before.month, starts_on)
    return _from(start, starts_on)


def periods_from(day: date, starts_on: int, count: int) -> tuple[AssessmentPeriod, ...]:
    """The period that a day is in, and those after it."""
    periods = [period_on(day, starts_on)]
    while len(periods) < count:
        periods.append(_from(periods[-1].ends + ONE_DAY, starts_on))
    return tuple(periods)


def _from(start: date, starts_on: int) -> AssessmentPeriod:
    after = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
    return AssessmentPeriod(start, _start_in(after.year, after.month, starts_on) - ONE_DAY)


def _start_in(year: int, month: int, starts_on: int) -> date:
    """The day in a month on which a period starts (reg. 21(2)).

    An award from the 31st has the last day of every month; one from the 29th or 30th has the 27th
    of February, in a leap year the 28th.
    """
    last = monthrange(year, month)[1]
    if starts_on == 31:
        return date(year, month, last)
    if month == FEBRUARY and starts_on > 28:
        return date(year, month, 28 if isleap(year) else 27)
    return date(year, month, starts_on)
