"""One month of the view by month: an assessment period with its pay days and its money."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from caseload.better_off.assessment_periods import AssessmentPeriod
from caseload.better_off.calculation import Frame
from caseload.better_off.household import Job
from caseload.better_off.money import MoneyPicture
from caseload.better_off.months_of_pay import PayDay


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One assessment period: what is paid in it, and what Universal Credit makes of it.

    ``picture`` has the pay received, Universal Credit for the period, and everything else. The
    payment for it comes on ``period.paid_on``; ``award_before`` is the payment that comes in it,
    for the period before.
    """

    period: AssessmentPeriod
    pay_days: tuple[PayDay, ...]
    partner_pay_days: tuple[PayDay, ...]
    picture: MoneyPicture
    award_before: Decimal
    usual_award: Decimal
    """Universal Credit as it would be with the usual number of pay days."""
    surplus: Decimal
    """Earnings carried in from the month before (UC Regs reg. 54A)."""
    lost_to_surplus: Decimal
    """What these take off Universal Credit."""
    assumed: bool
    """Whether the rates of this period are not on file, so that the last ones stand in."""

    @property
    def award(self) -> Decimal:
        """Universal Credit for this period, paid about a week after its end."""
        return self.picture.universal_credit.award

    @property
    def lower_by(self) -> Decimal:
        """How much an extra pay day takes off Universal Credit for this period."""
        return self.usual_award - self.award

    @property
    def money_in(self) -> Decimal:
        """All money of this period: pay, Universal Credit for it, and the rest."""
        return self.picture.money_in

    @property
    def cash_in(self) -> Decimal:
        """All money that arrives in it: Universal Credit is the payment for the month before."""
        return self.money_in - self.award + self.award_before


@dataclass(frozen=True, slots=True)
class MonthContext:
    """What a month was worked out from, for its explanation."""

    frame: Frame
    jobs: tuple[Job, ...]
    row: MonthRow
