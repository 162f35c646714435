"""Working for oneself: Class 4, no minimum pay, and the minimum income floor."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from caseload.better_off.calculation import picture
from caseload.better_off.coverage import check
from caseload.better_off.hours import income_by_hours
from caseload.better_off.household import (
    Adult,
    Health,
    Household,
    Job,
    Offer,
    SelfEmployment,
)
from caseload.better_off.other_income import OtherIncomeKind
from caseload.better_off.view import View
from tests.better_off.asking import answer, codes, month, refused
from tests.better_off.households import NLW, offer, rates, single

RENTED = single(rent=900)
TRADING = SelfEmployment(start_up_period=False)
STARTING_UP = SelfEmployment(start_up_period=True)
JSA = OtherIncomeKind.NEW_STYLE_JSA


def of_client(household: Household = RENTED, **changes: Any) -> Household:
    return replace(household, claimant=replace(household.claimant, **changes))


def business(hours: float, profit: str, terms: SelfEmployment = STARTING_UP) -> Offer:
    return offer(hours, Decimal(profit), self_employment=terms)


def test_profits_bear_class_4_and_have_no_minimum() -> None:
    pay = month(RENTED, business(30, "15.00")).pay
    # 23,400 a year: 6 per cent of 10,830.
    assert pay.national_insurance == Decimal("54.15")
    assert answer(RENTED, business(30, "4.00")).better_off_month > 0
    assert refused(RENTED, offer(30, Decimal("4.00"))) == ["offers.0.hourly_wage"]
    assert refused(RENTED, replace(business(30, "4.00"), apprentice_rate=True)) == [
        "offers.0.apprentice_rate"
    ]


def test_after_the_start_up_period_the_floor_counts_more_than_is_earned() -> None:
    client = of_client(expected_hours_per_week=Decimal(35))
    award = month(client, business(20, "5.00", TRADING)).universal_credit
    # 35 hours x 12.71 x 52 is 23,132.20: less tax of 2,112.44 and Class 4 of 633.73.
    assert award.earned_income == Decimal("1698.84")
    assert award.minimum_income_floor == Decimal("1265.51")
    assert month(client, business(20, "5.00")).universal_credit.minimum_income_floor == 0
    told = codes(client, business(20, "5.00", TRADING))
    assert {"income_floor", "report_business"} <= told
    assert "start_up" in codes(client, business(20, "5.00"))


def test_the_floor_spares_those_who_need_not_look_for_work() -> None:
    for health in (Health.LCW, Health.LCWRA_NEW):
        limited = of_client(health=health, expected_hours_per_week=Decimal(35))
        award = month(limited, business(20, "5.00", TRADING)).universal_credit
        assert award.minimum_income_floor == 0
    carer = of_client(expected_hours_per_week=Decimal(0))
    assert month(carer, business(20, "5.00", TRADING)).universal_credit.minimum_income_floor == 0


def test_without_expected_hours_the_floor_is_asked_for_and_never_guessed() -> None:
    trading = business(20, "5.00", TRADING)
    assert refused(RENTED, trading) == ["claimant.expected_hours_per_week"]
    couple = replace(of_client(expected_hours_per_week=Decimal(35)), partner=Adult(40))
    assert refused(couple, trading) == ["partner.expected_hours_per_week"]
    check(RENTED, (business(20, "5.00"),), rates())
    assert refused(of_client(expected_hours_per_week=Decimal(49))) == [
        "claimant.expected_hours_per_week"
    ]


@pytest.mark.parametrize(
    ("partner_hours", "top_up"),
    [
        # The thresholds are 1,698.84 and, at 16 hours, 881.23; 433.33 is earned in the business.
        (0, "1265.51"),
        (16, "1265.51"),
        # 22 hours bring 1,165.72 after tax and National Insurance: 284.49 over the partner's.
        (22, "981.02"),
        (60, "0.00"),
    ],
)
def test_in_a_couple_the_partners_pay_over_the_partners_own_threshold_lowers_the_floor(
    partner_hours: int, top_up: str
) -> None:
    job = Job(Decimal(partner_hours), NLW)
    partner = Adult(40, job=job, expected_hours_per_week=Decimal(16))
    couple = replace(of_client(expected_hours_per_week=Decimal(35)), partner=partner)
    award = month(couple, business(20, "5.00", TRADING)).universal_credit
    assert award.minimum_income_floor == Decimal(top_up)


def test_the_floor_is_a_cliff_at_the_first_hour() -> None:
    client = of_client(expected_hours_per_week=Decimal(35))
    curve = income_by_hours(client, business(20, "5.00", TRADING), rates())
    assert curve.landmarks[0].code == "work_starts"
    assert curve.landmarks[0].drop_month > 900


def test_the_cases_view_knows_none_of_the_floors() -> None:
    client = of_client(expected_hours_per_week=Decimal(35))
    job = business(20, "5.00", TRADING)
    award = picture(client, job, rates(), view=View.CASES).universal_credit
    assert award.minimum_income_floor == 0
