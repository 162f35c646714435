"""What must hold for every household, looked for by Hypothesis."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from caseload.better_off.calculation import picture
from caseload.better_off.comparison import compare
from caseload.better_off.hours import income_by_hours
from caseload.better_off.household import Household, Offer, Tenure
from caseload.better_off.money import exact
from tests.better_off.households import households, offers, rates

TWELVE_PENCE = Decimal("0.12")
"""Every line may be half a penny out, and there are fewer than twenty-four."""
A_WEEK_OF_PENCE = Decimal("0.05")

wide = settings(max_examples=150, deadline=None)
few = settings(max_examples=60, deadline=None)


@given(households(), offers())
@wide
def test_rounding_the_lines_moves_money_by_pennies_alone(household: Household, job: Offer) -> None:
    shown, unrounded = picture(household, job, rates()), picture(household, job, rates(), exact)
    assert abs(shown.left - unrounded.left) <= TWELVE_PENCE or (
        # At a threshold a penny may decide: the cap then applies in one view alone.
        bool(shown.universal_credit.cap_reduction) != bool(unrounded.universal_credit.cap_reduction)
    )


@given(households())
@wide
def test_no_hours_are_out_of_work(household: Household) -> None:
    nothing = Offer(Decimal(0), Decimal("12.71"))
    result = compare(household, (nothing,), rates())
    assert result.offers[0].better_off_month == 0
    assert result.offers[0].picture.money_in == result.now.money_in


@given(households(), offers(), st.randoms())
@wide
def test_the_order_of_the_children_changes_nothing(
    household: Household, job: Offer, random: Random
) -> None:
    shuffled = list(household.children)
    random.shuffle(shuffled)
    other = replace(household, children=tuple(shuffled))
    assert picture(other, job, rates()) == picture(household, job, rates())


@given(households(), offers())
@wide
def test_no_award_is_negative_and_none_is_above_the_maximum(
    household: Household, job: Offer
) -> None:
    for month in (picture(household, None, rates()), picture(household, job, rates())):
        award = month.universal_credit
        assert 0 <= award.award <= award.before_cap <= award.maximum


@given(households(), offers(), st.sampled_from([6000, 6001, 8000, 15999, 16000, 16001, 20000]))
@wide
def test_more_savings_never_mean_more_money(household: Household, job: Offer, capital: int) -> None:
    richer = replace(household, capital=max(household.capital, Decimal(capital)))
    assert picture(richer, job, rates()).money_in <= picture(household, job, rates()).money_in


@given(households(), offers(), st.integers(1, 500))
@wide
def test_a_higher_rent_never_means_less_universal_credit(
    household: Household, job: Offer, more: int
) -> None:
    if household.housing.tenure is Tenure.NO_HOUSING_COSTS:
        return
    rent = household.housing.rent_monthly + more
    dearer = replace(household, housing=replace(household.housing, rent_monthly=rent))
    before = picture(household, job, rates()).universal_credit
    after = picture(dearer, job, rates()).universal_credit
    assert after.award >= before.award


@given(households(), offers(), st.sampled_from([0, 0, 300, 1300]), st.sampled_from([0, 30]))
@few
def test_money_falls_with_more_hours_only_at_a_named_cliff(
    household: Household, job: Offer, childcare: int, fares: int
) -> None:
    paid = Decimal(childcare if household.children else 0)
    job = replace(job, childcare_monthly=paid, fares_weekly=Decimal(fares))
    curve = income_by_hours(household, job, rates())
    for before, after in pairwise(curve.points):
        passed = [mark for mark in curve.landmarks if before.hours < mark.hours <= after.hours]
        cliffs = sum((mark.drop_month for mark in passed), Decimal(0))
        fall = before.left_week - after.left_week
        assert fall <= cliffs * 12 / 52 + A_WEEK_OF_PENCE


@given(households(), offers(st.just(Decimal(20))), st.integers(1, 400))
@wide
def test_an_award_never_grows_with_pay_but_where_the_cap_lifts_or_a_benefit_ends(
    household: Household, job: Offer, pence: int
) -> None:
    better_paid = replace(job, hourly_wage=job.hourly_wage + Decimal(pence) / 100)
    before, after = picture(household, job, rates()), picture(household, better_paid, rates())
    kept_benefits = (
        before.new_style_esa == after.new_style_esa
        and before.carers_allowance == after.carers_allowance
    )
    if kept_benefits and not before.universal_credit.cap_reduction:
        assert after.universal_credit.award <= before.universal_credit.award
