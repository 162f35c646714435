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


def cap_exemption(
    household: Household,
    *,
    health_element: bool,
    carer: bool,
    esa_support: bool,
    earned: Decimal,
    rates: Rates,
) -> str:
    """Why the cap does not apply, or an empty text where it does (UC Regs regs 82, 83).

    Earned income is the couple's, after tax, National Insurance and pension.
    """
    reasons = (
        ("lcwra", health_element),
        ("carer", carer),
        ("pip", any(adult.has_pip for adult in household.adults)),
        ("dla", any(child.has_dla for child in household.children)),
        ("esa_support", esa_support),
    )
    for reason, holds in reasons:
        if holds:
            return reason
    return "earnings" if earned >= rates.amount("uc.benefit_cap_earnings_threshold") else ""


def cap_excess(counted: Decimal, limit: Decimal, childcare_element: Decimal) -> Decimal:
    """What is over the cap, less the childcare element (UC Regs reg. 81), never below 0."""
    return max(NOTHING, counted - limit - childcare_element)
