"""A household's month of money, now or in a job: the whole sum, in the order that it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from caseload.better_off import other_benefits
from caseload.better_off.award import Income, Standing, award, standing
from caseload.better_off.earnings import pay_for
from caseload.better_off.household import NOTHING, Adult, EsaGroup, Household, Job, Offer
from caseload.better_off.money import MoneyPicture, Pay, Pence, month_of
from caseload.better_off.rate_book import Rates
from caseload.better_off.self_employment import floor_top_up, has_floor, individual_threshold
from caseload.better_off.view import View
from caseload.values.money import penny


@dataclass(frozen=True, slots=True)
class AdultMoney:
    """One adult's month: pay, and the benefits and other money paid to that adult."""

    pay: Pay
    new_style_esa: Decimal
    esa_support: bool
    carers_allowance: Decimal
    other_pension: Decimal
    other_income: Decimal
    other_counted: Decimal
    """The part of ``other_income`` that Universal Credit takes off."""
    other_capped: Decimal
    """The part of ``other_income`` that counts towards the benefit cap."""
    taxable_week: Decimal = NOTHING
    """Taxable benefits and pensions that are paid, pounds a week."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything about a household that no job of the client's changes, worked out once."""

    household: Household
    rates: Rates
    pence: Pence
    view: View
    standing: Standing
    partner: AdultMoney | None
    child_benefit: Decimal
    pip: Decimal
    dla: Decimal
    rent: Decimal
    floors: tuple[Decimal, ...]
    """The minimum income floor of each adult; empty where nobody's hours were asked."""


def frame_of(
    household: Household, rates: Rates, pence: Pence = penny, view: View = View.LAW
) -> Frame:
    """What no job of the client's changes."""
    partner = household.partner
    money = None
    if partner:
        money = adult_money(partner, jobs_of(partner, partner.job), rates, pence, view)
    children = household.children
    return Frame(
        household=household,
        rates=rates,
        pence=pence,
        view=view,
        standing=standing(household, rates, pence, view),
        partner=money,
        child_benefit=pence(month_of(other_benefits.child_benefit_week(len(children), rates))),
        pip=sum(
            (pence(month_of(other_benefits.pip_week(each, rates))) for each in household.people),
            NOTHING,
        ),
        dla=pence(month_of(other_benefits.dla_week(children, rates))),
        rent=pence(household.housing.rent_monthly),
        floors=_floors(household, rates, pence, view),
    )


def _floors(household: Household, rates: Rates, pence: Pence, view: View) -> tuple[Decimal, ...]:
    asked = any(adult.expected_hours_per_week for adult in household.adults)
    if not asked or view is View.CASES:
        return ()
    return tuple(individual_threshold(adult, rates, pence) for adult in household.adults)


def jobs_of(adult: Adult, job: Job | None) -> tuple[Job, ...]:
    """All the work of an adult who has this job, or None.

    An offer beside the present job leaves that one going.
    """
    if job is None:
        return adult.other_jobs
    if isinstance(job, Offer) and job.beside_present_job and adult.job:
        return (job, adult.job, *adult.other_jobs)
    return (job, *adult.other_jobs)


def without_offer(adult: Adult, offer: Offer) -> Job | None:
    """The job that is left where none of the offer's hours are worked."""
    return adult.job if offer.beside_present_job else None


def adult_money(
    adult: Adult, jobs: Sequence[Job], rates: Rates, pence: Pence, view: View = View.LAW
) -> AdultMoney:
    """What one adult gets in a month with these jobs."""
    esa = other_benefits.new_style_esa_week(adult, jobs, rates, view)
    carers = other_benefits.carers_allowance_week(adult, jobs, rates, view)
    taxable = esa + carers + adult.other_pension_income_weekly
    other = counted = capped = NOTHING
    for each in adult.other_income:
        weekly = other_benefits.other_income_week(each, adult, jobs, rates, view)
        amount = pence(month_of(weekly))
        other += amount
        counted += amount if each.kind.counts_for_uc else NOTHING
        capped += amount if each.kind.counts_for_cap else NOTHING
        taxable += weekly if each.kind.taxed else NOTHING
    return AdultMoney(
        pay=pay_for(adult, jobs, taxable, rates, pence, view=view),
        new_style_esa=pence(month_of(esa)),
        esa_support=esa > 0 and adult.new_style_esa_group is EsaGroup.SUPPORT,
        carers_allowance=pence(month_of(carers)),
        other_pension=pence(month_of(adult.other_pension_income_weekly)),
        other_income=other,
        other_counted=counted,
        other_capped=capped,
        taxable_week=taxable,
    )


def month_in(frame: Frame, job: Job | None) -> MoneyPicture:
    """The household's month with the client in ``job``, or out of work with None."""
    client = frame.household.claimant
    jobs = jobs_of(client, job)
    money = adult_money(client, jobs, frame.rates, frame.pence, frame.view)
    council_tax = more_council_tax(frame, job)
    return month_of_money(frame, jobs, money, frame.partner, council_tax=council_tax)


def month_of_money(
    frame: Frame,
    jobs: Sequence[Job],
    money: AdultMoney,
    partner: AdultMoney | None,
    *,
    surplus: Decimal = NOTHING,
    council_tax: Decimal = NOTHING,
) -> MoneyPicture:
    """The household's month with this money of the client, whose work is ``jobs``.

    ``surplus`` is earnings carried in from a month before (UC Regs reg. 54A).
    """
    everyone = (money,) if partner is None else (money, partner)
    earned = tuple(each.pay.earned_income for each in everyone)
    floor = _floor(frame, jobs, earned) if frame.floors else NOTHING
    income = Income(
        earned=sum(earned, floor + surplus),
        jobs=jobs,
        new_style_esa=sum((each.new_style_esa for each in everyone), NOTHING),
        esa_support=any(each.esa_support for each in everyone),
        carers_allowance=sum((each.carers_allowance for each in everyone), NOTHING),
        other_pension=sum((each.other_pension for each in everyone), NOTHING),
        child_benefit=frame.child_benefit,
        other_counted=sum((each.other_counted for each in everyone), NOTHING),
        other_capped=sum((each.other_capped for each in everyone), NOTHING),
        floor=floor,
    )
    return MoneyPicture(
        pay=money.pay,
        partner_pay=partner.pay if partner else None,
        universal_credit=award(frame.household, frame.standing, income, frame.rates, frame.pence),
        child_benefit=frame.child_benefit,
        new_style_esa=income.new_style_esa,
        carers_allowance=income.carers_allowance,
        pip=frame.pip,
        dla=frame.dla,
        other_pension_income=income.other_pension,
        other_income=sum((each.other_income for each in everyone), NOTHING),
        childcare=sum((frame.pence(each.childcare_monthly) for each in jobs), NOTHING),
        fares=sum(
            (frame.pence(month_of(each.fares_weekly)) for each in jobs if each.fares_weekly),
            NOTHING,
        ),
        rent=frame.rent,
        council_tax=council_tax,
    )


def _floor(frame: Frame, jobs: Sequence[Job], earned: tuple[Decimal, ...]) -> Decimal:
    household = frame.household
    work = [jobs]
    if household.partner:
        work.append(jobs_of(household.partner, household.partner.job))
    applies = tuple(map(has_floor, household.adults, work))
    return floor_top_up(household, earned, applies, frame.floors) if any(applies) else NOTHING


def more_council_tax(frame: Frame, job: Job | None) -> Decimal:
    """What Council Tax Reduction goes down by in an offer, where both amounts were asked for."""
    now = frame.household.council_tax_reduction_monthly
    if now is None or not isinstance(job, Offer) or job.council_tax_reduction_monthly is None:
        return NOTHING
    return frame.pence(now - job.council_tax_reduction_monthly)


def picture(
    household: Household,
    job: Job | None,
    rates: Rates,
    pence: Pence = penny,
    view: View = View.LAW,
) -> MoneyPicture:
    """The household's month with the client in ``job``, or out of work with None.

    With ``penny`` every line is what a person is shown, and is reckoned from the lines shown
    before it, as Universal Credit itself works in pennies (UC Regs reg. 6). With ``exact``
    nothing is rounded: the view of the test cases.
    """
    return month_in(frame_of(household, rates, pence, view), job)
