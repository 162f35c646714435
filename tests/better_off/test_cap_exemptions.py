"""Whom the benefit cap spares: by a benefit, by the grace after a job, and what counts to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from caseload.better_off.answer import FactKind
from caseload.better_off.benefit_cap import exemption_by_benefit
from caseload.better_off.household import (
    Adult,
    Child,
    EsaGroup,
    Household,
    Housing,
    PensionBasis,
    PensionRelief,
    PipRate,
    Tenure,
)
from caseload.better_off.other_income import OtherIncome, OtherIncomeKind
from tests.better_off.asking import answer, codes, month, steps
from tests.better_off.households import offer, single

QUALIFYING: dict[str, Any] = {
    "pension_employee_percent": Decimal(5),
    "pension_basis": PensionBasis.QUALIFYING_EARNINGS,
}
AT_SOURCE: dict[str, Any] = {**QUALIFYING, "pension_relief": PensionRelief.RELIEF_AT_SOURCE}
TODDLER = Child(4, born_before_6_april_2017=False)
CAPPED = Household(
    Adult(30),
    Housing(Tenure.PRIVATE_RENT, Decimal(1700), "INNER_WEST_LONDON", "C"),
    in_greater_london=True,
    children=(TODDLER,),
)
ON_ESA = single(
    new_style_esa_weekly=Decimal("95.55"),
    new_style_esa_group=EsaGroup.WORK_RELATED_ACTIVITY,
    rent=900,
)
CARER = single(carer_35_hours=True, claims_carers_allowance=True, rent=900)


def test_the_capped_parent_is_capped_without_an_exemption() -> None:
    assert month(CAPPED, None).universal_credit.cap_reduction > 0


@pytest.mark.parametrize("kind", [each for each in OtherIncomeKind if each.lifts_cap])
def test_each_benefit_that_lifts_the_cap(kind: OtherIncomeKind) -> None:
    income = (OtherIncome(kind, Decimal(30)),)
    household = replace(CAPPED, claimant=Adult(30, other_income=income))
    award = month(household, None).universal_credit
    assert award.cap_exemption == kind
    assert award.cap_reduction == 0
    assert "The benefit cap does not apply" in steps(household, offer(8))


def test_maternity_allowance_and_new_style_jsa_count_towards_the_cap() -> None:
    for kind in (OtherIncomeKind.MATERNITY_ALLOWANCE, OtherIncomeKind.NEW_STYLE_JSA):
        household = replace(
            CAPPED, claimant=Adult(30, other_income=(OtherIncome(kind, Decimal(50)),))
        )
        before, after = month(CAPPED, None), month(household, None)
        # Universal Credit goes down by what is paid, so the sum under the cap stays the same.
        gap = after.universal_credit.cap_reduction - before.universal_credit.cap_reduction
        assert gap == 0
        assert after.other_income == Decimal("216.67")
        assert before.universal_credit.award - after.universal_credit.award == Decimal("216.67")


def test_money_that_universal_credit_does_not_count_is_money_in_alone() -> None:
    income = (OtherIncome(OtherIncomeKind.CHILD_MAINTENANCE, Decimal(30)),)
    household = replace(CAPPED, claimant=Adult(30, other_income=income))
    assert month(household, None).universal_credit == month(CAPPED, None).universal_credit
    assert month(household, None).money_in - month(CAPPED, None).money_in == Decimal("130.00")


def test_a_young_persons_pip_lifts_the_cap_and_is_paid() -> None:
    teenager = Child(17, True, pip_daily_living=PipRate.ENHANCED)
    household = replace(CAPPED, children=(teenager,))
    then = month(household, None)
    assert then.universal_credit.cap_exemption in {"pip", ""}
    assert then.universal_credit.cap_reduction == 0
    assert then.universal_credit.disabled_child_addition == Decimal("514.71")
    assert then.pip == Decimal("496.60")
    assert exemption_by_benefit(household, health_element=False, carer_element=False) == "pip"


def test_a_benefit_unpaid_only_because_of_hospital_lifts_the_cap() -> None:
    household = replace(CAPPED, claimant=Adult(30, benefit_suspended_in_hospital=True))
    assert month(household, None).universal_credit.cap_exemption == "hospital"


def test_the_nine_months_of_grace_end_on_a_day_that_is_said_with_what_it_would_cost() -> None:
    household = replace(CAPPED, cap_grace_ends=date(2027, 3, 1))
    assert month(household, None).universal_credit.cap_exemption == "grace"
    told = answer(household, offer(8)).told(FactKind.CHECK)
    (grace,) = [fact for fact in told if fact.code == "cap_grace"]
    would_take = month(CAPPED, offer(8)).universal_credit.cap_reduction
    assert would_take > 0
    assert "1 March 2027" in grace.you
    assert f"£{would_take:,.2f}" in grace.you
    # Pay over the threshold lifts the cap for good, so nothing is said of the grace.
    assert "cap_grace" not in codes(household, offer(16))
