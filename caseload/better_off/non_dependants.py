"""Grown-up people at home who are not on the claim, and what is taken off the rent help for them.

UC Regs Sch. 4 paras 13 to 16.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from caseload.better_off.rate_book import Rates

CONTRIBUTES_FROM = 21
CONTRIBUTION = "uc.non_dependant_housing_cost_contribution"


@dataclass(frozen=True, slots=True)
class NonDependant:
    """A grown-up relative or friend who lives with the client and is neither tenant nor lodger.

    ``exempt`` is for those of Sch. 4 para. 16 beside the under-21s: who get Pension Credit, PIP
    daily living, DLA care at the middle or highest rate, Attendance Allowance or Carer's Allowance,
    have a child under 5, are in prison, or are away with the forces.
    """

    age: int
    exempt: bool = False

    @property
    def contributes(self) -> bool:
        """Whether a contribution is taken off for this person."""
        return self.age >= CONTRIBUTES_FROM and not self.exempt


def contributions(
    people: tuple[NonDependant, ...], rates: Rates, *, renter_exempt: bool
) -> Decimal:
    """What is taken off the rent help, pounds a month, before it is limited to that help.

    ``renter_exempt`` is true where the client or partner is blind, or has PIP daily living, DLA
    care at the middle or highest rate, or Attendance Allowance (para. 15).
    """
    count = 0 if renter_exempt else sum(person.contributes for person in people)
    return rates.amount(CONTRIBUTION) * count if count else Decimal(0)
