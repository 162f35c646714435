"""Money as Decimal pounds: rounded to the penny, shown and read as people write it."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from caseload.values.problems import MoneyProblem

_PENNY = Decimal("0.01")
_AMOUNT = re.compile(r"([-−]?)\s*£?\s*([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]{1,2}))?")
_MOST_DIGITS = 9


def penny(amount: Decimal) -> Decimal:
    """The amount to the penny, half a penny away from nought; never a negative nought."""
    rounded = amount.quantize(_PENNY, rounding=ROUND_HALF_UP)
    return rounded or Decimal("0.00")


def pounds(amount: Decimal) -> str:
    """The amount as it is shown, ``£1,234.56`` or ``−£5.00``; the caller says the period."""
    rounded = penny(amount)
    return f"{'−' if rounded < 0 else ''}£{abs(rounded):,.2f}"


def read_pounds(text: str) -> Decimal:
    """The pounds that were typed, with or without £, commas between thousands and pence.

    A comma anywhere else is refused, since ``12,50`` may mean 12.50 or 1,250. Raises MoneyProblem,
    a ValueError.
    """
    amount = _AMOUNT.fullmatch(text.strip())
    if amount is None:
        raise MoneyProblem("unreadable")
    sign, whole, pence = amount.groups()
    digits = whole.replace(",", "").lstrip("0")
    if len(digits) > _MOST_DIGITS:
        raise MoneyProblem("too_much")
    read = penny(Decimal(f"{digits or '0'}.{pence or '0'}"))
    return -read if sign and read else read
