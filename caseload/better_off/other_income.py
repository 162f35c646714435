"""Money that a household is paid beside pay, Universal Credit and the benefits asked for by name.

Each kind says what becomes of it: whether Universal Credit takes it off pound for pound (UC Regs
regs 66 and 67), whether it counts towards the benefit cap (WRA 2012 s. 96), whether it lifts the
cap (UC Regs reg. 83(1)), and whether it is taxed. The amount is always asked for, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from caseload.words import say


class OtherIncomeKind(StrEnum):
    """What the money is."""

    NEW_STYLE_JSA = "new_style_jsa"
    MATERNITY_ALLOWANCE = "maternity_allowance"
    WIDOWED_PARENTS_ALLOWANCE = "widowed_parents_allowance"
    WIDOWS_PENSION = "widows_pension"
    BEREAVEMENT_SUPPORT = "bereavement_support"
    INDUSTRIAL_INJURIES = "industrial_injuries"
    WAR_PENSION = "war_pension"
    ARMED_FORCES_PAYMENT = "armed_forces_payment"
    ATTENDANCE_ALLOWANCE = "attendance_allowance"
    GUARDIANS_ALLOWANCE = "guardians_allowance"
    SPOUSAL_MAINTENANCE = "spousal_maintenance"
    CHILD_MAINTENANCE = "child_maintenance"
    OTHER_TAXED = "other_taxed"
    """Annuities, trusts and other taxed income that Universal Credit counts."""
    OTHER_UNTAXED = "other_untaxed"
    """Insurance payments and other untaxed income that Universal Credit counts."""

    @property
    def words(self) -> str:
        """Its name."""
        return say(f"better_off.other_income.{self}")

    @property
    def counts_for_uc(self) -> bool:
        """Whether it comes off Universal Credit pound for pound."""
        return self in _COUNTS_FOR_UC

    @property
    def counts_for_cap(self) -> bool:
        """Whether it is one of the benefits that the cap adds up."""
        return self in _COUNTS_FOR_CAP

    @property
    def lifts_cap(self) -> bool:
        """Whether the cap does not apply while it is paid."""
        return self in _LIFTS_CAP

    @property
    def taxed(self) -> bool:
        """Whether income tax is due on it."""
        return self in _TAXED


_K = OtherIncomeKind
_COUNTS_FOR_UC = frozenset(
    {
        _K.NEW_STYLE_JSA,
        _K.MATERNITY_ALLOWANCE,
        _K.WIDOWED_PARENTS_ALLOWANCE,
        _K.WIDOWS_PENSION,
        _K.INDUSTRIAL_INJURIES,
        _K.SPOUSAL_MAINTENANCE,
        _K.OTHER_TAXED,
        _K.OTHER_UNTAXED,
    }
)
_COUNTS_FOR_CAP = frozenset(
    {
        _K.NEW_STYLE_JSA,
        _K.MATERNITY_ALLOWANCE,
        _K.WIDOWED_PARENTS_ALLOWANCE,
        _K.WIDOWS_PENSION,
    }
)
_LIFTS_CAP = frozenset(
    {
        _K.INDUSTRIAL_INJURIES,
        _K.WAR_PENSION,
        _K.ARMED_FORCES_PAYMENT,
        _K.ATTENDANCE_ALLOWANCE,
        _K.GUARDIANS_ALLOWANCE,
    }
)
_TAXED = frozenset(
    {
        _K.NEW_STYLE_JSA,
        _K.WIDOWED_PARENTS_ALLOWANCE,
        _K.WIDOWS_PENSION,
        _K.OTHER_TAXED,
    }
)


@dataclass(frozen=True, slots=True)
class OtherIncome:
    """One such payment, pounds a week before tax.

    ``stops_with_work`` is for money that ends because of the offer, such as Maternity Allowance
    after ten days of work; New Style JSA needs no such word, since its own rules end it.
    """

    kind: OtherIncomeKind
    weekly: Decimal
    stops_with_work: bool = False
