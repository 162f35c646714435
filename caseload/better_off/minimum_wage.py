"""The legal minimum wage by age (S.I. 2015/621 regs 4 and 4A)."""

from __future__ import annotations

from decimal import Decimal

from caseload.better_off.rate_book import Rates

FULL_RATE_FROM = 21
MIDDLE_RATE_FROM = 18


def minimum_wage_rate(age: int, *, apprentice_rate: bool = False) -> str:
    """The key of the minimum wage.

    ``apprentice_rate`` is for apprentices under 19 or in the first year; others get the rate of
    their age.
    """
    if apprentice_rate:
        return "minimum_wage.apprentice"
    if age >= FULL_RATE_FROM:
        return "minimum_wage.21_and_over_nlw"
    return "minimum_wage.18_to_20" if age >= MIDDLE_RATE_FROM else "minimum_wage.under_18"


def minimum_wage(age: int, rates: Rates, *, apprentice_rate: bool = False) -> Decimal:
    """The least that may be paid at this age, pounds an hour."""
    return rates.amount(minimum_wage_rate(age, apprentice_rate=apprentice_rate))
