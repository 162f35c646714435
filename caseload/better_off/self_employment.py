"""Self-employment: Class 4 National Insurance, and the minimum income floor of Universal Credit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from caseload.better_off.earnings import income_tax_year
from caseload.better_off.household import NOTHING, Adult, Health, Household, Job
from caseload.better_off.minimum_wage import minimum_wage
from caseload.better_off.money import MONTHS, WEEKS, Pence
from caseload.better_off.national_insurance import class_4_year
from caseload.better_off.rate_book import Rates

Floors = tuple[Decimal, ...]
"""The individual threshold of each adult, in order."""


def has_floor(adult: Adult, jobs: Sequence[Job]) -> bool:
    """Whether the minimum income floor applies to this adult (UC Regs reg. 62(1)).

    It does to somebody in gainful self-employment who is expected to look for all the work they
    can, and is past the start-up period. With LCW or LCWRA nobody is; for others the claimant
    commitment says how many hours are expected, and 0 stands for no floor.
    """
    trading = any(job.in_work and job.past_start_up for job in jobs)
    return trading and adult.health is Health.NONE and bool(adult.expected_hours_per_week)


def individual_threshold(adult: Adult, rates: Rates, pence: Pence) -> Decimal:
    """The floor of one adult, pounds a month after notional tax and Class 4 (UC Regs regs 62, 90).

    The expected hours at the minimum wage for the age, times 52, shared over 12 months.
    """
    hours = adult.expected_hours_per_week or NOTHING
    gross = hours * minimum_wage(adult.age, rates) * WEEKS
    net = gross - income_tax_year(gross, rates) - class_4_year(gross, rates)
    return pence(net / MONTHS)


def floor_top_up(
    household: Household, earned: tuple[Decimal, ...], has_floors: tuple[bool, ...], floors: Floors
) -> Decimal:
    """What is counted beyond the true earnings because of the floor (UC Regs reg. 62(2), (3)).

    In a couple an adult's floor goes down by what it and the partner's earnings together are over
    the thresholds of both.
    """
    couple = sum(floors, NOTHING)
    top_up = NOTHING
    for place, (own, floor) in enumerate(zip(earned, floors, strict=True)):
        if not has_floors[place] or own >= floor:
            continue
        counted = floor
        if household.partner is not None:
            others = sum(earned, NOTHING) - own
            if own + others >= couple:
                continue
            counted = max(own, floor - max(NOTHING, floor + others - couple))
        top_up += counted - own
    return top_up
