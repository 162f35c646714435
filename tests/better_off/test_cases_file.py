"""A cases file: one household or many, a bad one is a sentence in its place."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from caseload.better_off.case_reader import read_case
from caseload.better_off.cases import run_cases
from caseload.better_off.household import DlaMobility, PensionBasis, PipRate
from caseload.better_off.problems import HouseholdRefused
from caseload.errors import Refused
from tests.better_off.households import CASES_FILE

CASES = {case["id"]: case for case in json.loads(CASES_FILE.read_text("utf-8"))["cases"]}


def inputs(case_id: str = "B005") -> dict[str, Any]:
    made: dict[str, Any] = copy.deepcopy(CASES[case_id]["inputs"])
    return made


def at(node: Any, path: str) -> Any:
    for part in path.split("."):
        node = node[int(part)] if part.isdigit() else node[part]
    return node


def problems(document: object) -> dict[str, str]:
    with pytest.raises(HouseholdRefused) as refusal:
        read_case(document)
    return refusal.value.problems


def paths(node: Any, before: str = "") -> Iterator[str]:
    if isinstance(node, dict):
        for name, each in node.items():
            yield f"{before}{name}"
            yield from paths(each, f"{before}{name}.")
    elif isinstance(node, list):
        for place, each in enumerate(node):
            yield from paths(each, f"{before}{place}.")


FAMILY = inputs("B002")
COUPLE = inputs("B007")
OPTIONAL = {"dla_mobility", "wage_kind", "brma", "lha_category", "lha_monthly_rate"}
OPTIONAL_OF_PARTNER = {"partner.pip_daily_living", "partner.pip_mobility"}
NEEDED = sorted(
    {path for path in (*paths(FAMILY), *paths(COUPLE)) if path.rpartition(".")[2] not in OPTIONAL}
    - OPTIONAL_OF_PARTNER
)


@pytest.mark.parametrize("path", NEEDED)
def test_a_missing_field_is_named(path: str) -> None:
    document = copy.deepcopy(COUPLE if path.startswith("partner") else FAMILY)
    head, _, last = path.rpartition(".")
    del (at(document, head) if head else document)[last]
    assert list(problems(document)) == [path]
    assert path in problems(document)[path]


@pytest.mark.parametrize(
    "path", ["extra", "claimant.self_employed", "housing.bedroom_tax", "offers.0.student_loan"]
)
def test_an_unknown_field_is_named(path: str) -> None:
    document = inputs()
    head, _, last = path.rpartition(".")
    (at(document, head) if head else document)[last] = 1
    assert list(problems(document)) == [path]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("capital", "lots"),
        ("capital", True),
        ("capital", None),
        ("capital", float("nan")),
        ("capital", float("inf")),
        ("capital", 10**12),
        ("capital", Decimal("NaN")),
        ("capital", [1]),
        ("claimant.age", 30.5),
        ("claimant.health", "fit note"),
        ("claimant.health", None),
        ("claimant.carer_35_hours", "no"),
        ("claimant", "Dana"),
        ("offers", {}),
        ("offers.0", None),
        ("children", None),
        ("tax_year", 2026),
        ("housing.tenure", "owner"),
        ("housing.brma", 7),
        ("partner", "none"),
        ("in_greater_london", 1),
    ],
)
def test_a_value_that_cannot_be_read_is_named(path: str, value: object) -> None:
    document = inputs()
    head, _, last = path.rpartition(".")
    holder: Any = at(document, head) if head else document
    holder[int(last) if last.isdigit() else last] = value
    assert path in problems(document)


def test_inputs_that_are_no_object_are_refused_whole() -> None:
    assert list(problems(None)) == ["inputs"]


def test_amounts_typed_as_people_write_them_are_read() -> None:
    document = inputs() | {"capital": "16,000"}
    assert read_case(document).household.capital == 16000


def test_what_the_file_may_leave_out_is_none() -> None:
    document = inputs("B007")
    for name in ("pip_daily_living", "pip_mobility"):
        document["partner"].pop(name, None)
    for child in document["children"]:
        del child["dla_mobility"]
    case = read_case(document)
    assert case.household.partner is not None
    assert case.household.partner.pip_daily_living is PipRate.NONE
    assert {child.dla_mobility for child in case.household.children} == {DlaMobility.NONE}


def test_a_partner_with_a_pension_pays_it_from_all_pay() -> None:
    case = read_case(inputs("B007"))
    assert case.household.partner is not None
    assert case.household.partner.job is not None
    assert case.household.partner.job.pension_basis is PensionBasis.ALL_PAY


def test_a_lone_household_is_answered_as_case_1() -> None:
    result, sentences = run_cases(inputs())
    assert sentences == []
    assert [case["id"] for case in result["cases"]] == ["1"]
    among_others, _ = run_cases({"cases": [CASES["B005"]]})
    assert result["cases"][0]["outputs"] == among_others["cases"][0]["outputs"]
    json.dumps(result, allow_nan=False)


def test_half_a_penny_of_a_year_is_rounded_up() -> None:
    outputs = run_cases(inputs())[0]["cases"][0]["outputs"]
    # 15 hours x 12.71 x 52 = 9,913.80; the taper takes 55% of it over 5,124.00: 2,634.39.
    assert outputs["offers"][0]["annual"]["uc_award"] == 12391.53
    # A share of 5% makes it 9,153.155 better off.
    assert 9153.16 in [offer["better_off_by"]["annual"] for offer in outputs["offers"]]


def test_a_month_as_a_twelfth_of_a_year_loses_no_half_penny() -> None:
    document = inputs()
    document["offers"] = [
        {
            "hours_per_week": 5,
            "hourly_wage": 13.06,
            "pension_employee_percent": 5,
            "pension_basis": "all_pay",
            "childcare_monthly": 0,
        }
    ]
    outputs = run_cases(document)[0]["cases"][0]["outputs"]
    # 5 x 13.06 less 5% is 62.035 a week, all of it kept.
    assert outputs["offers"][0]["better_off_by"]["weekly"] == 62.04


def test_one_case_on_its_own_keeps_its_id() -> None:
    result, _ = run_cases(CASES["B005"])
    assert result["cases"][0]["id"] == "B005"


def test_one_bad_case_among_many_is_a_sentence_in_its_place() -> None:
    good = [copy.deepcopy(CASES[case_id]) for case_id in ("B001", "B002", "B003")]
    good[1]["inputs"]["children"][0]["age"] = 25
    result, sentences = run_cases({"cases": good})
    assert [case["id"] for case in result["cases"]] == ["B001", "B002", "B003"]
    assert [sorted(case) for case in result["cases"]] == [
        ["id", "outputs"],
        ["error", "id"],
        ["id", "outputs"],
    ]
    assert len(sentences) == 1
    assert sentences[0].startswith("Case B002: children.0.age: ")


@pytest.mark.parametrize(
    ("change", "begins"),
    [
        ({"tax_year": "2019/20"}, "There are no rates for 2019/20."),
        ({"offers": [{}]}, "offers.0.hours_per_week is missing."),
        ({"children": [{}]}, "children.0.age is missing."),
    ],
)
def test_an_error_says_first_what_to_mend(change: dict[str, Any], begins: str) -> None:
    result, _ = run_cases(inputs() | change)
    assert result["cases"][0]["error"].startswith(begins)


def test_further_problems_of_a_case_are_counted() -> None:
    two = inputs() | {"capital": -1, "in_greater_london": None}
    del two["tax_year"]
    result, _ = run_cases(two)
    assert result["cases"][0]["error"].endswith("One more field needs attention.")
    three = two | {"claimant": "Dana"}
    assert run_cases(three)[0]["cases"][0]["error"].endswith("2 more fields need attention.")


def test_the_partners_pay_is_named_as_in_the_file() -> None:
    document = inputs("B007")
    document["partner"]["hourly_wage"] = 0
    result, _ = run_cases(document)
    assert result["cases"][0]["error"].startswith("partner.hourly_wage: ")


@pytest.mark.parametrize("entry", [None, 7, {}, {"id": "x"}, {"id": "x", "inputs": []}])
def test_a_case_without_inputs_is_a_sentence(entry: object) -> None:
    result, sentences = run_cases({"cases": [entry]})
    assert "error" in result["cases"][0]
    assert len(sentences) == 1


def test_a_case_without_an_id_is_named_by_its_place() -> None:
    result, _ = run_cases({"cases": [{"inputs": inputs()}, {"id": None, "inputs": inputs()}]})
    assert [case["id"] for case in result["cases"]] == ["1", "2"]


@pytest.mark.parametrize("document", [[], "x", None, {"cases": {}}, {"cases": None}])
def test_what_is_no_cases_file_is_refused(document: object) -> None:
    with pytest.raises(Refused):
        run_cases(document)


def test_no_cases_are_no_answers() -> None:
    assert run_cases({"cases": []}) == ({"cases": []}, [])
