"""One pay day in words: what came in and everything that came off."""

from __future__ import annotations

from collections.abc import Iterator

from caseload.better_off.answer import Section, Step, StepKind
from caseload.better_off.earnings import PAY_RATES, QUALIFYING_EARNINGS_RATES
from caseload.better_off.household import Adult, Job, Offer, PensionBasis, PensionRelief
from caseload.better_off.minimum_wage import minimum_wage_rate
from caseload.better_off.months_of_pay import PayDay
from caseload.better_off.pay_days import PayFrequency
from caseload.better_off.pay_explained import AT_SOURCE
from caseload.better_off.payroll import MONTHLY_NI, NI_SHARES, WEEKLY_NI
from caseload.better_off.rates_ahead import RatesAhead
from caseload.better_off.steps import note, step, total
from caseload.better_off.student_loans import loan_rates
from caseload.values.dates import day_month, long_date
from caseload.values.money import pounds
from caseload.words import say


def pay_day_section(
    code: str,
    adult: Adult,
    job: Job,
    day: PayDay,
    *,
    frequency: PayFrequency,
    ahead: RatesAhead,
) -> Section:
    """Its section, under the title ``better_off_months.section.<code>``."""
    title = say(f"better_off_months.section.{code}", day=long_date(day.on))
    return Section(code, title, tuple(_steps(adult, job, day, frequency, ahead)))


def _steps(
    adult: Adult, job: Job, day: PayDay, frequency: PayFrequency, ahead: RatesAhead
) -> Iterator[Step]:
    pay, rates = day.pay, ahead.on(day.on)
    gross = say(
        "better_off_months.step.gross",
        hours=f"{pay.hours_per_week.normalize():f}",
        wage=pounds(pay.hourly_wage),
        starts=day_month(day.time.starts),
        ends=day_month(day.time.ends),
    )
    yield step("gross", gross, pay.gross, StepKind.LINE)
    allowance = pounds(rates.amount("income_tax.personal_allowance"))
    yield step("income_tax", _tax_words(day, allowance), -pay.income_tax, StepKind.LINE, *PAY_RATES)
    keys = WEEKLY_NI if frequency.weeks else MONTHLY_NI
    threshold = pounds(rates.amount(keys[0]) * (frequency.weeks or 1))
    words = say("better_off_months.step.national_insurance", threshold=threshold)
    insurance = -pay.national_insurance
    yield step("national_insurance", words, insurance, StepKind.LINE, *keys, *NI_SHARES)
    if job.pension_basis is not PensionBasis.NONE:
        yield _pension(job, day)
    if adult.student_loans:
        words = say("better_off.step.student_loan")
        loans = loan_rates(adult.student_loans, rates)
        yield step("student_loan", words, -pay.student_loan, StepKind.LINE, *loans)
    yield total("take_home", pay.take_home)
    apprentice = isinstance(job, Offer) and job.apprentice_rate
    key = minimum_wage_rate(adult.age, apprentice_rate=apprentice)
    yield note("legal_minimum", key, least=pounds(rates.amount(key)))


def _tax_words(day: PayDay, allowance: str) -> str:
    if day.pay.income_tax < 0:
        return say("better_off_months.step.tax_back")
    if not day.pay.income_tax:
        return say("better_off.step.no_income_tax")
    return say("better_off.step.income_tax", allowance=allowance)


def _pension(job: Job, day: PayDay) -> Step:
    percent = f"{job.pension_employee_percent.normalize():f}%"
    qualifying = job.pension_basis is PensionBasis.QUALIFYING_EARNINGS
    at_source = job.pension_relief is PensionRelief.RELIEF_AT_SOURCE
    keys = (*(QUALIFYING_EARNINGS_RATES if qualifying else ()), *(AT_SOURCE if at_source else ()))
    words = say("better_off_months.step.pension", percent=percent)
    return step("pension", words, -day.pay.pension, StepKind.LINE, *keys)
