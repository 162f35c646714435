"""The months of a job add up to the year on average, or say why they do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseload.better_off.calculation import picture
from caseload.better_off.comparison import compare
from caseload.better_off.household import (
    Household,
)
from caseload.better_off.timetable import Timetable
from tests.better_off.households import offer, rates, single
from tests.better_off.jobs_by_month import (
    BOOK,
    CAPPED,
    CASES,
    FOUR_WEEKLY,
    MONTHLY,
    RENTED,
    WEEKLY,
    months,
    whole_year,
)


@pytest.mark.parametrize("case_id", CASES)
def test_monthly_pay_at_one_set_of_rates_adds_up_to_the_year_within_a_pound(case_id: str) -> None:
    case = CASES[case_id]
    for job in case.offers:
        (monthly, *_) = months(case.household, job, whole_year(case.tax_year)).differences
        assert monthly.code == "monthly"
        assert abs(monthly.amount) < 1


@pytest.mark.parametrize("starts_on", [1, 27, 28, 29, 30, 31])
def test_they_add_up_wherever_in_the_month_a_period_starts(starts_on: int) -> None:
    plan = replace(MONTHLY, period_starts_on=starts_on, starts_on=date(2026, 5, 1))
    assert abs(months(RENTED, offer(30), plan).differences[0].amount) < 1


def test_what_the_months_differ_from_the_average_by_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    largest = max(
        abs(months(case.household, job, whole_year(case.tax_year)).differences[0].amount)
        for case in CASES.values()
        for job in case.offers
    )
    found = months(CAPPED, offer(16), FOUR_WEEKLY)
    with capsys.disabled():
        # The acceptance of the whole calculation asks for these figures.
        print(f"\nL11, twelve monthly pays against the year on average: £{largest} at most")  # noqa: T201  asked for, see above
        print(f"four-weekly pay that does not lift the cap: {found.on_average} on average")  # noqa: T201  asked for, see above
        for each in found.differences:
            print(f"  {each.amount:+} {each.code}: {each.words}")  # noqa: T201  asked for, see above
        print(f"  {found.total} in twelve months")  # noqa: T201  asked for, see above
    assert largest < 1


@pytest.mark.parametrize("timetable", [FOUR_WEEKLY, WEEKLY, MONTHLY])
@pytest.mark.parametrize("household", [RENTED, CAPPED, single()])
def test_any_other_difference_is_named_and_adds_up(
    household: Household, timetable: Timetable
) -> None:
    found = months(household, offer(16), timetable)
    assert found.on_average + sum(each.amount for each in found.differences) == found.total
    assert found.on_average == compare(household, (offer(16),), rates()).offers[0].picture.left * 12
    assert all(each.words for each in found.differences)
    codes = [each.code for each in found.differences]
    assert codes == ["monthly", "pay_days", "rates", "start"]


def test_no_hours_are_the_household_as_it_is_now() -> None:
    found = months(RENTED, offer(0), MONTHLY)
    now = compare(RENTED, (), rates()).now
    assert all(row.picture.money_in == now.money_in for row in found.rows)
    assert found.differences[-1].amount == 0


def test_cash_is_the_same_money_a_month_later() -> None:
    found = months(RENTED, offer(16), FOUR_WEEKLY)
    first, last = found.rows[0], found.rows[-1]
    cash = sum(row.cash_in for row in found.rows)
    assert cash == found.total + first.award_before - last.award


def test_the_months_know_their_rates_and_their_version() -> None:
    found = months(RENTED, offer(16), MONTHLY)
    assert "uc.taper_rate" in found.rates_used
    assert found.rates_version == BOOK.version
    assert found.unconfirmed_rates == ()
    assert (
        "uc.benefit_cap_earnings_threshold" in months(CAPPED, offer(16), MONTHLY).unconfirmed_rates
    )
    assert picture(RENTED, offer(16), rates()).left * 12 == found.on_average
