"""How an answer is reached: every line of the sum in words, with its amount and its rates.

Sections follow the sum: pay, the partner's pay, the most Universal Credit can be, what it pays,
money in, what is left after the costs of work, and the comparison with now. In each, the total is
the sum of the lines shown. The words fit the letter and the screen alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from caseload.better_off.answer import BetterOff, Explanation, OfferAnswer, Section, Step, StepKind
from caseload.better_off.award_explained import award_section, maximum_section
from caseload.better_off.earnings import (
    NI_RATES,
    PAY_RATES,
    QUALIFYING_EARNINGS_RATES,
)
from caseload.better_off.household import (
    Adult,
    Household,
    Job,
    Offer,
    PensionBasis,
    PensionRelief,
)
from caseload.better_off.minimum_wage import minimum_wage_rate
from caseload.better_off.money import MoneyPicture, Pay, month_of
from caseload.better_off.other_benefits import dla_rates, pip_rates
from caseload.better_off.rate_book import Rates
from caseload.better_off.steps import line, note, section, step, total
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
    if job:
        yield _pay_section("pay", household.claimant, job, month.pay, rates)
    partner = household.partner
    if partner and partner.job and month.partner_pay:
        yield _pay_section("partner_pay", partner, partner.job, month.partner_pay, rates)
    award = month.universal_credit
    if not award.capital_too_high:
        yield maximum_section(household, job, month, rates)
    yield award_section(household, month, rates)
    yield section("money_in", *_money_in(household, month), total("money_in", month.money_in))
    if month.cost_lines:
        costs = (line(f"cost_{each.key}", each.amount) for each in month.cost_lines)
        carried = line("money_in", month.money_in)
        yield section("left", carried, *costs, total("left", month.left))


def _pay_section(code: str, adult: Adult, job: Job, pay: Pay, rates: Rates) -> Section:
    steps = [
        line(
            "gross",
            pay.gross,
            hours=f"{job.hours_per_week.normalize():f}",
            wage=pounds(job.hourly_wage),
        ),
        line(
            _tax_code(adult, pay),
            -pay.income_tax,
            *PAY_RATES,
            allowance=pounds(rates.amount("income_tax.personal_allowance")),
        ),
        line(
            "national_insurance" if pay.national_insurance else "no_national_insurance",
            -pay.national_insurance,
            *NI_RATES,
            threshold=pounds(rates.amount("employee_ni.primary_threshold_year")),
        ),
    ]
    if job.pension_basis is not PensionBasis.NONE and job.pension_employee_percent:
        steps.append(_pension(job, pay, rates))
    steps.append(total("take_home", pay.take_home))
    apprentice = isinstance(job, Offer) and job.apprentice_rate
    key = minimum_wage_rate(adult.age, apprentice_rate=apprentice)
    steps.append(note("legal_minimum", key, least=pounds(rates.amount(key))))
    if not pay.pension:
        trigger = "pension_auto_enrolment.earnings_trigger"
        steps.append(note("no_pension", trigger, trigger=pounds(rates.amount(trigger))))
    return section(code, *steps)


def _tax_code(adult: Adult, pay: Pay) -> str:
    if not pay.income_tax:
        return "no_income_tax"
    return "income_tax_with_benefits" if adult.tax_on_benefits_through_wage else "income_tax"


def _pension(job: Job, pay: Pay, rates: Rates) -> Step:
    percent = f"{job.pension_employee_percent.normalize():f}%"
    at_source = job.pension_relief is PensionRelief.RELIEF_AT_SOURCE
    how, keys = ("_at_source", ("income_tax.basic_rate",)) if at_source else ("", ())
    figures = {"relief": pounds(pay.pension_relief)} if at_source else {}
    if job.pension_basis is PensionBasis.ALL_PAY:
        return line(f"pension_all_pay{how}", -pay.pension, *keys, percent=percent, **figures)
    lower, upper = (rates.amount(key) for key in QUALIFYING_EARNINGS_RATES)
    return line(
        f"pension_qualifying{how}",
        -pay.pension,
        *QUALIFYING_EARNINGS_RATES,
        *keys,
        **figures,
        percent=percent,
        lower=pounds(lower),
        upper=pounds(upper),
    )


def _money_in(household: Household, month: MoneyPicture) -> Iterator[Step]:
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
    for adult in household.adults:
        for income in adult.other_income:
            how = "counted" if income.kind.counts_for_uc else "not_counted"
            yield note(
                f"other_income_{how}",
                name=income.kind.words,
                amount=pounds(penny(month_of(income.weekly))),
            )
    awards = (penny(month_of(adult.new_style_esa_weekly)) for adult in household.adults)
    if month.new_style_esa < sum(awards):
        yield note("esa_not_paid", *ESA_RATES)
    carers = any(adult.claims_carers_allowance for adult in household.adults)
    if carers and not month.carers_allowance:
        yield note("carers_allowance_not_paid", *CARERS_ALLOWANCE_RATES)


def _child_benefit_rates(household: Household) -> tuple[str, ...]:
    others = ("child_benefit.each_other_child",) if len(household.children) > 1 else ()
    return ("child_benefit.eldest_or_only", *others)
