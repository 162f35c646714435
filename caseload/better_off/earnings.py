"""Pay, income tax, National Insurance and pension: a year of even pay, then a month of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from caseload.better_off.household import NOTHING, Adult, Job, PensionBasis, PensionRelief
from caseload.better_off.money import MONTHS, WEEKS, Pay, Pence
from caseload.better_off.national_insurance import class_4_year, national_insurance_year
from caseload.better_off.rate_book import Rates
from caseload.better_off.student_loans import StudentLoan, repayment
from caseload.better_off.view import View
from caseload.values.money import penny

PAY_RATES = (
    "income_tax.personal_allowance",
    "income_tax.personal_allowance_taper_starts_at",
    "income_tax.personal_allowance_taper_rate",
    "income_tax.basic_rate",
    "income_tax.basic_rate_limit",
    "income_tax.higher_rate",
    "income_tax.additional_rate",
    "income_tax.additional_rate_threshold",
)
QUALIFYING_EARNINGS_RATES = (
    "pension_auto_enrolment.qualifying_earnings_lower",
    "pension_auto_enrolment.qualifying_earnings_upper",
)


def gross_year(job: Job | None) -> Decimal:
    """Pay before anything comes off, pounds a year: hours x wage x 52."""
    return NOTHING if job is None else job.hours_per_week * job.hourly_wage * WEEKS


def pension_year(job: Job | None, rates: Rates) -> Decimal:
    """The worker's own pension share with its tax relief, pounds a year.

    Of qualifying earnings it is the share of pay between the lower and the upper limit
    (Pensions Act 2008 s.13).
    """
    if job is None or job.pension_basis is PensionBasis.NONE:
        return NOTHING
    pay = gross_year(job)
    if job.pension_basis is PensionBasis.QUALIFYING_EARNINGS:
        lower = rates.amount("pension_auto_enrolment.qualifying_earnings_lower")
        upper = rates.amount("pension_auto_enrolment.qualifying_earnings_upper")
        pay = max(NOTHING, min(pay, upper) - lower)
    return pay * job.pension_employee_percent / 100


def income_tax_year(income: Decimal, rates: Rates) -> Decimal:
    """Income tax for a year on this taxable income, pounds (Income Tax Act 2007; England).

    The personal allowance goes down by half of income over its limit.
    """
    over = max(NOTHING, income - rates.amount("income_tax.personal_allowance_taper_starts_at"))
    lost = over * rates.amount("income_tax.personal_allowance_taper_rate")
    allowance = max(NOTHING, rates.amount("income_tax.personal_allowance") - lost)
    taxable = max(NOTHING, income - allowance)
    basic = min(taxable, rates.amount("income_tax.basic_rate_limit"))
    top_starts = rates.amount("income_tax.additional_rate_threshold")
    additional = max(NOTHING, taxable - max(top_starts - allowance, basic))
    higher = taxable - basic - additional
    return (
        basic * rates.amount("income_tax.basic_rate")
        + higher * rates.amount("income_tax.higher_rate")
        + additional * rates.amount("income_tax.additional_rate")
    )


@dataclass(frozen=True, slots=True)
class YearOfWork:
    """A year of all the work that one adult does, pounds."""

    gross: Decimal
    taxable: Decimal
    """Pay less pension shares that are taken before tax."""
    pension_paid: Decimal
    """What the worker pays into pensions, out of pay."""
    relief_added: Decimal
    """What HMRC adds to pensions where relief is given at source."""
    national_insurance: Decimal
    student_loan_month: Decimal
    """Student loan repayments, pounds a month."""


IDLE = YearOfWork(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)
A_MONTH = Decimal(1) / MONTHS


def year_of_work(
    jobs: Sequence[Job], rates: Rates, view: View, loans: Sequence[StudentLoan] = ()
) -> YearOfWork:
    """The year of these jobs. In the cases' view every pension is taken before tax.

    Each employer takes National Insurance and student loan on its own pay alone. Profits of
    self-employment bear Class 4 contributions together.
    """
    if not jobs:
        return IDLE
    gross = taxable = paid = added = insurance = profit = loan = NOTHING
    for job in jobs:
        pay = gross_year(job)
        share = pension_year(job, rates)
        gross += pay
        if job.self_employment is None:
            insurance += national_insurance_year(pay, rates)
            if loans:
                loan += repayment(penny(pay / MONTHS), loans, rates, A_MONTH)
        else:
            profit += pay
        if view is View.LAW and share and job.pension_relief is PensionRelief.RELIEF_AT_SOURCE:
            relief = share * rates.amount("income_tax.basic_rate")
            added += relief
            paid += share - relief
            taxable += pay
        else:
            paid += share
            taxable += pay - share
    if profit:
        insurance += class_4_year(profit, rates)
        if loans:
            loan = repayment(penny(gross / MONTHS), loans, rates, A_MONTH)
    return YearOfWork(gross, taxable, paid, added, insurance, loan)


def pay_for(
    adult: Adult,
    jobs: Sequence[Job],
    other_taxable_weekly: Decimal,
    rates: Rates,
    pence: Pence,
    *,
    view: View = View.LAW,
) -> Pay:
    """A month of one person's pay from all jobs.

    ``other_taxable_weekly`` is New Style ESA, Carer's Allowance, pensions and the like, pounds a
    week. The tax that they cause stands apart from the tax on the pay, unless HMRC takes it from
    the wage (UC Regs reg. 55(5)(b)).
    """
    year = year_of_work(jobs, rates, view, adult.student_loans)
    tax = income_tax_year(year.taxable, rates)
    extra = NOTHING
    if other_taxable_weekly:
        extra = income_tax_year(year.taxable + other_taxable_weekly * WEEKS, rates) - tax
    if extra and year.gross and through_wage(adult, view):
        tax, extra = tax + extra, NOTHING
    return Pay(
        hours_per_week=sum((job.hours_per_week for job in jobs), NOTHING),
        hourly_wage=jobs[0].hourly_wage if jobs else NOTHING,
        gross=pence(year.gross / MONTHS),
        income_tax=pence(tax / MONTHS),
        national_insurance=pence(year.national_insurance / MONTHS),
        pension=pence(year.pension_paid / MONTHS),
        tax_on_other_income=pence(extra / MONTHS),
        pension_relief=pence(year.relief_added / MONTHS),
        student_loan=year.student_loan_month,
    )


def through_wage(adult: Adult, view: View) -> bool:
    """Whether tax on benefits and pensions comes off the wage, as far as was said."""
    return view is View.LAW and adult.tax_on_benefits_through_wage is True


def net_week_after_half_pension(
    jobs: Sequence[Job],
    rates: Rates,
    view: View = View.LAW,
    coded_weekly: Decimal = NOTHING,
) -> Decimal:
    """Weekly pay after tax, National Insurance and half of pension, averaged over the year.

    Carer's Allowance (S.I. 1996/2745 reg. 10 and Sch. 3), New Style ESA (ESA Regs 2013 Part 10)
    and New Style JSA count it so. ``coded_weekly`` is taxable money, pounds a week, whose tax the
    wage bears.
    """
    year = year_of_work(jobs, rates, view)
    tax = income_tax_year(year.taxable + coded_weekly * WEEKS, rates)
    return (year.gross - tax - year.national_insurance - year.pension_paid / 2) / WEEKS
