"""Benefit, tax and wage rates: each dated, with its source. There is no rate in the code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from caseload.values.money import pounds
from caseload.words import say

LHA_PREFIX = "lha.area."


def lha_key(area: str, category: str) -> str:
    """The key of the Local Housing Allowance of an area and a size, A to E."""
    return f"{LHA_PREFIX}{area}.{category}"


class AppliesTo(StrEnum):
    """What the dates of a rate count."""

    DAY = "day"
    TAX_YEAR = "tax_year"
    ASSESSMENT_PERIODS = "assessment_periods"
    """Assessment periods starting on or between the dates."""


@dataclass(frozen=True, slots=True)
class Rate:
    """One value of one rate. Both dates are included."""

    key: str
    value: Decimal | bool | str
    unit: str
    """``GBP``, ``ratio``, ``hours``, ``months``, ``boolean`` or ``text``."""
    period: str | None
    """What the amount is for: ``hour``, ``week``, ``month``, ``year``, or None."""
    applies_to: AppliesTo
    valid_from: date
    valid_to: date
    confirmed: bool
    """Whether a second source agrees."""
    status: str
    sources: tuple[str, ...]
    note: str = ""
    area_name: str = ""
    """The rental market area, where this is a Local Housing Allowance."""

    @property
    def name(self) -> str:
        """The rate in plain words."""
        if self.area_name:
            size = say(f"better_off.size.{self.key[-1]}")
            return say("better_off.rate.housing", area=self.area_name, size=size)
        return say(f"better_off_rates.{self.key}")

    @property
    def shown(self) -> str:
        """The value as the Settings page lists it: ``£424.90 a month``, ``55%``."""
        if isinstance(self.value, bool):
            return say("better_off.rate.yes" if self.value else "better_off.rate.no")
        if isinstance(self.value, str):
            return self.value
        if self.unit == "GBP":
            per = say(f"better_off.rate.per.{self.period}") if self.period else ""
            return pounds(self.value) + per
        if self.unit == "ratio":
            return f"{(self.value * 100).normalize():f}%"
        return f"{self.value.normalize():f} {say(f'better_off.rate.unit.{self.unit}')}"


@dataclass(frozen=True, slots=True)
class AreaRates:
    """The Local Housing Allowance of every area in England between two days, both included."""

    valid_from: date
    valid_to: date
    names: Mapping[str, str]
    """Each Broad Rental Market Area: its key and its name."""
    rates: tuple[Rate, ...]
    """Pounds a month, by the keys of ``lha_key``."""
