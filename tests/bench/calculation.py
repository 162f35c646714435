"""One better-off calculation: a couple with three children and two offers, read and answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from statistics import median
from typing import Any

from caseload.better_off.case_reader import read_case
from caseload.better_off.cases import run_cases
from caseload.better_off.comparison import compare
from caseload.better_off.hours import income_by_hours
from caseload.better_off.pay_days import PayDays, PayFrequency
from caseload.better_off.rate_files import load_rate_book
from caseload.better_off.timetable import Timetable
from caseload.better_off.twelve_months import twelve_months
from tests.bench.measuring import milliseconds, told

TIMES = 200
FEWER = 40
START = date(2026, 5, 4)

_OFFER = {
    "hours_per_week": 16,
    "hourly_wage": 12.71,
    "wage_kind": "legal_minimum",
    "pension_employee_percent": 0,
    "pension_basis": "none",
    "childcare_monthly": 0,
}
_NO_HEALTH_MONEY = {"pip_daily_living": "none", "pip_mobility": "none"}
HOUSEHOLD: dict[str, Any] = {
    "tax_year": "2026/27",
    "in_greater_london": False,
    "claimant": _NO_HEALTH_MONEY
    | {
        "age": 52,
        "health": "none",
        "carer_35_hours": False,
        "claims_carers_allowance": False,
        "new_style_esa_weekly": 0,
        "new_style_esa_group": "none",
        "other_pension_income_weekly": 0,
    },
    "partner": _NO_HEALTH_MONEY
    | {
        "age": 59,
        "health": "lcwra_new",
        "hours_per_week": 0,
        "hourly_wage": 0,
        "pension_employee_percent": 0,
    },
    "children": [
        {
            "age": age,
            "born_before_6_april_2017": age > 9,
            "dla_care": "none",
            "dla_mobility": "none",
        }
        for age in (11, 6, 1)
    ],
    "capital": 4000,
    "housing": {
        "tenure": "private_rent",
        "rent_monthly": 700,
        "brma": "LEEDS",
        "lha_category": "D",
        "lha_monthly_rate": 850,
    },
    "offers": [_OFFER, _OFFER | {"hours_per_week": 25}],
}


def report() -> Iterator[str]:
    """The rates read once, one household answered, its plot and its twelve months.

    Raises if it is refused.
    """
    yield told("read the rates, once a start", milliseconds(load_rate_book))
    book = load_rate_book()
    _, refusals = run_cases(HOUSEHOLD, book)
    if refusals:
        raise RuntimeError(refusals[0])
    times = [milliseconds(lambda: run_cases(HOUSEHOLD, book)) for _ in range(TIMES)]
    yield told("one household, now and two offers", median(times))
    case = read_case(HOUSEHOLD)
    rates = book.tax_year(case.tax_year)
    household, offer = case.household, case.offers[0]
    times = [milliseconds(lambda: compare(household, (offer,), rates)) for _ in range(TIMES)]
    yield told("one offer with every fact", median(times))
    times = [milliseconds(lambda: income_by_hours(household, offer, rates)) for _ in range(FEWER)]
    yield told("the plot, 81 points", median(times))
    plan = Timetable(START, 12, PayDays(PayFrequency.WEEKLY, START))
    times = [
        milliseconds(lambda: twelve_months(household, offer, book, plan)) for _ in range(FEWER)
    ]
    yield told("twelve months of weekly pay, with the differences from the average", median(times))
