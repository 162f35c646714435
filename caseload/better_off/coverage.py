"""What the calculation covers: anything else is refused by name, never guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseload.better_off.calculation import jobs_of
from caseload.better_off.coverage_of_income import income_problems
from caseload.better_off.coverage_of_work import (
    floor_problems,
    high_income_problems,
    job_problems,
    offer_problems,
    other_job_problems,
)
from caseload.better_off.household import (
    NOTHING,
    Adult,
    Child,
    Health,
    Household,
    Housing,
    Offer,
    Tenure,
)
from caseload.better_off.local_housing_allowance import size_category
from caseload.better_off.problems import MOST_POUNDS, HouseholdRefused, Problem, refused
from caseload.better_off.rate_book import Rates
from caseload.better_off.rate_files import CATEGORIES
from caseload.better_off.universal_credit import HEALTH_RATES

YOUNGEST_PARTNER = 16
YOUNGEST_COVERED = 18
STATE_PENSION_FROM = 66
OLDEST = 120
OLDEST_CHILD = 19
BIRTH_RULE_YEAR = 2017
PIP_FROM = 16


def check(household: Household, offers: Sequence[Offer], rates: Rates) -> None:
    """Let a household and its offers through, or raise HouseholdRefused naming every field.

    Refused are contradictions, amounts that cannot be, pay under the legal minimum (as an offer),
    and what is not covered: under 18, State Pension age, supported or temporary housing, New
    Style ESA together with Carer's Allowance, and the High Income Child Benefit Charge.
    """
    found: dict[str, str] = {}
    for field, sentence in _problems(household, offers, rates):
        found.setdefault(field, sentence)
    if found:
        raise HouseholdRefused(found)


def _problems(household: Household, offers: Sequence[Offer], rates: Rates) -> Iterator[Problem]:
    claimant = household.claimant
    yield from _adult("claimant", claimant, rates)
    if claimant.away:
        yield "claimant.away", refused("away_claimant")
    if claimant.job:
        yield from job_problems("claimant.job", claimant.job, household, claimant)
    if household.partner:
        yield from _partner(household.partner, household, rates)
    for place, child in enumerate(household.children):
        yield from _child(f"children.{place}", child, rates)
    yield from other_job_problems("claimant", claimant, household)
    yield from floor_problems(household, jobs_of(claimant, claimant.job))
    yield from _amounts(household)
    yield from _housing(household, rates)
    for place, offer in enumerate(offers):
        yield from offer_problems(f"offers.{place}", offer, household, rates)
    yield from high_income_problems(household, offers, rates)


def _amounts(household: Household) -> Iterator[Problem]:
    amounts = {
        "capital": household.capital,
        "transitional_element_monthly": household.transitional_element_monthly,
        "council_tax_reduction_monthly": household.council_tax_reduction_monthly,
    }
    for field, amount in amounts.items():
        if amount is not None and not NOTHING <= amount <= MOST_POUNDS:
            yield field, refused("amount")
    for place, person in enumerate(household.non_dependants):
        if not YOUNGEST_PARTNER <= person.age <= OLDEST:
            yield f"non_dependants.{place}.age", refused("non_dependant_age")


def _adult(field: str, adult: Adult, rates: Rates) -> Iterator[Problem]:
    if not 0 <= adult.age <= OLDEST:
        yield f"{field}.age", refused("age")
    elif adult.age < YOUNGEST_COVERED:
        yield f"{field}.age", refused("under_18")
    elif adult.age >= STATE_PENSION_FROM:
        yield f"{field}.age", refused("pension_age")
    if adult.health.has_element and HEALTH_RATES[adult.health] not in rates:
        two_rates = HEALTH_RATES[Health.LCWRA_NEW] in rates
        key = "health_two_rates" if two_rates else "health_one_rate"
        yield f"{field}.health", refused(key, year=rates.name)
    yield from income_problems(field, adult)


def _partner(partner: Adult, household: Household, rates: Rates) -> Iterator[Problem]:
    if 0 <= partner.age < YOUNGEST_PARTNER:
        yield "partner.age", refused("partner_age")
    yield from _adult("partner", partner, rates)
    yield from other_job_problems("partner", partner, household)
    if partner.job:
        yield from job_problems("partner.job", partner.job, household, partner)
        if partner.job.childcare_monthly:
            yield "partner.job.childcare_monthly", refused("partner_childcare")


def _child(field: str, child: Child, rates: Rates) -> Iterator[Problem]:
    if not 0 <= child.age <= OLDEST_CHILD:
        yield f"{field}.age", refused("child_age")
        return
    if child.has_pip and child.age < PIP_FROM:
        yield f"{field}.pip_daily_living", refused("child_pip")
    elif child.has_pip and child.has_dla:
        yield f"{field}.pip_daily_living", refused("child_dla_and_pip")
    # At any day of the year that starts in April of ``year``, a child this old was surely born
    # before 6 April 2017, and one this young surely on or after it; one age in between is open.
    year = int(rates.tax_year[:4])
    surely_before = child.age >= year - BIRTH_RULE_YEAR + 1
    surely_after = child.age <= year - BIRTH_RULE_YEAR - 1
    before = child.born_before_6_april_2017
    if (surely_before and not before) or (surely_after and before):
        yield f"{field}.born_before_6_april_2017", refused("child_born")


def _housing(household: Household, rates: Rates) -> Iterator[Problem]:
    housing = household.housing
    if housing.tenure is Tenure.SUPPORTED_OR_TEMPORARY:
        yield "housing.tenure", refused("supported_housing")
        return
    if not NOTHING <= housing.rent_monthly <= MOST_POUNDS:
        yield "housing.rent_monthly", refused("amount")
    elif housing.tenure is Tenure.NO_HOUSING_COSTS and housing.rent_monthly:
        yield "housing.rent_monthly", refused("rent_without_tenure")
    elif housing.tenure is not Tenure.NO_HOUSING_COSTS and not housing.rent_monthly:
        yield "housing.rent_monthly", refused("rent_missing")
    if housing.tenure is Tenure.PRIVATE_RENT:
        yield from _private_rent(housing, household, rates)


def _private_rent(housing: Housing, household: Household, rates: Rates) -> Iterator[Problem]:
    if housing.brma is not None and housing.brma not in rates.areas:
        yield "housing.brma", refused("area_unknown")
    if housing.lha_category is not None and housing.lha_category not in CATEGORIES:
        yield "housing.lha_category", refused("size_unknown")
    if housing.lha_monthly_rate is not None:
        if not 0 < housing.lha_monthly_rate <= MOST_POUNDS:
            yield "housing.lha_monthly_rate", refused("amount")
        return
    if housing.brma is None:
        yield "housing.brma", refused("area_missing")
    if housing.lha_category is None and size_category(household) is None:
        yield "housing.lha_category", refused("size_unclear")
