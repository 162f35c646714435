"""What must hold for the months of any household and any rhythm of pay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from caseload.better_off.answer import Explanation, StepKind
from caseload.better_off.household import Household, Offer
from caseload.better_off.month_explained import explain_months
from caseload.better_off.pay_days import PayDays, PayFrequency
from caseload.better_off.rate_files import load_rate_book
from caseload.better_off.timetable import Timetable
from caseload.better_off.twelve_months import TwelveMonths, twelve_months
from tests.better_off.wider_households import WIDE

BOOK = load_rate_book()
Case = tuple[Household, Offer]
few = settings(max_examples=25, deadline=None)


@st.composite
def timetables(draw: st.DrawFn, household: Household, offer: Offer) -> Timetable:
    """A start in 2026/27, with any rhythm of pay."""
    start = draw(st.dates(date(2026, 4, 14), date(2027, 3, 1)))
    first = start + timedelta(days=draw(st.integers(0, 40)))
    plan = PayDays(draw(st.sampled_from(PayFrequency)), first, draw(st.sampled_from([0, 7])))
    partner = household.partner
    pays = partner and partner.job and partner.job.self_employment is None
    return Timetable(
        starts_on=start,
        period_starts_on=draw(st.integers(1, 31)),
        pay=None if offer.self_employment else plan,
        partner_pay=plan if pays and draw(st.booleans()) else None,
        settled=draw(st.booleans()),
    )


CASES = WIDE.flatmap(lambda case: timetables(*case).map(lambda plan: (*case, plan)))


def check_explanation(explanation: Explanation) -> set[str]:
    """Each section adds up; the keys of the rates that are named."""
    for part in explanation.sections:
        (total,) = (step for step in part.steps if step.kind is StepKind.TOTAL)
        assert part.total == total.amount, part
    return {key for part in explanation.sections for step in part.steps for key in step.rates}


def named_in_facts(found: TwelveMonths) -> set[str]:
    return {key for fact in found.facts for key in fact.rates}


@given(CASES)
@few
def test_every_month_adds_up_and_every_rate_is_explained(
    case: tuple[Household, Offer, Timetable],
) -> None:
    household, offer, timetable = case
    found = twelve_months(household, offer, BOOK, timetable)
    assert len(found.rows) == 12
    explanations = explain_months(found, BOOK)
    named: set[str] = set()
    for row, explanation in zip(found.rows, explanations, strict=True):
        named |= check_explanation(explanation)
        totals = {part.code: part.total for part in explanation.sections}
        assert totals["award"] == row.award >= 0
        assert totals["money_in"] == row.money_in
    assert found.on_average + sum(each.amount for each in found.differences) == found.total
    if household.capital <= 16000:
        assert set(found.rates_used) <= named | named_in_facts(found)


@given(CASES)
@few
def test_monthly_pay_at_one_set_of_rates_adds_up_to_the_year_within_a_pound(
    case: tuple[Household, Offer, Timetable],
) -> None:
    household, offer, timetable = case
    partner_pay = replace(timetable, partner_pay=None)
    found = twelve_months(household, offer, BOOK, partner_pay)
    (monthly, *_) = found.differences
    threshold_is_near = any(row.picture.universal_credit.cap_limit for row in found.rows)
    assume(not threshold_is_near)
    assert abs(monthly.amount) < 1


@given(CASES)
@few
def test_no_hours_bring_the_same_money_every_month_but_for_new_rates(
    case: tuple[Household, Offer, Timetable],
) -> None:
    household, offer, timetable = case
    idle = replace(
        offer,
        hours_per_week=Decimal(0),
        childcare_monthly=Decimal(0),
        fares_weekly=None,
        self_employment=None,
        beside_present_job=False,
    )
    jobless = replace(household, claimant=replace(household.claimant, job=None))
    plan = replace(
        timetable, pay=timetable.pay or PayDays(PayFrequency.WEEKLY, timetable.starts_on)
    )
    found = twelve_months(jobless, idle, BOOK, replace(plan, partner_pay=None))
    in_2026 = [
        row for row in found.rows if date(2026, 4, 6) <= row.period.starts < date(2027, 4, 1)
    ]
    amounts = [row.picture.money_in for row in in_2026]
    # The month of the start is rounded in two parts.
    assert max(amounts) - min(amounts) <= Decimal("0.05")
