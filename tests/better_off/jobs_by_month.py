"""Jobs by month for the tests: households, rhythms of pay, and what is told of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from caseload.better_off.answer import Fact
from caseload.better_off.case_reader import Case, read_case
from caseload.better_off.household import Adult, Child, Health, Household, Housing, Offer, Tenure
from caseload.better_off.pay_days import PayDays, PayFrequency
from caseload.better_off.rate_files import load_rate_book
from caseload.better_off.timetable import Timetable
from caseload.better_off.twelve_months import TwelveMonths, twelve_months
from tests.better_off.households import published_cases, single

BOOK = load_rate_book()
CASES: dict[str, Case] = {case["id"]: read_case(case["inputs"]) for case in published_cases()}
RENTED = single(health=Health.LCWRA_NEW, rent=900)
CAPPED = Household(
    Adult(30),
    Housing(Tenure.PRIVATE_RENT, Decimal(1700), "INNER_WEST_LONDON", "C"),
    in_greater_london=True,
    children=(Child(4, born_before_6_april_2017=False),),
)
MAY = date(2026, 5, 4)


def paid(frequency: PayFrequency, first: date, starts_on: date = MAY, **more: Any) -> Timetable:
    """A job paid so; assessment periods start on the 12th."""
    return Timetable(starts_on, 12, PayDays(frequency, first), **more)


FOUR_WEEKLY = paid(PayFrequency.FOUR_WEEKLY, date(2026, 5, 29))
WEEKLY = paid(PayFrequency.WEEKLY, date(2026, 5, 15))
MONTHLY = paid(PayFrequency.MONTHLY, date(2026, 5, 28))


def months(household: Household, job: Offer, timetable: Timetable) -> TwelveMonths:
    """The job by month."""
    return twelve_months(household, job, BOOK, timetable)


def told(found: TwelveMonths) -> dict[str, Fact]:
    """Its facts by code."""
    return {fact.code: fact for fact in found.facts}


def settled(timetable: Timetable) -> Timetable:
    """The same job as it goes on, in a year of one set of rates."""
    return replace(timetable, settled=True)


def whole_year(tax_year: str) -> Timetable:
    """Monthly pay from early in a tax year."""
    start = date(int(tax_year[:4]), 5, 4)
    return Timetable(start, 12, PayDays(PayFrequency.MONTHLY, start.replace(day=28)))
