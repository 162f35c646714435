"""How one month of a job is reached: every pay day, then Universal Credit and money in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from caseload.better_off.answer import Explanation, Section, Step, StepKind
from caseload.better_off.award_explained import award_section, maximum_section
from caseload.better_off.calculation import jobs_of
from caseload.better_off.earnings import PAY_RATES, QUALIFYING_EARNINGS_RATES
from caseload.better_off.explanation import money_in_lines
from caseload.better_off.household import NOTHING, Adult, Job, Offer, PensionBasis
from caseload.better_off.minimum_wage import minimum_wage_rate
from caseload.better_off.month_by_month import SURPLUS, months_of
from caseload.better_off.month_rows import MonthContext
from caseload.better_off.national_insurance import CLASS_4_RATES, NI_RATES
from caseload.better_off.pay_day_explained import pay_day_section
from caseload.better_off.pay_days import PayFrequency
from caseload.better_off.pay_explained import pay_section
from caseload.better_off.rate_book import RateBook
from caseload.better_off.rates_ahead import RatesAhead, rates_ahead
from caseload.better_off.steps import line, section, step, total
from caseload.better_off.student_loans import loan_rates
from caseload.better_off.timetable import Timetable
from caseload.better_off.twelve_months import TwelveMonths
from caseload.values.money import pounds
from caseload.words import say


def explain_months(months: TwelveMonths, book: RateBook) -> tuple[Explanation, ...]:
    """How each month is reached, in order."""
    ahead = rates_ahead(book)
    contexts = months_of(months.household, months.offer, ahead, months.timetable, set())
    explained = (_sections(months.timetable, months.offer, each, ahead) for each in contexts)
    return tuple(Explanation(tuple(sections)) for sections in explained)


def _sections(
    timetable: Timetable, offer: Job, context: MonthContext, ahead: RatesAhead
) -> Iterator[Section]:
    household, rates, row = context.frame.household, context.frame.rates, context.row
    picture = row.picture
    yield from _client_pay(timetable, offer, context, ahead)
    work = [context.jobs]
    if partner := household.partner:
        work.append(jobs_of(partner, partner.job))
        yield from _partner_pay(timetable, partner, context, ahead)
    if not picture.universal_credit.capital_too_high:
        yield maximum_section(household, context.jobs, picture, rates)
    yield _award(context)
    lines = [*money_in_lines(household, work, picture, rates), *_even_week(context, work)]
    yield section("money_in", *lines, total("money_in", picture.money_in))
    if picture.cost_lines:
        costs = (line(f"cost_{each.key}", each.amount) for each in picture.cost_lines)
        carried = line("money_in", picture.money_in)
        yield section("left", carried, *costs, total("left", picture.left))


def _even_week(context: MonthContext, work: Sequence[Sequence[Job]]) -> Iterator[Step]:
    """Carer's Allowance, ESA and JSA, and tax on them, look at the pay of an average week."""
    household, rates = context.frame.household, context.frame.rates
    if not any(work):
        return
    keys: dict[str, None] = dict.fromkeys((*PAY_RATES, *NI_RATES, *CLASS_4_RATES))
    for adult, jobs in zip(household.adults, work, strict=True):
        keys |= dict.fromkeys(loan_rates(adult.student_loans, rates))
        if any(job.pension_basis is PensionBasis.QUALIFYING_EARNINGS for job in jobs):
            keys |= dict.fromkeys(QUALIFYING_EARNINGS_RATES)
        for job in jobs:
            apprentice = isinstance(job, Offer) and job.apprentice_rate
            keys[minimum_wage_rate(adult.age, apprentice_rate=apprentice)] = None
    words = say("better_off_months.step.even_week")
    yield step("even_week", words, None, StepKind.NOTE, *keys)


def _client_pay(
    timetable: Timetable, offer: Job, context: MonthContext, ahead: RatesAhead
) -> Iterator[Section]:
    row, client = context.row, context.frame.household.claimant
    paid = NOTHING
    for day in row.pay_days:
        paid += day.pay.take_home
        frequency = timetable.pay.frequency if timetable.pay else PayFrequency.MONTHLY
        yield pay_day_section("pay_day", client, offer, day, frequency=frequency, ahead=ahead)
    even = row.picture.pay.take_home - paid
    if even:
        yield _even_pay(client, even, context)


def _even_pay(client: Adult, amount: Decimal, context: MonthContext) -> Section:
    """Pay that comes evenly: of a present job, of other jobs, and profit."""
    loans = loan_rates(client.student_loans, context.frame.rates)
    keys = (*PAY_RATES, *NI_RATES, *CLASS_4_RATES, *loans)
    words = say("better_off_months.step.even_pay")
    whole = say("better_off_months.step.total_even_pay")
    steps = (
        step("even_pay", words, amount, StepKind.LINE, *keys),
        step("even_pay", whole, amount, StepKind.TOTAL),
    )
    return Section("even_pay", say("better_off_months.section.even_pay"), steps)


def _partner_pay(
    timetable: Timetable, partner: Adult, context: MonthContext, ahead: RatesAhead
) -> Iterator[Section]:
    row, pay = context.row, context.frame.partner
    jobs = jobs_of(partner, partner.job)
    plan = timetable.partner_pay
    if plan and partner.job:
        for day in row.partner_pay_days:
            yield pay_day_section(
                "partner_pay_day", partner, partner.job, day, frequency=plan.frequency, ahead=ahead
            )
    elif jobs and pay:
        yield pay_section("partner_pay", partner, jobs, pay.pay, context.frame.rates)


def _award(context: MonthContext) -> Section:
    """The award, with what is said of surplus earnings before it."""
    row, rates = context.row, context.frame.rates
    found = award_section(context.frame.household, row.picture, rates)
    if row.surplus:
        words = say("better_off_months.step.surplus", amount=pounds(row.surplus))
    elif not row.award:
        words = say("better_off_months.step.no_surplus", amount=pounds(rates.amount(SURPLUS)))
    else:
        return found
    first = step("surplus", words, None, StepKind.NOTE, SURPLUS)
    return Section(found.code, found.title, (first, *found.steps))
