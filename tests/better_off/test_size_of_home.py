"""The size of home that the Local Housing Allowance counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.better_off.calculation import picture
from caseload.better_off.comparison import compare
from caseload.better_off.explanation import explain_now
from caseload.better_off.household import Adult, Child, Housing, PipRate, Tenure
from caseload.better_off.local_housing_allowance import (
    bedrooms_for_children,
    local_housing_allowance,
    size_category,
)
from tests.better_off.households import rates, single


def family(*ages: int) -> tuple[Child, ...]:
    return tuple(Child(age, born_before_6_april_2017=age > 9) for age in ages)


def test_a_single_person_under_35_gets_the_shared_rate_but_with_pip_daily_living() -> None:
    assert size_category(single(34)) == "A"
    assert size_category(single(35)) == "B"
    assert size_category(single(34, pip_daily_living=PipRate.STANDARD)) == "B"
    assert size_category(single(34, pip_mobility=PipRate.ENHANCED)) == "A"
    assert size_category(replace(single(22), partner=Adult(22))) == "B"


@pytest.mark.parametrize(
    ("ages", "category"),
    [
        ((5,), "C"),
        ((5, 3), "C"),
        ((16, 3), "D"),
        ((17, 16), "D"),
        ((12, 3), None),
        ((13, 11), None),
        ((8, 6, 3), "D"),
        ((19, 18, 17, 16), "E"),
        ((17, 16, 12, 11), "E"),
    ],
)
def test_the_size_goes_by_the_ages_of_the_children(
    ages: tuple[int, ...], category: str | None
) -> None:
    assert size_category(replace(single(), children=family(*ages))) == category


@pytest.mark.parametrize(
    ("ages", "fewest", "most"),
    [
        ([], 0, 0),
        ([3], 1, 1),
        ([9, 9], 1, 1),
        ([10, 9], 1, 2),
        ([15, 10], 1, 2),
        ([15, 10, 5], 2, 2),
        ([15, 14, 9, 8], 2, 3),
        ([16, 15, 10], 2, 3),
    ],
)
def test_bedrooms_for_children(ages: list[int], fewest: int, most: int) -> None:
    assert bedrooms_for_children(ages) == (fewest, most)


@given(st.lists(st.integers(0, 19), max_size=6), st.integers(0, 19))
def test_another_child_never_needs_fewer_rooms(ages: list[int], one_more: int) -> None:
    before, after = bedrooms_for_children(ages), bedrooms_for_children([*ages, one_more])
    assert before[0] <= after[0] <= before[0] + 1
    assert before[1] <= after[1] <= before[1] + 1


def test_rent_counts_up_to_the_allowance_of_area_and_size() -> None:
    housing = Housing(Tenure.PRIVATE_RENT, Decimal(2000), "INNER_WEST_LONDON")
    household = replace(single(40), housing=housing)
    assert picture(household, None, rates()).universal_credit.housing_element == Decimal(1350)
    cheap = replace(household, housing=replace(housing, rent_monthly=Decimal(1000)))
    assert picture(cheap, None, rates()).universal_credit.housing_element == Decimal(1000)
    given_size = replace(household, housing=replace(housing, lha_category="A"))
    result = compare(given_size, (), rates())
    words = [step.words for part in explain_now(result, rates()).sections for step in part.steps]
    assert any("Inner West London, room in a shared home" in each for each in words)


def test_a_rate_that_was_given_stands_and_is_not_looked_up() -> None:
    housing = Housing(Tenure.PRIVATE_RENT, Decimal(2000), lha_monthly_rate=Decimal("1234.50"))
    household = replace(single(40), housing=housing)
    assert picture(household, None, rates()).universal_credit.housing_element == Decimal("1234.50")


def test_a_home_that_was_never_checked_is_not_guessed() -> None:
    housing = Housing(Tenure.PRIVATE_RENT, Decimal(2000))
    with pytest.raises(LookupError):
        local_housing_allowance(replace(single(40), housing=housing), rates())
