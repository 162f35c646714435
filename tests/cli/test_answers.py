"""``better-off`` and ``return``: what they answer, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from caseload.documents import text_of
from tests.cli.conftest import LEAD, SPECIALIST, Caseload

Who = tuple[object, ...]

ADULT = {
    "age": 34, "health": "lcwra_new", "carer_35_hours": False, "claims_carers_allowance": False,
    "pip_daily_living": "none", "pip_mobility": "none", "new_style_esa_weekly": 0,
    "new_style_esa_group": "none", "other_pension_income_weekly": 0,
}  # fmt: skip
OFFER = {
    "hours_per_week": 16, "hourly_wage": 12.71, "wage_kind": "minimum",
    "pension_employee_percent": 0, "pension_basis": "none", "childcare_monthly": 0,
}  # fmt: skip
HOUSEHOLD: dict[str, Any] = {
    "tax_year": "2026/27", "in_greater_london": True, "claimant": ADULT, "partner": None,
    "children": [], "capital": 0,
    "housing": {"tenure": "social_rent", "rent_monthly": 900}, "offers": [OFFER],
}  # fmt: skip
NOT_COVERED = HOUSEHOLD | {"housing": {"tenure": "supported_or_temporary", "rent_monthly": 900}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "household.json"


def write(file: Path, document: object) -> Path:
    file.write_text(json.dumps(document), "utf-8")
    return file


def test_one_household_is_case_1_in_pounds_and_pence(caseload: Caseload, file: Path) -> None:
    ran = caseload("better-off", write(file, HOUSEHOLD))
    assert (ran.code, ran.err) == (0, "")
    (case,) = ran.document["cases"]
    assert case["id"] == "1"
    (offer,) = case["outputs"]["offers"]
    assert offer["better_off_by"] == {"annual": 7576.82, "monthly": 631.4, "weekly": 145.71}
    assert case["outputs"]["out_of_work"]["monthly"]["uc_award"] == 1542.16


def test_a_case_that_is_not_covered_stands_in_its_place(caseload: Caseload, file: Path) -> None:
    cases = [
        {"id": "a", "inputs": HOUSEHOLD},
        {"id": "b", "inputs": NOT_COVERED},
        {"id": "c", "inputs": {}},
    ]
    ran = caseload("better-off", write(file, {"cases": cases}))
    assert ran.code == 1
    first, second, third = ran.document["cases"]
    assert [first["id"], second["id"], third["id"]] == ["a", "b", "c"]
    assert "outputs" in first
    assert "Housing Benefit" in second["error"]
    assert "missing" in third["error"]
    assert "Case b" in ran.sentence
    assert "1 more case" in ran.sentence


def test_the_letter_says_what_the_job_would_leave(
    caseload: Caseload, file: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.pdf"
    named = {
        "service": {"name": "Willow Road", "telephone": "020 7946 0143"},
        "author": {"name": LEAD, "role": "Employment Specialist"},
        "client": {"name": "Dana Petrescu"},
    }
    ran = caseload("better-off", write(file, HOUSEHOLD | {"letter": named}), "--letter", letter)
    assert ran.code == 0
    words = " ".join(text_of(letter.read_bytes()))
    for expected in ("£145.71 a week better off", "Dear Dana", LEAD, "020 7946 0143"):
        assert expected in words
    assert "MADE UP" not in words


@pytest.mark.parametrize(
    ("letter_format", "says"),
    [
        ("standard", "£145.71 a week better off"),
        ("large-print", "£145.71 a week better off"),
        ("easy-read", "You would have £145.71 more each week."),
    ],
)
def test_the_letter_comes_in_three_formats(
    caseload: Caseload, file: Path, tmp_path: Path, letter_format: str, says: str
) -> None:
    letter = tmp_path / "letter.pdf"
    ran = caseload(
        "better-off", write(file, HOUSEHOLD), "--letter", letter, "--format", letter_format
    )
    assert ran.code == 0
    assert says in " ".join(" ".join(text_of(letter.read_bytes())).split())


def test_a_letter_needs_no_names(caseload: Caseload, file: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    assert caseload("better-off", write(file, HOUSEHOLD), "--letter", letter).code == 0
    assert "£145.71" in text_of(letter.read_bytes())[0]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"cases": [{"inputs": HOUSEHOLD}, {"inputs": HOUSEHOLD}]}, "one household"),
        ({"cases": []}, "one household"),
        (HOUSEHOLD | {"offers": []}, "offers"),
        (HOUSEHOLD | {"offers": [OFFER] * 4}, "offers"),
        (HOUSEHOLD | {"letter": {"client": {"name": 5}}}, "service, author and client"),
        (HOUSEHOLD | {"letter": "Dana"}, "service, author and client"),
        (NOT_COVERED, "Housing Benefit"),
    ],
)
def test_a_letter_that_cannot_be_written_is_refused(
    caseload: Caseload, file: Path, tmp_path: Path, document: object, words: str
) -> None:
    letter = tmp_path / "letter.pdf"
    ran = caseload("better-off", write(file, document), "--letter", letter)
    assert ran.code == 1
    assert words in ran.sentence
    assert not letter.exists()


@pytest.mark.parametrize("content", ["", "not json", "[1, 2]", '"text"', "[" * 100_000, "{]"])
def test_a_file_that_holds_no_household_is_refused(
    caseload: Caseload, file: Path, content: str
) -> None:
    file.write_text(content, "utf-8")
    ran = caseload("better-off", file)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.sentence


def test_a_letter_that_cannot_be_saved_is_named(
    caseload: Caseload, file: Path, tmp_path: Path
) -> None:
    ran = caseload("better-off", write(file, HOUSEHOLD), "--letter", tmp_path / "no" / "l.pdf")
    assert ran.code == 1
    assert "l.pdf" in ran.sentence


def test_a_return_is_three_files_and_is_sent_once(
    caseload: Caseload, store: Path, as_lead: Who, tmp_path: Path
) -> None:
    out = tmp_path / "return"
    asked = ("--contract", "IPS quarter", "--period", "2026-27-Q1")
    ran = caseload("return", store, *asked, "--out", out, *as_lead)
    assert ran.code == 0
    assert {file.name for file in out.iterdir()} == {
        "return-2026-27-Q1.xlsx", "published.json", "metadata.json",
    }  # fmt: skip
    assert all(Path(ran.document[name]).exists() for name in ("workbook", "published", "metadata"))
    again = caseload("return", store, *asked, "--out", out, *as_lead)
    assert again.code == 1
    assert again.sentence


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("IPS quarter", "next summer"), "2026-27-Q2"),
        (("IPS quarter", "2099-00-Q1"), "can be made from"),
        (("No such contract", "2026-27-Q1"), "IPS quarter"),
    ],
)
def test_a_return_that_cannot_be_made_is_refused(
    caseload: Caseload, store: Path, as_lead: Who, asked: tuple[str, str], words: str
) -> None:
    out = store.parent / "return"
    given = ("--contract", asked[0], "--period", asked[1], "--out", out, *as_lead)
    ran = caseload("return", store, *given)
    assert ran.code == 1
    assert words in ran.sentence
    assert not out.exists()


def test_who_may_not_open_it_makes_no_return(
    caseload: Caseload, store: Path, passphrase_file: Path
) -> None:
    who = ("--as", SPECIALIST, "--passphrase-file", passphrase_file)
    assert caseload("return", store, "--list-contracts", *who).code == 1
