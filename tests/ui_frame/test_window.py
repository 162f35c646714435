"""The frame: places, the way back, panes, what stays when locked, what is said."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from caseload.changes import Changed
from tests.ui_frame.conftest import FormPage, ListPage, Somebody
from ui.main_window import MainWindow
from ui.privacy import names
from ui.speak import last_spoken
from ui.theme import look
from ui.unlock.page import UnlockPage
from ui.widgets.dialog import Dialog

SHIFT = Qt.KeyboardModifier.ShiftModifier


def list_page(window: MainWindow) -> ListPage:
    page = window._pages.at("caseload")
    assert isinstance(page, ListPage)
    return page


def form_page(window: MainWindow) -> FormPage:
    page = window._pages.at("client")
    assert isinstance(page, FormPage)
    return page


def test_the_sidebar_goes_to_places_and_shows_counts(window: MainWindow) -> None:
    window.go("client", 2)
    button = window.sidebar.place("caseload")
    assert button.isChecked()  # the client stands under Caseload
    assert button.accessibleName() == "Caseload, 3"
    button.click()
    assert window.place() == "caseload"


def test_a_place_without_a_page_leaves_us_where_we_were(window: MainWindow) -> None:
    assert window.go("returns") is False
    assert window.place() == "caseload"
    assert window.sidebar.place("caseload").isChecked()


def test_going_gives_the_page_what_it_is_about(window: MainWindow) -> None:
    window.go("client", 2)
    assert form_page(window).about == 2
    assert window.client() == 2


def test_alt_left_and_escape_come_back_to_the_same_row(window: MainWindow) -> None:
    list_page(window).table.set_current(3)
    for key, modifier in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        window.go("client", 3)
        QTest.keyClick(window, key, modifier)
        assert window.place() == "caseload"
        assert list_page(window).table.current_id() == 3
        assert QApplication.focusWidget() is list_page(window).table


def test_a_page_that_cannot_be_left_keeps_us(window: MainWindow) -> None:
    window.go("client", 2)
    form_page(window).leaving = False
    assert window.go("caseload") is False
    assert window.go_back() is False
    assert window.place() == "client"


def test_every_page_is_told_what_changed(window: MainWindow) -> None:
    changed = Changed(frozenset({"contacts"}), frozenset())
    window.changed(changed)
    assert list_page(window).told[-1] is changed


def test_f6_goes_round_the_panes_and_remembers_where_it_was(window: MainWindow) -> None:
    page = list_page(window)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.open
    page.ring.setFocus()
    visited = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        visited.append(QApplication.focusWidget())
    assert visited == [window.sidebar.place("caseload"), page.table, page.ring]
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is window.sidebar.place("caseload")


def test_at_large_text_the_detail_is_a_page_and_escape_comes_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    look().wear(text_scale=2.0)
    page = list_page(window)
    assert page.table.isVisible()
    assert not page.open.isVisible()
    page.panes.open_side()
    assert page.open.isVisible()
    assert not page.table.isVisible()
    with qtbot.waitSignal(page.panes.side_closed):
        QTest.keyClick(page.open, Qt.Key.Key_Escape)
    assert page.table.isVisible()
    look().wear(text_scale=1.0)
    assert page.table.isVisible()
    assert page.open.isVisible()


def test_from_150_percent_the_sidebar_has_icons_with_names_and_tooltips(
    window: MainWindow,
) -> None:
    assert window.sidebar.width() == 176
    look().wear(text_scale=1.5)
    button = window.sidebar.place("caseload")
    assert window.sidebar.width() == 88
    assert button.accessibleName() == button.toolTip() == "Caseload, 3"
    assert window.corner_bar.lock.toolTip() == "Lock"
    assert window.corner_bar.lock.accessibleName() == "Lock"


def test_the_title_names_the_page_and_nobody_while_locked(window: MainWindow) -> None:
    window.go("client", 2)
    assert window.windowTitle() == "Dana Petrescu, Caseload"
    window.cover(UnlockPage())
    assert window.windowTitle() == "Caseload"
    window.uncover()
    assert window.windowTitle() == "Dana Petrescu, Caseload"


def test_locking_hides_all_and_keeps_what_was_being_written(window: MainWindow) -> None:
    window.go("client", 2)
    page = form_page(window)
    page.field.focus_input()
    QTest.keyClicks(page.field.input, "Garden work")
    gate = UnlockPage()
    window.cover(gate)
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert not any("Dana" in words or "Nadia" in words for words in shown)
    assert not window.menuBar().isVisible()
    assert not page.isVisible()
    assert not window.context().unlocked
    assert window.run("go_caseload") is False
    assert QApplication.focusWidget() is gate.passphrase
    window.uncover()
    assert page.field.input.text() == "Garden work"  # type: ignore[attr-defined]  # a TextInput
    assert QApplication.focusWidget() is page.field.input


def test_a_dialog_goes_with_the_page_and_comes_back(window: MainWindow) -> None:
    dialog = Dialog(window, "Accept Arjun Mehta?")
    dialog.add_close("Not now")
    dialog.open()
    window.cover(UnlockPage())
    assert not dialog.isVisible()
    window.uncover()
    assert dialog.isVisible()
    dialog.close_dialog()
    assert not window.dialog_open()


def test_ctrl_l_asks_to_lock_even_behind_a_dialog(window: MainWindow, qtbot: QtBot) -> None:
    dialog = Dialog(window, "Accept Arjun Mehta?")
    close = dialog.add_close("Not now")
    dialog.open()
    with qtbot.waitSignal(window.lock_asked):
        QTest.keyClick(close, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_hide_names_is_one_key_and_stays_on(window: MainWindow) -> None:
    window.go("client", 2)
    keys = Qt.KeyboardModifier.ControlModifier | SHIFT
    QTest.keyClick(window, Qt.Key.Key_H, keys)
    assert names().hidden
    assert window.windowTitle() == "Client 1, Caseload"
    assert window.corner_bar.hide_names.words() == "Show names"
    assert last_spoken() == "Names are hidden"
    window.go("caseload")
    window.cover(UnlockPage())
    window.uncover()
    assert names().hidden
    QTest.keyClick(window, Qt.Key.Key_H, keys)
    assert window.corner_bar.hide_names.words() == "Hide names"


def test_saved_is_shown_at_the_foot_and_said(window: MainWindow) -> None:
    window.show_saved("Saved 2:41pm")
    assert window.sidebar.saved_words() == "Saved 2:41pm"
    assert last_spoken() == "Saved 2:41pm"


@pytest.mark.parametrize(
    ("made_up", "read_only", "words"),
    [(False, False, ""), (True, False, "Made-up people"), (False, True, "Read only")],
)
def test_the_banner_says_made_up_and_read_only(
    window: MainWindow, session: Somebody, made_up: bool, read_only: bool, words: str
) -> None:
    session.made_up, session.read_only = made_up, read_only
    window.show_session(session)
    assert window.banner.isVisibleTo(window) == bool(words)
    assert window.banner.words().startswith(words)


def test_another_session_starts_with_no_way_back(window: MainWindow, session: Somebody) -> None:
    window.go("client", 2)
    window.show_session(session)
    assert not window.context().can_go_back
    window.show_session(None)
    assert not window.context().unlocked


def test_closing_is_the_last_moment_to_keep_a_draft(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_edit_commands_reach_the_box_that_has_the_focus(window: MainWindow) -> None:
    window.go("client", 2)
    box = form_page(window).field.input
    box.setFocus()
    QTest.keyClicks(box, "Garden")
    window.run("select_all")
    window.run("cut")
    assert box.text() == ""  # type: ignore[attr-defined]  # a TextInput
    window.run("paste")
    assert box.text() == "Garden"  # type: ignore[attr-defined]  # a TextInput


def test_ctrl_z_undoes_typing_first(window: MainWindow, session: Somebody) -> None:
    undone: list[str] = []
    session.undo = "contact"
    window.commands.on("undo", lambda: undone.append("contact"))
    window.go("client", 2)
    box = form_page(window).field.input
    box.setFocus()
    QTest.keyClicks(box, "x")
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (box.text(), undone) == ("", [])  # type: ignore[attr-defined]  # a TextInput
    window.go("caseload")
    QTest.keyClick(list_page(window).table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["contact"]


def test_the_frame_logs_no_name(window: MainWindow, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    window.go("client", 2)
    window.run("find")
    assert "Dana" not in caplog.text
