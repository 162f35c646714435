"""National Insurance for a year: of employees, and Class 4 of the self-employed."""

from __future__ import annotations

from decimal import Decimal

from caseload.better_off.rate_book import Rates

NOTHING = Decimal(0)
NI_RATES = (
    "employee_ni.primary_threshold_year",
    "employee_ni.upper_earnings_limit_year",
    "employee_ni.main_rate",
    "employee_ni.upper_rate",
)
CLASS_4_RATES = (
    "self_employed_ni.lower_profits_limit",
    "self_employed_ni.upper_profits_limit",
    "self_employed_ni.main_rate",
    "self_employed_ni.upper_rate",
)


def national_insurance_year(gross: Decimal, rates: Rates) -> Decimal:
    """Employee National Insurance for a year of even pay, pounds (SSCBA 1992 s.8)."""
    return _in_two_bands(gross, NI_RATES, rates)


def class_4_year(profit: Decimal, rates: Rates) -> Decimal:
    """Class 4 contributions on a year's profit, pounds (SSCBA 1992 s.15)."""
    return _in_two_bands(profit, CLASS_4_RATES, rates)


def _in_two_bands(amount: Decimal, keys: tuple[str, ...], rates: Rates) -> Decimal:
    starts, upper, main_rate, upper_rate = (rates.amount(key) for key in keys)
    main = max(NOTHING, min(amount, upper) - starts)
    return main * main_rate + max(NOTHING, amount - upper) * upper_rate
