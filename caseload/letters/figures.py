"""Figures as they stand in a letter's sentences."""

from __future__ import annotations

from decimal import Decimal


def plain(number: Decimal) -> str:
    """A number of hours with no more decimals than it has: ``16``, ``37.5``."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
