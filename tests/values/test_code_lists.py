from __future__ import annotations

import tomllib
from decimal import Decimal

import pytest

from caseload import paths
from caseload.values import code_lists

# Lists that others build on, with a code of each.
KNOWN = {
    "ethnic_category": "99",
    "gender_identity": "X",
    "employment_status": "01",
    "weekly_hours_worked": "02",
    "disability": "NN",
    "consultation_medium": "01",
    "attendance": "5",
    "activity_place": "C01",
    "source_of_referral": "A1",
    "contact_reason": "first_contact",
    "job_ending_reason": "better_job",
    "discharge_reason": "moved",
    "decline_reason": "client_choice",
    "contract_type": "zero_hours",
    "consent_purpose": "disclosure",
    "disability_confident": "1",
    "benefit": "pip_living",
    "diagnosis_group": "psychosis",
    "long_term_condition": "copd",
    "priority_group": "care_leaver",
    "national_programme": "connect_to_work",
    "access_to_work": "travel_to_work",
    "access_to_work.status": "awarded",
    "right_to_work.groups": "online",
    "employment_indicators.benefit_and_ssp": "Y",
}
FILES = ("codes", "local", "employment")


@pytest.mark.parametrize(("name", "code"), KNOWN.items())
def test_every_code_of_a_list_has_words(name: str, code: str) -> None:
    labels = code_lists.codes(name)
    assert code_lists.label(name, code) == labels[code]
    assert code_lists.entry(name, code)["label"] == labels[code]
    assert all(label.strip() for label in labels.values())
    assert len(set(labels.values())) == len(labels), "two codes would look the same on the screen"


def test_codes_keep_their_leading_noughts_and_the_order_of_the_list() -> None:
    assert next(iter(code_lists.codes("employment_status"))) == "01"
    assert list(code_lists.codes("attendance")) == ["5", "6", "7", "2", "3", "4", "0"]


def test_not_stated_and_not_known_stay_apart() -> None:
    assert code_lists.label("ethnic_category", "Z") == "Not stated"
    assert code_lists.label("ethnic_category", "99") == "Not known"


def test_a_list_says_more_of_a_code_than_its_label() -> None:
    assert code_lists.entry("job_ending_reason", "unfair")["domain"] == "conditions"
    assert code_lists.entry("contract_type", "voluntary")["competitive"] is False


def test_every_job_ending_belongs_to_a_reason_of_the_returns() -> None:
    reasons = {
        code_lists.entry("job_ending_reason", code)["domain"]
        for code in code_lists.codes("job_ending_reason")
    }
    assert reasons == {
        "clients_choice", "better_job", "contract_ended", "redundancy", "dismissed", "health",
        "conditions", "travel", "caring", "benefits", "moved_away", "died", "other",
    }  # fmt: skip


def test_a_list_says_what_stands_beside_its_codes() -> None:
    about = code_lists.about("attendance")
    assert set(about["attended"]) <= set(code_lists.codes("attendance"))
    assert about["source"]
    wage = code_lists.about("minimum_wage")["rates"][-1]["nlw"]
    assert wage == Decimal("12.71"), "money is read as Decimal, never as a float"


def test_every_list_names_its_source_and_no_two_files_hold_the_same_list() -> None:
    seen: set[str] = set()
    for name in FILES:
        tables = tomllib.loads(paths.resource("lists", f"{name}.toml").read_text("utf-8"))
        tables.pop("meta", None)
        assert not seen & set(tables)
        seen |= set(tables)
        assert all(table.get("source") for table in tables.values())


def test_an_unknown_code_or_list_is_a_fault_that_shows() -> None:
    with pytest.raises(KeyError):
        code_lists.label("attendance", "8")
    with pytest.raises(KeyError):
        code_lists.codes("no_such_list")


def test_no_list_can_be_changed_by_whoever_reads_it() -> None:
    with pytest.raises(TypeError):
        code_lists.codes("attendance")["5"] = "changed"  # type: ignore[index]  # that is the test


def test_the_sections_of_industry_are_letters_with_titles() -> None:
    sections = code_lists.industry_sections()
    assert list(sections) == list("ABCDEFGHIJKLMNOPQRSTU")
    assert sections["Q"] == "Human health and social work activities"
