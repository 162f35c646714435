"""The worked examples that the field's guide gives, within 2p."""

from __future__ import annotations

from decimal import Decimal

import pytest

from caseload.better_off.comparison import compare
from caseload.better_off.household import (
    Adult,
    Child,
    Health,
    Household,
    Housing,
    Offer,
    PensionBasis,
    Tenure,
)
from tests.better_off.households import NLW, offer, rates, single

TWO_PENCE = Decimal("0.02")

A = single()
B = single(health=Health.LCWRA_NEW, rent=900)
C = single(health=Health.LCWRA_NEW)


@pytest.mark.parametrize(
    ("household", "hours", "figures"),
    [
        (A, 8, "440.61 440.61 182.56 623.18 424.90 198.28 45.76"),
        (A, 16, "881.23 881.23 0.00 881.23 424.90 456.33 105.31"),
        (B, 16, "881.23 881.23 1292.34 2173.56 1542.16 631.40 145.71"),
        (B, 24, "1321.84 1245.02 1092.25 2337.27 1542.16 795.11 183.49"),
        (C, 8, "440.61 440.61 642.16 1082.77 642.16 440.61 101.68"),
        (C, 37.5, "2065.38 1780.37 53.46 1833.83 642.16 1191.67 275.00"),
    ],
)
def test_a_worked_example(household: Household, hours: float, figures: str) -> None:
    result = compare(household, (offer(hours),), rates())
    (answer,) = result.offers
    got = (
        answer.picture.pay.gross,
        answer.picture.pay.take_home,
        answer.picture.universal_credit.award,
        answer.picture.money_in,
        result.now.money_in,
        answer.better_off_month,
        answer.better_off_week,
    )
    for amount, expected in zip(got, figures.split(), strict=True):
        assert abs(amount - Decimal(expected)) <= TWO_PENCE


def test_thirty_hours_leave_what_the_drawing_of_the_screen_says() -> None:
    result = compare(B, (offer(30),), rates())
    assert result.offers[0].better_off_week == Decimal("208.20")
    assert result.offers[0].better_off_month == Decimal("902.18")
    assert result.rates_name == "2026 to 2027"


CAPPED_PARENT = Household(
    Adult(30),
    Housing(Tenure.PRIVATE_RENT, Decimal(1700), "INNER_WEST_LONDON", "C"),
    in_greater_london=True,
    children=(Child(4, born_before_6_april_2017=False),),
)


def test_sixteen_hours_at_the_living_wage_lift_the_benefit_cap() -> None:
    result = compare(CAPPED_PARENT, (offer(16),), rates())
    assert result.now.universal_credit.cap_reduction > 0
    assert result.offers[0].picture.universal_credit.cap_reduction == 0
    assert result.offers[0].picture.universal_credit.cap_exemption == "earnings"


def test_a_pension_share_of_eighteen_pounds_keeps_the_benefit_cap_on() -> None:
    with_pension = Offer(Decimal(16), NLW, Decimal(5), PensionBasis.QUALIFYING_EARNINGS)
    result = compare(CAPPED_PARENT, (with_pension,), rates())
    (answer,) = result.offers
    assert answer.picture.pay.pension == Decimal("18.06")
    assert answer.picture.universal_credit.earned_income == Decimal("863.17")
    assert answer.picture.universal_credit.cap_reduction > 0
