"""When a job starts and pays, and when the months of Universal Credit begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from caseload.better_off.household import NOTHING, Household, Offer
from caseload.better_off.pay_days import PayDays
from caseload.better_off.payroll import TaxBasis
from caseload.better_off.problems import MOST_POUNDS, HouseholdRefused, Problem, refused

LATEST_FIRST_PAY = timedelta(days=92)
MOST_ARREARS = 62
MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Timetable:
    """Everything about time that the view by month asks for.

    Where ``settled`` is true the job has gone on for long: it does not start in these months, and
    ``pay.first`` is any of its pay days.

    ``period_starts_on`` is the day of the month on which the client's assessment periods start,
    1 to 31. ``pay`` is None only for self-employment, whose profit comes evenly, as does the pay
    of a partner whose pay days were not asked. ``earlier_pay`` and ``earlier_tax`` are of this tax
    year, from a P45.
    """

    starts_on: date
    period_starts_on: int
    pay: PayDays | None
    partner_pay: PayDays | None = None
    basis: TaxBasis | None = None
    """None: cumulative, unless taxable benefits or another job make it week 1 or month 1."""
    earlier_pay: Decimal = NOTHING
    earlier_tax: Decimal = NOTHING
    months: int = 12
    settled: bool = False


def check_timetable(household: Household, offer: Offer, timetable: Timetable) -> None:
    """Let a timetable through, or raise HouseholdRefused naming every field that cannot be."""
    problems = dict(_problems(household, offer, timetable))
    if problems:
        raise HouseholdRefused(problems)


def _problems(household: Household, offer: Offer, timetable: Timetable) -> Iterator[Problem]:
    if not 1 <= timetable.period_starts_on <= 31:
        yield "timetable.period_starts_on", refused("period_day")
    if not 1 <= timetable.months <= MOST_MONTHS:
        yield "timetable.months", refused("months", most=MOST_MONTHS)
    for name in ("earlier_pay", "earlier_tax"):
        if not NOTHING <= getattr(timetable, name) <= MOST_POUNDS:
            yield f"timetable.{name}", refused("amount")
    if timetable.earlier_tax > timetable.earlier_pay:
        yield "timetable.earlier_tax", refused("earlier_tax")
    yield from _plans(household, timetable)
    pay = timetable.pay
    if pay is None:
        if offer.self_employment is None:
            yield "timetable.pay", refused("pay_days_missing")
        return
    if timetable.settled:
        return
    if not timetable.starts_on <= pay.first <= timetable.starts_on + LATEST_FIRST_PAY:
        yield "timetable.pay.first", refused("first_pay")


def _plans(household: Household, timetable: Timetable) -> Iterator[Problem]:
    plans = {"pay": timetable.pay, "partner_pay": timetable.partner_pay}
    for name, plan in plans.items():
        if plan and not 0 <= plan.days_in_arrears <= MOST_ARREARS:
            yield f"timetable.{name}.days_in_arrears", refused("arrears", most=MOST_ARREARS)
    if timetable.partner_pay and not (household.partner and household.partner.job):
        yield "timetable.partner_pay", refused("partner_pay")
