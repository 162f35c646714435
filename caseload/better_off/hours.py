"""Money by hours worked: the points of the plot, and the places on it worth a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from caseload.better_off.answer import HoursCurve, HoursPoint, Landmark
from caseload.better_off.calculation import frame_of, month_in, without_offer
from caseload.better_off.coverage import check
from caseload.better_off.facts import (
    FREE_PRESCRIPTIONS_FROM_AGE,
    has_free_prescriptions,
    prescriptions_limit_rate,
)
from caseload.better_off.household import Household, Offer
from caseload.better_off.money import NOTHING, MoneyPicture, month_of, week_of
from caseload.better_off.other_income import OtherIncomeKind
from caseload.better_off.rate_book import Rates
from caseload.values.money import penny, pounds
from caseload.words import say

HALF_HOURS_TO_40 = tuple(Decimal(number) / 2 for number in range(81))
STEP = Decimal("0.01")
"""The grain in hours at which a landmark is found."""
CLIFF = Decimal(1)
"""A fall of more than this, pounds a month, is a cliff; less is the rounding of pennies."""

CAUSES = ("esa_ends", "carers_allowance_ends", "jsa_ends", "cap_returns")
"""What may make money fall as hours rise, beside the costs of work."""

Months = Callable[[Decimal], MoneyPicture]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A state that pay brings about: its name where it starts, and where it ends again."""

    holds: Callable[[MoneyPicture], bool]
    starts: str
    ends: str = ""


def income_by_hours(
    household: Household,
    offer: Offer,
    rates: Rates,
    hours: Sequence[Decimal] = HALF_HOURS_TO_40,
) -> HoursCurve:
    """Weekly money at each number of hours for the offer's pay, and what happens on the way.

    No hours is out of work, or the present job alone where the offer is beside it: without
    childcare and fares. Council Tax is left out, since a council's figure is for one number of
    hours. Every fall in money of more than a pound a month is a landmark with its ``drop_month``.
    Raises HouseholdRefused as ``compare`` does.
    """
    offer = replace(offer, council_tax_reduction_monthly=None)
    check(household, (offer,), rates)
    frame = frame_of(household, rates)
    idle = without_offer(household.claimant, offer)
    cache: dict[Decimal, MoneyPicture] = {}

    def month(worked: Decimal) -> MoneyPicture:
        if worked not in cache:
            job = replace(offer, hours_per_week=worked) if worked else idle
            cache[worked] = month_in(frame, job)
        return cache[worked]

    grid = sorted(set(hours))
    now = month_in(frame, household.claimant.job)
    points = tuple(_point(worked, month(worked), now) for worked in grid)
    found = [*_first_hour(grid, month)]
    for mark in _marks(household, month(NOTHING), rates):
        for code, at in _changes(mark, grid, month):
            # A fall is told once, by what causes it.
            told = any(each.hours == at and each.is_cliff for each in found)
            causes = code in CAUSES and not told
            drop = _fall(month(max(at - STEP, NOTHING)), month(at)) if causes else NOTHING
            found.append(_landmark(code, at, drop, household, rates))
    return HoursCurve(points, tuple(sorted(found, key=lambda landmark: landmark.hours)))


def _point(worked: Decimal, month: MoneyPicture, now: MoneyPicture) -> HoursPoint:
    return HoursPoint(
        hours=worked,
        money_in_week=month.money_in_week,
        left_week=month.left_week,
        better_off_week=week_of(month.left - now.left),
        take_home_month=month.pay.take_home,
        universal_credit_month=month.universal_credit.award,
    )


def _marks(household: Household, idle: MoneyPicture, rates: Rates) -> tuple[_Mark, ...]:
    marks = [
        _Mark(lambda m: m.new_style_esa < idle.new_style_esa, "esa_ends"),
        _Mark(lambda m: m.carers_allowance < idle.carers_allowance, "carers_allowance_ends"),
        _Mark(lambda m: not m.universal_credit.cap_reduction, "cap_lifts", "cap_returns"),
        _Mark(lambda m: m.universal_credit.earned_income_counted > 0, "work_allowance_used"),
        _Mark(lambda m: m.pay.income_tax + m.pay.national_insurance > 0, "tax_starts"),
        _Mark(lambda m: not m.universal_credit.award, "uc_ends", "uc_returns"),
    ]
    jsa = _new_style_jsa(household)
    if jsa:
        marks.append(_Mark(lambda m: m.other_income <= idle.other_income - jsa, "jsa_ends"))
    if household.claimant.age < FREE_PRESCRIPTIONS_FROM_AGE:
        marks.append(
            _Mark(
                lambda m: not has_free_prescriptions(household, m, rates), "prescriptions_may_stop"
            )
        )
    return tuple(marks)


def _new_style_jsa(household: Household) -> Decimal:
    """The client's award, pounds a month as it is shown."""
    incomes = household.claimant.other_income
    jsa = OtherIncomeKind.NEW_STYLE_JSA
    return sum((penny(month_of(each.weekly)) for each in incomes if each.kind is jsa), NOTHING)


def _changes(mark: _Mark, grid: list[Decimal], month: Months) -> Iterator[tuple[str, Decimal]]:
    """Each place where the state starts or ends, to the hundredth of an hour."""
    states = [(hours, mark.holds(month(hours))) for hours in grid]
    for (before, was), (after, becomes) in pairwise(states):
        code = mark.starts if becomes else mark.ends
        if was == becomes or not code:
            continue
        low, high = before, after
        while high - low > STEP:
            middle = ((low + high) / 2).quantize(STEP)
            if mark.holds(month(middle)) == becomes:
                high = middle
            else:
                low = middle
        if _is_told(code, month(low), month(high)):
            yield code, high


def _is_told(code: str, before: MoneyPicture, after: MoneyPicture) -> bool:
    """Whether a change is what its name says: the work allowance and the cap have other ends."""
    if code == "work_allowance_used":
        return after.universal_credit.work_allowance > 0 and before.universal_credit.award > 0
    if code == "cap_lifts":
        return after.universal_credit.cap_exemption == "earnings"
    return True


def _fall(before: MoneyPicture, after: MoneyPicture) -> Decimal:
    fall = before.left - after.left
    return fall if fall > CLIFF else NOTHING


def _first_hour(grid: list[Decimal], month: Months) -> Iterator[Landmark]:
    """Childcare and fares come with the first hour; some money ends with it, too."""
    if len(grid) < 2 or grid[0]:
        return
    drop = _fall(month(NOTHING), month(STEP))
    if drop:
        code = "costs_start" if month(STEP).cost_lines else "work_starts"
        label = say(f"better_off.landmark.{code}.label")
        yield Landmark(code, STEP, label, say(f"better_off.landmark.{code}.sentence"), drop)


def _landmark(
    code: str, at: Decimal, drop: Decimal, household: Household, rates: Rates
) -> Landmark:
    figures = {
        "hours": f"{at.normalize():f}",
        "taper": f"{rates.amount('uc.taper_rate') * 100:.0f}p",
        "threshold": pounds(rates.amount("uc.benefit_cap_earnings_threshold")),
        "limit": pounds(
            rates.amount(
                "carers_allowance.net_earnings_limit"
                if code == "carers_allowance_ends"
                else prescriptions_limit_rate(household)
            )
        ),
    }
    return Landmark(
        code=code,
        hours=at,
        label=say(f"better_off.landmark.{code}.label"),
        sentence=say(f"better_off.landmark.{code}.sentence", **figures),
        drop_month=drop,
    )
