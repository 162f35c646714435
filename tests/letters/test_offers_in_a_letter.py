"""One to three offers in one letter: what each is called, and what holds for one alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from caseload.better_off.comparison import compare
from caseload.better_off.household import (
    Adult,
    Child,
    Health,
    Household,
    Housing,
    Offer,
    SelfEmployment,
    Tenure,
)
from caseload.better_off.other_income import OtherIncome, OtherIncomeKind
from caseload.better_off.problems import HouseholdRefused
from caseload.documents import better_off_letter_pdf, page_count
from tests.better_off.households import offer, rates, single
from tests.better_off.wider_households import wide_households, wide_offers
from tests.letters.letters import NAMES, compose, letter, sentences, told
from tests.letters.reading_age import grade, longest_sentence
from tests.letters.test_letters_add_up import check_adds_up

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
    few = told(letter(DANAS_HOME, offer(4), offer(16)), "how")
    assert few[0].startswith("4 hours: Your Universal Credit stays the same")
    assert few[1].startswith("16 hours: Your Universal Credit goes down")


def test_what_is_not_taken_off_for_one_offer_alone_is_told_apart() -> None:
    made = letter(DANAS_HOME, offer(16, fares_weekly=Decimal(10)), offer(24))
    assert "Not taken off yet for some offers: fares to work." in made.answer.below


def test_the_staff_choose_which_offers_and_in_which_order() -> None:
    result = compare(DANAS_HOME, (offer(10), offer(16), offer(24), offer(30)), rates())
    made = compose(result, offers=(2, 1))
    assert made.table.head[2:] == ("24 hours", "16 hours")
    assert "24 hours a week" in made.answer.lead
    for wrong in ((), (0, 1, 2, 3)):
        with pytest.raises(ValueError, match="one to three"):
            compose(result, offers=wrong)


@settings(max_examples=25)
@given(data=st.data())
def test_rarer_circumstances_are_told_as_plainly_and_add_up(data: st.DataObject) -> None:
    household = data.draw(wide_households())
    taken = data.draw(st.lists(wide_offers(household), min_size=1, max_size=2))
    try:
        made = letter(household, *taken)
    except HouseholdRefused:
        assume(False)
    document = better_off_letter_pdf(made)
    check_adds_up(document)
    assert page_count(document) <= 3
    assert grade(sentences(made), NAMES) <= 6
    assert max(map(longest_sentence, sentences(made))) <= 25
    for key in ("stays", "stops", "changes", "may_stop", "could_change"):
        assert all("  " not in line for line in told(made, key))


def test_work_of_ones_own_asks_for_no_payslip_and_says_what_to_report() -> None:
    made = letter(DANAS_HOME, offer(16, self_employment=SelfEmployment(start_up_period=True)))
    assert told(made, "pay_day") == ()
    assert not any("employer" in line for line in told(made, "before"))
    assert any("what your business took in" in line for line in told(made, "start"))
    assert any("£12.71 an hour after costs" in fact for fact in made.basis.told)


def test_more_council_tax_is_a_cost_that_the_box_names() -> None:
    home = replace(DANAS_HOME, council_tax_reduction_monthly=Decimal(60))
    made = letter(home, offer(16, council_tax_reduction_monthly=Decimal(12)))
    assert any("£48.00 more Council Tax a month" in line for line in made.answer.below)
    assert "Not taken off yet: fares to work and a workplace pension." in made.answer.below
    assert "help with Council Tax of £60.00 a month" in made.basis.told


def test_jobseekers_allowance_that_stops_is_named_in_the_box() -> None:
    paid = OtherIncome(OtherIncomeKind.NEW_STYLE_JSA, Decimal("92.05"))
    made = letter(single(other_income=(paid,), rent=900), offer(20))
    assert any("Jobseeker's Allowance (JSA) would stop" in line for line in made.answer.below)
    assert told(made, "stops")[0].startswith("Your New Style Jobseeker's Allowance (JSA) stops.")
