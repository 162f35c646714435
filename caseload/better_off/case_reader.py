"""Reading a household and its offers from a cases file, field by field.

Every field that decides money must be there: a missing or unknown one is refused by name, since a
guess would be a wrong figure that looks right.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from caseload.better_off.household import (
    NOTHING,
    Adult,
    Child,
    DlaCare,
    DlaMobility,
    EsaGroup,
    Health,
    Household,
    Housing,
    Job,
    Offer,
    PensionBasis,
    PipRate,
    Tenure,
)
from caseload.better_off.problems import HouseholdRefused
from caseload.values.money import read_pounds
from caseload.words import say

MOST = Decimal(10) ** 9

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Case:
    """One household of a cases file, with the tax year whose rates it asks for."""

    tax_year: str
    household: Household
    offers: tuple[Offer, ...]


def read_case(inputs: object) -> Case:
    """A household and its offers from the inputs of a case.

    Raises HouseholdRefused naming each field that is missing, unknown or cannot be read.
    """
    problems: dict[str, str] = {}
    case = _Fields("", inputs, problems)
    tax_year = case.text("tax_year")
    household = Household(
        claimant=_claimant(case.inside("claimant")),
        housing=_housing(case.inside("housing")),
        in_greater_london=case.flag("in_greater_london"),
        partner=_partner(case),
        children=tuple(_child(child) for child in case.each("children")),
        capital=case.number("capital"),
    )
    offers = tuple(_offer(offer) for offer in case.each("offers"))
    case.nothing_else()
    if problems:
        raise HouseholdRefused(problems)
    return Case(tax_year, household, offers)


class _Fields:
    """One object of the file: each field is asked for once, and what is left over is unknown."""

    def __init__(self, path: str, node: object, problems: dict[str, str]) -> None:
        self._path = path
        self._problems = problems
        self._node: dict[str, Any] = {}
        self._asked: set[str] = set()
        self.is_object = isinstance(node, dict)
        if isinstance(node, dict):
            self._node = node
        else:
            self._problem("", "not_an_object")

    def _field(self, name: str) -> str:
        return ".".join(part for part in (self._path, name) if part)

    def _problem(self, name: str, key: str, **facts: object) -> None:
        field = self._field(name) or say("better_off.case.whole")
        sentence = say(f"better_off.case.{key}", field=field, **facts)
        self._problems.setdefault(field, sentence)

    def has(self, name: str, *, needed: bool = False) -> bool:
        """Whether the field is there and not null; ``needed`` refuses it where it is not there."""
        return self._take(name, needed=needed) is not None

    def _take(self, name: str, *, needed: bool = True) -> Any:
        self._asked.add(name)
        if name not in self._node and needed and self.is_object:
            self._problem(name, "missing")
        return self._node.get(name)

    def number(self, name: str) -> Decimal:
        """A finite number, or text as a person writes an amount."""
        value = self._take(name)
        if name not in self._node:
            return NOTHING
        read = _as_number(value)
        if read is None:
            self._problem(name, "not_a_number")
            return NOTHING
        return read

    def whole(self, name: str) -> int:
        """A whole number."""
        read = self.number(name)
        if read != read.to_integral_value():
            self._problem(name, "not_whole")
        return int(read)

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._take(name)
        if name in self._node and not isinstance(value, bool):
            self._problem(name, "not_a_flag")
        return value is True

    def text(self, name: str) -> str:
        """Some text."""
        value = self._take(name)
        if name in self._node and not isinstance(value, str):
            self._problem(name, "not_text")
        return value if isinstance(value, str) else ""

    def choice(self, name: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """One of a list of words."""
        value = self._take(name, needed=default is None)
        if name in self._node:
            for entry in choices:
                if entry.value == value and isinstance(value, str):
                    return entry
            self._problem(name, "not_a_choice", choices=", ".join(choices))
        return default or next(iter(choices))

    def inside(self, name: str) -> _Fields:
        """The object in a field."""
        value = self._take(name)
        # What is inside a field that is not there is not asked for one by one.
        problems = self._problems if name in self._node else {}
        return _Fields(self._field(name), value, problems)

    def each(self, name: str) -> list[_Fields]:
        """The objects in a list."""
        value = self._take(name)
        if not isinstance(value, list):
            if name in self._node:
                self._problem(name, "not_a_list")
            return []
        return [
            _Fields(self._field(f"{name}.{place}"), node, self._problems)
            for place, node in enumerate(value)
        ]

    def nothing_else(self) -> None:
        """Name every field that was not asked for."""
        for name in self._node:
            if name not in self._asked:
                self._problem(name, "unknown")


def _as_number(value: object) -> Decimal | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        try:
            return read_pounds(value)
        except ValueError:
            return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, int | float | Decimal):
        read = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
        return read if read.is_finite() and abs(read) <= MOST else None
    return None


def _claimant(fields: _Fields) -> Adult:
    adult = Adult(
        age=fields.whole("age"),
        health=fields.choice("health", Health),
        carer_35_hours=fields.flag("carer_35_hours"),
        claims_carers_allowance=fields.flag("claims_carers_allowance"),
        pip_daily_living=fields.choice("pip_daily_living", PipRate),
        pip_mobility=fields.choice("pip_mobility", PipRate),
        new_style_esa_weekly=fields.number("new_style_esa_weekly"),
        new_style_esa_group=fields.choice("new_style_esa_group", EsaGroup),
        other_pension_income_weekly=fields.number("other_pension_income_weekly"),
    )
    fields.nothing_else()
    return adult


def _partner(case: _Fields) -> Adult | None:
    if not case.has("partner", needed=True):
        return None
    fields = case.inside("partner")
    percent = fields.number("pension_employee_percent")
    job = Job(
        hours_per_week=fields.number("hours_per_week"),
        hourly_wage=fields.number("hourly_wage"),
        pension_employee_percent=percent,
        pension_basis=PensionBasis.ALL_PAY if percent else PensionBasis.NONE,
    )
    adult = Adult(
        age=fields.whole("age"),
        health=fields.choice("health", Health),
        pip_daily_living=fields.choice("pip_daily_living", PipRate, PipRate.NONE),
        pip_mobility=fields.choice("pip_mobility", PipRate, PipRate.NONE),
        job=job if job.hours_per_week else None,
    )
    fields.nothing_else()
    return adult


def _child(fields: _Fields) -> Child:
    child = Child(
        age=fields.whole("age"),
        born_before_6_april_2017=fields.flag("born_before_6_april_2017"),
        dla_care=fields.choice("dla_care", DlaCare),
        dla_mobility=fields.choice("dla_mobility", DlaMobility, DlaMobility.NONE),
    )
    fields.nothing_else()
    return child


def _housing(fields: _Fields) -> Housing:
    housing = Housing(
        tenure=fields.choice("tenure", Tenure),
        rent_monthly=fields.number("rent_monthly"),
        brma=fields.text("brma") if fields.has("brma") else None,
        lha_category=fields.text("lha_category") if fields.has("lha_category") else None,
        lha_monthly_rate=fields.number("lha_monthly_rate")
        if fields.has("lha_monthly_rate")
        else None,
    )
    fields.nothing_else()
    return housing


def _offer(fields: _Fields) -> Offer:
    offer = Offer(
        hours_per_week=fields.number("hours_per_week"),
        hourly_wage=fields.number("hourly_wage"),
        pension_employee_percent=fields.number("pension_employee_percent"),
        pension_basis=fields.choice("pension_basis", PensionBasis),
        childcare_monthly=fields.number("childcare_monthly"),
    )
    if fields.has("wage_kind"):
        fields.text("wage_kind")
    fields.nothing_else()
    return offer
