"""Student loans: what pay repays (GOV.UK, Repaying your student loan)."""

from __future__ import annotations

from collections.abc import Collection
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum

from caseload.better_off.rate_book import Rates

NOTHING = Decimal(0)
MONTHS = 12


class StudentLoan(StrEnum):
    """A kind of loan. Somebody may have several."""

    PLAN_1 = "plan_1"
    PLAN_2 = "plan_2"
    PLAN_4 = "plan_4"
    PLAN_5 = "plan_5"
    POSTGRADUATE = "postgraduate"

    @property
    def threshold_rate(self) -> str:
        """The key of the yearly pay from which it is repaid."""
        return f"student_loan.{self}_threshold"


REPAYMENT_RATE = "student_loan.repayment_rate"
POSTGRADUATE_RATE = "student_loan.postgraduate_repayment_rate"


def repayment(
    pay: Decimal, loans: Collection[StudentLoan], rates: Rates, share_of_year: Decimal
) -> Decimal:
    """What is taken from the pay of a part of the year, in whole pounds as payrolls do.

    ``share_of_year`` is 1/12 for a month. Several plans are repaid together above the lowest of
    their thresholds; a postgraduate loan beside them. A plan whose repayments have not begun has
    no threshold in that year's rates.
    """
    plans = [loan for loan in loans if loan is not StudentLoan.POSTGRADUATE]
    taken = NOTHING
    begun = [rates.amount(loan.threshold_rate) for loan in plans if loan.threshold_rate in rates]
    if begun:
        taken += _over(pay, min(begun) * share_of_year, rates.amount(REPAYMENT_RATE))
    if StudentLoan.POSTGRADUATE in loans:
        threshold = rates.amount(StudentLoan.POSTGRADUATE.threshold_rate) * share_of_year
        taken += _over(pay, threshold, rates.amount(POSTGRADUATE_RATE))
    return taken


def loan_rates(loans: Collection[StudentLoan], rates: Rates) -> tuple[str, ...]:
    """The keys of the rates behind the repayments."""
    keys = [loan.threshold_rate for loan in loans if loan.threshold_rate in rates]
    if any(loan is not StudentLoan.POSTGRADUATE for loan in loans):
        keys.append(REPAYMENT_RATE)
    if StudentLoan.POSTGRADUATE in loans:
        keys.append(POSTGRADUATE_RATE)
    return tuple(keys)


def _over(pay: Decimal, threshold: Decimal, rate: Decimal) -> Decimal:
    over = max(NOTHING, pay - threshold)
    return (over * rate).to_integral_value(ROUND_FLOOR)
