"""The law's view, rule by rule, where it asks more than the published cases do."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from caseload.better_off.household import (
    Adult,
    Child,
    EsaGroup,
    Health,
    Household,
    Housing,
    Job,
    Offer,
    PensionBasis,
    PensionRelief,
    PipRate,
    Tenure,
)
from caseload.better_off.other_income import OtherIncome, OtherIncomeKind
from caseload.better_off.view import View
from tests.better_off.asking import codes, month, refused, steps
from tests.better_off.households import NLW, offer, single

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


# ---- L1: pensions


def test_with_relief_at_source_the_worker_pays_four_fifths_and_hmrc_the_rest() -> None:
    pay = month(single(rent=900), offer(16, **AT_SOURCE)).pay
    net_pay = month(single(rent=900), offer(16, **QUALIFYING)).pay
    assert net_pay.pension == Decimal("18.06")
    assert (pay.pension, pay.pension_relief) == (Decimal("14.45"), Decimal("3.61"))
    # Under the personal allowance nothing else changes, so 3.61 more is taken home.
    assert pay.take_home - net_pay.take_home == Decimal("3.61")


def test_universal_credit_leaves_out_the_whole_pension_share_in_both_ways() -> None:
    at_source = month(single(rent=900), offer(16, **AT_SOURCE)).universal_credit
    net_pay = month(single(rent=900), offer(16, **QUALIFYING)).universal_credit
    assert at_source.earned_income == net_pay.earned_income == Decimal("863.17")
    assert at_source.award == net_pay.award


def test_above_the_allowance_relief_at_source_taxes_all_pay() -> None:
    at_source = month(single(), offer(37.5, **AT_SOURCE)).pay
    net_pay = month(single(), offer(37.5, **QUALIFYING)).pay
    # A fifth of the share comes as relief, and a fifth of it more is taxed: the same to a penny.
    assert at_source.income_tax - net_pay.income_tax == Decimal("15.46")
    assert abs(at_source.take_home - net_pay.take_home) <= Decimal("0.01")


def test_the_cases_take_every_pension_before_tax() -> None:
    job = offer(16, **AT_SOURCE)
    assert month(single(), job, View.CASES).pay.pension == Decimal("18.06")


def test_the_way_of_relief_is_asked_for_until_it_is_known() -> None:
    assert "relief_at_source" in codes(single(), offer(16, **QUALIFYING))
    assert "relief_at_source" not in codes(single(), offer(16, **AT_SOURCE))
    known = offer(16, **QUALIFYING, pension_relief=PensionRelief.NET_PAY)
    assert "relief_at_source" not in codes(single(), known)


def test_relief_at_source_is_explained() -> None:
    words = steps(single(rent=900), offer(16, **AT_SOURCE))
    assert "less the £3.61 that HMRC adds -14.45" in words
    assert "Universal Credit also leaves out the £3.61" in words


# ---- L2: tax on benefits through the wage


def taxed_pensioner(through_wage: bool | None) -> Household:
    return single(
        rent=900,
        other_pension_income_weekly=Decimal(120),
        tax_on_benefits_through_wage=through_wage,
    )


def test_tax_that_comes_off_the_wage_raises_universal_credit_by_55_per_cent_of_it() -> None:
    apart = month(taxed_pensioner(None), offer(16))
    coded = month(taxed_pensioner(True), offer(16))
    tax = apart.tax_on_other_income
    assert tax == Decimal("70.75")
    assert coded.tax_on_other_income == 0
    assert coded.pay.income_tax == tax
    rise = coded.universal_credit.award - apart.universal_credit.award
    assert rise == Decimal("38.92")
    assert coded.money_in - apart.money_in == rise
    assert "all taken from the wage" in steps(taxed_pensioner(True), offer(16))


def test_tax_stays_apart_out_of_work_and_where_the_answer_is_no() -> None:
    assert month(taxed_pensioner(True), None) == month(taxed_pensioner(None), None)
    assert month(taxed_pensioner(False), offer(16)) == month(taxed_pensioner(None), offer(16))
    assert month(taxed_pensioner(True), offer(16), View.CASES).tax_on_other_income > 0


def test_the_tax_is_asked_about_until_it_is_known() -> None:
    assert "tax_on_benefits" in codes(taxed_pensioner(None), offer(16))
    for known in (True, False):
        assert "tax_on_benefits" not in codes(taxed_pensioner(known), offer(16))


# ---- L3: carers and the health element


def couple(client: Adult, partner: Adult) -> Household:
    return replace(single(), claimant=client, partner=partner)


@pytest.mark.parametrize(
    ("client", "partner", "carer_elements"),
    [
        (Adult(40, carer_35_hours=True), Adult(40, Health.LCWRA_NEW), 1),
        (Adult(40, Health.LCWRA_NEW, carer_35_hours=True), Adult(40), 0),
        (Adult(40, Health.LCWRA_NEW, carer_35_hours=True), Adult(40, Health.LCWRA_NEW), 1),
        (
            Adult(40, Health.LCWRA_NEW, carer_35_hours=True),
            Adult(40, Health.LCWRA_PROTECTED, carer_35_hours=True),
            1,
        ),
        (Adult(40, carer_35_hours=True), Adult(40, carer_35_hours=True), 2),
        (
            Adult(40, Health.LCWRA_NEW, carer_35_hours=True),
            Adult(40, carer_35_hours=True),
            1,
        ),
    ],
)
def test_one_health_element_leaves_room_for_the_others_carer_element(
    client: Adult, partner: Adult, carer_elements: int
) -> None:
    award = month(couple(client, partner), None).universal_credit
    assert award.carer_element == carer_elements * Decimal("209.34")


# ---- L4: childcare


def with_partner(**partner: Any) -> Household:
    return replace(CAPPED, partner=Adult(30, **partner))


@pytest.mark.parametrize(
    ("partner", "element"),
    [
        ({}, 0),
        ({"carer_35_hours": True}, 255),
        ({"away": True}, 255),
        ({"health": Health.LCW}, 255),
        ({"job": Job(Decimal(10), NLW)}, 255),
        ({"job": Job(Decimal(0), NLW)}, 0),
    ],
)
def test_a_partner_who_cannot_mind_the_children_lets_childcare_help_in(
    partner: dict[str, Any], element: int
) -> None:
    job = offer(20, childcare_monthly=Decimal(300))
    household = with_partner(**partner)
    assert month(household, job).universal_credit.childcare_element == element


def test_the_cases_know_neither_a_caring_partner_nor_one_away() -> None:
    job = offer(20, childcare_monthly=Decimal(300))
    for partner in ({"carer_35_hours": True}, {"away": True}):
        award = month(with_partner(**partner), job, View.CASES).universal_credit
        assert award.childcare_element == 0


def test_the_most_help_goes_by_the_children_in_paid_childcare() -> None:
    two = replace(CAPPED, children=(TODDLER, TODDLER))
    dear = offer(20, childcare_monthly=Decimal(2000))
    assert month(two, dear).universal_credit.childcare_element == Decimal("1700.00")
    one_of_them = replace(dear, childcare_children=1)
    assert month(two, one_of_them).universal_credit.childcare_element == Decimal("1071.09")
    for count in (0, 3):
        wrong = replace(dear, childcare_children=count)
        assert refused(two, wrong) == ["offers.0.childcare_children"]


# ---- L6: permitted work


def test_permitted_work_goes_by_pay_after_half_of_the_pension() -> None:
    heavy = Offer(Decimal(15), Decimal("13.90"), Decimal(10), PensionBasis.ALL_PAY)
    assert month(ON_ESA, heavy).new_style_esa > 0
    assert month(ON_ESA, heavy, View.CASES).new_style_esa == 0
    assert "esa_near_limit" in codes(ON_ESA, heavy)


def test_tax_taken_from_the_wage_can_keep_esa() -> None:
    """The published case B047: 222.00 a week, 216.45 after half of the pension."""
    job = Offer(Decimal(15), Decimal("14.80"), Decimal(5), PensionBasis.ALL_PAY)
    on_support = single(
        new_style_esa_weekly=Decimal("145.90"), new_style_esa_group=EsaGroup.SUPPORT, rent=900
    )
    assert month(on_support, job).new_style_esa == 0
    claimant = replace(on_support.claimant, tax_on_benefits_through_wage=True)
    assert month(replace(on_support, claimant=claimant), job).new_style_esa > 0


def test_supported_permitted_work_has_no_limit_of_hours() -> None:
    job = Offer(Decimal(20), Decimal("10.00"), supported_permitted_work=True)
    assert month(ON_ESA, job).new_style_esa > 0
    assert month(ON_ESA, replace(job, supported_permitted_work=False)).new_style_esa == 0
    assert month(ON_ESA, replace(job, hourly_wage=NLW)).new_style_esa == 0
    young = replace(ON_ESA, claimant=replace(ON_ESA.claimant, age=19))
    at_least = replace(job, hourly_wage=Decimal("10.85"), hours_per_week=Decimal(18))
    assert "esa_stays_supported" in codes(young, at_least)


# ---- L10: Carer's Allowance


def test_costs_of_care_come_off_the_pay_that_counts_up_to_half_of_it() -> None:
    over = offer(17)
    assert month(CARER, over).carers_allowance == 0
    with_care = replace(over, care_costs_weekly=Decimal(20))
    assert month(CARER, with_care).carers_allowance > 0
    much = offer(37.5, care_costs_weekly=Decimal(400))
    # Half of about 410.86 a week is over 204: no costs of care can bring that under the limit.
    assert month(CARER, much).carers_allowance == 0
    assert "care_costs" in codes(CARER, over)
    assert "care_costs" not in codes(CARER, with_care)
    assert refused(single(), replace(over, care_costs_weekly=Decimal(20))) == [
        "offers.0.care_costs_weekly"
    ]


# ---- contradictions


@pytest.mark.parametrize(
    ("household", "field"),
    [
        (single(away=True), "claimant.away"),
        (
            single(other_income=(OtherIncome(OtherIncomeKind.WAR_PENSION, Decimal(0)),)),
            "claimant.other_income.0.weekly",
        ),
        (
            replace(
                ON_ESA,
                claimant=replace(
                    ON_ESA.claimant,
                    other_income=(OtherIncome(OtherIncomeKind.NEW_STYLE_JSA, Decimal(90)),),
                ),
            ),
            "claimant.other_income.0.kind",
        ),
        (
            replace(CAPPED, children=(Child(15, True, pip_mobility=PipRate.STANDARD),)),
            "children.0.pip_daily_living",
        ),
    ],
)
def test_a_household_that_contradicts_itself_is_refused(household: Household, field: str) -> None:
    assert field in refused(household)
