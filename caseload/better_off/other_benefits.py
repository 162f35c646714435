"""Benefits beside Universal Credit, pounds a week: for children, health and caring."""

from __future__ import annotations

from decimal import Decimal

from caseload.better_off.earnings import gross_year, net_week_after_half_pension
from caseload.better_off.household import (
    NOTHING,
    Adult,
    Child,
    DlaCare,
    DlaMobility,
    Job,
    PipRate,
)
from caseload.better_off.money import WEEKS
from caseload.better_off.rate_book import Rates


def child_benefit_week(children: int, rates: Rates) -> Decimal:
    """Child Benefit for this many children, pounds a week (S.I. 2006/965 reg. 2)."""
    if not children:
        return NOTHING
    eldest = rates.amount("child_benefit.eldest_or_only")
    if children == 1:
        return eldest
    return eldest + rates.amount("child_benefit.each_other_child") * (children - 1)


def pip_week(adult: Adult, rates: Rates) -> Decimal:
    """Both components of an adult's PIP, pounds a week. Pay does not change it (WRA 2012 s.77)."""
    return sum((rates.amount(key) for key in pip_rates(adult)), NOTHING)


def pip_rates(adult: Adult) -> tuple[str, ...]:
    """The keys of the rates in an adult's PIP."""
    components = (("daily_living", adult.pip_daily_living), ("mobility", adult.pip_mobility))
    return tuple(f"pip.{name}.{rate}" for name, rate in components if rate is not PipRate.NONE)


def dla_week(children: tuple[Child, ...], rates: Rates) -> Decimal:
    """The Disability Living Allowance of all the children, pounds a week."""
    return sum((rates.amount(key) for child in children for key in dla_rates(child)), NOTHING)


def dla_rates(child: Child) -> tuple[str, ...]:
    """The keys of the rates in a child's DLA."""
    care = () if child.dla_care is DlaCare.NONE else (f"dla.care.{child.dla_care}",)
    moving = child.dla_mobility
    return care if moving is DlaMobility.NONE else (*care, f"dla.mobility.{moving}")


def new_style_esa_week(adult: Adult, job: Job | None, rates: Rates) -> Decimal:
    """New Style ESA that is paid, pounds a week: the award, or nothing.

    Permitted work keeps it: under 16 hours, and pay at or below the limit (ESA Regulations 2013
    reg. 39(1)(c), (4)). The law compares pay after tax, NI and half of pension; this compares
    gross pay, so it errs on the low side.
    """
    esa = adult.new_style_esa_weekly
    return esa if esa and is_permitted_work(job, rates) else NOTHING


def is_permitted_work(job: Job | None, rates: Rates) -> bool:
    """Whether New Style ESA goes on beside this job."""
    if job is None or not job.in_work:
        return True
    few_hours = job.hours_per_week < rates.amount("esa_permitted_work.hours_below")
    limit = rates.amount("esa_permitted_work.weekly_earnings_limit")
    return few_hours and gross_year(job) / WEEKS <= limit


def carers_allowance_week(adult: Adult, job: Job | None, rates: Rates) -> Decimal:
    """Carer's Allowance that is paid, pounds a week: nothing once pay is over the limit.

    Contributions and Benefits Act 1992 s.70; S.I. 1976/409 reg. 8.
    """
    if not adult.claims_carers_allowance:
        return NOTHING
    limit = rates.amount("carers_allowance.net_earnings_limit")
    if net_week_after_half_pension(job, rates) > limit:
        return NOTHING
    return rates.amount("carers_allowance.weekly_rate")
