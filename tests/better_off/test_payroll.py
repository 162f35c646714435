"""What a payroll takes off on a pay day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

import pytest

from caseload.better_off.household import Job, PensionBasis, PensionRelief
from caseload.better_off.money import Pay
from caseload.better_off.pay_days import PaidTime, PayDays, PayFrequency, pay_days_from
from caseload.better_off.payroll import Payroll, TaxBasis
from caseload.better_off.student_loans import StudentLoan
from tests.better_off.households import NLW, rates

YEAR_STARTS = date(2026, 4, 6)
LONG_HOURS = Job(Decimal("37.5"), NLW)


def year_of_pay(
    job: Job,
    frequency: PayFrequency,
    basis: TaxBasis = TaxBasis.CUMULATIVE,
    first: date = YEAR_STARTS,
) -> list[Pay]:
    payroll = Payroll(frequency, basis)
    times = pay_days_from(PayDays(frequency, first), first)
    count = {0: 12, 1: 52, 2: 26, 4: 13}[frequency.weeks]
    return [payroll.pay(job, time, rates()) for time in islice(times, count)]


@pytest.mark.parametrize("frequency", PayFrequency)
@pytest.mark.parametrize("basis", TaxBasis)
def test_a_whole_year_takes_the_tax_of_the_year(frequency: PayFrequency, basis: TaxBasis) -> None:
    """24,784.50 a year: 20 per cent of 12,214.50."""
    taken = sum(pay.income_tax for pay in year_of_pay(LONG_HOURS, frequency, basis))
    assert abs(taken - Decimal("2442.90")) <= Decimal("0.30")


@pytest.mark.parametrize("frequency", PayFrequency)
def test_even_pay_bears_the_same_tax_each_pay_day(frequency: PayFrequency) -> None:
    taxes = {pay.income_tax for pay in year_of_pay(LONG_HOURS, frequency)}
    assert max(taxes) - min(taxes) <= Decimal("0.01")


def test_national_insurance_goes_by_each_pay_alone() -> None:
    month = year_of_pay(LONG_HOURS, PayFrequency.MONTHLY)[0]
    assert month.gross == Decimal("2065.38")
    assert month.national_insurance == Decimal("81.39")
    weeks = year_of_pay(LONG_HOURS, PayFrequency.FOUR_WEEKLY)[0]
    assert weeks.gross == Decimal("1906.50")
    assert weeks.national_insurance == Decimal("75.08")
    rich = year_of_pay(Job(Decimal(40), Decimal(40)), PayFrequency.MONTHLY)[0]
    # 8 per cent of 3,141 and 2 per cent of 2,744.33.
    assert rich.national_insurance == Decimal("306.17")


def test_a_job_that_starts_late_in_the_year_uses_the_months_before() -> None:
    december = date(2026, 12, 28)
    cumulative = year_of_pay(LONG_HOURS, PayFrequency.MONTHLY, first=december)
    alone = year_of_pay(LONG_HOURS, PayFrequency.MONTHLY, TaxBasis.EACH_PAY_DAY, december)
    assert [pay.income_tax for pay in cumulative[:4]] == [0, 0, 0, 0]
    assert cumulative[4].income_tax == alone[0].income_tax == Decimal("203.58")


def test_a_p45_carries_pay_and_tax_of_the_year_in() -> None:
    payroll = Payroll(
        PayFrequency.MONTHLY,
        TaxBasis.CUMULATIVE,
        taxable_before=Decimal(12000),
        tax_before=Decimal(1000),
    )
    time = PaidTime(date(2026, 12, 28), date(2026, 12, 1), date(2026, 12, 28))
    # 14,065.38 so far; the allowance of nine months is 9,427.50; 927.58 is due.
    assert payroll.pay(LONG_HOURS, time, rates()).income_tax == Decimal("-72.42")


def test_a_second_job_bears_tax_on_all_of_its_pay() -> None:
    payroll = Payroll(PayFrequency.MONTHLY, TaxBasis.EACH_PAY_DAY, taxed_elsewhere=Decimal(13000))
    time = PaidTime(date(2026, 12, 28), date(2026, 12, 1), date(2026, 12, 28))
    pay = payroll.pay(Job(Decimal(8), NLW), time, rates())
    assert pay.gross == Decimal("440.61")
    assert pay.income_tax == Decimal("88.12")


def test_pension_and_student_loan_go_by_the_pay_period() -> None:
    payroll = Payroll(PayFrequency.FOUR_WEEKLY, TaxBasis.EACH_PAY_DAY, (StudentLoan.PLAN_5,))
    job = Job(
        Decimal("37.5"),
        Decimal("16.00"),
        pension_employee_percent=Decimal(5),
        pension_basis=PensionBasis.QUALIFYING_EARNINGS,
        pension_relief=PensionRelief.RELIEF_AT_SOURCE,
    )
    first = date(2026, 5, 1)
    pay = payroll.pay(job, PaidTime(first, first - timedelta(days=27), first), rates())
    # 2,400.00 less 480.00 of qualifying earnings, 5 per cent; a fifth of it comes from HMRC.
    assert (pay.pension, pay.pension_relief) == (Decimal("76.80"), Decimal("19.20"))
    # 9 per cent of what is over 25,000 x 4 / 52.
    assert pay.student_loan == 42
