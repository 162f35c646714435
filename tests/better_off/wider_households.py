"""Made-up households with everything that is covered, however rare."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from caseload.better_off.coverage import check
from caseload.better_off.household import (
    Adult,
    Health,
    Household,
    Job,
    Offer,
    PensionRelief,
    SelfEmployment,
)
from caseload.better_off.non_dependants import NonDependant
from caseload.better_off.other_income import OtherIncome, OtherIncomeKind
from caseload.better_off.problems import HouseholdRefused
from caseload.better_off.student_loans import StudentLoan
from tests.better_off.households import (
    HOURS,
    WAGES,
    households,
    jobs,
    offers,
    pounds_between,
    rates,
)

RELIEFS = st.sampled_from(PensionRelief)
OTHER_INCOME = st.builds(
    OtherIncome, st.sampled_from(OtherIncomeKind), pounds_between(10, 120), st.booleans()
)
LOANS = st.lists(st.sampled_from(StudentLoan), max_size=3, unique=True).map(tuple)
NON_DEPENDANTS = st.lists(st.builds(NonDependant, st.integers(16, 90), st.booleans()), max_size=2)
SELF_EMPLOYMENT = st.none() | st.builds(SelfEmployment, st.booleans())


@st.composite
def wide_adults(draw: st.DrawFn, adult: Adult) -> Adult:
    """The same adult with rarer things beside."""
    incomes = tuple(draw(st.lists(OTHER_INCOME, max_size=2)))
    if adult.new_style_esa_weekly or adult.claims_carers_allowance or len(incomes) > 1:
        incomes = tuple(each for each in incomes if each.kind is not OtherIncomeKind.NEW_STYLE_JSA)
    other_jobs = draw(st.lists(jobs(), max_size=1))
    return replace(
        adult,
        other_income=incomes,
        other_jobs=tuple(replace(job, hours_per_week=Decimal(5)) for job in other_jobs),
        tax_on_benefits_through_wage=draw(st.sampled_from([None, True, False])),
        student_loans=draw(LOANS),
        expected_hours_per_week=Decimal(draw(st.sampled_from([0, 16, 35]))),
        lcw_element=adult.health is Health.LCW and draw(st.booleans()),
        benefit_suspended_in_hospital=draw(st.booleans()),
    )


@st.composite
def wide_jobs(draw: st.DrawFn, job: Job) -> Job:
    """The same job with rarer terms."""
    return replace(job, pension_relief=draw(RELIEFS), self_employment=draw(SELF_EMPLOYMENT))


@st.composite
def wide_households(draw: st.DrawFn) -> Household:
    """A household that is covered, with anything that may be said of it."""
    household = draw(households())
    claimant = draw(wide_adults(household.claimant))
    if draw(st.booleans()):
        present = Job(min(draw(HOURS), Decimal(30)), draw(WAGES))
        claimant = replace(claimant, job=draw(wide_jobs(present)))
    partner = household.partner
    if partner:
        partner = draw(wide_adults(replace(partner, away=draw(st.booleans()))))
        if partner.job:
            partner = replace(partner, job=draw(wide_jobs(partner.job)))
    return replace(
        household,
        claimant=claimant,
        partner=partner,
        non_dependants=tuple(draw(NON_DEPENDANTS)),
        transitional_element_monthly=draw(st.sampled_from([Decimal(0), Decimal("48.20")])),
        council_tax_reduction_monthly=draw(st.sampled_from([None, Decimal("60.00")])),
    )


@st.composite
def wide_offers(draw: st.DrawFn, household: Household) -> Offer:
    """An offer that this household may take, beside its present job or in its place."""
    offer = draw(offers())
    offer = replace(
        offer,
        pension_relief=draw(RELIEFS),
        self_employment=draw(SELF_EMPLOYMENT),
        beside_present_job=household.claimant.job is not None and draw(st.booleans()),
        council_tax_reduction_monthly=draw(st.sampled_from([None, Decimal("12.00")])),
        fares_weekly=draw(st.sampled_from([None, Decimal(0), Decimal(21)])),
        supported_permitted_work=draw(st.booleans()),
    )
    if household.children:
        offer = replace(offer, childcare_monthly=draw(st.sampled_from([Decimal(0), Decimal(400)])))
    if household.claimant.claims_carers_allowance:
        offer = replace(offer, care_costs_weekly=draw(st.sampled_from([Decimal(0), Decimal(30)])))
    return offer


def is_covered(case: tuple[Household, Offer]) -> bool:
    """Whether the calculation takes it: several jobs may bring the High Income Charge."""
    household, offer = case
    try:
        check(household, (offer,), rates())
    except HouseholdRefused:
        return False
    return True


WIDE = (
    wide_households()
    .flatmap(lambda household: wide_offers(household).map(lambda offer: (household, offer)))
    .filter(is_covered)
)
"""A household and an offer to it."""
