"""Benefits beside Universal Credit, pounds a week: for children, health and caring."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from caseload.better_off.earnings import gross_year, net_week_after_half_pension, through_wage
from caseload.better_off.household import (
    NOTHING,
    Adult,
    Child,
    DlaCare,
    DlaMobility,
    Job,
    Offer,
    PipRate,
)
from caseload.better_off.money import WEEKS
from caseload.better_off.other_income import OtherIncome, OtherIncomeKind
from caseload.better_off.rate_book import Rates
from caseload.better_off.view import View


def child_benefit_week(children: int, rates: Rates) -> Decimal:
    """Child Benefit for this many children, pounds a week (S.I. 2006/965 reg. 2)."""
    if not children:
        return NOTHING
    eldest = rates.amount("child_benefit.eldest_or_only")
    if children == 1:
        return eldest
    return eldest + rates.amount("child_benefit.each_other_child") * (children - 1)


def pip_week(person: Adult | Child, rates: Rates) -> Decimal:
    """Both components of a person's PIP, pounds a week. Pay does not change it (WRA 2012 s.77)."""
    return sum((rates.amount(key) for key in pip_rates(person)), NOTHING)


def pip_rates(person: Adult | Child) -> tuple[str, ...]:
    """The keys of the rates in the PIP of an adult or a young person."""
    components = (("daily_living", person.pip_daily_living), ("mobility", person.pip_mobility))
    return tuple(f"pip.{name}.{rate}" for name, rate in components if rate is not PipRate.NONE)


def dla_week(children: tuple[Child, ...], rates: Rates) -> Decimal:
    """The Disability Living Allowance of all the children, pounds a week."""
    return sum((rates.amount(key) for child in children for key in dla_rates(child)), NOTHING)


def dla_rates(child: Child) -> tuple[str, ...]:
    """The keys of the rates in a child's DLA."""
    care = () if child.dla_care is DlaCare.NONE else (f"dla.care.{child.dla_care}",)
    moving = child.dla_mobility
    return care if moving is DlaMobility.NONE else (*care, f"dla.mobility.{moving}")


def new_style_esa_week(
    adult: Adult, jobs: Sequence[Job], rates: Rates, view: View = View.LAW
) -> Decimal:
    """New Style ESA that is paid beside these jobs, pounds a week: the award, or nothing."""
    esa = adult.new_style_esa_weekly
    return esa if esa and is_permitted_work(adult, jobs, rates, view) else NOTHING


def is_permitted_work(
    adult: Adult, jobs: Sequence[Job], rates: Rates, view: View = View.LAW
) -> bool:
    """Whether New Style ESA goes on beside this work (ESA Regs 2013 reg. 39(1)(c), (4)).

    Under 16 hours, unless the work is supported permitted work, and pay at or below the limit.
    The law counts pay after tax, National Insurance and half of pension; the cases count gross pay.
    """
    if not any(job.in_work for job in jobs):
        return True
    hours = sum((job.hours_per_week for job in jobs if not _has_no_hours_limit(job, view)), NOTHING)
    if hours >= rates.amount("esa_permitted_work.hours_below"):
        return False
    return permitted_pay(adult, jobs, rates, view) <= rates.amount(
        "esa_permitted_work.weekly_earnings_limit"
    )


def permitted_pay(adult: Adult, jobs: Sequence[Job], rates: Rates, view: View) -> Decimal:
    """The weekly pay that is compared with the permitted work limit."""
    if view is View.CASES:
        return sum((gross_year(job) for job in jobs), NOTHING) / WEEKS
    coded = taxable_money_week(adult, rates) if through_wage(adult, view) else NOTHING
    return net_week_after_half_pension(jobs, rates, view, coded)


def _has_no_hours_limit(job: Job, view: View) -> bool:
    return view is View.LAW and job.supported_permitted_work


JSA_HOURS = "new_style_jsa.hours_below"
JSA_DISREGARD = "new_style_jsa.earnings_disregard"


def other_income_week(
    income: OtherIncome, adult: Adult, jobs: Sequence[Job], rates: Rates, view: View
) -> Decimal:
    """What is paid of an other income beside these jobs, pounds a week.

    Work of 16 hours ends New Style JSA; under it, net pay over a small sum comes off pound for
    pound (Jobseekers Act 1995 s. 4; JSA Regs 2013 Part 7). Other money ends only where that was
    said.
    """
    working = [job for job in jobs if job.in_work]
    if income.stops_with_work and any(isinstance(job, Offer) for job in working):
        return NOTHING
    if income.kind is not OtherIncomeKind.NEW_STYLE_JSA or not working:
        return income.weekly
    if sum((job.hours_per_week for job in working), NOTHING) >= rates.amount(JSA_HOURS):
        return NOTHING
    coded = taxable_money_week(adult, rates) if through_wage(adult, view) else NOTHING
    net = net_week_after_half_pension(working, rates, view, coded)
    over = max(NOTHING, net - rates.amount(JSA_DISREGARD))
    return max(NOTHING, income.weekly - over)


def taxable_money_week(adult: Adult, rates: Rates) -> Decimal:
    """All taxable benefits and pensions as if no pay ended them, pounds a week."""
    carers = adult.claims_carers_allowance
    return (
        adult.new_style_esa_weekly
        + (rates.amount("carers_allowance.weekly_rate") if carers else NOTHING)
        + adult.other_pension_income_weekly
        + sum((each.weekly for each in adult.other_income if each.kind.taxed), NOTHING)
    )


def carers_allowance_week(
    adult: Adult, jobs: Sequence[Job], rates: Rates, view: View = View.LAW
) -> Decimal:
    """Carer's Allowance that is paid, pounds a week: nothing once pay is over the limit.

    Contributions and Benefits Act 1992 s.70; S.I. 1976/409 reg. 8.
    """
    if not adult.claims_carers_allowance:
        return NOTHING
    counted = carers_allowance_pay(adult, jobs, rates, view)
    if counted > rates.amount("carers_allowance.net_earnings_limit"):
        return NOTHING
    return rates.amount("carers_allowance.weekly_rate")


def carers_allowance_pay(adult: Adult, jobs: Sequence[Job], rates: Rates, view: View) -> Decimal:
    """The weekly pay that is compared with the Carer's Allowance limit.

    The law takes off what is paid to somebody who is no close relative for care while at work, up
    to half of the net pay (S.I. 1996/2745 reg. 10 and Sch. 3).
    """
    if view is View.CASES:
        return net_week_after_half_pension(jobs, rates, view)
    coded = taxable_money_week(adult, rates) if through_wage(adult, view) else NOTHING
    net = net_week_after_half_pension(jobs, rates, view, coded)
    care = sum((job.care_costs_weekly for job in jobs), NOTHING)
    return net - min(care, net / 2) if care else net
