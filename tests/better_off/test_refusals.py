"""What is not covered, or contradicts itself, is refused by name and never guessed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from caseload.better_off.comparison import compare
from caseload.better_off.coverage import check
from caseload.better_off.hours import income_by_hours
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
    Tenure,
)
from caseload.better_off.minimum_wage import minimum_wage
from caseload.better_off.problems import HouseholdRefused
from tests.better_off.households import offer, rates, single

PARENT = replace(single(), children=(Child(4, born_before_6_april_2017=False),))
COUPLE = replace(single(), partner=Adult(30))
PRIVATE = Housing(Tenure.PRIVATE_RENT, Decimal(900), "LEEDS", "B")


def refused(household: Household, *offers: Offer, tax_year: str = "2026/27") -> dict[str, str]:
    with pytest.raises(HouseholdRefused) as refusal:
        check(household, offers, rates(tax_year))
    assert refusal.value.sentence == " ".join(refusal.value.problems.values())
    return refusal.value.problems


@pytest.mark.parametrize(
    ("age", "least"), [(65, "12.71"), (21, "12.71"), (20, "10.85"), (18, "10.85"), (17, "8.00")]
)
def test_the_minimum_wage_goes_by_age(age: int, least: str) -> None:
    assert minimum_wage(age, rates()) == Decimal(least)
    assert minimum_wage(age, rates(), apprentice_rate=True) == Decimal("8.00")


def test_an_offer_below_the_minimum_wage_is_refused_with_the_figure() -> None:
    problems = refused(single(34), offer(16, Decimal("12.70")))
    assert list(problems) == ["offers.0.hourly_wage"]
    assert "£12.70" in problems["offers.0.hourly_wage"]
    assert "£12.71" in problems["offers.0.hourly_wage"]


def test_each_age_and_an_apprentice_may_be_offered_their_own_minimum() -> None:
    compare(single(20), (offer(16, Decimal("10.85")),), rates())
    assert refused(single(20), offer(16, Decimal("10.84")))
    apprentice = Offer(Decimal(30), Decimal("8.00"), apprentice_rate=True)
    compare(single(20), (apprentice,), rates())
    assert refused(single(20), replace(apprentice, hourly_wage=Decimal("7.99")))


def test_last_years_wage_is_refused_this_year_and_was_right_last_year() -> None:
    last_year = offer(16, Decimal("12.21"))
    assert refused(single(34), last_year)
    compare(single(34), (last_year,), rates("2025/26"))


def test_the_plot_refuses_what_the_sum_refuses() -> None:
    with pytest.raises(HouseholdRefused):
        income_by_hours(single(34), offer(16, Decimal("12.70")), rates())


def test_every_offer_is_named_by_its_place() -> None:
    problems = refused(single(), offer(16), offer(-1), offer(81))
    assert list(problems) == ["offers.1.hours_per_week", "offers.2.hours_per_week"]


@pytest.mark.parametrize(
    ("household", "field"),
    [
        (single(-1), "claimant.age"),
        (single(121), "claimant.age"),
        (single(17), "claimant.age"),
        (single(66), "claimant.age"),
        (single(health=Health.LCWRA), "claimant.health"),
        (single(new_style_esa_weekly=Decimal("95.55")), "claimant.new_style_esa_group"),
        (single(new_style_esa_group=EsaGroup.SUPPORT), "claimant.new_style_esa_group"),
        (single(new_style_esa_weekly=Decimal(-1)), "claimant.new_style_esa_weekly"),
        (single(claims_carers_allowance=True), "claimant.carer_35_hours"),
        (
            single(
                carer_35_hours=True,
                claims_carers_allowance=True,
                new_style_esa_weekly=Decimal("95.55"),
                new_style_esa_group=EsaGroup.WORK_RELATED_ACTIVITY,
            ),
            "claimant.claims_carers_allowance",
        ),
        (single(other_pension_income_weekly=Decimal(-1)), "claimant.other_pension_income_weekly"),
        (single(job=Job(Decimal(99), Decimal(13))), "claimant.job.hours_per_week"),
        (replace(single(), capital=Decimal(-1)), "capital"),
        (replace(single(), capital=Decimal(1_000_001)), "capital"),
        (replace(COUPLE, partner=Adult(3)), "partner.age"),
        (replace(COUPLE, partner=Adult(16)), "partner.age"),
        (replace(COUPLE, partner=Adult(70)), "partner.age"),
        (
            replace(COUPLE, partner=Adult(30, job=Job(Decimal(20), Decimal(0)))),
            "partner.job.hourly_wage",
        ),
        (
            replace(
                COUPLE,
                partner=Adult(30, job=Job(Decimal(20), Decimal(13), childcare_monthly=Decimal(9))),
            ),
            "partner.job.childcare_monthly",
        ),
        (replace(PARENT, children=(Child(20, True),)), "children.0.age"),
        (replace(PARENT, children=(Child(-1, False),)), "children.0.age"),
        (
            replace(PARENT, children=(Child(9, True), Child(10, False))),
            "children.1.born_before_6_april_2017",
        ),
        (replace(PARENT, children=(Child(8, True),)), "children.0.born_before_6_april_2017"),
    ],
)
def test_people_that_are_not_covered_are_named(household: Household, field: str) -> None:
    assert field in refused(household)


@pytest.mark.parametrize(
    ("housing", "field"),
    [
        (Housing(Tenure.SUPPORTED_OR_TEMPORARY, Decimal(900)), "housing.tenure"),
        (Housing(Tenure.SOCIAL_RENT), "housing.rent_monthly"),
        (Housing(Tenure.SOCIAL_RENT, Decimal(-1)), "housing.rent_monthly"),
        (Housing(Tenure.NO_HOUSING_COSTS, Decimal(1)), "housing.rent_monthly"),
        (replace(PRIVATE, brma=None), "housing.brma"),
        (replace(PRIVATE, brma="GLASGOW"), "housing.brma"),
        (replace(PRIVATE, lha_category="F"), "housing.lha_category"),
        (replace(PRIVATE, lha_monthly_rate=Decimal(0)), "housing.lha_monthly_rate"),
    ],
)
def test_homes_that_are_not_covered_are_named(housing: Housing, field: str) -> None:
    assert list(refused(replace(single(), housing=housing))) == [field]


def test_supported_housing_is_refused_with_the_way_on() -> None:
    housing = Housing(Tenure.SUPPORTED_OR_TEMPORARY, Decimal(900))
    assert "Ask the council" in refused(replace(single(), housing=housing))["housing.tenure"]


def test_the_size_of_home_is_asked_for_where_children_may_or_may_not_share() -> None:
    children = (Child(13, True), Child(11, True))
    household = replace(single(), children=children, housing=replace(PRIVATE, lha_category=None))
    assert list(refused(household)) == ["housing.lha_category"]
    compare(replace(household, housing=PRIVATE), (), rates())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"hourly_wage": Decimal(0)}, "hourly_wage"),
        ({"hourly_wage": Decimal(501)}, "hourly_wage"),
        ({"pension_employee_percent": Decimal(-5)}, "pension_employee_percent"),
        ({"pension_employee_percent": Decimal(101)}, "pension_employee_percent"),
        ({"pension_employee_percent": Decimal(5)}, "pension_basis"),
        ({"childcare_monthly": Decimal(-1)}, "childcare_monthly"),
        ({"childcare_monthly": Decimal(100)}, "childcare_monthly"),
        ({"fares_weekly": Decimal(-1)}, "fares_weekly"),
    ],
)
def test_an_offer_that_cannot_be_is_named(changes: dict[str, Any], field: str) -> None:
    assert f"offers.0.{field}" in refused(single(), replace(offer(16), **changes))


def test_the_high_income_charge_is_not_covered() -> None:
    rich = offer(40, Decimal(30))
    assert list(refused(PARENT, rich)) == ["offers.0.hourly_wage"]
    compare(single(), (rich,), rates())
    with_pension = Offer(Decimal(40), Decimal(30), Decimal(5), PensionBasis.ALL_PAY)
    compare(PARENT, (with_pension,), rates())
    job = Job(Decimal(40), Decimal(30))
    now_rich = replace(PARENT, claimant=Adult(34, job=job))
    assert list(refused(now_rich)) == ["claimant.job.hourly_wage"]
    assert list(refused(replace(PARENT, partner=Adult(34, job=job)))) == ["partner.job.hourly_wage"]


def test_the_health_element_goes_by_the_year() -> None:
    old = single(health=Health.LCWRA)
    new = single(health=Health.LCWRA_PROTECTED)
    assert "two rates" in refused(old)["claimant.health"]
    assert "one rate" in refused(new, tax_year="2025/26")["claimant.health"]
    compare(old, (), rates("2025/26"))
