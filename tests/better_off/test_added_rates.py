"""Next April's rates are looked at before they are used, and stand beside the shipped ones."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from caseload.better_off.added_rates import (
    RateFile,
    check_rate_file,
    load_rate_book_with,
    with_added,
)
from caseload.better_off.comparison import compare
from caseload.better_off.pay_days import PayDays, PayFrequency
from caseload.better_off.problems import RatesRefused
from caseload.better_off.rate_changes import ChangeKind, compare_rate_books
from caseload.better_off.rate_files import HOUSING_FILE, load_rate_book
from caseload.better_off.timetable import Timetable
from caseload.better_off.twelve_months import twelve_months
from caseload.paths import resource
from tests.better_off.households import offer, single

BOOK = load_rate_book()
STANDARD = "uc.standard_allowance.single_25_or_over"
TAPER = "uc.taper_rate"
WAGE = "minimum_wage.21_and_over_nlw"
FROZEN = {"unchanged_until": "2028-04-09", "source": ["https://www.gov.uk/"]}


def next_april() -> dict[str, Any]:
    """A file for 2027/28: every value as it is, one year later, and two of them raised."""
    document: dict[str, Any] = json.loads(resource("rates", "2026-27.json").read_text("utf-8"))
    document |= {"tax_year": "2027/28", "name": "2027 to 2028", "local_housing_allowance": FROZEN}
    for key in [key for key, rate in document["rates"].items() if rate["valid_to"] < "2027-03-31"]:
        del document["rates"][key]
    for rate in document["rates"].values():
        ends = date.fromisoformat(rate["valid_to"])
        starts = date.fromordinal(ends.toordinal() + 1)
        rate["valid_from"] = starts.isoformat()
        rate["valid_to"] = starts.replace(year=starts.year + 1).isoformat()
    document["rates"][STANDARD]["value"] = "437.00"
    document["rates"][WAGE]["value"] = "13.20"
    return document


def as_file(document: dict[str, Any], name: str = "2027-28.json") -> RateFile:
    return RateFile(name, json.dumps(document).encode())


def test_a_whole_year_may_be_added_and_says_what_it_changes() -> None:
    check = check_rate_file(BOOK, as_file(next_april()))
    assert check.problems == ()
    assert check.may_be_added
    changed = {each.rate.key: each for each in check.changes if each.kind is ChangeKind.CHANGED}
    assert set(changed) == {STANDARD, WAGE}
    assert changed[STANDARD].words == (
        "Universal Credit standard allowance, single, 25 and over: £424.90 a month becomes"
        " £437.00 a month from 12 April 2027"
    )
    same = next(each for each in check.changes if each.rate.key == TAPER)
    assert same.kind is ChangeKind.SAME
    assert same.words == "Universal Credit, taper: 55%, as before, from 12 April 2027"
    assert any("not confirmed" in caution for caution in check.cautions)


def test_added_rates_are_used_from_their_day_and_the_rent_limits_go_on() -> None:
    book = with_added(BOOK, [as_file(next_april())])
    assert book.tax_years[-1] == "2027/28"
    assert book.version != BOOK.version
    assert book.for_day(date(2027, 4, 11)).amount(STANDARD) == Decimal("424.90")
    assert book.for_day(date(2027, 4, 12)).amount(STANDARD) == Decimal("437.00")
    view = book.tax_year("2027/28")
    assert view.local_housing_allowance("LEEDS", "B") == BOOK.tax_year("2026/27").amount(
        "lha.area.LEEDS.B"
    )
    result = compare(single(rent=900), (offer(16, Decimal("13.20")),), view)
    assert result.rates_name == "2027 to 2028"
    late = Timetable(date(2027, 1, 4), 12, PayDays(PayFrequency.WEEKLY, date(2027, 1, 8)))
    months = twelve_months(single(rent=900), offer(16), book, late)
    assert not any(row.assumed for row in months.rows)
    assert months.rows[-1].picture.universal_credit.standard_allowance == Decimal("437.00")


def test_a_folder_of_the_services_own_stands_beside_the_shipped_rates(tmp_path: Path) -> None:
    assert load_rate_book_with(tmp_path / "none") is BOOK
    assert load_rate_book_with(tmp_path) is BOOK
    (tmp_path / "2027-28.json").write_bytes(as_file(next_april()).content)
    assert load_rate_book_with(tmp_path).tax_years == (*BOOK.tax_years, "2027/28")
    (tmp_path / "2027-28.json").write_text("{", "utf-8")
    with pytest.raises(RatesRefused, match=r"2027-28\.json"):
        load_rate_book_with(tmp_path)


def test_a_corrected_year_takes_the_place_of_the_shipped_one() -> None:
    document = json.loads(resource("rates", "2026-27.json").read_text("utf-8"))
    document["rates"][STANDARD]["value"] = "425.00"
    check = check_rate_file(BOOK, as_file(document, "2026-27.json"))
    (change,) = check.changes
    assert (change.kind, change.rate.key) == (ChangeKind.CHANGED, STANDARD)
    assert check.may_be_added
    assert check.book.tax_year("2026/27").amount(STANDARD) == 425


def test_two_equal_books_differ_in_nothing() -> None:
    assert compare_rate_books(BOOK, BOOK) == ()
    backwards = compare_rate_books(with_added(BOOK, [as_file(next_april())]), BOOK)
    assert {each.kind for each in backwards} == {ChangeKind.GONE}
    assert "does not go on" in backwards[0].words


def test_rent_limits_of_a_new_year_must_be_given() -> None:
    document = next_april()
    del document["local_housing_allowance"]
    check = check_rate_file(BOOK, as_file(document))
    assert not check.may_be_added
    assert any("Local Housing Allowance" in problem for problem in check.problems)
    document["local_housing_allowance"] = {"source": []}
    with pytest.raises(RatesRefused, match="until when"):
        check_rate_file(BOOK, as_file(document))


def test_new_rent_limits_take_over_from_their_day() -> None:
    document = json.loads(resource("rates", HOUSING_FILE).read_text("utf-8"))
    (period,) = document["periods"]
    period |= {"valid_from": "2027-04-12", "valid_to": "2028-04-09"}
    period["areas"]["LEEDS"]["B"] = "700.00"
    year = next_april()
    del year["local_housing_allowance"]
    book = with_added(BOOK, [as_file(year), as_file(document, HOUSING_FILE)])
    assert book.tax_year("2027/28").local_housing_allowance("LEEDS", "B") == 700
    assert book.tax_year("2026/27").local_housing_allowance("LEEDS", "B") != 700


def changed(key: str, **values: Any) -> RateFile:
    document = next_april()
    document["rates"][key] |= values
    return as_file(document)


@pytest.mark.parametrize(
    ("key", "values", "named"),
    [
        (STANDARD, {"valid_from": "2027-04-20"}, "no gap"),
        (STANDARD, {"valid_from": "2027-04-01"}, "no gap"),
        (STANDARD, {"period": "week"}, "Check the amount"),
        (TAPER, {"unit": "GBP"}, "Check the amount"),
    ],
)
def test_days_that_leave_a_gap_and_another_unit_forbid_a_file(
    key: str, values: dict[str, Any], named: str
) -> None:
    check = check_rate_file(BOOK, changed(key, **values))
    assert any(named in problem for problem in check.problems)


def test_a_large_change_asks_for_a_second_look() -> None:
    check = check_rate_file(BOOK, changed(STANDARD, value="4249.00"))
    assert check.may_be_added
    assert any("more than a quarter" in caution for caution in check.cautions)


def test_a_rate_that_is_left_behind_is_missed() -> None:
    document = next_april()
    del document["rates"]["living_wage_foundation.london"]
    check = check_rate_file(BOOK, as_file(document))
    assert any("London Living Wage" in problem for problem in check.problems)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "2027-28.json"),
        (b"[]", "2027-28.json"),
        (b'{"rates": {}}', "lacks a rate"),
        (b'{"tax_year": "2027/28", "tax_year": "2028/29"}', "twice"),
        (b"\xff\xfe", "2027-28.json"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(content: bytes, named: str) -> None:
    with pytest.raises(RatesRefused, match=named):
        check_rate_file(BOOK, RateFile("2027-28.json", content))


def test_a_misspelt_key_and_a_year_that_is_none_are_refused() -> None:
    document = next_april()
    document["rates"]["uc.taper_rat"] = document["rates"].pop(TAPER)
    with pytest.raises(RatesRefused, match=r"uc\.taper_rat"):
        check_rate_file(BOOK, as_file(document))
    with pytest.raises(RatesRefused, match="tax year"):
        check_rate_file(BOOK, as_file(next_april() | {"tax_year": "next year"}))
