"""The better-off page: typing changes the answer, and what cannot be answered is said in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from caseload.app import Session
from tests.ui.better_off_desk import Desk, desk_of
from tests.ui.clock import Clock
from tests.ui.in_window import click, focus, press, words_on, write


@pytest.fixture
def desk(qtbot: QtBot, filled_session: Session) -> Desk:
    return desk_of(qtbot, filled_session)


# ---- typing and the answer


def test_typing_answers_at_every_key(desk: Desk) -> None:
    desk.dana_with_an_offer()
    card = desk.sums.answers.cards.cards[0]
    assert card.figure.text() == "£145.71"
    assert card.under.text() == "better off a week, £631.40 a month"
    assert card.terms.text() == "16 hours a week, £12.71 an hour"
    desk.answer("offers.0.hours_per_week", "2")
    two = desk.figure()
    write("4")
    assert desk.figure() == "£183.49" != two


def test_what_the_record_knows_stands_there_and_the_rest_is_asked_by_name(desk: Desk) -> None:
    desk.open(desk.dana)
    assert desk.sums.title() == "Better-off: Dana Petrescu"
    assert desk.box("claimant.age").property("text") == "34"
    assert desk.box("offers.0.hourly_wage").property("text") == "£12.71"
    needed = desk.sums.answers.needed
    assert needed.said() == ["Health", "Home", "Savings", "Offer A: Hours a week"]
    assert focus() is desk.box("claimant.health")
    click(needed.lines[2])
    assert focus() is desk.box("capital")
    press(Qt.Key.Key_Backtab)  # the letter without an answer leads to what is needed
    click(desk.sums.make)
    assert focus() is needed.lines[0]


@pytest.mark.parametrize("typed", ["12.71", "£12.71", " £ 12.71 "])
def test_money_is_read_as_people_type_it(desk: Desk, typed: str) -> None:
    desk.dana_with_an_offer()
    desk.answer("offers.0.hourly_wage", typed)
    assert desk.figure() == "£145.71"
    press(Qt.Key.Key_Tab)
    assert desk.box("offers.0.hourly_wage").property("text") == "£12.71"


def test_thousands_may_have_a_comma_and_words_are_no_money(desk: Desk, qtbot: QtBot) -> None:
    desk.dana_with_an_offer()
    desk.answer("housing.rent_monthly", "1,200")
    with_comma = desk.figure()
    desk.answer("housing.rent_monthly", "1200")
    assert desk.figure() == with_comma
    desk.answer("housing.rent_monthly", "twelve")
    qtbot.waitUntil(lambda: desk.problem("housing.rent_monthly") != "", timeout=3000)
    assert desk.problem("housing.rent_monthly").startswith("Enter an amount in pounds")
    assert desk.figure() == ""


def test_yearly_pay_is_the_same_work_by_the_hour(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answer("offers.0.hourly_wage", "10574.72")
    desk.answer("offers.0.pay_period", "A year")
    assert desk.figure() == "£145.71"
    assert "£12.71 an hour" in desk.sums.answers.cards.cards[0].terms.text()


# ---- refusals, in words


def test_pay_below_the_minimum_is_refused_beside_the_field_and_others_stay_answered(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.dana_with_an_offer()
    click(desk.sums.inputs.add)
    desk.answer("offers.1.hours_per_week", "24")
    desk.answer("offers.1.hourly_wage", "12")
    # Half a figure is not a wrong one: nothing is refused while it is being typed.
    assert desk.problem("offers.1.hourly_wage") == ""
    qtbot.waitUntil(lambda: desk.problem("offers.1.hourly_wage") != "", timeout=3000)
    sentence = "£12.00 an hour is below the legal minimum of £12.71 at this age."
    assert desk.problem("offers.1.hourly_wage").startswith(sentence)
    assert desk.sums.answers.cards.cards[1].refusal.words().startswith(sentence)
    assert (desk.figure(0), desk.figure(1)) == ("£145.71", "")
    write(".71")
    assert (desk.figure(1), desk.problem("offers.1.hourly_wage")) == ("£183.49", "")


def test_leaving_a_field_says_at_once_what_is_wrong_with_it(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answer("offers.0.hours_per_week", "200")
    press(Qt.Key.Key_Tab)
    assert desk.problem("offers.0.hours_per_week").startswith("Hours a week must be from 0 to 80")
    assert desk.sums.answers.needed.said() == [desk.problem("offers.0.hours_per_week")]


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("claimant.age", "67", "People aged 66 or over are not covered here yet"),
        ("claimant.age", "17", "Universal Credit for someone under 18 is not covered"),
        ("claimant.age", "34.5", "Enter a whole number"),
        ("housing.tenure", "Supported", "Rent in supported or temporary housing is paid"),
        ("children", "15", "Enter how many children live there"),
        ("capital", "a lot", "Enter an amount in pounds"),
    ],
)
def test_a_household_that_is_not_covered_is_refused_by_name(
    desk: Desk, key: str, typed: str, sentence: str
) -> None:
    desk.dana_with_an_offer()
    desk.answer(key, typed)
    desk.sums.inputs.more.setFocus()
    QApplication.processEvents()
    assert desk.problem(key).startswith(sentence)
    assert desk.sums.answers.needed.said()[0] == desk.problem(key)
    assert desk.figure() == ""
    click(desk.sums.answers.needed.lines[0])
    assert focus() is desk.box(key)


def test_a_year_without_rates_says_so_instead_of_guessing(
    qtbot: QtBot, filled_session: Session, clock: Clock
) -> None:
    clock.move(days=900)
    desk = desk_of(qtbot, filled_session)
    desk.open(desk.dana)
    assert "There are no rates for 2029/30" in words_on(desk.sums)
    assert not desk.sums.answers.cards.isVisible()


# ---- who lives there


def test_children_are_asked_by_age_and_only_the_open_age_by_birth_date(desk: Desk) -> None:
    desk.dana_with_an_offer()
    assert "Child Benefit" not in words_on(desk.sums.answers.cards)
    desk.answer("children", "2")
    desk.answer("children.0.age", "9")
    desk.answer("children.1.age", "4")
    assert desk.sums.inputs.field("children.1.born_before_6_april_2017") is None
    desk.sums.inputs.more.setFocus()
    QApplication.processEvents()
    assert desk.sums.answers.needed.said() == ["Child 1, born before 6 April 2017 or later"]
    desk.answer("children.0.born_before_6_april_2017", "Yes")
    assert "Child Benefit a month" in words_on(desk.sums.answers.cards)
    desk.answer("offers.0.childcare_monthly", "300")
    assert "Childcare paid a month" in words_on(desk.sums.answers.cards)
    desk.answer("children", "0")
    assert desk.sums.inputs.field("offers.0.childcare_monthly") is None
    assert "Child Benefit" not in words_on(desk.sums.answers.cards)


def test_a_partner_brings_questions_of_their_own(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answer("partner", "Yes")
    assert desk.sums.model.answer() is None
    desk.answers({"partner.age": "36", "partner.health": "No decision"})
    couple = desk.figure()
    assert couple
    desk.answer("partner.work_now", "Yes")
    desk.answers({"partner.job.hours_per_week": "20", "partner.job.hourly_wage": "13"})
    assert "Partner's take-home pay a month" in words_on(desk.sums.answers.cards)
    assert desk.box("partner.age").accessibleName() == "The partner: Age"


def test_private_rent_offers_the_likely_area_first_and_takes_none_for_granted(desk: Desk) -> None:
    services = desk.session.services
    services.clients.save(client=replace(services.clients.get(desk.dana), postcode="W3 9ZZ"))
    desk.dana_with_an_offer()
    desk.answer("housing.tenure", "Private")
    area = desk.box("housing.brma")
    assert isinstance(area, QComboBox)
    assert [area.itemText(at) for at in range(3)] == [
        "Choose the area", "Inner West London", "Outer West London",
    ]  # fmt: skip
    assert area.currentText() == "Choose the area"
    assert "W3 is most likely in Inner West London" in area.accessibleDescription()
    assert desk.sums.model.answer() is None
    desk.answer("housing.brma", "Inner West London")
    assert "Local Housing Allowance, Inner West London" in words_on(desk.sums.answers.sum)
    desk.answer("housing.brma", "Another")
    desk.answer("housing.lha_monthly_rate", "700")
    assert "Help with rent: £700.00 of £900.00" in words_on(desk.sums.answers.sum)


def test_benefits_asked_less_often_are_one_press_away(desk: Desk) -> None:
    desk.dana_with_an_offer()
    click(desk.sums.inputs.more)
    desk.answer("claimant.carer", "Gets Carer")
    assert "Carer's Allowance a month" in words_on(desk.sums.answers.cards)
