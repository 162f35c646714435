"""The rates for any day: outside the days on file, those of the nearest that has them all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

from caseload.better_off.minimum_wage import minimum_wage, minimum_wage_rate
from caseload.better_off.problems import RatesRefused
from caseload.better_off.rate_book import Rates
from caseload.services.rates import rate_book

ADULT = 30


@cache
def days_on_file() -> tuple[date, date]:
    """The first and the last day for which every rate is on file, both included."""
    book = rate_book()
    firsts = [date(int(year[:4]), 4, 6) for year in book.tax_years]
    last = max(r.valid_to for r in book.entries() if r.key == minimum_wage_rate(ADULT))
    return next(day for day in firsts if _is_whole(day)), last


def _is_whole(day: date) -> bool:
    try:
        rate_book().for_day(day)
    except RatesRefused:
        return False
    return True


def rates_near(day: date) -> Rates:
    """The rates in force on that day, or on the nearest one on file."""
    first, last = days_on_file()
    return rate_book().for_day(min(max(day, first), last))


def least_an_hour(age: int | None, day: date) -> Decimal:
    """The legal minimum, pounds an hour; of an adult where the age is not known."""
    return minimum_wage(ADULT if age is None else age, rates_near(day))
