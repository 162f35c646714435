"""Figures as they stand in a letter's sentences."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from caseload.words import say


def plain(number: Decimal) -> str:
    """A number of hours with no more decimals than it has: ``16``, ``37.5``."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def joined(names: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    first = ", ".join(names[:-1])
    return say("letters.better_off.and", first=first, last=names[-1])
