"""Rates that change on the way, each on its own day, and the benefit cap month by month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from caseload.better_off.household import (
    EsaGroup,
    Health,
    Household,
    Offer,
    PensionBasis,
)
from caseload.better_off.pay_days import PayDays, PayFrequency
from caseload.better_off.problems import RatesRefused
from caseload.better_off.timetable import Timetable
from tests.better_off.households import NLW, offer, single
from tests.better_off.jobs_by_month import (
    CAPPED,
    CASES,
    FOUR_WEEKLY,
    MAY,
    MONTHLY,
    RENTED,
    WEEKLY,
    months,
    paid,
    settled,
    told,
)


def test_a_start_in_march_crosses_the_rates_each_on_its_own_day() -> None:
    starts = date(2026, 3, 2)
    household = single(health=Health.LCWRA, rent=900)
    job = offer(16, Decimal("12.21"), pension_employee_percent=Decimal(5), pension_basis="all_pay")
    found = months(household, job, Timetable(starts, 12, PayDays(PayFrequency.WEEKLY, starts)))
    standard = {
        row.period.starts: row.picture.universal_credit.standard_allowance for row in found.rows
    }
    # New Universal Credit rates from assessment periods starting on or after 6 April.
    assert standard[date(2026, 3, 12)] == Decimal("400.14")
    assert standard[date(2026, 4, 12)] == Decimal("424.90")
    # The health element of before April is the protected one after it.
    health = {row.period.starts: row.picture.universal_credit.health_element for row in found.rows}
    assert health[date(2026, 3, 12)] == Decimal("423.27")
    assert health[date(2026, 4, 12)] == Decimal("429.80")
    # The minimum wage by the first week that starts on or after 1 April.
    wages = {day.time.starts: day.pay.hourly_wage for row in found.rows for day in row.pay_days}
    assert wages[date(2026, 3, 31)] == Decimal("12.21")
    assert wages[date(2026, 4, 7)] == NLW
    facts = told(found)
    assert "12 April 2026" in facts["new_rates"].you
    assert "18 May 2026" in facts["new_rates"].you
    assert "£12.71" in facts["wage_rises"].you
    assert "13 April 2026" in facts["wage_rises"].you


def test_a_wage_above_the_minimum_stays() -> None:
    starts = date(2026, 3, 2)
    plan = Timetable(starts, 12, PayDays(PayFrequency.WEEKLY, starts))
    found = months(single(health=Health.LCW), offer(16, Decimal("14.00")), plan)
    assert "wage_rises" not in told(found)


def test_tax_goes_by_the_pay_day_and_unused_allowance_ends_in_april() -> None:
    late = paid(PayFrequency.MONTHLY, date(2025, 12, 28), date(2025, 12, 1))
    job = offer(37.5, Decimal("13.85"))
    found = months(single(health=Health.LCW, rent=900), job, late)
    taxes = {day.on: day.pay.income_tax for row in found.rows for day in row.pay_days}
    assert taxes[date(2026, 3, 28)] == 0
    assert taxes[date(2026, 4, 28)] == Decimal("240.63")
    assert "£240.62 more tax" in told(found)["tax_from_april"].you
    no_allowance = replace(late, earlier_pay=Decimal(11000), earlier_tax=Decimal(0))
    taxed = months(single(health=Health.LCW, rent=900), job, no_allowance)
    assert sum(day.pay.income_tax for row in taxed.rows[:4] for day in row.pay_days) > 0


def test_taxed_benefits_before_the_job_make_the_code_week_1_or_month_1() -> None:
    late = paid(PayFrequency.MONTHLY, date(2025, 12, 28), date(2025, 12, 1))
    esa = single(
        health=Health.LCW,
        rent=900,
        new_style_esa_weekly=Decimal("92.05"),
        new_style_esa_group=EsaGroup.WORK_RELATED_ACTIVITY,
    )
    found = months(esa, offer(37.5, Decimal("13.85")), late)
    pays = [day.pay for row in found.rows for day in row.pay_days]
    assert pays[1].income_tax == Decimal("240.63")
    assert "tax_from_april" not in told(found)


def test_months_after_the_rates_on_file_use_the_last_ones_and_say_so() -> None:
    late = paid(PayFrequency.MONTHLY, date(2026, 12, 28), date(2026, 12, 1))
    found = months(RENTED, offer(16), late)
    assert [row.assumed for row in found.rows] == [
        row.period.starts > date(2027, 3, 31) for row in found.rows
    ]
    assert any(row.assumed for row in found.rows)
    assert "31 March 2027" in told(found)["rates_not_known"].you
    assert "rates_not_known" not in told(months(RENTED, offer(16), replace(MONTHLY, months=6)))


def test_a_start_before_the_rates_on_file_is_refused() -> None:
    early = paid(PayFrequency.MONTHLY, date(2023, 5, 28), date(2023, 5, 1))
    with pytest.raises(RatesRefused, match="2023/24"):
        months(RENTED, offer(16), early)


def test_sixteen_hours_lift_the_cap_paid_monthly_and_not_paid_four_weekly() -> None:
    monthly = months(CAPPED, offer(16), settled(MONTHLY))
    assert {row.picture.universal_credit.cap_exemption for row in monthly.rows} == {"earnings"}
    four_weekly = months(CAPPED, offer(16), settled(FOUR_WEEKLY))
    free = [row for row in four_weekly.rows if not row.picture.universal_credit.cap_reduction]
    # Only the month with two pay days brings 881.00.
    assert [len(row.pay_days) for row in free] == [2]
    fact = told(four_weekly)["cap_by_pay_days"]
    assert "11 of 12 months" in fact.you
    # The threshold is not confirmed in a second source, so only the staff hear it.
    assert "£881.00" not in fact.you
    assert "£881.00" in fact.staff
    assert "cap_by_pay_days" not in told(monthly)


def awards_of(household: Household, job: Offer) -> set[tuple[str, Decimal]]:
    """How each month of a job paid monthly stands with the cap."""
    plan = paid(PayFrequency.MONTHLY, MAY, settled=True, months=10)
    rows = months(household, job, plan).rows
    return {
        (row.picture.universal_credit.cap_exemption, row.picture.universal_credit.cap_reduction)
        for row in rows
    }


def test_sixteen_hours_at_the_living_wage_on_both_sides_of_a_pension() -> None:
    """A pension share of 18.06 a month takes earned income to 863.17, under 881.00."""
    without, with_share = CASES["B016"], CASES["B058"]
    assert without.offers[0].pension_basis is PensionBasis.NONE
    assert awards_of(without.household, without.offers[0]) == {("", Decimal(0))}
    capped = with_share.offers[0]
    assert capped.pension_basis is PensionBasis.QUALIFYING_EARNINGS
    assert awards_of(with_share.household, capped) == {("", Decimal("656.87"))}
    opted_out = replace(
        capped, pension_basis=PensionBasis.NONE, pension_employee_percent=Decimal(0)
    )
    assert awards_of(with_share.household, opted_out) == {("earnings", Decimal(0))}


def test_a_week_in_five_may_lift_the_cap_in_some_months() -> None:
    found = months(CAPPED, offer(15.5), settled(WEEKLY))
    assert "cap_in_some_months" in told(found)


def test_the_grace_from_the_cap_ends_on_its_day() -> None:
    household = replace(CAPPED, cap_grace_ends=date(2026, 9, 20))
    found = months(household, offer(8), settled(MONTHLY))
    exempt = [row.period.starts for row in found.rows if row.picture.universal_credit.cap_exemption]
    assert max(exempt) == date(2026, 9, 12)
    assert "grace_ends" in told(found)
