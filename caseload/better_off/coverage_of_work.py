"""What the calculation covers of work: hours, pay, pensions, childcare and fares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from caseload.better_off.calculation import jobs_of
from caseload.better_off.earnings import gross_year, pension_year
from caseload.better_off.household import (
    NOTHING,
    Adult,
    Health,
    Household,
    Job,
    Offer,
    PensionBasis,
)
from caseload.better_off.minimum_wage import minimum_wage
from caseload.better_off.money import WEEKS
from caseload.better_off.problems import MOST_POUNDS, Problem, refused
from caseload.better_off.rate_book import Rates
from caseload.values.money import pounds

MOST_HOURS = Decimal(80)
MOST_PAY_AN_HOUR = Decimal(500)


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
    claimant = household.claimant
    yield from job_problems(field, offer, household, claimant)
    if offer.childcare_monthly > 0 and not household.children:
        yield f"{field}.childcare_monthly", refused("childcare_without_children")
    if offer.beside_present_job and claimant.job is None:
        yield f"{field}.beside_present_job", refused("no_present_job")
    hours = sum((job.hours_per_week for job in jobs_of(claimant, offer)), NOTHING)
    if offer.hours_per_week <= MOST_HOURS < hours:
        yield f"{field}.hours_per_week", refused("all_hours", most=MOST_HOURS)
    reduction = offer.council_tax_reduction_monthly
    if reduction is not None and not NOTHING <= reduction <= MOST_POUNDS:
        yield f"{field}.council_tax_reduction_monthly", refused("amount")
    yield from floor_problems(household, jobs_of(claimant, offer))
    if offer.self_employment is not None:
        if offer.apprentice_rate:
            yield f"{field}.apprentice_rate", refused("self_employed_apprentice")
        return
    least = minimum_wage(claimant.age, rates, apprentice_rate=offer.apprentice_rate)
    if offer.in_work and 0 < offer.hourly_wage < least:
        sentence = refused("below_minimum", wage=pounds(offer.hourly_wage), least=pounds(least))
        yield f"{field}.hourly_wage", sentence


def other_job_problems(field: str, adult: Adult, household: Household) -> Iterator[Problem]:
    """What cannot be of the further jobs of an adult."""
    for place, job in enumerate(adult.other_jobs):
        yield from job_problems(f"{field}.other_jobs.{place}", job, household, adult)
    hours = sum((job.hours_per_week for job in jobs_of(adult, adult.job)), NOTHING)
    if adult.other_jobs and hours > MOST_HOURS:
        yield f"{field}.other_jobs", refused("all_hours", most=MOST_HOURS)


def floor_problems(household: Household, jobs: Sequence[Job]) -> Iterator[Problem]:
    """The hours expected of each adult, which a business past its start-up period needs."""
    partner = household.partner
    work = [(household.claimant, jobs)]
    if partner:
        work.append((partner, jobs_of(partner, partner.job)))
    needed = any(
        adult.health is Health.NONE and any(job.in_work and job.past_start_up for job in each)
        for adult, each in work
    )
    for adult, field in zip(household.adults, ("claimant", "partner"), strict=False):
        if needed and adult.expected_hours_per_week is None:
            yield f"{field}.expected_hours_per_week", refused("expected_hours_missing")


def high_income_problems(
    household: Household, offers: Sequence[Offer], rates: Rates
) -> Iterator[Problem]:
    """Child Benefit of anyone with income over the limit is clawed back by tax: not covered."""
    if not household.children:
        return
    limit = rates.amount("child_benefit.high_income_charge.starts_at")
    claimant, partner = household.claimant, household.partner
    for place, offer in enumerate(offers):
        if _income_year(claimant, jobs_of(claimant, offer), rates) > limit:
            yield f"offers.{place}.hourly_wage", refused("high_income", limit=pounds(limit))
    if _income_year(claimant, jobs_of(claimant, claimant.job), rates) > limit:
        yield "claimant.job.hourly_wage", refused("high_income", limit=pounds(limit))
    if partner and _income_year(partner, jobs_of(partner, partner.job), rates) > limit:
        yield "partner.job.hourly_wage", refused("high_income", limit=pounds(limit))


def _income_year(adult: Adult, jobs: Sequence[Job], rates: Rates) -> Decimal:
    other = (adult.new_style_esa_weekly + adult.other_pension_income_weekly) * WEEKS
    other += sum((each.weekly for each in adult.other_income if each.kind.taxed), NOTHING) * WEEKS
    pay = sum((gross_year(job) - pension_year(job, rates) for job in jobs), NOTHING)
    return pay + other
