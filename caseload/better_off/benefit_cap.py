"""The benefit cap: how much, whom it spares, and what it takes."""

from __future__ import annotations

from decimal import Decimal

from caseload.better_off.household import NOTHING, Household
from caseload.better_off.money import MONTHS
from caseload.better_off.rate_book import Rates


def cap_limit_rate(household: Household) -> str:
    """The key of the yearly cap (UC Regs reg. 80A)."""
    place = "london" if household.in_greater_london else "outside_london"
    alone = household.partner is None and not household.children
    return f"benefit_cap.{place}.{'single_no_children' if alone else 'couple_or_lone_parent'}"


def cap_limit(household: Household, rates: Rates) -> Decimal:
    """The cap, pounds a month, unrounded."""
    return rates.amount(cap_limit_rate(household)) / MONTHS


def exemption_by_benefit(household: Household, *, health_element: bool, carer_element: bool) -> str:
    """Why the cap does not apply whatever anybody earns, or an empty text (UC Regs reg. 83(1)).

    The answer is ``lcwra``, ``carer``, ``pip``, ``dla``, the kind of an other income, or
    ``hospital`` for a benefit that is not paid only because of hospital or a care home.
    """
    if health_element:
        return "lcwra"
    if carer_element:
        return "carer"
    if any(person.has_pip for person in household.people):
        return "pip"
    if any(child.has_dla for child in household.children):
        return "dla"
    for adult in household.adults:
        for income in adult.other_income:
            if income.kind.lifts_cap:
                return income.kind
    suspended = any(adult.benefit_suspended_in_hospital for adult in household.adults)
    return "hospital" if suspended else ""


def exemption_by_income(
    household: Household,
    *,
    carers_allowance: bool,
    esa_support: bool,
    earned: Decimal,
    rates: Rates,
) -> str:
    """Why the cap does not apply because of what comes in, or an empty text (regs 82, 83).

    ``earned`` is the couple's, after tax, National Insurance and pension. ``grace`` is the nine
    months after a job, where the household says that they run.
    """
    if carers_allowance:
        return "carer"
    if esa_support:
        return "esa_support"
    if earned >= rates.amount("uc.benefit_cap_earnings_threshold"):
        return "earnings"
    return "grace" if household.cap_grace_ends else ""


def cap_excess(counted: Decimal, limit: Decimal, childcare_element: Decimal) -> Decimal:
    """What is over the cap, less the childcare element (UC Regs reg. 81), never below 0."""
    return max(NOTHING, counted - limit - childcare_element)
