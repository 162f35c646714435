"""The pay part of an explanation: one job or several, employed or self-employed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseload.better_off.answer import Section, Step
from caseload.better_off.earnings import PAY_RATES, QUALIFYING_EARNINGS_RATES
from caseload.better_off.household import Adult, Job, Offer, PensionBasis, PensionRelief
from caseload.better_off.minimum_wage import minimum_wage_rate
from caseload.better_off.money import Pay
from caseload.better_off.national_insurance import CLASS_4_RATES, NI_RATES
from caseload.better_off.rate_book import Rates
from caseload.better_off.steps import line, note, section, total
from caseload.better_off.student_loans import loan_rates
from caseload.values.money import pounds

AT_SOURCE = ("income_tax.basic_rate",)


def pay_section(code: str, adult: Adult, jobs: Sequence[Job], pay: Pay, rates: Rates) -> Section:
    """Everything between gross pay and what is taken home."""
    steps = [
        *_gross(jobs, pay),
        line(
            _tax_code(adult, pay),
            -pay.income_tax,
            *PAY_RATES,
            allowance=pounds(rates.amount("income_tax.personal_allowance")),
        ),
        _insurance(jobs, pay, rates),
        *_pension(jobs, pay, rates),
    ]
    if adult.student_loans:
        how = "student_loan" if pay.student_loan else "no_student_loan"
        steps.append(line(how, -pay.student_loan, *loan_rates(adult.student_loans, rates)))
    steps.append(total("take_home", pay.take_home))
    steps += _notes(adult, jobs, pay, rates)
    return section(code, *steps)


def _gross(jobs: Sequence[Job], pay: Pay) -> Iterator[Step]:
    if len(jobs) == 1:
        yield line(_kind("gross", jobs[0]), pay.gross, **_terms(jobs[0]))
        return
    yield line("gross_of_all", pay.gross)
    for job in jobs:
        yield note(_kind("one_of_all", job), **_terms(job))


def _kind(code: str, job: Job) -> str:
    return code if job.self_employment is None else f"{code}_self_employed"


def _terms(job: Job) -> dict[str, str]:
    return {"hours": f"{job.hours_per_week.normalize():f}", "wage": pounds(job.hourly_wage)}


def _tax_code(adult: Adult, pay: Pay) -> str:
    if not pay.income_tax:
        return "no_income_tax"
    return "income_tax_with_benefits" if adult.tax_on_benefits_through_wage else "income_tax"


def _insurance(jobs: Sequence[Job], pay: Pay, rates: Rates) -> Step:
    employed = any(job.self_employment is None for job in jobs)
    trading = any(job.self_employment is not None for job in jobs)
    keys = (*(NI_RATES if employed else ()), *(CLASS_4_RATES if trading else ()))
    threshold = pounds(rates.amount(keys[0]))
    if not pay.national_insurance:
        code = "no_national_insurance"
    elif trading:
        code = "national_insurance_both" if employed else "class_4"
    else:
        code = "national_insurance"
    return line(code, -pay.national_insurance, *keys, threshold=threshold)


def _pension(jobs: Sequence[Job], pay: Pay, rates: Rates) -> Iterator[Step]:
    shares = [job for job in jobs if _has_share(job)]
    if not shares:
        return
    if len(jobs) == 1:
        yield _one_pension(shares[0], pay, rates)
        return
    keys = QUALIFYING_EARNINGS_RATES if any(map(_is_qualifying, shares)) else ()
    at_source = AT_SOURCE if any(map(_is_at_source, shares)) else ()
    yield line("pension_of_all", -pay.pension, *keys, *at_source)


def _has_share(job: Job) -> bool:
    return job.pension_basis is not PensionBasis.NONE and job.pension_employee_percent > 0


def _is_qualifying(job: Job) -> bool:
    return job.pension_basis is PensionBasis.QUALIFYING_EARNINGS


def _is_at_source(job: Job) -> bool:
    return job.pension_relief is PensionRelief.RELIEF_AT_SOURCE


def _one_pension(job: Job, pay: Pay, rates: Rates) -> Step:
    percent = f"{job.pension_employee_percent.normalize():f}%"
    at_source = _is_at_source(job)
    how, keys = ("_at_source", AT_SOURCE) if at_source else ("", ())
    figures = {"relief": pounds(pay.pension_relief)} if at_source else {}
    if not _is_qualifying(job):
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


def _notes(adult: Adult, jobs: Sequence[Job], pay: Pay, rates: Rates) -> Iterator[Step]:
    employed = [job for job in jobs if job.self_employment is None]
    if not employed:
        yield note("no_legal_minimum")
        return
    apprentice = any(isinstance(job, Offer) and job.apprentice_rate for job in employed)
    key = minimum_wage_rate(adult.age, apprentice_rate=apprentice)
    yield note("legal_minimum", key, least=pounds(rates.amount(key)))
    if not pay.pension:
        trigger = "pension_auto_enrolment.earnings_trigger"
        yield note("no_pension", trigger, trigger=pounds(rates.amount(trigger)))
