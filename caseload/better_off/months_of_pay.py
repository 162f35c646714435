"""The pay days of a job, worked out one by one and laid into assessment periods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise, takewhile

from caseload.better_off.assessment_periods import AssessmentPeriod
from caseload.better_off.household import NOTHING, Adult, Job, Offer
from caseload.better_off.minimum_wage import minimum_wage
from caseload.better_off.money import Pay
from caseload.better_off.pay_days import (
    PaidTime,
    PayDays,
    PayFrequency,
    first_of_job,
    pay_days_from,
)
from caseload.better_off.payroll import Payroll
from caseload.better_off.problems import RatesRefused
from caseload.better_off.rate_book import Rates
from caseload.better_off.rates_ahead import RatesAhead
from caseload.values.money import penny

NO_PAY = Pay(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)
_AMOUNTS = tuple(f.name for f in fields(Pay) if f.name not in {"hours_per_week", "hourly_wage"})


@dataclass(frozen=True, slots=True)
class PayDay:
    """One pay day, the days that it pays, and everything that comes off."""

    time: PaidTime
    pay: Pay

    @property
    def on(self) -> date:
        """The day."""
        return self.time.on


def pay_days_of(
    adult: Adult,
    job: Job,
    plan: PayDays,
    payroll: Payroll,
    rates: RatesAhead,
    *,
    first_day: date,
    last_day: date,
    started_on: date | None = None,
) -> tuple[PayDay, ...]:
    """Every pay day from ``first_day`` to ``last_day``.

    The first pay of a new job, which ``started_on`` tells, is for the days since it started.
    """
    times: Iterator[PaidTime]
    if started_on is None:
        times = pay_days_from(plan, first_day)
    else:
        times = _with_first(first_of_job(plan, started_on), pay_days_from(plan, plan.first))
    until = takewhile(lambda time: time.on <= last_day, times)
    return tuple(_pay_day(adult, job, payroll, rates, time) for time in until)


def _pay_day(adult: Adult, job: Job, payroll: Payroll, rates: RatesAhead, time: PaidTime) -> PayDay:
    """The legal minimum goes by the day on which the paid time starts, where that has rates."""
    at_pay_day = rates.on(time.on)
    try:
        at_work = rates.on(time.starts)
    except RatesRefused:
        at_work = at_pay_day
    return PayDay(time, payroll.pay(at_legal_wage(adult, job, at_work), time, at_pay_day))


def _with_first(first: PaidTime, whole: Iterator[PaidTime]) -> Iterator[PaidTime]:
    next(whole)
    yield first
    yield from whole


def at_legal_wage(adult: Adult, job: Job, rates: Rates) -> Job:
    """The job at its wage, or at the legal minimum where that has risen above it."""
    if job.self_employment is not None:
        return job
    apprentice = isinstance(job, Offer) and job.apprentice_rate
    least = minimum_wage(adult.age, rates, apprentice_rate=apprentice)
    return replace(job, hourly_wage=least) if 0 < job.hourly_wage < least else job


def by_period(
    days: Sequence[PayDay], periods: Sequence[AssessmentPeriod], frequency: PayFrequency
) -> list[tuple[PayDay, ...]]:
    """The pay days of each period.

    Where a monthly pay day falls twice in a period and not in the one before, the first of the two
    counts in that one (UC Regs reg. 61(6)).
    """
    found = [[day for day in days if day.on in period] for period in periods]
    if frequency is PayFrequency.MONTHLY:
        for before, here in pairwise(found):
            if len(here) > 1 and not before:
                before.append(here.pop(0))
    return [tuple(each) for each in found]


def together(pays: Iterable[Pay], hours: Decimal, wage: Decimal) -> Pay:
    """Several pays as one."""
    every = tuple(pays)
    amounts = {name: sum((getattr(pay, name) for pay in every), NOTHING) for name in _AMOUNTS}
    return Pay(hours_per_week=hours, hourly_wage=wage, **amounts)


def part_of(pay: Pay, share: Decimal) -> Pay:
    """A part of a month's pay, each line to the penny."""
    if share == 1:
        return pay
    return replace(pay, **{name: penny(getattr(pay, name) * share) for name in _AMOUNTS})
