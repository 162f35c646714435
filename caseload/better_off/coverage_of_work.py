"""What the calculation covers of work: hours, pay, pensions, childcare and fares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from caseload.better_off.earnings import gross_year, pension_year
from caseload.better_off.household import NOTHING, Adult, Household, Job, Offer, PensionBasis
from caseload.better_off.minimum_wage import minimum_wage
from caseload.better_off.money import WEEKS
from caseload.better_off.problems import Problem, refused
from caseload.better_off.rate_book import Rates
from caseload.values.money import pounds

MOST_HOURS = Decimal(80)
MOST_PAY_AN_HOUR = Decimal(500)
MOST_POUNDS = Decimal(1_000_000)


def job_problems(field: str, job: Job, household: Household, adult: Adult) -> Iterator[Problem]:
    """What cannot be of a job that this adult of the household has or is offered."""
    if not NOTHING <= job.hours_per_week <= MOST_HOURS:
        yield f"{field}.hours_per_week", refused("hours", most=MOST_HOURS)
    if not NOTHING <= job.hourly_wage <= MOST_PAY_AN_HOUR or (job.in_work and not job.hourly_wage):
        yield f"{field}.hourly_wage", refused("wage", most=pounds(MOST_PAY_AN_HOUR))
    if not 0 <= job.pension_employee_percent <= 100:
        yield f"{field}.pension_employee_percent", refused("percent")
    if job.pension_basis is PensionBasis.NONE and job.pension_employee_percent:
        yield f"{field}.pension_basis", refused("pension_basis")
    yield from _costs(field, job, household, adult)


def _costs(field: str, job: Job, household: Household, adult: Adult) -> Iterator[Problem]:
    if not NOTHING <= job.childcare_monthly <= MOST_POUNDS:
        yield f"{field}.childcare_monthly", refused("amount")
    children = job.childcare_children
    if children is not None and not 1 <= children <= len(household.children):
        yield f"{field}.childcare_children", refused("childcare_number")
    if job.fares_weekly is not None and not NOTHING <= job.fares_weekly <= MOST_POUNDS:
        yield f"{field}.fares_weekly", refused("amount")
    if not NOTHING <= job.care_costs_weekly <= MOST_POUNDS:
        yield f"{field}.care_costs_weekly", refused("amount")
    elif job.care_costs_weekly and not adult.claims_carers_allowance:
        yield f"{field}.care_costs_weekly", refused("care_costs_without_carer")


def offer_problems(
    field: str, offer: Offer, household: Household, rates: Rates
) -> Iterator[Problem]:
    """What cannot be of an offer, and pay under the legal minimum."""
    yield from job_problems(field, offer, household, household.claimant)
    if offer.childcare_monthly > 0 and not household.children:
        yield f"{field}.childcare_monthly", refused("childcare_without_children")
    least = minimum_wage(household.claimant.age, rates, apprentice_rate=offer.apprentice_rate)
    if offer.in_work and 0 < offer.hourly_wage < least:
        sentence = refused("below_minimum", wage=pounds(offer.hourly_wage), least=pounds(least))
        yield f"{field}.hourly_wage", sentence


def high_income_problems(
    household: Household, offers: Sequence[Offer], rates: Rates
) -> Iterator[Problem]:
    """Child Benefit of anyone with income over the limit is clawed back by tax: not covered."""
    if not household.children:
        return
    limit = rates.amount("child_benefit.high_income_charge.starts_at")
    claimant, partner = household.claimant, household.partner
    for place, offer in enumerate(offers):
        if _income_year(claimant, offer, rates) > limit:
            yield f"offers.{place}.hourly_wage", refused("high_income", limit=pounds(limit))
    if _income_year(claimant, claimant.job, rates) > limit:
        yield "claimant.job.hourly_wage", refused("high_income", limit=pounds(limit))
    if partner and _income_year(partner, partner.job, rates) > limit:
        yield "partner.job.hourly_wage", refused("high_income", limit=pounds(limit))


def _income_year(adult: Adult, job: Job | None, rates: Rates) -> Decimal:
    other = (adult.new_style_esa_weekly + adult.other_pension_income_weekly) * WEEKS
    other += sum((each.weekly for each in adult.other_income if each.kind.taxed), NOTHING) * WEEKS
    return gross_year(job) - pension_year(job, rates) + other
