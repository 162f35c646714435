"""Help with childcare in Universal Credit: who may have it, and how much (UC Regs regs 31-36)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from caseload.better_off.household import NOTHING, Health, Household, Job
from caseload.better_off.rate_book import Rates
from caseload.better_off.view import View


def partner_lets_childcare(household: Household, view: View) -> bool:
    """Whether nobody at home could mind the children while the client works.

    True without a partner, and with one who is in work or has LCW or LCWRA. The law adds a partner
    who cares for a severely disabled person, or is away for a time (reg. 32(1)(b), (2)).
    """
    partner = household.partner
    if partner is None or partner.health is not Health.NONE:
        return True
    if any(job and job.in_work for job in (partner.job, *partner.other_jobs)):
        return True
    return view is View.LAW and (partner.carer_35_hours or partner.away)


def childcare_element(
    jobs: Sequence[Job], household: Household, rates: Rates, *, partner_lets: bool
) -> Decimal:
    """85% of approved childcare up to the maximum, unrounded (UC Regs regs 34, 36)."""
    cost = sum((job.childcare_monthly for job in jobs if job.in_work), NOTHING)
    if not cost or not partner_lets:
        return NOTHING
    help_wanted = cost * rates.amount("uc.childcare.coverage_rate")
    return min(help_wanted, rates.amount(childcare_maximum_rate(household, jobs)))


def childcare_maximum_rate(household: Household, jobs: Sequence[Job] = ()) -> str:
    """The key of the most childcare help, by how many children are in paid childcare."""
    counts = [job.childcare_children for job in jobs if job.childcare_children is not None]
    many = max(counts, default=len(household.children)) > 1
    return f"uc.childcare.maximum_{'two_or_more_children' if many else 'one_child'}"
