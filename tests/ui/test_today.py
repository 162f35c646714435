"""Today by clicking and typing: what is due is seen in words, opened, recorded and ticked off."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.appointments import Appointment
from tests.ui.clock import Clock
from tests.ui_frame.accessibility import assert_accessible
from ui.background import AtOnce
from ui.main_window import MainWindow
from ui.privacy import names
from ui.today.page import TodayPage
from ui.today.view_model import TodayModel


def shown(qtbot: QtBot, session: Session) -> TodayPage:
    page = TodayPage(TodayModel(session.services, AtOnce()))
    qtbot.addWidget(page)
    page.resize(1190, 700)
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, filled_session: Session) -> TodayPage:
    return shown(qtbot, filled_session)


def words_on(page: TodayPage) -> str:
    """Every visible word, and what a screen reader says of what draws its own words."""
    parts = [part for part in page.findChildren(QWidget) if part.isVisible()]
    words = [part.text() for part in parts if isinstance(part, (QLabel, QPushButton))]
    return "\n".join(
        [*words, *(f"{p.accessibleName()} {p.accessibleDescription()}" for p in parts)]
    )


def test_what_is_due_is_grouped_by_urgency_with_a_word_for_each(page: TodayPage) -> None:
    words = words_on(page)
    assert "Tuesday 24 November 2026" in words
    assert "9 things to do today, 3 of them late." in words
    assert "3 days late" in words
    assert "Quiet 21 days" in words
    assert "Meet an employer for Kwame Boateng" in words
    assert "22" in words
    assert "Room for 3" in words


def test_ticking_a_promise_off_takes_its_line_away_and_keeps_it_in_the_record(
    qtbot: QtBot, filled_session: Session, page: TodayPage
) -> None:
    key = page._model.groups()["late"][0].key
    due = page._model.due(key)
    assert due is not None
    tick = page.tasks.row(key).tick
    assert tick is not None
    with qtbot.waitSignal(page.said):
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    page.on_shown(None)
    assert page._model.due(key) is None
    done = filled_session.services.contacts.promises(due.client_id)
    assert any(action.id == due.record_id and action.done_on for action in done)


def test_keys_move_open_and_record(qtbot: QtBot, page: TodayPage) -> None:
    page.activateWindow()
    page.focus_first()
    first = page._model.due(page.tasks.current_id())
    assert first is not None
    with qtbot.waitSignal(page.go) as opened:
        QTest.keyClick(page.tasks.row(page.tasks.current_id()), Qt.Key.Key_Return)
    assert opened.args == ["client", first.client_id]
    QTest.keyClick(page.tasks.row(page.tasks.current_id()), Qt.Key.Key_Down)
    second = page._model.due(page.tasks.current_id())
    assert second is not None
    assert second != first
    with qtbot.waitSignal(page.go) as recorded:
        QTest.keyClick(page.tasks.row(page.tasks.current_id()), Qt.Key.Key_R)
    assert recorded.args == ["record_contact", second.client_id]


def test_the_longest_wait_is_offered_where_there_is_room(qtbot: QtBot, page: TodayPage) -> None:
    accept = next(
        b for b in page.waiting.findChildren(QPushButton) if b.accessibleName().startswith("Accept")
    )
    assert accept.accessibleName() == "Accept Arjun Mehta"
    with qtbot.waitSignal(page.go) as asked:
        QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert asked.args[0] == "accept"


def test_the_next_appointment_is_in_the_first_sentence(
    qtbot: QtBot, filled_session: Session, clock: Clock
) -> None:
    rows = filled_session.services.caseload_list.page().rows
    dana = next(row for row in rows if row.name == "Dana Petrescu")
    for at in (time(13, 30), time(15, 0), time(16, 0)):
        filled_session.services.appointments.book(
            appointment=Appointment(
                client_id=dana.client_id, person_id="", day=clock.today, starts_at=at
            )
        )
    page = shown(qtbot, filled_session)
    assert "Your next client is Dana Petrescu at 3pm." in words_on(page)


def test_hidden_names_are_nowhere_on_the_page(page: TodayPage) -> None:
    try:
        names().hide(True)
        hidden = words_on(page)
        for name in ("Kwame", "Boateng", "Dana", "Petrescu", "Zainab", "Arjun", "Leyla"):
            assert name not in hidden
    finally:
        names().hide(False)


def test_an_empty_day_says_what_will_be_here_and_offers_the_first_step(
    qtbot: QtBot, session: Session
) -> None:
    page = shown(qtbot, session)
    assert "What is due will be listed here" in words_on(page)
    assert "Nothing is due today." in words_on(page)
    with qtbot.waitSignal(page.go) as asked:
        QTest.mouseClick(page.empty.act, Qt.MouseButton.LeftButton)
    assert asked.args == ["new_referral", ""]


def test_today_is_accessible_in_every_palette_and_size(
    qtbot: QtBot, filled_session: Session
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.add_page("today", TodayPage(TodayModel(filled_session.services, AtOnce())))
    window.go("today")
    assert_accessible(window)
