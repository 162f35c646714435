from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.values import money
from caseload.values.problems import MoneyProblem

AMOUNTS = st.decimals(-999_999, 999_999, allow_nan=False, allow_infinity=False, places=4)


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("0.005", "0.01"),
        ("0.015", "0.02"),
        ("2.675", "2.68"),
        ("-0.005", "-0.01"),
        ("7", "7.00"),
        ("-0.001", "0.00"),
    ],
)
def test_half_a_penny_is_rounded_up(amount: str, rounded: str) -> None:
    assert str(money.penny(Decimal(amount))) == rounded


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("1234.56", "£1,234.56"),
        ("0", "£0.00"),
        ("-5", "−£5.00"),
        ("-0.004", "£0.00"),
        ("1000000", "£1,000,000.00"),
    ],
)
def test_money_is_shown_with_pounds_commas_and_pence(amount: str, shown: str) -> None:
    assert money.pounds(Decimal(amount)) == shown


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12.71", "12.71"),
        ("£12.71", "12.71"),
        (" £ 1,234.5 ", "1234.50"),
        ("1234", "1234.00"),
        ("0012", "12.00"),
        ("-5", "-5.00"),
        ("−£5.00", "-5.00"),
        ("-0", "0.00"),
    ],
)
def test_money_is_read_as_people_write_it(typed: str, amount: str) -> None:
    assert str(money.read_pounds(typed)) == amount


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "unreadable"),
        ("12,50", "unreadable"),
        ("1,23,456", "unreadable"),
        ("12.713", "unreadable"),
        ("1e5", "unreadable"),
        ("NaN", "unreadable"),
        ("Infinity", "unreadable"),
        ("£24k", "unreadable"),
        ("١٢", "unreadable"),
        ("12..5", "unreadable"),
        ("9" * 10, "too_much"),
    ],
)
def test_what_may_be_read_two_ways_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(MoneyProblem) as refused:
        money.read_pounds(typed)
    assert refused.value.reason == reason
    assert refused.value.sentence.endswith(".")


@given(AMOUNTS)
def test_money_shown_is_read_back_to_the_penny(amount: Decimal) -> None:
    assert money.read_pounds(money.pounds(amount)) == money.penny(amount)


@given(AMOUNTS)
def test_rounding_moves_no_amount_by_more_than_half_a_penny(amount: Decimal) -> None:
    rounded = money.penny(amount)
    assert abs(rounded - amount) <= Decimal("0.005")
    assert money.penny(rounded) == rounded
