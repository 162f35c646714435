"""What the calculation covers: anything else is refused by name, never guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from caseload.better_off.earnings import gross_year, pension_year
from caseload.better_off.household import (
    NOTHING,
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
from caseload.better_off.local_housing_allowance import size_category
from caseload.better_off.minimum_wage import minimum_wage
from caseload.better_off.money import WEEKS
from caseload.better_off.problems import HouseholdRefused
from caseload.better_off.rate_book import Rates
from caseload.better_off.rate_files import CATEGORIES
from caseload.better_off.universal_credit import HEALTH_RATES
from caseload.values.money import pounds
from caseload.words import say

YOUNGEST_PARTNER = 16
YOUNGEST_COVERED = 18
STATE_PENSION_FROM = 66
OLDEST = 120
OLDEST_CHILD = 19
MOST_HOURS = Decimal(80)
MOST_PAY_AN_HOUR = Decimal(500)
MOST_POUNDS = Decimal(1_000_000)
BIRTH_RULE_YEAR = 2017

Problem = tuple[str, str]
"""A field, as in ``claimant.age``, and the sentence about it."""


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
    if claimant.job:
        yield from _job("claimant.job", claimant.job)
    if household.partner:
        yield from _partner(household.partner, rates)
    for place, child in enumerate(household.children):
        yield from _child(f"children.{place}", child, rates)
    if not NOTHING <= household.capital <= MOST_POUNDS:
        yield "capital", _refused("amount")
    yield from _housing(household, rates)
    for place, offer in enumerate(offers):
        yield from _offer(f"offers.{place}", offer, household, rates)
    yield from _high_income(household, offers, rates)


def _refused(key: str, **facts: object) -> str:
    return say(f"better_off.refused.{key}", **facts)


def _adult(field: str, adult: Adult, rates: Rates) -> Iterator[Problem]:
    if not 0 <= adult.age <= OLDEST:
        yield f"{field}.age", _refused("age")
    elif adult.age < YOUNGEST_COVERED:
        yield f"{field}.age", _refused("under_18")
    elif adult.age >= STATE_PENSION_FROM:
        yield f"{field}.age", _refused("pension_age")
    if adult.health.has_element and HEALTH_RATES[adult.health] not in rates:
        two_rates = HEALTH_RATES[Health.LCWRA_NEW] in rates
        key = "health_two_rates" if two_rates else "health_one_rate"
        yield f"{field}.health", _refused(key, year=rates.name)
    if not NOTHING <= adult.new_style_esa_weekly <= MOST_POUNDS / WEEKS:
        yield f"{field}.new_style_esa_weekly", _refused("amount")
    in_group = adult.new_style_esa_group is not EsaGroup.NONE
    if in_group != (adult.new_style_esa_weekly > 0):
        yield f"{field}.new_style_esa_group", _refused("esa_group")
    if adult.claims_carers_allowance and not adult.carer_35_hours:
        yield f"{field}.carer_35_hours", _refused("carer_hours")
    if adult.claims_carers_allowance and adult.new_style_esa_weekly:
        yield f"{field}.claims_carers_allowance", _refused("esa_and_carers_allowance")
    if not NOTHING <= adult.other_pension_income_weekly <= MOST_POUNDS / WEEKS:
        yield f"{field}.other_pension_income_weekly", _refused("amount")


def _partner(partner: Adult, rates: Rates) -> Iterator[Problem]:
    if 0 <= partner.age < YOUNGEST_PARTNER:
        yield "partner.age", _refused("partner_age")
    yield from _adult("partner", partner, rates)
    if partner.job:
        yield from _job("partner.job", partner.job)
        if partner.job.childcare_monthly:
            yield "partner.job.childcare_monthly", _refused("partner_childcare")


def _child(field: str, child: Child, rates: Rates) -> Iterator[Problem]:
    if not 0 <= child.age <= OLDEST_CHILD:
        yield f"{field}.age", _refused("child_age")
        return
    # At any day of the year that starts in April of ``year``, a child this old was surely born
    # before 6 April 2017, and one this young surely on or after it; one age in between is open.
    year = int(rates.tax_year[:4])
    surely_before = child.age >= year - BIRTH_RULE_YEAR + 1
    surely_after = child.age <= year - BIRTH_RULE_YEAR - 1
    before = child.born_before_6_april_2017
    if (surely_before and not before) or (surely_after and before):
        yield f"{field}.born_before_6_april_2017", _refused("child_born")


def _housing(household: Household, rates: Rates) -> Iterator[Problem]:
    housing = household.housing
    if housing.tenure is Tenure.SUPPORTED_OR_TEMPORARY:
        yield "housing.tenure", _refused("supported_housing")
        return
    if not NOTHING <= housing.rent_monthly <= MOST_POUNDS:
        yield "housing.rent_monthly", _refused("amount")
    elif housing.tenure is Tenure.NO_HOUSING_COSTS and housing.rent_monthly:
        yield "housing.rent_monthly", _refused("rent_without_tenure")
    elif housing.tenure is not Tenure.NO_HOUSING_COSTS and not housing.rent_monthly:
        yield "housing.rent_monthly", _refused("rent_missing")
    if housing.tenure is Tenure.PRIVATE_RENT:
        yield from _private_rent(housing, household, rates)


def _private_rent(housing: Housing, household: Household, rates: Rates) -> Iterator[Problem]:
    if housing.brma is not None and housing.brma not in rates.areas:
        yield "housing.brma", _refused("area_unknown")
    if housing.lha_category is not None and housing.lha_category not in CATEGORIES:
        yield "housing.lha_category", _refused("size_unknown")
    if housing.lha_monthly_rate is not None:
        if not 0 < housing.lha_monthly_rate <= MOST_POUNDS:
            yield "housing.lha_monthly_rate", _refused("amount")
        return
    if housing.brma is None:
        yield "housing.brma", _refused("area_missing")
    if housing.lha_category is None and size_category(household) is None:
        yield "housing.lha_category", _refused("size_unclear")


def _job(field: str, job: Job) -> Iterator[Problem]:
    if not NOTHING <= job.hours_per_week <= MOST_HOURS:
        yield f"{field}.hours_per_week", _refused("hours", most=MOST_HOURS)
    if not NOTHING <= job.hourly_wage <= MOST_PAY_AN_HOUR or (job.in_work and not job.hourly_wage):
        yield f"{field}.hourly_wage", _refused("wage", most=pounds(MOST_PAY_AN_HOUR))
    if not 0 <= job.pension_employee_percent <= 100:
        yield f"{field}.pension_employee_percent", _refused("percent")
    if job.pension_basis is PensionBasis.NONE and job.pension_employee_percent:
        yield f"{field}.pension_basis", _refused("pension_basis")
    if not NOTHING <= job.childcare_monthly <= MOST_POUNDS:
        yield f"{field}.childcare_monthly", _refused("amount")
    if job.fares_weekly is not None and not NOTHING <= job.fares_weekly <= MOST_POUNDS:
        yield f"{field}.fares_weekly", _refused("amount")


def _offer(field: str, offer: Offer, household: Household, rates: Rates) -> Iterator[Problem]:
    yield from _job(field, offer)
    if offer.childcare_monthly > 0 and not household.children:
        yield f"{field}.childcare_monthly", _refused("childcare_without_children")
    least = minimum_wage(household.claimant.age, rates, apprentice_rate=offer.apprentice_rate)
    if offer.in_work and 0 < offer.hourly_wage < least:
        sentence = _refused("below_minimum", wage=pounds(offer.hourly_wage), least=pounds(least))
        yield f"{field}.hourly_wage", sentence


def _high_income(household: Household, offers: Sequence[Offer], rates: Rates) -> Iterator[Problem]:
    """Child Benefit of anyone with income over the limit is clawed back by tax: not covered."""
    if not household.children:
        return
    limit = rates.amount("child_benefit.high_income_charge.starts_at")
    claimant, partner = household.claimant, household.partner
    for place, offer in enumerate(offers):
        if _income_year(claimant, offer, rates) > limit:
            yield f"offers.{place}.hourly_wage", _refused("high_income", limit=pounds(limit))
    if _income_year(claimant, claimant.job, rates) > limit:
        yield "claimant.job.hourly_wage", _refused("high_income", limit=pounds(limit))
    if partner and _income_year(partner, partner.job, rates) > limit:
        yield "partner.job.hourly_wage", _refused("high_income", limit=pounds(limit))


def _income_year(adult: Adult, job: Job | None, rates: Rates) -> Decimal:
    other = (adult.new_style_esa_weekly + adult.other_pension_income_weekly) * WEEKS
    return gross_year(job) - pension_year(job, rates) + other
