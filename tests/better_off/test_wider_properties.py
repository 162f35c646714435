"""What must hold for every household with everything that is covered, looked for by Hypothesis."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from caseload.better_off.answer import BetterOff
from caseload.better_off.comparison import compare, table
from caseload.better_off.explanation import explain, explain_now
from caseload.better_off.filing import from_json, household_from_json, household_to_json, to_json
from caseload.better_off.hours import income_by_hours
from caseload.better_off.household import Household, Offer
from caseload.better_off.other_income import OtherIncomeKind
from tests.better_off.households import rates
from tests.better_off.test_adding_up import check_all
from tests.better_off.test_filing import through_text
from tests.better_off.wider_households import WIDE, is_covered

Case = tuple[Household, Offer]
wide = settings(max_examples=70, deadline=None)
few = settings(max_examples=30, deadline=None)
A_WEEK_OF_PENCE = Decimal("0.05")
WHOLE_POUNDS_OF_LOANS = Decimal("0.47")
"""Two loans are each repaid in whole pounds a month, so either may take a pound at once."""


@given(WIDE)
@wide
def test_every_screen_and_letter_adds_up(case: Case) -> None:
    household, job = case
    check_all(household, (job,), rates())


def explained(result: BetterOff) -> set[str]:
    parts = (explain(result, result.offers[0], rates()), explain_now(result, rates()))
    steps = {key for part in parts for each in part.sections for s in each.steps for key in s.rates}
    return steps | {key for fact in result.offers[0].facts for key in fact.rates}


@given(WIDE)
@wide
def test_every_rate_is_explained_with_its_source(case: Case) -> None:
    household, job = case
    assume(household.capital <= 16000)  # Above it no element is paid, so none is explained.
    result = compare(household, (job,), rates())
    assert set(result.rates_used) <= explained(result)
    assert all(rates().rate(key).sources for key in explained(result))


@given(WIDE)
@wide
def test_no_award_is_negative_and_no_hours_change_nothing(case: Case) -> None:
    household, job = case
    idle = replace(
        job,
        hours_per_week=Decimal(0),
        childcare_monthly=Decimal(0),
        fares_weekly=None,
        council_tax_reduction_monthly=None,
    )
    (none, some) = compare(household, (idle, job), rates()).offers
    left = household.claimant.job if job.beside_present_job else None
    without = replace(household, claimant=replace(household.claimant, job=left))
    assert none.picture.money_in == compare(without, (), rates()).now.money_in
    for answer in (none, some):
        award = answer.picture.universal_credit
        assert 0 <= award.award <= award.before_cap <= award.maximum


@given(WIDE)
@few
def test_it_is_filed_and_comes_back_the_same(case: Case) -> None:
    household, job = case
    result = compare(household, (job,), rates())
    assert from_json(through_text(to_json(result))) == result
    assert household_from_json(through_text(household_to_json(household, (job,)))) == (
        household,
        (job,),
    )
    assert {row.key for row in table(result)} >= {"take_home", "universal_credit", "money_in"}


@given(WIDE)
@few
def test_money_falls_with_more_hours_only_at_a_named_cliff(case: Case) -> None:
    household, job = case
    # JSA counts pay after half of a pension share, so it falls a little faster than pay rises.
    jsa = any(
        each.kind is OtherIncomeKind.NEW_STYLE_JSA for each in household.claimant.other_income
    )
    assume(not (jsa and job.pension_employee_percent))
    curve = income_by_hours(household, job, rates())
    for before, after in pairwise(curve.points):
        passed = [mark for mark in curve.landmarks if before.hours < mark.hours <= after.hours]
        cliffs = sum((mark.drop_month for mark in passed), Decimal(0))
        fall = before.left_week - after.left_week
        steps = WHOLE_POUNDS_OF_LOANS if household.claimant.student_loans else Decimal(0)
        assert fall <= cliffs * 12 / 52 + A_WEEK_OF_PENCE + steps, (before, after, passed)


CLIFFS = {
    "esa_ends",
    "esa_ends_for_one",
    "carers_allowance_ends",
    "jsa_ends",
    "jsa_down",
    "cap_stays",
}
"""Facts that name what takes money away as pay rises."""


@given(WIDE, st.integers(1, 500))
@wide
def test_money_falls_with_more_pay_only_at_a_cliff_that_is_named(case: Case, pence: int) -> None:
    household, job = case
    better_paid = replace(job, hourly_wage=job.hourly_wage + Decimal(pence) / 100)
    assume(is_covered((household, better_paid)))
    before, after = compare(household, (job, better_paid), rates()).offers
    loans = Decimal(2) if household.claimant.student_loans else Decimal(0)
    if before.picture.left - after.picture.left > loans + Decimal("0.05"):
        said = {fact.code for fact in after.facts} - {fact.code for fact in before.facts}
        assert said & CLIFFS, (before.picture, after.picture)


@given(WIDE, st.randoms())
@wide
def test_nothing_depends_on_the_order_of_the_children(case: Case, random: Random) -> None:
    household, job = case
    shuffled = list(household.children)
    random.shuffle(shuffled)
    other = replace(household, children=tuple(shuffled))
    (one,) = compare(household, (job,), rates()).offers
    (two,) = compare(other, (job,), rates()).offers
    assert (one.picture, one.facts) == (two.picture, two.facts)
