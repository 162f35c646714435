"""Pay, income tax, National Insurance and pension: a year of even pay, then a month of it."""

from __future__ import annotations

from decimal import Decimal

from caseload.better_off.household import NOTHING, Job, PensionBasis
from caseload.better_off.money import MONTHS, WEEKS, Pay, Pence
from caseload.better_off.rate_book import Rates

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
NI_RATES = (
    "employee_ni.primary_threshold_year",
    "employee_ni.upper_earnings_limit_year",
    "employee_ni.main_rate",
    "employee_ni.upper_rate",
)
QUALIFYING_EARNINGS_RATES = (
    "pension_auto_enrolment.qualifying_earnings_lower",
    "pension_auto_enrolment.qualifying_earnings_upper",
)


def gross_year(job: Job | None) -> Decimal:
    """Pay before anything comes off, pounds a year: hours x wage x 52."""
    return NOTHING if job is None else job.hours_per_week * job.hourly_wage * WEEKS


def pension_year(job: Job | None, rates: Rates) -> Decimal:
    """The worker's own pension share, pounds a year.

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


def national_insurance_year(gross: Decimal, rates: Rates) -> Decimal:
    """Employee National Insurance for a year of even pay, pounds (SSCBA 1992 s.8)."""
    starts = rates.amount("employee_ni.primary_threshold_year")
    upper = rates.amount("employee_ni.upper_earnings_limit_year")
    main = max(NOTHING, min(gross, upper) - starts)
    above = max(NOTHING, gross - upper)
    return main * rates.amount("employee_ni.main_rate") + above * rates.amount(
        "employee_ni.upper_rate"
    )


def pay_for(job: Job | None, other_taxable_weekly: Decimal, rates: Rates, pence: Pence) -> Pay:
    """A month of one person's pay.

    ``other_taxable_weekly`` is New Style ESA, Carer's Allowance and pensions, pounds a week: the
    tax they cause stands apart from the tax on the pay.
    """
    gross = gross_year(job)
    pension = pension_year(job, rates)
    tax = income_tax_year(gross - pension, rates)
    extra = NOTHING
    if other_taxable_weekly:
        all_income = gross - pension + other_taxable_weekly * WEEKS
        extra = income_tax_year(all_income, rates) - tax
    return Pay(
        hours_per_week=job.hours_per_week if job else NOTHING,
        hourly_wage=job.hourly_wage if job else NOTHING,
        gross=pence(gross / MONTHS),
        income_tax=pence(tax / MONTHS),
        national_insurance=pence(national_insurance_year(gross, rates) / MONTHS),
        pension=pence(pension / MONTHS),
        tax_on_other_income=pence(extra / MONTHS),
    )


def net_week_after_half_pension(job: Job | None, rates: Rates) -> Decimal:
    """Weekly pay after tax, National Insurance and half of pension, as Carer's Allowance counts it.

    S.I. 1996/2745 reg. 10 and Sch. 3.
    """
    gross = gross_year(job)
    pension = pension_year(job, rates)
    tax = income_tax_year(gross - pension, rates)
    return (gross - tax - national_insurance_year(gross, rates) - pension / 2) / WEEKS
