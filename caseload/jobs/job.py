"""A job: what was agreed, how hours and pay changed, and how it ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from caseload.values.money import penny
from caseload.values.record import Record, RecordId

WEEKS_A_YEAR = Decimal(52)
MONTHS_A_YEAR = Decimal(12)


class PayPeriod(StrEnum):
    """What a pay figure is for."""

    HOUR = "hour"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class Job(Record):
    """A job start. ``ended_on`` is the last day of work, included.

    ``competitive``: open to anyone, at least the minimum wage for the age, not reserved.
    ``four_hours_on`` is the day by which four hours of paid work were done; only then does the
    start count. ``reported``: it came from before the store's first day.
    """

    client_id: RecordId
    employer_id: RecordId | None
    employer_name: str
    title: str
    started_on: date
    contract: str = "permanent"
    sector: str = ""
    competitive: bool = True
    apprenticeship: bool = False
    not_competitive_why: str = ""
    four_hours_on: date | None = None
    reported: bool = False
    ended_on: date | None = None
    end_reason: str | None = None
    end_words: str = ""
    learnt: str = ""

    def in_work_on(self, day: date) -> bool:
        """Whether the client is in this job on that day."""
        if self.hidden or day < self.started_on:
            return False
        return self.ended_on is None or day <= self.ended_on


@dataclass(frozen=True, kw_only=True)
class JobTerms(Record):
    """Hours a week and pay from ``starts`` on, until later terms start. Pay is pounds."""

    job_id: RecordId
    client_id: RecordId
    starts: date
    weekly_hours: Decimal
    pay: Decimal
    pay_period: PayPeriod = PayPeriod.HOUR
    reason: str = ""

    @property
    def hourly_pay(self) -> Decimal:
        """Pounds an hour, as the minimum wage compares it. Zero hours: the pay itself."""
        if self.pay_period is PayPeriod.HOUR or self.weekly_hours == 0:
            return self.pay
        a_year = {
            PayPeriod.WEEK: self.pay * WEEKS_A_YEAR,
            PayPeriod.MONTH: self.pay * MONTHS_A_YEAR,
            PayPeriod.YEAR: self.pay,
        }[self.pay_period]
        return penny(a_year / WEEKS_A_YEAR / self.weekly_hours)


def terms_on(terms: Iterable[JobTerms], day: date) -> JobTerms | None:
    """The hours and pay in force on ``day``; before the first, the first."""
    kept = sorted((t for t in terms if not t.hidden), key=lambda t: t.starts)
    started = [t for t in kept if t.starts <= day]
    return started[-1] if started else (kept[0] if kept else None)
