"""Better-off and the record: kept, drafted, undone, chosen, hidden; by keyboard and audited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from tests.ui.better_off_desk import DANA, Desk, desk_of
from tests.ui.in_window import click, press, tab_to, words_on, write
from tests.ui_frame.accessibility import assert_accessible, audit, settle
from ui.privacy import names
from ui.speak import last_spoken
from ui.theme import look
from ui.widgets.dialog import Dialog


@pytest.fixture
def desk(qtbot: QtBot, filled_session: Session) -> Desk:
    return desk_of(qtbot, filled_session)


# ---- the record, drafts, names


def test_added_to_the_record_it_fills_the_page_next_time(desk: Desk, qtbot: QtBot) -> None:
    desk.dana_with_an_offer()
    said: list[str] = []
    desk.sums.said.connect(said.append)
    click(desk.sums.add)
    (kept,) = desk.session.services.better_off.of_client(desk.dana)
    assert kept.rate_year == "2026 to 2027"
    assert desk.sums.add.words() == "Added to the record"
    assert not desk.sums.add.isEnabled()
    assert said == ["The sum is added to the record"]
    assert desk.session.services.drafts.get(form="better_off", subject_id=desk.dana) is None
    desk.answer("offers.0.hours_per_week", "20")
    assert desk.sums.add.isEnabled()
    desk.answer("offers.0.hours_per_week", "16")
    assert not desk.sums.add.isEnabled()
    again = desk_of(qtbot, desk.session)
    again.open(again.dana)
    assert again.figure() == "£145.71"
    assert "the sum of 24 November 2026" in again.sums.inputs.heading.text()


def test_undone_it_can_be_added_again(desk: Desk) -> None:
    desk.dana_with_an_offer()
    click(desk.sums.add)
    history = desk.session.services.history
    change = history.last_change()
    assert change is not None
    history.undo(change=change)
    QApplication.processEvents()
    assert desk.session.services.better_off.of_client(desk.dana) == []
    assert desk.sums.add.words() == "Add to the record"
    assert desk.figure() == "£145.71"
    click(desk.sums.add)
    assert len(desk.session.services.better_off.of_client(desk.dana)) == 1


def test_what_is_typed_is_in_the_store_a_second_later_and_comes_back(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.open(desk.dana)
    desk.answer("capital", "1,234")
    drafts = desk.session.services.drafts
    qtbot.waitUntil(lambda: bool(drafts.get(form="better_off", subject_id=desk.dana)), timeout=3000)
    again = desk_of(qtbot, desk.session)
    again.open(again.dana)
    assert again.box("capital").property("text") == "1,234"
    assert "We kept what you typed last." in words_on(again.sums.head)
    click(again.sums.inputs.restart)
    assert again.box("capital").property("text") == ""
    assert drafts.get(form="better_off", subject_id=again.dana) is None


def test_another_client_never_sees_the_first_ones_answers(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answer("offers.0.employer", "Brookside")
    desk.open(desk.client("Parveen Akhtar"))
    assert desk.box("claimant.age").property("text") == "58"
    assert desk.box("capital").property("text") == ""
    assert "Brookside" not in words_on(desk.sums)
    desk.open(None)
    assert desk.box("claimant.age").property("text") == ""
    assert "Parveen" not in words_on(desk.sums)
    desk.open(desk.dana)
    assert desk.figure() == "£145.71"


def test_somebody_at_the_desk_needs_no_record_until_one_is_chosen(desk: Desk) -> None:
    desk.open(None)
    desk.answer("claimant.age", "34")
    assert desk.box("offers.0.hourly_wage").property("text") == "£12.71"
    desk.answers(DANA)
    assert desk.figure() == "£145.71"
    assert not desk.sums.add.isVisible()
    click(desk.sums.choose)
    write("petr")
    press(Qt.Key.Key_Return)
    assert desk.sums.title() == "Better-off: Dana Petrescu"
    assert desk.figure() == "£145.71"
    click(desk.sums.add)
    assert len(desk.session.services.better_off.of_client(desk.dana)) == 1


def test_nobody_is_chosen_by_escape(desk: Desk) -> None:
    desk.open(None)
    click(desk.sums.choose)
    write("qqq")
    assert "Nobody found for “qqq”" in words_on(desk.window)
    press(Qt.Key.Key_Escape, times=2)
    assert not [d for d in desk.window.findChildren(Dialog) if d.isVisible()]
    assert desk.sums.model.client_id is None


def test_hidden_names_are_nowhere_on_the_page(desk: Desk) -> None:
    desk.dana_with_an_offer()
    names().hide(True)
    QApplication.processEvents()
    said = words_on(desk.window)
    assert "Dana" not in said
    assert "Petrescu" not in said
    assert "Petrescu" not in desk.window.windowTitle()
    names().hide(False)
    QApplication.processEvents()
    assert "Dana" in words_on(desk.sums)


def test_a_job_on_the_record_is_the_work_now(desk: Desk) -> None:
    desk.open(desk.client("Tomasz Wójcik"))
    assert desk.box("claimant.job.hours_per_week").property("text") == "20"
    assert desk.box("claimant.job.hourly_wage").property("text") == "£13.50"


def test_the_answer_is_said_aloud_when_the_typing_pauses(desk: Desk, qtbot: QtBot) -> None:
    desk.dana_with_an_offer()
    qtbot.waitUntil(lambda: "£145.71 better off a week" in last_spoken(), timeout=4000)


# ---- keyboard and accessibility


def test_from_opening_to_the_letter_with_the_keyboard_alone(desk: Desk) -> None:
    desk.open(desk.dana)
    write("Health")  # the cursor is in the first question without an answer
    press(Qt.Key.Key_Tab)
    write("Social")
    press(Qt.Key.Key_Tab)
    write("900")
    tab_to(desk.box("capital"))
    write("350")
    tab_to(desk.box("offers.0.hours_per_week"))
    write("16")
    assert desk.figure() == "£145.71"
    assert desk.window.run("print_letter")
    assert desk.window.place() == "letter"


def test_three_offers_pass_the_audit_in_every_look(desk: Desk) -> None:
    desk.dana_with_an_offer()
    for hours in ("24", "30"):
        click(desk.sums.inputs.add)
        write(hours)
    assert_accessible(desk.window)


def test_a_full_household_with_a_refusal_passes_the_audit_at_both_sizes(desk: Desk) -> None:
    desk.open(None)
    assert audit(desk.window) == []
    desk.answer("claimant.age", "34")
    desk.answers(DANA | {"children": "2", "partner": "Yes", "housing.tenure": "Private"})
    desk.answers({"children.0.age": "9", "partner.age": "17"})
    click(desk.sums.inputs.more)
    desk.answers({"offers.0.pension_employee_percent": "5", "claimant.work_now": "Yes"})
    desk.sums.inputs.more.setFocus()
    QApplication.processEvents()
    assert audit(desk.window) == []
    look().wear("light", 2.0)
    settle(desk.window)
    assert audit(desk.window) == []
