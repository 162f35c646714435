"""A household's month of money, now or in a job: the whole sum, in the order that it is done."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from caseload.better_off import other_benefits
from caseload.better_off.earnings import pay_for
from caseload.better_off.household import NOTHING, Adult, EsaGroup, Household, Job
from caseload.better_off.money import MoneyPicture, Pay, Pence, month_of
from caseload.better_off.rate_book import Rates
from caseload.better_off.universal_credit import Income, award
from caseload.values.money import penny


@dataclass(frozen=True, slots=True)
class AdultMoney:
    """One adult's month: pay, and the benefits and pension paid to that adult."""

    pay: Pay
    new_style_esa: Decimal
    carers_allowance: Decimal
    pip: Decimal
    other_pension: Decimal


def adult_money(adult: Adult, job: Job | None, rates: Rates, pence: Pence) -> AdultMoney:
    """What one adult gets in a month in this job, or out of work with None."""
    esa = other_benefits.new_style_esa_week(adult, job, rates)
    carers = other_benefits.carers_allowance_week(adult, job, rates)
    taxable = esa + carers + adult.other_pension_income_weekly
    return AdultMoney(
        pay=pay_for(job, taxable, rates, pence),
        new_style_esa=pence(month_of(esa)),
        carers_allowance=pence(month_of(carers)),
        pip=pence(month_of(other_benefits.pip_week(adult, rates))),
        other_pension=pence(month_of(adult.other_pension_income_weekly)),
    )


def picture(
    household: Household, job: Job | None, rates: Rates, pence: Pence = penny
) -> MoneyPicture:
    """The household's month with the client in ``job``, or out of work with None.

    With ``penny`` every line is what a person is shown, and is reckoned from the lines shown
    before it, as Universal Credit itself works in pennies (UC Regs reg. 6). With ``exact``
    nothing is rounded: the view of the test cases.
    """
    claimant = adult_money(household.claimant, job, rates, pence)
    everyone = [claimant]
    partner = None
    if household.partner:
        partner = adult_money(household.partner, household.partner.job, rates, pence)
        everyone.append(partner)
    esa = sum((adult.new_style_esa for adult in everyone), NOTHING)
    carers = sum((adult.carers_allowance for adult in everyone), NOTHING)
    pensions = sum((adult.other_pension for adult in everyone), NOTHING)
    children = len(household.children)
    child_benefit = pence(month_of(other_benefits.child_benefit_week(children, rates)))
    income = Income(
        earned=sum((adult.pay.take_home for adult in everyone), NOTHING),
        job=job,
        partner_in_work=bool(partner and partner.pay.hours_per_week > 0),
        new_style_esa=esa,
        esa_support=any(
            money.new_style_esa > 0 and adult.new_style_esa_group is EsaGroup.SUPPORT
            for adult, money in zip(household.adults, everyone, strict=True)
        ),
        carers_allowance=carers,
        other_pension=pensions,
        child_benefit=child_benefit,
    )
    return MoneyPicture(
        pay=claimant.pay,
        partner_pay=partner.pay if partner else None,
        universal_credit=award(household, income, rates, pence),
        child_benefit=child_benefit,
        new_style_esa=esa,
        carers_allowance=carers,
        pip=sum((adult.pip for adult in everyone), NOTHING),
        dla=pence(month_of(other_benefits.dla_week(household.children, rates))),
        other_pension_income=pensions,
        childcare=pence(job.childcare_monthly) if job else NOTHING,
        fares=pence(month_of(job.fares_weekly or NOTHING)) if job else NOTHING,
        rent=pence(household.housing.rent_monthly),
    )
