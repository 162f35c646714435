"""Offers side by side: chosen, moved on the plot, added up line by line, and what they change."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.values.money import read_pounds
from tests.ui.better_off_desk import Desk, desk_of
from tests.ui.in_window import alt, click, focus, press, words_on, write


@pytest.fixture
def desk(qtbot: QtBot, filled_session: Session) -> Desk:
    return desk_of(qtbot, filled_session)


# ---- offers side by side


def test_offers_come_go_and_are_chosen_by_their_number(desk: Desk) -> None:
    desk.dana_with_an_offer()
    for hours in ("24", "30"):
        click(desk.sums.inputs.add)
        assert focus().accessibleName() == "Hours a week"
        write(hours)
    assert [desk.figure(at) for at in range(3)] == ["£145.71", "£183.49", "£208.20"]
    assert not desk.sums.inputs.add.isVisible()
    alt("1")
    assert desk.sums.model.chosen == 0
    assert desk.box("offers.0.hours_per_week").property("text") == "16"
    assert desk.sums.answers.sum.title.text() == "How we get to offer A"
    desk.sums.answers.cards.cards[0].setFocus()
    press(Qt.Key.Key_Right)
    assert desk.sums.answers.sum.title.text() == "How we get to offer B"
    click(desk.sums.inputs.remove)
    assert [desk.figure(at) for at in range(2)] == ["£145.71", "£208.20"]
    assert not desk.sums.answers.cards.cards[2].isVisible()


def test_every_total_is_the_sum_of_the_lines_shown(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answers({"offers.0.fares_weekly": "21.60", "offers.0.pension_employee_percent": "5"})
    told = desk.sums.model.outcome
    assert told is not None
    explanation = told.explanation(0)
    assert explanation is not None
    shown = dict(enumerate(desk.sums.answers.sum.steps.lines()))
    totals = [line for line in shown.values() if line[1]]
    assert totals[-1][0].startswith("Better off, a month")
    for part in explanation.sections:
        amounts = [step.amount for step in part.steps if step.kind.value == "total"]
        assert amounts in ([part.total], []), part.title
    card = desk.sums.answers.cards.cards[0]
    lines = [
        read_pounds(label.text())
        for label in card.findChildren(type(card.figure))
        if label.isVisible() and label.text().lstrip("−").startswith("£")
    ]
    _, pay, credit, money_in, fares, left, now = lines
    assert pay + credit == money_in
    assert money_in + fares == left
    assert left - now == desk.sums.model.answer().better_off_month  # type: ignore[union-attr]  # answered above


def test_the_up_and_down_keys_try_other_hours(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.box("offers.0.hours_per_week").setFocus()
    press(Qt.Key.Key_Up, times=2)
    assert desk.box("offers.0.hours_per_week").property("text") == "17"
    press(Qt.Key.Key_Down, times=2)
    assert desk.figure() == "£145.71"


def test_the_plot_moves_the_offer_by_key_and_by_dragging_and_answers_while_it_moves(
    desk: Desk,
) -> None:
    desk.dana_with_an_offer()
    plot = desk.sums.answers.plot.plot
    plot.setFocus()
    press(Qt.Key.Key_Right)
    assert desk.box("offers.0.hours_per_week").property("text") == "16.5"
    moved = desk.figure()
    assert moved not in ("", "£145.71")
    press(Qt.Key.Key_Left)
    assert desk.figure() == "£145.71"
    middle = QPoint(plot.width() // 2, plot.height() // 2)
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=middle)
    seen = {desk.figure()}
    for step in range(1, 6):
        QTest.mouseMove(plot, middle + QPoint(step * 12, 0))
        seen.add(desk.figure())
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=middle)
    hours = Decimal(str(desk.box("offers.0.hours_per_week").property("text")))
    assert hours > 16
    assert hours * 2 == int(hours * 2)
    assert len(seen) > 2
    assert "£145.71" not in seen


def test_the_plot_names_the_cliff_and_its_table_has_the_same_numbers(desk: Desk) -> None:
    desk.dana_with_an_offer()
    card = desk.sums.answers.plot
    said = card.plot.accessibleDescription()
    assert "From 17 hours, free prescriptions may stop." in said
    assert "Offer A, 16 hours: £501.59 a week." in said
    click(card.turn)
    assert card.is_table()
    words = words_on(card)
    for figure in ("£355.88", "£501.59", "From 17 hours, free prescriptions may stop"):
        assert figure in words
    desk.answer("offers.0.hourly_wage", "14")
    assert "£501.59" not in words_on(card)
    click(card.turn)
    assert card.plot.isVisible()


def test_an_offer_that_leaves_less_says_worse_off(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answers({"offers.0.hours_per_week": "4", "offers.0.fares_weekly": "80"})
    card = desk.sums.answers.cards.cards[0]
    assert card.under.text().startswith("worse off a week")
    assert "−" not in card.figure.text()
    assert "Fares and childcare start" in desk.sums.answers.plot.plot.accessibleDescription()


def test_what_changes_and_what_staff_should_check_stand_apart(desk: Desk) -> None:
    desk.dana_with_an_offer()
    changes = desk.sums.answers.changes.sentences()
    staff = desk.sums.answers.staff.sentences()
    assert any("goes down from £1,542.16" in sentence for sentence in changes)
    assert any("LCW or LCWRA must have been decided by DWP" in sentence for sentence in staff)
    assert any("Council Tax" in sentence for sentence in staff)
    click(desk.sums.answers.sum.more)
    assert focus() is desk.sums.answers.staff
    click(desk.sums.show_client)
    assert desk.shared == ["Shared screen: only Dana is shown"]
    assert not desk.sums.answers.staff.isVisible()
    assert any(
        "Your Universal Credit goes down" in s for s in desk.sums.answers.changes.sentences()
    )
    desk.box("offers.0.hours_per_week").setFocus()
    press(Qt.Key.Key_Escape)  # ends the sharing and nothing else
    assert desk.shared[1:] == [""]
    assert desk.window.place() == "better_off"
    assert desk.sums.answers.staff.isVisible()
