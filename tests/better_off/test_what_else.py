"""Help that goes with a benefit, first steps, and ways back: each with what it rests on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from caseload.better_off.answer import Fact, FactKind
from caseload.better_off.comparison import compare
from caseload.better_off.household import (
    Child,
    EsaGroup,
    Health,
    Household,
    Job,
    Offer,
    PipRate,
)
from caseload.better_off.rate_files import load_rate_book
from caseload.better_off.what_else import what_else
from tests.better_off.households import NLW, offer, rates, single
from tests.better_off.wider_households import WIDE

TODAY = date(2026, 11, 24)
RENTED = single(rent=900)
LCWRA = single(health=Health.LCWRA_NEW, rent=900)
HEALTHY_START = "healthy_start.net_earnings_limit"


def with_child(age: int) -> Household:
    return replace(RENTED, children=(Child(age, born_before_6_april_2017=age > 9),))


def told(
    household: Household, job: Offer, day: date = TODAY, tax_year: str = "2026/27"
) -> dict[str, Fact]:
    view = rates(tax_year)
    result = compare(household, (job,), view)
    return {fact.code: fact for fact in what_else(result, result.offers[0], view, day)}


# ---- passported help


def test_school_meals_go_with_any_universal_credit_since_september_2026() -> None:
    assert "meals_with_uc" in told(with_child(7), offer(20))
    assert "meals_may_end" in told(with_child(7), offer(80))
    assert not any(code.startswith("meals") for code in told(with_child(3), offer(20)))


def test_school_meals_had_a_limit_before() -> None:
    june = date(2026, 6, 1)
    assert "meals_within_limit" in told(with_child(7), offer(10), june)
    over = told(with_child(7), offer(20), june)["meals_over_limit"]
    assert "£7,400.00" in over.you
    assert "meals_over_limit" in told(with_child(7), offer(20, Decimal("12.21")), TODAY, "2025/26")


@pytest.mark.parametrize(
    ("age", "hours", "code"),
    [
        (3, 7, "healthy_start_stays"),
        (3, 8, "healthy_start_may_end"),
        (2, 20, "early_education_stays"),
        (2, 30, "early_education_may_end"),
    ],
)
def test_help_for_small_children_has_a_limit(age: int, hours: int, code: str) -> None:
    assert code in told(with_child(age), offer(hours))


def test_help_that_was_not_there_before_is_not_said_to_end() -> None:
    working = replace(with_child(3), claimant=replace(RENTED.claimant, job=Job(Decimal(20), NLW)))
    found = told(working, offer(30))
    assert not any(code.startswith("healthy_start") for code in found)
    well_paid = replace(with_child(2), claimant=replace(RENTED.claimant, job=Job(Decimal(35), NLW)))
    assert not any(code.startswith("early") for code in told(well_paid, offer(36)))


def test_what_goes_with_universal_credit_and_with_pip() -> None:
    assert {"health_costs", "help_to_save"} <= set(told(LCWRA, offer(16)))
    assert "bills_may_rise" in told(single(), offer(30))
    assert "bills_may_rise" not in told(LCWRA, offer(16))
    with_pip = single(pip_mobility=PipRate.STANDARD)
    assert "pip_passes" in told(with_pip, offer(16))
    assert "pip_passes" not in told(LCWRA, offer(16))


# ---- limits that are not confirmed


def test_a_limit_that_is_not_confirmed_is_not_said_to_the_client() -> None:
    unsure = told(with_child(3), offer(7))["healthy_start_stays"]
    assert "£" not in unsure.you
    assert "Ask Healthy Start" in unsure.you
    assert "£408.00" in unsure.staff
    assert "not confirmed" in unsure.staff
    assert unsure.rates == (HEALTHY_START,)


def test_a_limit_that_the_service_confirms_is_said() -> None:
    view = load_rate_book().tax_year("2026/27").confirming([HEALTHY_START])
    result = compare(with_child(3), (offer(7),), view)
    found = {fact.code: fact for fact in what_else(result, result.offers[0], view, TODAY)}
    assert "£408.00 a month" in found["healthy_start_stays"].you
    assert "not confirmed" not in found["healthy_start_stays"].staff
    assert HEALTHY_START not in view.unconfirmed([HEALTHY_START])


@given(WIDE)
@settings(max_examples=60, deadline=None)
def test_every_fact_rests_on_something_and_no_unconfirmed_figure_is_said(
    case: tuple[Household, Offer],
) -> None:
    household, job = case
    for fact in told(household, job).values():
        assert fact.source
        assert fact.you
        assert fact.staff
        if rates().unconfirmed(fact.rates):
            assert not re.search(r"\d", fact.you), fact


# ---- first steps and warnings


def test_first_steps_of_a_job() -> None:
    parent = replace(with_child(3), claimant=replace(RENTED.claimant, health=Health.LCW))
    found = told(parent, offer(16, childcare_monthly=Decimal(300)))
    steps = {"access_to_work", "ask_work_coach", "childcare_first_month", "childcare_before_start"}
    assert steps <= set(found)
    assert "childcare_goes_on" in found
    assert all(found[code].kind is FactKind.TO_DO for code in ("access_to_work", "ask_work_coach"))
    assert told(RENTED, offer(0)).keys() <= {"meals_with_uc"}


def test_warnings_where_an_adviser_must_look() -> None:
    esa = single(
        new_style_esa_weekly=Decimal("95.55"),
        new_style_esa_group=EsaGroup.WORK_RELATED_ACTIVITY,
        rent=900,
    )
    assert told(esa, offer(16))["which_esa"].kind is FactKind.WARNING
    assert "no_first_assessment" in told(RENTED, offer(16))
    assert "no_first_assessment" not in told(RENTED, offer(15))
    with_pip = single(pip_daily_living=PipRate.STANDARD, rent=900)
    assert "no_first_assessment" not in told(with_pip, offer(16))
    assert "right_to_try" in told(LCWRA, offer(16))


# ---- ways back


def test_universal_credit_comes_back() -> None:
    assert "uc_goes_up_again" in told(LCWRA, offer(16))
    ends = told(single(), offer(30))
    assert "six months" in ends["uc_within_six_months"].you
    assert "uc_goes_up_again" not in ends


def test_the_health_element_comes_back_without_its_wait() -> None:
    assert "health_decision_stands" in told(LCWRA, offer(16))
    ends = told(single(health=Health.LCWRA_NEW), offer(60))
    assert "no three-month wait" in ends["health_element_without_wait"].you
    assert "health_decision_stands" not in ends


def test_esa_and_carers_allowance_come_back() -> None:
    esa = single(
        new_style_esa_weekly=Decimal("95.55"),
        new_style_esa_group=EsaGroup.WORK_RELATED_ACTIVITY,
        rent=900,
    )
    assert "12 weeks" in told(esa, offer(16))["esa_links"].you
    assert "esa_links" not in told(esa, offer(8))
    carer = single(carer_35_hours=True, claims_carers_allowance=True, rent=900)
    assert "carers_allowance_again" in told(carer, offer(30))


def test_a_year_of_enough_pay_brings_nine_months_without_the_cap() -> None:
    large = replace(single(rent=2500), children=(Child(4, born_before_6_april_2017=False),))
    found = told(large, offer(17))
    # The threshold is not confirmed in a second source, so the client hears no figure.
    assert "some months" in found["cap_grace_after"].you
    assert "£881.00" in found["cap_grace_after"].staff


def test_sick_pay_from_the_first_day_came_in_april_2026() -> None:
    found = told(LCWRA, offer(16))["sick_pay"]
    assert "£123.25 a week, or 80%" in found.you
    last_year = single(health=Health.LCWRA, rent=900)
    assert "sick_pay" not in told(last_year, offer(16, Decimal("12.21")), TODAY, "2025/26")
