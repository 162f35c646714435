"""One to three offers in one letter: what each is called, and what holds for one alone."""

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
    Tenure,
)
from tests.better_off.households import offer, rates, single
from tests.letters.letters import compose, letter, told

DANAS_HOME = single(health=Health.LCWRA_NEW, rent=900)
GARDEN = "Brookside Garden Centre"
CAPPED = Household(
    Adult(30),
    Housing(Tenure.PRIVATE_RENT, Decimal(1700), "INNER_WEST_LONDON", "C"),
    in_greater_london=True,
    children=(Child(4, born_before_6_april_2017=False),),
)


@pytest.mark.parametrize(
    ("taken", "labels"),
    [
        ((offer(16), offer(24)), ("16 hours", "24 hours")),
        ((offer(1), offer(1.5)), ("1 hour", "1.5 hours")),
        (
            (offer(16), offer(16, Decimal("14.80"))),
            ("16 hours at £12.71 an hour", "16 hours at £14.80 an hour"),
        ),
        (
            (offer(16, employer="Kew"), offer(24, employer="Tesco")),
            ("Kew, 16 hours", "Tesco, 24 hours"),
        ),
        (
            (offer(16, employer="Kew"), offer(16, Decimal("14.80"), employer="Kew")),
            ("16 hours at £12.71 an hour", "16 hours at £14.80 an hour"),
        ),
        (
            (offer(16, employer=GARDEN), offer(24, employer="Kew")),
            ("Offer A\n16 hours", "Offer B\n24 hours"),
        ),
        (
            (offer(16), offer(16, Decimal("14.80")), offer(24)),
            ("Offer A\n16 hours", "Offer B\n16 hours", "Offer C\n24 hours"),
        ),
        (
            (offer(16), offer(16), offer(16)),
            ("Offer A\n16 hours", "Offer B\n16 hours", "Offer C\n16 hours"),
        ),
    ],
)
def test_offers_are_called_by_what_tells_them_apart(
    taken: tuple[Offer, ...], labels: tuple[str, ...]
) -> None:
    assert letter(DANAS_HOME, *taken).table.head[2:] == labels


def test_what_holds_for_one_offer_alone_says_which_in_the_order_of_the_table() -> None:
    made = letter(DANAS_HOME, offer(16), offer(24))
    (may_stop,) = told(made, "may_stop")
    assert may_stop.startswith("24 hours: You may have to pay for prescriptions.")
    stays = told(made, "stays")
    assert any(line.startswith("16 hours: Your prescriptions should stay free.") for line in stays)
    assert any(line.startswith("Your rent help") for line in stays)
    keys = [part.key for part in made.parts]
    assert keys.index("stays") < keys.index("may_stop")
    capped = told(letter(CAPPED, offer(16), offer(25)), "how")
    assert capped[0].startswith("16 hours: Your Universal Credit goes up")
    assert capped[1].startswith("25 hours: Your Universal Credit goes down")


def test_what_is_not_taken_off_for_one_offer_alone_says_which() -> None:
    made = letter(DANAS_HOME, offer(16, fares_weekly=Decimal(10)), offer(24))
    assert any("fares to work (24 hours)" in line for line in made.answer.below)


def test_the_staff_choose_which_offers_and_in_which_order() -> None:
    result = compare(DANAS_HOME, (offer(10), offer(16), offer(24), offer(30)), rates())
    made = compose(result, offers=(2, 1))
    assert made.table.head[2:] == ("24 hours", "16 hours")
    assert "24 hours a week" in made.answer.lead
    for wrong in ((), (0, 1, 2, 3)):
        with pytest.raises(ValueError, match="one to three"):
            compose(result, offers=wrong)
