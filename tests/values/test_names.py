from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.values.names import fold


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Nguyễn", "nguyen"),
        ("Łukasz", "LUKASZ"),
        ("Søren", "soren"),
        ("O’Neill", "o'neill"),
        ("José", "Jose\u0301"),
        ("Weiß", "weiss"),
        ("Ağaoğlu  Işık", "agaoglu isik"),
        ("Đặng", "dang"),
        ("Smith–Jones", "smith-jones"),
        ("Þóra", "thora"),
    ],
)
def test_a_name_is_found_however_it_is_typed(name: str, typed: str) -> None:
    assert fold(name) == fold(typed)


def test_names_sort_without_regard_to_accents_and_capitals() -> None:
    names = ["Zoë", "van der Berg", "Élodie", "Adé", "Ebele"]
    assert sorted(names, key=fold) == ["Adé", "Ebele", "Élodie", "van der Berg", "Zoë"]


def test_letters_of_other_scripts_are_kept() -> None:
    assert fold("محمد") == "محمد"
    assert fold("Ольга") == "ольга"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_a_part_of_a_name_typed_in_capitals_is_found_in_it(before: str, after: str) -> None:
    assert "mary" in fold(f"{before} Mary {after}")
    assert fold("MARY") == "mary"
