"""The household as one month finds it: waits that end, a grace that runs out, rates renamed."""

from __future__ import annotations

from dataclasses import replace

from caseload.better_off.assessment_periods import AssessmentPeriod
from caseload.better_off.household import Adult, Health, Household
from caseload.better_off.rate_book import Rates
from caseload.better_off.universal_credit import HEALTH_RATES


def household_in(household: Household, period: AssessmentPeriod, rates: Rates) -> Household:
    """The household in an assessment period."""
    household = with_health_of(household, rates)
    grace = household.cap_grace_ends
    return replace(
        household,
        claimant=_health_in(household.claimant, period),
        partner=household.partner and _health_in(household.partner, period),
        cap_grace_ends=grace if grace and grace >= period.starts else None,
    )


def _health_in(adult: Adult, period: AssessmentPeriod) -> Adult:
    """The adult without the health element while its three-month wait runs (UC Regs reg. 28)."""
    starts = adult.health_element_from
    waits = starts is not None and period.starts < starts and adult.health.has_element
    return replace(adult, health=Health.LCW) if waits else adult


def with_health_of(household: Household, rates: Rates) -> Household:
    """The household with the health element under the name that it has in these rates."""

    def named(adult: Adult) -> Adult:
        key = HEALTH_RATES.get(adult.health)
        if key is None or key in rates:
            return adult
        # One rate before April 2026; whoever had it then has the protected one since.
        later = adult.health is Health.LCWRA
        return replace(adult, health=Health.LCWRA_PROTECTED if later else Health.LCWRA)

    return replace(
        household,
        claimant=named(household.claimant),
        partner=household.partner and named(household.partner),
    )
