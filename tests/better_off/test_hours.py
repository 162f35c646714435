"""The plot: weekly money by hours, and the places on it with a name."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from caseload.better_off.answer import HoursCurve, Landmark
from caseload.better_off.comparison import compare
from caseload.better_off.hours import HALF_HOURS_TO_40, income_by_hours
from caseload.better_off.household import (
    Adult,
    Child,
    EsaGroup,
    Health,
    Household,
    Housing,
    Tenure,
)
from tests.better_off.households import offer, rates, single

LCWRA = single(health=Health.LCWRA_NEW, rent=900)
CAPPED = Household(
    Adult(30),
    Housing(Tenure.PRIVATE_RENT, Decimal(1700), "INNER_WEST_LONDON", "C"),
    in_greater_london=True,
    children=(Child(4, born_before_6_april_2017=False),),
)


def curve(household: Household, **job: Decimal) -> HoursCurve:
    return income_by_hours(household, offer(16, **job), rates())


def marks(household: Household, **job: Decimal) -> dict[str, Landmark]:
    return {mark.code: mark for mark in curve(household, **job).landmarks}


def test_the_plot_has_a_point_for_each_half_hour_and_agrees_with_the_answer() -> None:
    points = {point.hours: point for point in curve(LCWRA).points}
    assert tuple(points) == HALF_HOURS_TO_40
    result = compare(LCWRA, (offer(24),), rates())
    at_24 = points[Decimal(24)]
    assert at_24.better_off_week == result.offers[0].better_off_week == Decimal("183.49")
    assert at_24.money_in_week == at_24.left_week == Decimal("539.37")
    assert at_24.take_home_month == Decimal("1245.02")
    assert at_24.universal_credit_month == Decimal("1092.25")
    assert points[Decimal(0)].money_in_week == Decimal("355.88")
    assert points[Decimal(0)].better_off_week == 0


def test_hours_may_be_chosen_and_are_sorted() -> None:
    chosen = income_by_hours(LCWRA, offer(16), rates(), [Decimal(16), Decimal(8)])
    assert [point.hours for point in chosen.points] == [8, 16]


def test_the_landmarks_of_a_person_with_the_health_element() -> None:
    named = marks(LCWRA)
    assert list(named) == ["work_allowance_used", "prescriptions_may_stop", "tax_starts"]
    assert named["work_allowance_used"].hours == Decimal("7.76")
    assert named["prescriptions_may_stop"].hours == Decimal("16.98")
    assert named["tax_starts"].hours == Decimal("19.02")
    assert not any(mark.is_cliff for mark in named.values())
    assert "£935.00" in named["prescriptions_may_stop"].sentence


def test_universal_credit_ends_where_pay_has_used_it_up() -> None:
    named = marks(single())
    # 424.90 / 0.55 is 772.55 a month, which 14.03 hours bring in.
    assert named["uc_ends"].hours == Decimal("14.03")
    assert "work_allowance_used" not in named


def test_the_benefit_cap_lifts_at_sixteen_hours_without_a_pension() -> None:
    named = marks(CAPPED)
    assert named["cap_lifts"].hours == Decimal("16.00")
    assert "£881.00" in named["cap_lifts"].sentence


def test_a_cap_that_only_fades_away_does_not_lift() -> None:
    cheaper = replace(CAPPED, housing=replace(CAPPED.housing, rent_monthly=Decimal(1400)))
    assert compare(cheaper, (), rates()).now.universal_credit.cap_reduction > 0
    assert "cap_lifts" not in marks(cheaper)


def test_esa_that_ends_is_a_cliff_and_says_what_is_lost() -> None:
    on_esa = single(new_style_esa_weekly=Decimal("145.90"), new_style_esa_group=EsaGroup.SUPPORT)
    named = marks(on_esa)
    assert named["esa_ends"].is_cliff
    # 145.90 a week goes, 632.23 a month, and with it the tax that it brought beside this pay.
    assert Decimal(530) < named["esa_ends"].drop_month < Decimal("632.23")
    assert "uc_returns" not in named


def test_universal_credit_that_takes_over_from_esa_is_named() -> None:
    on_esa = single(
        new_style_esa_weekly=Decimal("145.90"),
        new_style_esa_group=EsaGroup.SUPPORT,
        rent=400,
    )
    named = marks(on_esa)
    assert named["esa_ends"].hours == named["uc_returns"].hours
    assert sum(mark.is_cliff for mark in named.values()) == 1


def test_carers_allowance_that_ends_is_a_cliff() -> None:
    carer = single(carer_35_hours=True, claims_carers_allowance=True)
    named = marks(carer)
    assert "£204.00" in named["carers_allowance_ends"].sentence
    assert named["carers_allowance_ends"].hours == Decimal("16.06")


def test_childcare_is_a_cliff_at_the_first_hour() -> None:
    named = marks(CAPPED, childcare_monthly=Decimal(900))
    assert named["costs_start"].hours == Decimal("0.01")
    assert named["costs_start"].is_cliff
    assert "costs_start" not in marks(CAPPED)
    later = income_by_hours(
        CAPPED, offer(16, childcare_monthly=Decimal(900)), rates(), [Decimal(8), Decimal(9)]
    )
    assert "costs_start" not in {mark.code for mark in later.landmarks}


def test_prescriptions_have_no_landmark_from_sixty() -> None:
    assert "prescriptions_may_stop" not in marks(replace(LCWRA, claimant=Adult(60, Health.LCW)))
