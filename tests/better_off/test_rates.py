"""Rates are dated, sourced, whole, and looked up for a year or for a day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from caseload.better_off.problems import RatesRefused
from caseload.better_off.rate_book import RateBook
from caseload.better_off.rate_files import HOUSING_FILE, load_rate_book
from caseload.better_off.rates import AppliesTo
from caseload.paths import resource

BOOK = load_rate_book()
STANDARD = "uc.standard_allowance.single_25_or_over"
WAGE = "minimum_wage.21_and_over_nlw"


def test_three_years_are_on_file_and_named_as_they_are_printed() -> None:
    assert BOOK.tax_years == ("2024/25", "2025/26", "2026/27")
    assert BOOK.tax_year("2026/27").name == "2026 to 2027"


@pytest.mark.parametrize(
    ("day", "standard", "wage", "allowance_key"),
    [
        (date(2026, 3, 31), "400.14", "12.21", "standard_all_claimants"),
        (date(2026, 4, 1), "400.14", "12.71", "standard_all_claimants"),
        (date(2026, 4, 5), "400.14", "12.71", "standard_all_claimants"),
        (date(2026, 4, 6), "424.90", "12.71", "new_claimant"),
        (date(2026, 11, 24), "424.90", "12.71", "protected"),
    ],
)
def test_a_day_takes_what_is_in_force_on_it(
    day: date, standard: str, wage: str, allowance_key: str
) -> None:
    view = BOOK.for_day(day)
    assert view.amount(STANDARD) == Decimal(standard)
    assert view.amount(WAGE) == Decimal(wage)
    assert f"uc.lcwra_element.{allowance_key}" in view


def test_a_rate_that_has_ended_is_in_force_no_more() -> None:
    assert "uc.lcwra_element.standard_all_claimants" not in BOOK.for_day(date(2026, 4, 6))
    assert "uc.lcwra_element.new_claimant" not in BOOK.for_day(date(2026, 4, 5))
    assert WAGE not in BOOK.for_day(date(2027, 4, 2))


def test_an_estimate_uses_the_whole_tax_year_of_its_day() -> None:
    assert BOOK.year_of(date(2026, 4, 5)) is BOOK.tax_year("2025/26")
    assert BOOK.year_of(date(2026, 4, 6)) is BOOK.tax_year("2026/27")
    assert BOOK.year_of(date(2027, 4, 5)).amount(WAGE) == Decimal("12.71")


def test_a_day_without_rates_is_refused_with_the_years_that_there_are() -> None:
    for day in (date(2024, 4, 5), date(2027, 4, 6), date(2030, 1, 1)):
        with pytest.raises(RatesRefused, match="2024/25, 2025/26, 2026/27"):
            BOOK.for_day(day)


def test_the_housing_allowance_has_its_own_days() -> None:
    with pytest.raises(RatesRefused, match="Local Housing Allowance"):
        RateBook({"2026/27": ("2026 to 2027", BOOK.entries())}, (), "none").tax_year("2026/27")


def test_every_value_has_dates_a_source_a_status_and_a_name() -> None:
    for rate in BOOK.entries():
        assert rate.valid_from <= rate.valid_to
        assert rate.sources
        assert all(source.startswith("https://") for source in rate.sources)
        assert rate.status
        assert rate.name
        assert rate.shown


def test_a_rates_dates_follow_on_from_the_year_before() -> None:
    by_key: dict[str, list[tuple[date, date]]] = {}
    for rate in BOOK.entries():
        by_key.setdefault(rate.key, []).append((rate.valid_from, rate.valid_to))
    for key, spans in by_key.items():
        for (_, ends), (starts, _) in pairwise(spans):
            assert starts - ends == timedelta(days=1), key


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        (STANDARD, "£424.90 a month"),
        ("uc.taper_rate", "55%"),
        ("uc.capital.upper_limit", "£16,000.00"),
        ("uc.benefit_cap_grace_period_months", "9 months"),
        ("esa_permitted_work.hours_below", "16 hours"),
        ("uc.two_child_limit.applies", "No"),
        ("tax_free_childcare.incompatible_with_uc", "Yes"),
        ("uc.work_allowance.eligible_if", "child or LCW/LCWRA"),
    ],
)
def test_a_value_is_shown_as_people_read_it(key: str, shown: str) -> None:
    assert BOOK.tax_year("2026/27").rate(key).shown == shown


def test_a_view_lists_its_rates_without_the_thousand_rents() -> None:
    listed = list(BOOK.tax_year("2026/27"))
    assert [rate.key for rate in listed] == sorted(rate.key for rate in listed)
    assert not any(rate.key.startswith("lha.area.") for rate in listed)
    assert len(listed) > 100


def test_a_rent_is_found_by_area_and_size() -> None:
    view = BOOK.tax_year("2026/27")
    assert view.local_housing_allowance("INNER_WEST_LONDON", "B") == Decimal("1350.00")
    rate = view.rate("lha.area.INNER_WEST_LONDON.B")
    assert rate.name == "Local Housing Allowance, Inner West London, one bedroom"
    assert rate.applies_to is AppliesTo.ASSESSMENT_PERIODS
    assert view.areas["LEEDS"] == "Leeds"
    assert len(view.areas) == 152


def test_what_no_second_source_confirms_is_known() -> None:
    view = BOOK.tax_year("2026/27")
    threshold = "uc.benefit_cap_earnings_threshold"
    assert view.unconfirmed([threshold, STANDARD, threshold]) == (threshold,)


def test_a_rate_that_is_not_there_is_refused_by_name() -> None:
    view = BOOK.tax_year("2025/26")
    for ask in (view.amount, view.rate, view.flag):
        with pytest.raises(RatesRefused, match=r"uc\.lcwra_element\.new_claimant"):
            ask("uc.lcwra_element.new_claimant")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good year and the housing allowances."""
    for name in ("2026-27.json", HOUSING_FILE):
        (tmp_path / name).write_bytes(resource("rates", name).read_bytes())
    return tmp_path


def change(folder: Path, key: str, entry: Any, name: str = "2026-27.json") -> None:
    file = folder / name
    document = json.loads(file.read_text("utf-8"))
    if entry is None:
        del document["rates"][key]
    elif isinstance(entry, dict):
        document["rates"].setdefault(key, {}).update(entry)
    else:
        document[key] = entry
    file.write_text(json.dumps(document), "utf-8")


def test_a_changed_file_has_another_version(folder: Path) -> None:
    before = load_rate_book(folder)
    assert before.tax_years == ("2026/27",)
    change(folder, STANDARD, {"value": "425.00"})
    load_rate_book.cache_clear()
    after = load_rate_book(folder)
    assert after.version != before.version
    assert after.tax_year("2026/27").amount(STANDARD) == Decimal(425)


@pytest.mark.parametrize(
    ("key", "entry", "named"),
    [
        (STANDARD, None, STANDARD),
        ("uc.taper_rat", {"value": "0.55"}, "uc.taper_rat"),
        (STANDARD, {"value": "lots"}, STANDARD),
        (STANDARD, {"value": "NaN"}, STANDARD),
        (STANDARD, {"value": "-1"}, STANDARD),
        (STANDARD, {"value": None}, STANDARD),
        (STANDARD, {"valid_to": "2026-01-01"}, STANDARD),
        (STANDARD, {"valid_from": "April"}, STANDARD),
        (STANDARD, {"applies_to": "weeks"}, STANDARD),
        (STANDARD, {"confirmed": "yes"}, STANDARD),
        ("rates", [], "2026-27.json"),
        ("tax_year", None, "tax_year"),
    ],
)
def test_a_file_that_is_not_whole_is_refused_by_name(
    folder: Path, key: str, entry: Any, named: str
) -> None:
    if key == "tax_year":
        document = json.loads((folder / "2026-27.json").read_text("utf-8"))
        del document["tax_year"]
        (folder / "2026-27.json").write_text(json.dumps(document), "utf-8")
    else:
        change(folder, key, entry)
    with pytest.raises(RatesRefused) as refusal:
        load_rate_book(folder)
    assert named in refusal.value.sentence
    assert "2026-27.json" in refusal.value.sentence


@pytest.mark.parametrize("content", ["", "[]", "{", '{"periods": [{}]}', '{"periods": 7}'])
def test_a_damaged_housing_file_is_refused_by_name(folder: Path, content: str) -> None:
    (folder / HOUSING_FILE).write_text(content, "utf-8")
    with pytest.raises(RatesRefused, match=HOUSING_FILE):
        load_rate_book(folder)


def test_a_missing_housing_file_is_refused_by_name(folder: Path) -> None:
    (folder / HOUSING_FILE).unlink()
    with pytest.raises(RatesRefused, match=HOUSING_FILE):
        load_rate_book(folder)
