"""Everything that a person sees adds up: each line in whole pence, each total its lines' sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from caseload.better_off.answer import BetterOff, Explanation, StepKind
from caseload.better_off.case_reader import read_case
from caseload.better_off.comparison import compare, table
from caseload.better_off.explanation import explain, explain_now
from caseload.better_off.household import Adult, Child, Health, Household, Offer
from caseload.better_off.money import MoneyPicture
from caseload.better_off.rate_book import Rates
from tests.better_off.households import households, offer, offers, published_cases, rates, single

PENNY = Decimal("0.01")
CASES = {case["id"]: read_case(case["inputs"]) for case in published_cases()}


def in_pence(amount: Decimal) -> bool:
    return amount == amount.quantize(PENNY)


def amounts(month: MoneyPicture) -> Iterator[Decimal]:
    for pay in filter(None, (month.pay, month.partner_pay)):
        yield from (pay.gross, pay.income_tax, pay.national_insurance, pay.pension)
    uc = month.universal_credit
    yield from (uc.maximum, uc.earnings_deduction, uc.unearned_income, uc.cap_reduction, uc.award)
    yield from (line.amount for line in month.lines + month.cost_lines)


def check_picture(month: MoneyPicture) -> None:
    assert all(in_pence(amount) for amount in amounts(month))
    assert month.money_in == sum(line.amount for line in month.lines)
    assert month.left == month.money_in + sum(line.amount for line in month.cost_lines)
    assert month.universal_credit.award >= 0


def check_explanation(explanation: Explanation, month: MoneyPicture) -> None:
    stated: dict[str, Decimal] = {}
    for section in explanation.sections:
        (total,) = (step for step in section.steps if step.kind is StepKind.TOTAL)
        lines = [step.amount for step in section.steps if step.kind is StepKind.LINE]
        assert all(amount is not None and in_pence(amount) for amount in lines)
        assert section.total == total.amount
        stated[section.code] = section.total
    uc = month.universal_credit
    assert stated["award"] == uc.award
    assert stated["money_in"] == month.money_in
    assert stated.get("pay", Decimal(0)) == month.pay.take_home
    assert stated.get("maximum", Decimal(0)) == uc.maximum
    assert stated.get("left", month.left) == month.left


def check_table(result: BetterOff) -> None:
    rows = table(result)
    columns = [[row.now for row in rows]] + [
        [row.offers[place] for row in rows] for place in range(len(result.offers))
    ]
    for place, column in enumerate(columns):
        running = Decimal(0)
        for row, amount in zip(rows, column, strict=True):
            if row.key in {"money_in", "left"}:
                assert amount == running
            elif row.key == "better_off_month" and place:
                before = columns[0][[r.key for r in rows].index(row.key) - 1]
                assert before is not None
                assert amount == running - before
            elif not row.is_total:
                assert amount is not None
                running += amount


def check_all(household: Household, taken: tuple[Offer, ...], view: Rates) -> None:
    result = compare(household, taken, view)
    check_picture(result.now)
    check_explanation(explain_now(result, view), result.now)
    check_table(result)
    for answer in result.offers:
        check_picture(answer.picture)
        explanation = explain(result, answer, view)
        check_explanation(explanation, answer.picture)
        comparison = explanation.sections[-1]
        assert comparison.total == answer.better_off_month
        assert answer.better_off_month == answer.picture.left - result.now.left
        week = answer.better_off_month * 12 / 52
        assert abs(answer.better_off_week - week) <= PENNY / 2


@pytest.mark.parametrize("case_id", CASES)
def test_every_published_case_adds_up(case_id: str) -> None:
    case = CASES[case_id]
    check_all(case.household, case.offers, rates(case.tax_year))


@given(households(), offers(), st.sampled_from([0, 300, 2500]), st.sampled_from([None, 0, 21]))
@settings(max_examples=150, deadline=None)
def test_every_household_adds_up(
    household: Household, job: Offer, childcare: int, fares: int | None
) -> None:
    paid = Decimal(childcare if household.children else 0)
    weekly = None if fares is None else Decimal(fares)
    job = replace(job, childcare_monthly=paid, fares_weekly=weekly)
    check_all(household, (job,), rates())


def words_of(household: Household, job: Offer, tax_year: str = "2026/27") -> str:
    view = rates(tax_year)
    result = compare(household, (job,), view)
    sections = explain(result, result.offers[0], view).sections
    return "\n".join(f"{step.words} {step.amount}" for part in sections for step in part.steps)


def test_the_explanation_of_the_drawing_of_the_screen() -> None:
    household = single(health=Health.LCWRA_NEW, rent=900)
    words = words_of(household, offer(16))
    for line in (
        "16 hours a week at £12.71 an hour, as a month's pay 881.23",
        "Income tax: none at this pay 0.00",
        "does not count. 55p comes off for each £1 of the other £454.23 -249.83",
        "Universal Credit, a month 1292.33",
        "Money in, a month 2173.56",
        "Better off, a month 631.40",
        "That is £145.71 a week",
    ):
        assert line in words


def test_an_explanation_says_why_a_line_is_not_what_one_might_expect() -> None:
    parent = replace(single(rent=900), children=(Child(4, born_before_6_april_2017=False),) * 3)
    childcare = offer(20, childcare_monthly=Decimal(400))
    assert "Every child counts" in words_of(parent, childcare)
    last_year = offer(20, Decimal("12.21"), childcare_monthly=Decimal(400))
    assert "The two-child limit leaves out" in words_of(parent, last_year, "2025/26")
    assert "85% of £400.00 340.00" in words_of(parent, childcare)
    assert "the most that is paid" in words_of(
        parent, replace(childcare, childcare_monthly=Decimal(3000))
    )
    couple = replace(parent, partner=Adult(30))
    assert "Help with childcare: none" in words_of(couple, childcare)
    rich = replace(single(), capital=Decimal(16001))
    assert "Savings are over £16,000.00" in words_of(rich, offer(20))
    assert "more than there is, so all goes -424.90" in words_of(single(), offer(20))
    protected = replace(single(health=Health.LCWRA_NEW), partner=Adult(30, Health.LCWRA_PROTECTED))
    assert "A couple gets one health element" in words_of(protected, offer(20))


@given(households(), offers())
@settings(max_examples=150, deadline=None)
def test_every_rate_in_an_answer_is_explained_with_its_source(
    household: Household, job: Offer
) -> None:
    assume(household.capital <= 16000)  # Above it no element is paid, so none is explained.
    result = compare(household, (job,), rates())
    explained = {
        key
        for part in (explain(result, result.offers[0], rates()), explain_now(result, rates()))
        for section in part.sections
        for step in section.steps
        for key in step.rates
    }
    explained |= {key for fact in result.offers[0].facts for key in fact.rates}
    assert set(result.rates_used) <= explained
    assert all(rates().rate(key).sources for key in explained)


def test_an_answer_without_offers_is_what_the_household_lives_on_now() -> None:
    result = compare(CASES["B005"].household, (), rates())
    assert result.offers == ()
    assert [row.key for row in table(result)][:2] == ["take_home", "universal_credit"]
    assert result.now.money_in == Decimal("1252.16")
