from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.values import identifiers
from caseload.values.identifiers import IdentifierProblem

VECTORS = json.loads((Path(__file__).parent / "test_identifiers.json").read_text("utf-8"))


def vectors(kind: str, *, valid: bool) -> list[Any]:
    return [
        pytest.param(vector, id=vector["input"] or "nothing")
        for vector in VECTORS[kind]["vectors"]
        if vector["valid"] is valid
    ]


def reason_for(read: Callable[[str], str], text: str) -> str:
    with pytest.raises(IdentifierProblem) as refused:
        read(text)
    assert refused.value.sentence
    assert not text or text not in str(refused.value), "what was typed may not reach a log"
    return refused.value.reason


@pytest.mark.parametrize("vector", vectors("nhs_number", valid=True))
def test_an_nhs_number_is_stored_as_ten_digits_and_shown_three_three_four(
    vector: dict[str, str],
) -> None:
    stored = identifiers.read_nhs_number(vector["input"])
    assert stored == vector["stored"]
    assert identifiers.show_nhs_number(stored) == vector["shown"]


@pytest.mark.parametrize("vector", vectors("nhs_number", valid=False))
def test_a_wrong_nhs_number_is_refused_by_reason(vector: dict[str, str]) -> None:
    assert reason_for(identifiers.read_nhs_number, vector["input"]) == vector["reason"]


def test_an_nhs_number_pasted_with_odd_spaces_and_dashes_is_read() -> None:
    assert identifiers.read_nhs_number("\ufeff943\u00a0476\u20135919\n") == "9434765919"


def test_digits_of_other_scripts_are_no_nhs_number() -> None:
    assert reason_for(identifiers.read_nhs_number, "٩٤٣٤٧٦٥٩١٩") == "format"


def check_digit(nine: str) -> int:
    """The published sum, written the other way round from the program's."""
    total = sum((position + 2) * int(digit) for position, digit in enumerate(reversed(nine)))
    return (11 - total % 11) % 11


@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_exactly_one_last_digit_or_none_makes_an_nhs_number(nine: str) -> None:
    accepted = []
    for last in "0123456789":
        try:
            accepted.append(identifiers.read_nhs_number(nine + last)[-1])
        except IdentifierProblem:
            continue
    check = check_digit(nine)
    same = len(set(nine)) == 1 and str(check) == nine[0]
    assert accepted == ([] if check == 10 or same else [str(check)])


@given(st.from_regex(r"[0-9]{9}", fullmatch=True), st.integers(0, 8), st.integers(1, 9))
def test_one_digit_typed_wrong_is_always_found(nine: str, place: int, change: int) -> None:
    check = check_digit(nine)
    if check == 10 or len(set(f"{nine}{check}")) == 1:
        return
    number = identifiers.read_nhs_number(f"{nine}{check}")
    other = str((int(number[place]) + change) % 10)
    with pytest.raises(IdentifierProblem):
        identifiers.read_nhs_number(number[:place] + other + number[place + 1 :])


@given(st.text())
def test_any_text_is_an_nhs_number_or_refused_with_a_sentence(text: str) -> None:
    sentence, number = "", ""
    try:
        number = identifiers.read_nhs_number(text)
    except IdentifierProblem as problem:
        sentence = problem.sentence
    assert re.fullmatch(r"[0-9]{10}", number) or sentence.endswith(".")


@pytest.mark.parametrize("vector", vectors("national_insurance", valid=True))
def test_a_national_insurance_number_is_read_in_any_case_and_spacing(
    vector: dict[str, str],
) -> None:
    stored = identifiers.read_ni_number(vector["input"])
    assert stored == vector["stored"]
    assert stored[:8] == vector["unique_key"]
    assert identifiers.ni_number_is_complete(stored)


@pytest.mark.parametrize("vector", vectors("national_insurance", valid=False))
def test_a_wrong_national_insurance_number_is_refused_by_reason(vector: dict[str, str]) -> None:
    if "accept_as" in vector:
        stored = identifiers.read_ni_number(vector["input"])
        assert not identifiers.ni_number_is_complete(stored)
    else:
        assert reason_for(identifiers.read_ni_number, vector["input"]) == vector["reason"]


@given(st.from_regex(r"[A-Z]{2}[0-9]{6}[A-Z]", fullmatch=True))
def test_a_national_insurance_number_is_accepted_just_where_the_published_pattern_fits(
    number: str,
) -> None:
    fits = re.fullmatch(VECTORS["national_insurance"]["regex"], number) is not None
    try:
        identifiers.read_ni_number(number)
    except IdentifierProblem:
        assert not fits
    else:
        assert fits


def test_a_national_insurance_number_is_shown_in_pairs() -> None:
    assert identifiers.show_ni_number("AB123456C") == "AB 12 34 56 C"
    assert identifiers.show_ni_number("AB123456") == "AB 12 34 56"


@pytest.mark.parametrize("vector", vectors("postcode", valid=True))
def test_a_postcode_is_stored_in_capitals_with_one_space(vector: dict[str, str]) -> None:
    stored = identifiers.read_postcode(vector["input"])
    assert stored == vector["stored"]
    assert identifiers.outward_code(stored) == vector["district"]


@pytest.mark.parametrize("vector", vectors("postcode", valid=False))
def test_what_is_no_postcode_is_refused_but_for_the_two_without_a_place(
    vector: dict[str, str],
) -> None:
    if vector["input"].startswith("ZZ99"):
        assert identifiers.read_postcode(vector["input"]) == vector["input"]
    else:
        # A11 1AA would be one, so AI1 1AA gets a sentence that helps more.
        expected = {"W12": "partial", "AI1 1AA": "letter_for_digit"}
        reason = reason_for(identifiers.read_postcode, vector["input"])
        assert reason == expected.get(vector["input"], "format")


@given(st.from_regex(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}", fullmatch=True))
def test_a_postcode_is_accepted_just_where_the_published_pattern_fits(postcode: str) -> None:
    fits = re.fullmatch(VECTORS["postcode"]["regex"], postcode) is not None
    try:
        assert identifiers.read_postcode(postcode.lower().replace(" ", "")) == postcode
    except IdentifierProblem:
        assert not fits
    else:
        assert fits or postcode in {"ZZ99 3VZ", "ZZ99 3WZ"}


@pytest.mark.parametrize("typed", ["W1O 7RJ", "WI2 7RJ", "W12 IRJ"])
def test_a_letter_typed_for_a_digit_in_a_postcode_is_pointed_out(typed: str) -> None:
    assert reason_for(identifiers.read_postcode, typed) == "letter_for_digit"


def test_half_a_postcode_is_read_where_no_more_is_known() -> None:
    assert identifiers.read_outward_code(" ec1a ") == "EC1A"
    assert reason_for(identifiers.read_outward_code, "12") == "format"
