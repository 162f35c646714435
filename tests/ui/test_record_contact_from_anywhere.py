"""Ctrl+R from any page of the real window, and back where one was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from tests.ui.in_window import alt, control, focus, press, words_on, write
from ui.at_work import AtWork
from ui.background import AtOnce
from ui.caseload_list.page import CaseloadListPage
from ui.main_window import MainWindow
from ui.record_contact.pane import RecordContactPane
from ui.theme import look
from ui.today.page import TodayPage


@pytest.fixture
def window(qtbot: QtBot, filled_session: Session) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    work = AtWork(made, AtOnce(), filled_session)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    made.go("today")
    QApplication.processEvents()
    yield made
    work.deleteLater()


def pane(window: MainWindow) -> RecordContactPane:
    shown = window.beside.pane()
    assert isinstance(shown, RecordContactPane)
    assert shown.isVisible()
    return shown


def caseload(window: MainWindow) -> CaseloadListPage:
    window.go("caseload")
    QApplication.processEvents()
    page = window.page()
    assert isinstance(page, CaseloadListPage)
    return page


def test_ctrl_r_records_for_the_client_in_sight_and_comes_back(
    window: MainWindow, filled_session: Session
) -> None:
    page = caseload(window)
    press(Qt.Key.Key_Down, times=2)
    chosen = page.model.client_id
    control(Qt.Key.Key_R)
    assert pane(window).model.client_id == chosen
    alt("2")
    write("Rang about the shifts")
    control(Qt.Key.Key_Return)
    assert window.beside.pane() is None
    assert focus() is page.table
    assert page.table.current_id() == chosen
    newest = filled_session.services.contacts.of_client(chosen)[0]
    assert (newest.notes, newest.medium) == ("Rang about the shifts", "02")


def test_from_today_the_client_is_asked_for(window: MainWindow) -> None:
    control(Qt.Key.Key_R)
    assert window.place() == "today"
    assert focus() is pane(window).fields.inputs.client.line


def test_the_list_stays_in_sight_beside_the_form_and_gives_up_its_detail(
    window: MainWindow,
) -> None:
    page = caseload(window)
    assert page.detail.isVisible()
    control(Qt.Key.Key_R)
    QApplication.processEvents()
    assert page.table.isVisible()
    assert not page.detail.isVisible()
    assert pane(window).width() == pane(window).wanted_width()
    press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert page.detail.isVisible()
    assert window.place() == "caseload", "Escape closes the top thing only"


def test_f6_goes_round_list_and_form(window: MainWindow) -> None:
    page = caseload(window)
    control(Qt.Key.Key_R)
    assert pane(window).isAncestorOf(focus())
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert focus() is page.table
    press(Qt.Key.Key_F6)
    assert focus() is pane(window).fields.inputs.notes


def test_at_large_text_the_form_has_the_whole_room(window: MainWindow) -> None:
    page = caseload(window)
    look().wear(text_scale=2.0)
    control(Qt.Key.Key_R)
    assert pane(window).isVisible()
    assert not page.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.isVisible()
    assert focus() is page.table


def test_what_is_half_written_is_kept_before_a_lock(
    window: MainWindow, filled_session: Session
) -> None:
    page = caseload(window)
    chosen = page.model.client_id
    control(Qt.Key.Key_R)
    write("Somebody walked behind me")
    work = next(child for child in window.children() if isinstance(child, AtWork))
    work.keep_typed()
    kept = filled_session.services.drafts.get(form="record_contact", subject_id=chosen)
    assert kept is not None
    assert kept["notes"] == "Somebody walked behind me"


def test_ctrl_n_writes_a_referral_and_saving_leads_to_the_caseload(window: MainWindow) -> None:
    control(Qt.Key.Key_N)
    assert window.place() == "referral"
    write("Hamid")
    for _ in range(40):
        if focus().accessibleName() == "Where from":
            break
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    control(Qt.Key.Key_S)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    page = window.page()
    assert isinstance(page, CaseloadListPage)
    assert "23 of 25, room for 2" in words_on(page.head)
    current = page.table.current_id()
    assert next(r.name for r in page.model.page.rows if r.client_id == current) == "Hamid"


def test_in_a_small_window_the_form_takes_the_room_and_the_page_comes_back(
    window: MainWindow,
) -> None:
    page = caseload(window)
    window.resize(1024, 700)
    control(Qt.Key.Key_R)
    QApplication.processEvents()
    form = pane(window)
    assert not page.isVisible()
    assert form.mapTo(window, form.rect().topRight()).x() < window.width()
    window.resize(1366, 768)
    QApplication.processEvents()
    assert page.isVisible()


def test_today_gives_up_its_side_column_so_that_its_lines_can_be_read(
    window: MainWindow,
) -> None:
    page = window.page()
    assert isinstance(page, TodayPage)
    beside = page.caseload.mapTo(window, page.caseload.rect().topLeft()).x()
    control(Qt.Key.Key_R)
    QApplication.processEvents()
    assert page.tasks.isVisible()
    assert page.caseload.mapTo(window, page.caseload.rect().topLeft()).x() < beside / 2
