"""The rates for any day: outside the years on file, those of the nearest day that has them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from caseload.better_off.minimum_wage import minimum_wage, minimum_wage_rate
from caseload.better_off.rate_book import Rates
from caseload.services.rates import rate_book

ADULT = 30


def rates_near(day: date) -> Rates:
    """The rates in force on that day, or on the nearest one for which all are on file."""
    book = rate_book()
    wages = [rate for rate in book.entries() if rate.key == minimum_wage_rate(ADULT)]
    first = date(int(book.tax_years[0][:4]), 4, 6)
    last = max(rate.valid_to for rate in wages)
    return book.for_day(min(max(day, first), last))


def least_an_hour(age: int | None, day: date) -> Decimal:
    """The legal minimum, pounds an hour; of an adult where the age is not known."""
    return minimum_wage(ADULT if age is None else age, rates_near(day))
