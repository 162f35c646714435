"""What the months of a job bring, in words: each fact said to the client and about the client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from caseload.better_off.answer import Fact, FactKind
from caseload.better_off.assessment_periods import AssessmentPeriod
from caseload.better_off.household import Household, Offer
from caseload.better_off.minimum_wage import minimum_wage_rate
from caseload.better_off.month_rows import MonthContext, MonthRow
from caseload.better_off.months_of_pay import PayDay
from caseload.better_off.pay_days import PayFrequency
from caseload.better_off.rates_ahead import RatesAhead
from caseload.better_off.timetable import Timetable
from caseload.values.dates import day_month, long_date
from caseload.values.money import pounds
from caseload.words import say

LONG_WAIT = 14
"""From this many days before the first pay, a wait is worth planning for."""
THRESHOLD = "uc.benefit_cap_earnings_threshold"
PERIODS = "UC Regs regs 54 and 61"
ONE_DAY = timedelta(days=1)
A_POUND = Decimal(1)


@dataclass(frozen=True, slots=True)
class Months:
    """All that the facts of the months are drawn from; ``monthly`` is the same job paid monthly."""

    household: Household
    offer: Offer
    timetable: Timetable
    rates: RatesAhead
    contexts: Sequence[MonthContext]
    monthly: Sequence[MonthContext]

    @property
    def rows(self) -> tuple[MonthRow, ...]:
        """Each month."""
        return tuple(each.row for each in self.contexts)

    @property
    def pay_days(self) -> tuple[PayDay, ...]:
        """Every pay day of the job."""
        return tuple(day for row in self.rows for day in row.pay_days)


def facts_of_months(m: Months) -> tuple[Fact, ...]:
    """Everything to know about these months, in the order in which they bring it."""
    parts = (_start, _extra_pay_days, _without_uc, _cap, _waits, _new_rates, _wage, _tax, _left_out)
    return tuple(each for part in parts for each in part(m))


def _told(kind: FactKind, code: str, source: str, *keys: str, **figures: object) -> Fact:
    you = say(f"better_off_months.{code}.you", **figures)
    staff = say(f"better_off_months.{code}.staff", **figures)
    return Fact(kind, code, you, staff, source, keys)


def _told_by_limit(
    m: Months, kind: FactKind, code: str, source: str, key: str, **figures: object
) -> Fact:
    """A fact with a limit: one that is not confirmed is not said to the client."""
    sure = not m.contexts[0].frame.rates.unconfirmed([key])
    how = "you" if sure else "unsure"
    you = say(f"better_off_months.{code}.{how}", **figures)
    staff = say(f"better_off_months.{code}.staff", **figures)
    return Fact(kind, code, you, staff, source, (key,))


def span_of(period: AssessmentPeriod) -> str:
    """A period as people say it: ``In March``, or ``Between 12 March and 11 April``."""
    if period.starts.day == 1:
        return say("better_off_months.in_month", month=say(f"values.month.{period.starts.month}"))
    starts, ends = day_month(period.starts), day_month(period.ends)
    return say("better_off_months.between", starts=starts, ends=ends)


# ---- the start


def _start(m: Months) -> Iterator[Fact]:
    if m.timetable.settled or not m.pay_days:
        return
    first = m.pay_days[0]
    amount = pounds(first.pay.take_home)
    figures = {"start": long_date(m.timetable.starts_on), "day": long_date(first.on)}
    yield _told(FactKind.CHANGES, "first_pay", PERIODS, **figures, amount=amount)
    yield from _first_payments(m)
    days = (first.on - m.timetable.starts_on).days
    if days >= LONG_WAIT:
        yield _told(FactKind.TO_DO, "wait_for_pay", "", count=days, day=long_date(first.on))


def _first_payments(m: Months) -> Iterator[Fact]:
    """The payments before the first wage counts, and the first one that counts it."""
    at = next(place for place, row in enumerate(m.rows) if row.pay_days)
    counted = m.rows[at]
    before = counted.award_before
    if before:
        paid_on = m.rows[at - 1].period.paid_on if at else _paid_before(counted.period)
        yield _told(
            FactKind.STAYS, "uc_not_yet", PERIODS, day=long_date(paid_on), amount=pounds(before)
        )
    figures = {"day": long_date(counted.period.paid_on), "amount": pounds(counted.award)}
    if before or counted.award:
        yield _told(FactKind.CHANGES, "uc_counts_pay", PERIODS, **figures)


def _paid_before(period: AssessmentPeriod) -> date:
    return AssessmentPeriod(period.starts, period.starts - ONE_DAY).paid_on


# ---- months that differ


def _extra_pay_days(m: Months) -> Iterator[Fact]:
    extra = [row for row in m.rows if row.lower_by > 0]
    if not extra:
        return
    count = say(f"better_off_months.count.{max(len(row.pay_days) for row in extra)}")
    most = pounds(max(row.lower_by for row in extra))
    if len(extra) == 1:
        (row,) = extra
        day = long_date(row.period.paid_on)
        figures = {"span": span_of(row.period), "pay_days": count, "day": day, "amount": most}
        yield _told(FactKind.CHANGES, "extra_pay_day", PERIODS, **figures)
    else:
        days = _joined([day_month(row.period.paid_on) for row in extra])
        yield _told(
            FactKind.CHANGES,
            "extra_pay_days",
            PERIODS,
            count=len(extra),
            months=len(m.rows),
            pay_days=count,
            amount=most,
            days=days,
        )
    yield _told(FactKind.TO_DO, "keep_some", "")


def _without_uc(m: Months) -> Iterator[Fact]:
    for row in m.rows:
        if row.lost_to_surplus > 0:
            yield _told_by_limit(
                m,
                FactKind.CHANGES,
                "surplus",
                "UC Regs reg. 54A",
                "uc.surplus_earnings_allowance",
                span=span_of(row.period),
                amount=pounds(row.surplus),
            )
    if not any(row.award for row in m.rows):
        return
    for row in m.rows:
        if not row.award and row.lower_by:
            yield _told(
                FactKind.CHECK,
                "month_without_uc",
                "UC Regs reg. 21(3C)",
                span=span_of(row.period),
                day=long_date(row.period.paid_on),
            )


def _cap(m: Months) -> Iterator[Fact]:
    capped = [row for row in m.rows if row.picture.universal_credit.cap_reduction]
    if not capped:
        return
    threshold = pounds(m.contexts[-1].frame.rates.amount(THRESHOLD))
    most = pounds(max(row.picture.universal_credit.cap_reduction for row in capped))
    monthly_lifts = not any(each.row.picture.universal_credit.cap_reduction for each in m.monthly)
    pay = m.timetable.pay
    if monthly_lifts and pay and pay.frequency is not PayFrequency.MONTHLY:
        yield _told_by_limit(
            m,
            FactKind.CHECK,
            "cap_by_pay_days",
            "UC Regs regs 54 and 82(1)(a)",
            THRESHOLD,
            count=len(capped),
            months=len(m.rows),
            amount=most,
            threshold=threshold,
        )
    elif len(capped) < len(m.rows):
        yield _told_by_limit(
            m,
            FactKind.CHANGES,
            "cap_in_some_months",
            "UC Regs regs 54 and 82(1)(a)",
            THRESHOLD,
            count=len(capped),
            months=len(m.rows),
            amount=most,
            threshold=threshold,
        )


def _waits(m: Months) -> Iterator[Fact]:
    """The end of a wait for the health element, and of a grace from the cap."""
    for before, row in zip(m.rows, m.rows[1:], strict=False):
        was, becomes = before.picture.universal_credit, row.picture.universal_credit
        day = long_date(row.period.paid_on)
        if not was.health_element and becomes.health_element:
            amount = pounds(becomes.health_element)
            source = "UC Regs reg. 28"
            yield _told(FactKind.CHANGES, "health_element_starts", source, day=day, amount=amount)
        if was.cap_exemption == "grace" and becomes.cap_reduction:
            amount = pounds(becomes.cap_reduction)
            source = "UC Regs reg. 82"
            yield _told(FactKind.CHANGES, "grace_ends", source, THRESHOLD, day=day, amount=amount)


# ---- rates


def _new_rates(m: Months) -> Iterator[Fact]:
    for before, after in zip(m.contexts, m.contexts[1:], strict=False):
        if before.frame.rates.tax_year != after.frame.rates.tax_year:
            yield _told(
                FactKind.CHANGES,
                "new_rates",
                "Universal Credit Act 2025 s. 1(6)(d)",
                day=long_date(after.row.period.starts),
                paid=long_date(after.row.period.paid_on),
            )


def _wage(m: Months) -> Iterator[Fact]:
    raised = [day for day in m.pay_days if day.pay.hourly_wage > m.offer.hourly_wage]
    if not raised:
        return
    first = raised[0]
    apprentice = m.offer.apprentice_rate
    yield _told(
        FactKind.CHANGES,
        "wage_rises",
        "S.I. 2015/621 regs 4 and 4A",
        minimum_wage_rate(m.household.claimant.age, apprentice_rate=apprentice),
        wage=pounds(first.pay.hourly_wage),
        day=long_date(first.on),
    )


def _tax(m: Months) -> Iterator[Fact]:
    """Tax-free pay of the year so far, which is used up in April."""
    if m.timetable.settled:
        return
    before = [day for day in m.pay_days if day.on < _next_april(m.timetable.starts_on)]
    after = m.pay_days[len(before) :]
    if not before or len(after) < 2:
        return
    # The second pay of the year, since the first may be short.
    more = after[1].pay.income_tax - before[-1].pay.income_tax
    if more >= A_POUND:
        yield _told(
            FactKind.CHANGES,
            "tax_from_april",
            "Income Tax (PAYE) Regs 2003",
            "income_tax.personal_allowance",
            amount=pounds(more),
            day=long_date(after[0].on),
        )


def _next_april(day: date) -> date:
    this_year = date(day.year, 4, 6)
    return this_year if day < this_year else date(day.year + 1, 4, 6)


def _left_out(m: Months) -> Iterator[Fact]:
    if any(row.assumed for row in m.rows):
        day = long_date(m.rates.last_day)
        yield _told(FactKind.LEFT_OUT, "rates_not_known", "", day=day)
    replaced = m.household.claimant.job and not m.offer.beside_present_job
    if replaced and not m.timetable.settled:
        yield _told(FactKind.LEFT_OUT, "last_pay", "")


def _joined(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return say("better_off_months.and", first=", ".join(words[:-1]), last=words[-1])
