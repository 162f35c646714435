"""One employer's payroll: what each pay day takes off for tax, National Insurance and the rest.

Income tax as PAYE has it, on the whole personal allowance of the year so far or of the pay period
alone; National Insurance on each pay by itself (S.I. 2001/1004 regs 10 and 11); pension and
student loan on the thresholds of the pay period.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from caseload.better_off.earnings import income_tax_year
from caseload.better_off.household import NOTHING, Job, PensionBasis, PensionRelief
from caseload.better_off.money import WEEKS, Pay
from caseload.better_off.pay_days import PaidTime, PayFrequency
from caseload.better_off.rate_book import Rates, tax_year_of
from caseload.better_off.student_loans import StudentLoan, repayment
from caseload.values.money import penny

MONTHLY_NI = ("employee_ni.primary_threshold_month", "employee_ni.upper_earnings_limit_month")
WEEKLY_NI = ("employee_ni.primary_threshold", "employee_ni.upper_earnings_limit")
NI_SHARES = ("employee_ni.main_rate", "employee_ni.upper_rate")


class TaxBasis(StrEnum):
    """How a tax code works."""

    CUMULATIVE = "cumulative"
    """The allowance of the tax year so far; unused months count (starter statement A)."""
    EACH_PAY_DAY = "each_pay_day"
    """The allowance of the pay period alone (week 1 or month 1; starter statement B)."""


@dataclass(slots=True)
class Payroll:
    """The pay of one job, day by day. It remembers the tax year so far, so feed it in order.

    ``taxed_elsewhere`` is taxable pay a year of other jobs, which uses up allowance; ``coded`` is
    money a year whose tax this wage bears. ``taxable_before`` and ``tax_before`` are this tax
    year's pay and tax before the first pay day, from a P45.
    """

    frequency: PayFrequency
    basis: TaxBasis
    loans: Sequence[StudentLoan] = ()
    taxed_elsewhere: Decimal = NOTHING
    coded: Decimal = NOTHING
    taxable_before: Decimal = NOTHING
    tax_before: Decimal = NOTHING
    tax_year: str = ""

    def pay(self, job: Job, time: PaidTime, rates: Rates) -> Pay:
        """What this pay day brings, at the rates in force on it."""
        share = self.frequency.share_of_year
        weeks = Decimal(self.frequency.weeks) or WEEKS * share
        gross = penny(job.hours_per_week * job.hourly_wage * weeks * time.share)
        pension, relief, taxable = self._pension(job, gross, rates)
        return Pay(
            hours_per_week=job.hours_per_week,
            hourly_wage=job.hourly_wage,
            gross=gross,
            income_tax=self._tax(taxable, time.on, rates),
            national_insurance=penny(self._insurance(gross, rates)),
            pension=pension,
            tax_on_other_income=NOTHING,
            pension_relief=relief,
            student_loan=repayment(gross, self.loans, rates, share),
        )

    def _pension(self, job: Job, gross: Decimal, rates: Rates) -> tuple[Decimal, Decimal, Decimal]:
        """The share that is paid, the relief that HMRC adds, and the pay that is taxed."""
        if job.pension_basis is PensionBasis.NONE:
            return NOTHING, NOTHING, gross
        pensionable = gross
        if job.pension_basis is PensionBasis.QUALIFYING_EARNINGS:
            share = self.frequency.share_of_year
            lower = rates.amount("pension_auto_enrolment.qualifying_earnings_lower") * share
            upper = rates.amount("pension_auto_enrolment.qualifying_earnings_upper") * share
            pensionable = max(NOTHING, min(gross, upper) - lower)
        whole = pensionable * job.pension_employee_percent / 100
        if job.pension_relief is not PensionRelief.RELIEF_AT_SOURCE:
            return penny(whole), NOTHING, gross - penny(whole)
        relief = penny(whole * rates.amount("income_tax.basic_rate"))
        return penny(whole) - relief, relief, gross

    def _insurance(self, gross: Decimal, rates: Rates) -> Decimal:
        weeks = self.frequency.weeks
        keys = WEEKLY_NI if weeks else MONTHLY_NI
        starts, upper = (rates.amount(key) * (weeks or 1) for key in keys)
        main_rate, upper_rate = (rates.amount(key) for key in NI_SHARES)
        main = max(NOTHING, min(gross, upper) - starts)
        return main * main_rate + max(NOTHING, gross - upper) * upper_rate

    def _tax(self, taxable: Decimal, on: date, rates: Rates) -> Decimal:
        if tax_year_of(on) != self.tax_year:
            if self.tax_year:
                self.taxable_before = self.tax_before = NOTHING
            self.tax_year = tax_year_of(on)
        if self.basis is TaxBasis.EACH_PAY_DAY:
            return penny(self._due(taxable, self.frequency.share_of_year, rates))
        self.taxable_before += taxable
        due = penny(self._due(self.taxable_before, self._year_so_far(on), rates))
        tax = due - self.tax_before
        self.tax_before = due
        return tax

    def _due(self, taxable: Decimal, share: Decimal, rates: Rates) -> Decimal:
        """Tax on the taxable pay of a part of the year, every band being that part of itself."""
        whole_year = self.taxed_elsewhere + self.coded + taxable / share
        tax = income_tax_year(whole_year, rates) - income_tax_year(self.taxed_elsewhere, rates)
        return tax * share

    def _year_so_far(self, on: date) -> Decimal:
        """The part of the tax year up to the tax week or tax month of a pay day."""
        april = date(int(self.tax_year[:4]), 4, 6)
        if self.frequency.weeks:
            # Fortnightly pay goes by weeks 2, 4, 6 of the tax year, four-weekly pay by 4, 8, 12.
            step = self.frequency.weeks
            week = ((on - april).days // (7 * step) + 1) * step
            # A week 53 has an allowance of its own.
            return Decimal(week) / WEEKS
        months = (on.year - april.year) * 12 + on.month - april.month
        return Decimal(months + (on.day >= april.day)) / 12
