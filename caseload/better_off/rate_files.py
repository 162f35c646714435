"""Reading the files of rates, and refusing one that is not whole."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from caseload import paths
from caseload.better_off.problems import RatesRefused
from caseload.better_off.rate_book import RateBook
from caseload.better_off.rates import AppliesTo, AreaRates, Rate, lha_key
from caseload.words import catalogue, say

HOUSING_FILE = "local-housing-allowance.json"
CATEGORIES = ("A", "B", "C", "D", "E")

ALWAYS_NEEDED = frozenset(
    {
        "benefit_cap.london.couple_or_lone_parent",
        "benefit_cap.london.single_no_children",
        "benefit_cap.outside_london.couple_or_lone_parent",
        "benefit_cap.outside_london.single_no_children",
        "carers_allowance.net_earnings_limit",
        "carers_allowance.weekly_rate",
        "child_benefit.each_other_child",
        "child_benefit.eldest_or_only",
        "child_benefit.high_income_charge.starts_at",
        "dla.care.highest",
        "dla.care.lowest",
        "dla.care.middle",
        "dla.mobility.higher",
        "dla.mobility.lower",
        "employee_ni.main_rate",
        "employee_ni.primary_threshold_year",
        "employee_ni.upper_earnings_limit_year",
        "employee_ni.upper_rate",
        "employee_ni.primary_threshold",
        "employee_ni.primary_threshold_month",
        "employee_ni.upper_earnings_limit",
        "employee_ni.upper_earnings_limit_month",
        "esa_permitted_work.hours_below",
        "esa_permitted_work.weekly_earnings_limit",
        "income_tax.additional_rate",
        "income_tax.additional_rate_threshold",
        "income_tax.basic_rate",
        "income_tax.basic_rate_limit",
        "income_tax.higher_rate",
        "income_tax.personal_allowance",
        "income_tax.personal_allowance_taper_rate",
        "income_tax.personal_allowance_taper_starts_at",
        "minimum_wage.18_to_20",
        "minimum_wage.21_and_over_nlw",
        "minimum_wage.apprentice",
        "minimum_wage.under_18",
        "new_style_jsa.earnings_disregard",
        "new_style_jsa.hours_below",
        "pension_auto_enrolment.earnings_trigger",
        "pension_auto_enrolment.qualifying_earnings_lower",
        "pension_auto_enrolment.qualifying_earnings_upper",
        "pip.daily_living.enhanced",
        "pip.daily_living.standard",
        "pip.mobility.enhanced",
        "pip.mobility.standard",
        "prescriptions.net_earnings_limit",
        "prescriptions.net_earnings_limit_with_child_or_limited_capability",
        "self_employed_ni.lower_profits_limit",
        "self_employed_ni.main_rate",
        "self_employed_ni.upper_profits_limit",
        "self_employed_ni.upper_rate",
        "student_loan.plan_1_threshold",
        "student_loan.plan_2_threshold",
        "student_loan.plan_4_threshold",
        "student_loan.postgraduate_repayment_rate",
        "student_loan.postgraduate_threshold",
        "student_loan.repayment_rate",
        "uc.benefit_cap_earnings_threshold",
        "uc.capital.lower_limit",
        "uc.capital.tariff_income_per_step_or_part",
        "uc.capital.tariff_step",
        "uc.capital.upper_limit",
        "uc.carer_element",
        "uc.child_element.first_child_born_before_6_april_2017",
        "uc.child_element.other_child",
        "uc.childcare.coverage_rate",
        "uc.childcare.maximum_one_child",
        "uc.childcare.maximum_two_or_more_children",
        "uc.disabled_child_addition.higher",
        "uc.disabled_child_addition.lower",
        "uc.lcw_element.claims_before_3_april_2017_only",
        "uc.non_dependant_housing_cost_contribution",
        "uc.standard_allowance.couple_both_under_25",
        "uc.standard_allowance.couple_one_or_both_25_or_over",
        "uc.standard_allowance.single_25_or_over",
        "uc.standard_allowance.single_under_25",
        "uc.surplus_earnings_allowance",
        "uc.taper_rate",
        "uc.two_child_limit.applies",
        "uc.work_allowance.with_housing_costs",
        "uc.work_allowance.without_housing_costs",
    }
)
"""The keys that every year's file must have; the two health elements depend on the year."""


@cache
def load_rate_book(folder: Path | None = None) -> RateBook:
    """The rates on file: ``resources/rates``, or another folder of the same form.

    Raises RatesRefused where a file has a missing or misspelt key or a value that cannot be read.
    """
    folder = folder or paths.resource("rates")
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.json")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return RateBook(read_years(folder), read_housing(folder), digest.hexdigest()[:12])


def read_years(folder: Path) -> dict[str, tuple[str, tuple[Rate, ...]]]:
    """Every year's file: tax year to its printed name and its rates. Raises RatesRefused."""
    years: dict[str, tuple[str, tuple[Rate, ...]]] = {}
    for file in sorted(folder.glob("*.json")):
        if file.name != HOUSING_FILE:
            tax_year, name, rates = read_year(file)
            years[tax_year] = (name, rates)
    return years


def read_year(file: Path) -> tuple[str, str, tuple[Rate, ...]]:
    """One year's file: the tax year, its printed name and its rates.

    Raises RatesRefused where a key is missing, misspelt or there twice, or a value cannot be read.
    """
    return year_in(file, _document(file))


def year_in(file: Path, document: dict[str, Any]) -> tuple[str, str, tuple[Rate, ...]]:
    """The year that a document holds, as ``read_year``; ``file`` names it in a refusal."""
    entries = _object(file, document.get("rates"))
    known = catalogue()
    for key in entries:
        if f"better_off_rates.{key}" not in known:
            raise RatesRefused(say("better_off.rate.unknown_key", file=file.name, key=key))
    missing = sorted(ALWAYS_NEEDED - set(entries))
    if missing:
        raise RatesRefused(say("better_off.rate.missing_key", file=file.name, key=missing[0]))
    rates = tuple(_rate(file, key, entry) for key, entry in entries.items())
    try:
        return str(document["tax_year"]), str(document["name"]), rates
    except KeyError as lacking:
        raise _unreadable(file, str(lacking.args[0])) from None


def _rate(file: Path, key: str, entry: Any) -> Rate:
    try:
        numeric = entry["unit"] not in {"boolean", "text"}
        rate = Rate(
            key=key,
            value=Decimal(entry["value"]) if numeric else entry["value"],
            unit=entry["unit"],
            period=entry["period"],
            applies_to=AppliesTo(entry["applies_to"]),
            valid_from=date.fromisoformat(entry["valid_from"]),
            valid_to=date.fromisoformat(entry["valid_to"]),
            confirmed=entry["confirmed"],
            status=entry["status"],
            sources=tuple(entry["source"]),
            note=entry.get("note", ""),
        )
    except (KeyError, TypeError, ValueError, InvalidOperation):
        raise _unreadable(file, key) from None
    if isinstance(rate.value, Decimal) and not (rate.value.is_finite() and rate.value >= 0):
        raise _unreadable(file, key)
    if rate.valid_from > rate.valid_to or not isinstance(rate.confirmed, bool):
        raise _unreadable(file, key)
    return rate


def read_housing(folder: Path) -> tuple[AreaRates, ...]:
    """The Local Housing Allowance of every area, by the days it holds. Raises RatesRefused."""
    file = folder / HOUSING_FILE
    return housing_in(file, _document(file))


def housing_in(file: Path, document: dict[str, Any]) -> tuple[AreaRates, ...]:
    """The allowances that a document holds, as ``read_housing``."""
    try:
        return tuple(_period(period) for period in document["periods"])
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation):
        raise _unreadable(file, "periods") from None


def _period(period: dict[str, Any]) -> AreaRates:
    valid_from = date.fromisoformat(period["valid_from"])
    valid_to = date.fromisoformat(period["valid_to"])
    sources = tuple(period["source"])
    rates = tuple(
        Rate(
            key=lha_key(key, category),
            value=Decimal(area[category]),
            unit="GBP",
            period="month",
            applies_to=AppliesTo(period["applies_to"]),
            valid_from=valid_from,
            valid_to=valid_to,
            confirmed=period["confirmed"],
            status=period["status"],
            sources=sources,
            note=period["note"],
            area_name=area["name"],
        )
        for key, area in period["areas"].items()
        for category in CATEGORIES
    )
    names = {key: area["name"] for key, area in period["areas"].items()}
    return AreaRates(valid_from, valid_to, names, rates)


def _document(file: Path) -> dict[str, Any]:
    try:
        content = file.read_bytes()
    except OSError:
        raise RatesRefused(say("better_off.rate.unreadable_file", file=file.name)) from None
    return document_in(file, content)


def document_in(file: Path, content: bytes) -> dict[str, Any]:
    """The object in a file's content. Raises RatesRefused where it has none, or a key twice."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise RatesRefused(say("better_off.rate.key_twice", file=file.name, key=key))
            found[key] = value
        return found

    try:
        document = json.loads(content.decode("utf-8-sig"), object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise RatesRefused(say("better_off.rate.unreadable_file", file=file.name)) from None
    return _object(file, document)


def _object(file: Path, node: Any) -> dict[str, Any]:
    if not isinstance(node, dict):
        raise RatesRefused(say("better_off.rate.unreadable_file", file=file.name))
    return node


def _unreadable(file: Path, key: str) -> RatesRefused:
    return RatesRefused(say("better_off.rate.unreadable_value", file=file.name, key=key))
