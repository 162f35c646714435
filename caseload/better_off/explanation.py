"""How an answer is reached: every line of the sum in words, with its amount and its rates.

Sections follow the sum: pay, the partner's pay, the most Universal Credit can be, what it pays,
money in, what is left after the costs of work, and the comparison with now. In each, the total is
the sum of the lines shown. The words fit the letter and the screen alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseload.better_off.answer import BetterOff, Explanation, OfferAnswer, Section, Step, StepKind
from caseload.better_off.award_explained import award_section, maximum_section
from caseload.better_off.calculation import jobs_of
from caseload.better_off.earnings import PAY_RATES
from caseload.better_off.household import Adult, Household, Job
from caseload.better_off.money import MoneyPicture, month_of
from caseload.better_off.other_benefits import (
    JSA_DISREGARD,
    JSA_HOURS,
    dla_rates,
    other_income_week,
    pip_rates,
)
from caseload.better_off.other_income import OtherIncome, OtherIncomeKind
from caseload.better_off.pay_explained import pay_section
from caseload.better_off.rate_book import Rates
from caseload.better_off.steps import line, note, section, step, total
from caseload.better_off.view import View
from caseload.values.money import penny, pounds
from caseload.words import say

ESA_RATES = ("esa_permitted_work.hours_below", "esa_permitted_work.weekly_earnings_limit")
CARERS_ALLOWANCE_RATES = ("carers_allowance.weekly_rate", "carers_allowance.net_earnings_limit")


def explain(result: BetterOff, answer: OfferAnswer, rates: Rates) -> Explanation:
    """How the answer to one offer is reached, ending in how much better off, a month and a week."""
    household = result.household
    sections = [*_sections(household, answer.offer, answer.picture, rates)]
    comparison = section(
        "comparison",
        line("left_in_offer", answer.picture.left),
        line("left_now", -result.now.left),
        total("better_off", answer.better_off_month),
        note("better_off_week", week=pounds(answer.better_off_week)),
    )
    return Explanation((*sections, comparison))


def explain_now(result: BetterOff, rates: Rates) -> Explanation:
    """How what the household lives on now is reached."""
    household = result.household
    return Explanation(tuple(_sections(household, household.claimant.job, result.now, rates)))


def _sections(
    household: Household, job: Job | None, month: MoneyPicture, rates: Rates
) -> Iterator[Section]:
    jobs = jobs_of(household.claimant, job)
    if jobs:
        yield pay_section("pay", household.claimant, jobs, month.pay, rates)
    partner = household.partner
    work = [jobs]
    if partner and month.partner_pay:
        work.append(jobs_of(partner, partner.job))
        if work[1]:
            yield pay_section("partner_pay", partner, work[1], month.partner_pay, rates)
    if not month.universal_credit.capital_too_high:
        yield maximum_section(household, jobs, month, rates)
    yield award_section(household, month, rates)
    lines = money_in_lines(household, work, month, rates)
    yield section("money_in", *lines, total("money_in", month.money_in))
    if month.cost_lines:
        costs = (line(f"cost_{each.key}", each.amount) for each in month.cost_lines)
        carried = line("money_in", month.money_in)
        yield section("left", carried, *costs, total("left", month.left))


def money_in_lines(
    household: Household, work: Sequence[Sequence[Job]], month: MoneyPicture, rates: Rates
) -> Iterator[Step]:
    """Each line of money in, with notes on what is not paid; ``work`` is each adult's jobs."""
    keys = {
        "child_benefit": _child_benefit_rates(household),
        "new_style_esa": ESA_RATES,
        "carers_allowance": CARERS_ALLOWANCE_RATES,
        "pip": tuple(key for each in household.people for key in pip_rates(each)),
        "dla": tuple(key for child in household.children for key in dla_rates(child)),
        "tax_on_other_income": PAY_RATES,
    }
    for each in month.lines:
        words = say(f"better_off.line.{each.key}.staff")
        yield step(each.key, words, each.amount, StepKind.LINE, *keys.get(each.key, ()))
    for adult, jobs in zip(household.adults, work, strict=True):
        for income in adult.other_income:
            yield _other_income(income, adult, jobs, rates)
    awards = (penny(month_of(adult.new_style_esa_weekly)) for adult in household.adults)
    if month.new_style_esa < sum(awards):
        yield note("esa_not_paid", *ESA_RATES)
    carers = any(adult.claims_carers_allowance for adult in household.adults)
    if carers and not month.carers_allowance:
        yield note("carers_allowance_not_paid", *CARERS_ALLOWANCE_RATES)


def _other_income(income: OtherIncome, adult: Adult, jobs: Sequence[Job], rates: Rates) -> Step:
    """What is paid of an other income, and whether it changes Universal Credit."""
    kind = income.kind
    keys = (JSA_HOURS, JSA_DISREGARD) if kind is OtherIncomeKind.NEW_STYLE_JSA and jobs else ()
    weekly = other_income_week(income, adult, jobs, rates, View.LAW)
    if not weekly:
        return note("other_income_stops", *keys, name=kind.words)
    how = "counted" if kind.counts_for_uc else "not_counted"
    amount = pounds(penny(month_of(weekly)))
    return note(f"other_income_{how}", *keys, name=kind.words, amount=amount)


def _child_benefit_rates(household: Household) -> tuple[str, ...]:
    others = ("child_benefit.each_other_child",) if len(household.children) > 1 else ()
    return ("child_benefit.eldest_or_only", *others)
