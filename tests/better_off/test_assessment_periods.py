"""Assessment periods and pay days fall where the regulations and the calendar put them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.better_off.assessment_periods import AssessmentPeriod, period_on, periods_from
from caseload.better_off.months_of_pay import NO_PAY, PayDay, by_period
from caseload.better_off.pay_days import (
    PaidTime,
    PayDays,
    PayFrequency,
    first_of_job,
    pay_days_from,
)

DAYS = st.dates(date(2024, 5, 1), date(2027, 3, 1))


@pytest.mark.parametrize(
    ("day", "starts_on", "starts", "ends"),
    [
        (date(2026, 11, 24), 12, date(2026, 11, 12), date(2026, 12, 11)),
        (date(2026, 11, 11), 12, date(2026, 10, 12), date(2026, 11, 11)),
        (date(2026, 11, 30), 31, date(2026, 11, 30), date(2026, 12, 30)),
        (date(2027, 2, 27), 29, date(2027, 2, 27), date(2027, 3, 28)),
        (date(2027, 2, 27), 30, date(2027, 2, 27), date(2027, 3, 29)),
        (date(2028, 2, 27), 30, date(2028, 1, 30), date(2028, 2, 27)),
        (date(2028, 2, 28), 29, date(2028, 2, 28), date(2028, 3, 28)),
        (date(2026, 12, 31), 1, date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_starts_on_its_day_of_the_month(
    day: date, starts_on: int, starts: date, ends: date
) -> None:
    assert period_on(day, starts_on) == AssessmentPeriod(starts, ends)


@given(DAYS, st.integers(1, 31))
def test_periods_follow_each_other_without_a_gap(day: date, starts_on: int) -> None:
    periods = periods_from(day, starts_on, 14)
    assert day in periods[0]
    for before, after in pairwise(periods):
        assert after.starts - before.ends == timedelta(days=1)
        assert 27 <= after.days <= 32


def test_a_period_is_paid_about_a_week_after_its_end_on_a_working_day() -> None:
    assert period_on(date(2026, 11, 24), 12).paid_on == date(2026, 12, 18)
    # 25 December 2026 is a Friday: the payment comes the day before.
    assert period_on(date(2026, 12, 1), 19).paid_on == date(2026, 12, 24)
    # 2 January 2027 is a Saturday after a bank holiday.
    assert period_on(date(2026, 12, 1), 27).paid_on == date(2026, 12, 31)


def days_of(plan: PayDays, count: int) -> list[date]:
    return [time.on for time in islice(pay_days_from(plan, plan.first), count)]


def test_pay_days_of_each_rhythm() -> None:
    first = date(2026, 12, 31)
    assert days_of(PayDays(PayFrequency.WEEKLY, first), 2)[1] == date(2027, 1, 7)
    assert days_of(PayDays(PayFrequency.FORTNIGHTLY, first), 2)[1] == date(2027, 1, 14)
    assert days_of(PayDays(PayFrequency.FOUR_WEEKLY, first), 2)[1] == date(2027, 1, 28)
    monthly = days_of(PayDays(PayFrequency.MONTHLY, first), 3)
    assert monthly[1:] == [date(2027, 1, 31), date(2027, 2, 28)]
    from_february = PayDays(PayFrequency.MONTHLY, date(2027, 2, 28), last_day_of_month=True)
    assert days_of(from_february, 2)[1] == date(2027, 3, 31)


def test_the_rhythm_of_a_job_that_goes_on_runs_back_too() -> None:
    plan = PayDays(PayFrequency.FOUR_WEEKLY, date(2026, 12, 31))
    found = next(pay_days_from(plan, date(2026, 10, 1)))
    assert found == PaidTime(date(2026, 10, 8), date(2026, 9, 11), date(2026, 10, 8))


def test_a_first_pay_is_for_the_days_since_the_start() -> None:
    plan = PayDays(PayFrequency.FOUR_WEEKLY, date(2026, 12, 31))
    assert first_of_job(plan, date(2026, 12, 4)).share == 1
    assert first_of_job(plan, date(2026, 12, 18)).share == Decimal("0.5")
    # Two weeks and more before the period begins are paid with the first pay.
    assert first_of_job(plan, date(2026, 11, 20)).share == Decimal("1.5")
    in_hand = PayDays(PayFrequency.WEEKLY, date(2026, 12, 18), days_in_arrears=7)
    assert first_of_job(in_hand, date(2026, 12, 7)).ends == date(2026, 12, 11)
    assert first_of_job(in_hand, date(2026, 12, 5)).share == 1


def test_two_monthly_pays_in_one_period_are_put_into_two() -> None:
    """Pay on the 28th and periods from the 29th: February's period starts on the 27th."""
    plan = PayDays(PayFrequency.MONTHLY, date(2027, 1, 28))
    days = [PayDay(time, NO_PAY) for time in islice(pay_days_from(plan, plan.first), 4)]
    periods = periods_from(date(2027, 1, 1), 29, 5)
    laid = by_period(days, periods, PayFrequency.MONTHLY)
    assert [len(each) for each in laid[:4]] == [1, 1, 1, 1]
    four_weekly = by_period(days, periods, PayFrequency.FOUR_WEEKLY)
    assert [len(each) for each in four_weekly[:4]] == [1, 0, 2, 1]
