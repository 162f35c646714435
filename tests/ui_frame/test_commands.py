"""Every command stands once in the list, and from there in menu, palette and help."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui_frame.conftest import Somebody
from ui.actions import COMMANDS, MENUS, Context, command, in_menu, shown_shortcut
from ui.command_palette import CommandPalette
from ui.main_window import MainWindow
from ui.privacy import names
from ui.shortcut_list import shortcut_rows
from ui.theme import look
from ui.widgets.notes_edit import NotesEdit
from ui.widgets.segments import MENU_LETTERS

CONTROL = Qt.KeyboardModifier.ControlModifier


def shortcuts() -> list[str]:
    return [keys for known in COMMANDS for keys in (known.shortcut, *known.other_shortcuts) if keys]


def test_no_shortcut_has_two_owners() -> None:
    found = [QKeySequence(keys).toString() for keys in shortcuts()]
    assert sorted(found) == sorted(set(found))
    assert all(found)


def test_no_shortcut_is_a_letter_that_opens_a_menu_or_leaves_text() -> None:
    menus = {f"Alt+{letter}" for letter in MENU_LETTERS}
    editing = {"Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+Return", "Ctrl+Tab"}
    assert not (menus | editing) & {QKeySequence(keys).toString() for keys in shortcuts()}


def test_the_letters_of_the_menus_are_those_no_segment_may_take(window: MainWindow) -> None:
    menus = window.menuBar().findChildren(QMenu)
    titles = [menu.title() for menu in menus if menu.title()]
    letters = {found[1].upper() for title in titles if (found := re.search(r"&(\w)", title))}
    assert letters == MENU_LETTERS
    assert len(titles) == len(MENUS) == len(letters)


def test_every_command_has_an_id_of_its_own_and_a_name_beginning_with_a_capital() -> None:
    ids = [known.id for known in COMMANDS]
    assert len(ids) == len(set(ids))
    assert all(known.name[0].isupper() for known in COMMANDS)
    assert len({known.name for known in COMMANDS}) == len(COMMANDS)


def test_every_command_is_in_the_menu_bar(window: MainWindow) -> None:
    shown = {
        action.text().replace("&&", "&")
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if not action.isSeparator()
    }
    assert {known.name for known in COMMANDS} <= shown


def test_every_command_with_a_shortcut_is_in_the_list_of_shortcuts() -> None:
    listed = {row.id: row.cell(1).words for row in shortcut_rows()}
    assert listed == {
        known.id: shown_shortcut(known.shortcut) for known in COMMANDS if known.shortcut
    }


def test_the_palette_finds_every_command_that_is_allowed_and_no_other(
    window: MainWindow, session: Somebody
) -> None:
    session.undo = "contact with Dana Petrescu"
    window.go("client", 2)
    for known in COMMANDS:
        window.commands.on(known.id, lambda: None)
    palette = CommandPalette(window)
    for known in COMMANDS:
        found = [one.id for one in palette.commands(known.name)]
        allowed = known.allowed(window.context()) and known.id != "find"
        assert (known.id in found) == allowed, known.id
    palette.close_dialog()


def test_a_command_nobody_answers_is_greyed_and_does_nothing(window: MainWindow) -> None:
    window.menus.refresh()
    assert not window.menus.actions["record_contact"].isEnabled()
    assert window.run("record_contact") is False
    done: list[str] = []
    window.commands.on("record_contact", lambda: done.append("recorded"))
    window.menus.refresh()
    assert window.menus.actions["record_contact"].isEnabled()
    assert window.run("record_contact") is True
    assert done == ["recorded"]


def test_a_shortcut_works_without_opening_its_menu_first(
    window: MainWindow, session: Somebody
) -> None:
    done: list[str] = []
    window.commands.on("record_contact", lambda: done.append("recorded"))
    window.menus.refresh()
    session.read_only = True
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_R, CONTROL)
    assert done == []
    session.read_only = False
    QTest.keyClick(focused, Qt.Key.Key_R, CONTROL)
    assert done == ["recorded"]


def test_a_greyed_command_wakes_when_its_menu_closes(window: MainWindow, session: Somebody) -> None:
    done: list[str] = []
    window.commands.on("record_contact", lambda: done.append("recorded"))
    session.read_only = True
    menu = next(m for m in window.menuBar().findChildren(QMenu) if m.title() == "&Record")
    menu.aboutToShow.emit()
    assert not window.menus.actions["record_contact"].isEnabled()
    menu.aboutToHide.emit()
    QTest.qWait(1)
    session.read_only = False
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_R, CONTROL)
    assert done == ["recorded"]


def test_a_page_answers_before_anybody_else(window: MainWindow) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_F, CONTROL)
    now = QApplication.focusWidget()
    assert now is not None
    assert now.accessibleName() == "Type to filter"
    window.go("client", 2)
    assert window.run("filter") is False  # this page has nothing to filter


@pytest.mark.parametrize(
    ("name", "context", "allowed"),
    [
        ("record_contact", Context(unlocked=True), True),
        ("record_contact", Context(unlocked=True, read_only=True), False),
        ("record_contact", Context(), False),
        ("record_contact", Context(unlocked=True, dialog_open=True), False),
        ("better_off", Context(unlocked=True), False),
        ("better_off", Context(unlocked=True, client=2), True),
        ("undo", Context(unlocked=True), False),
        ("undo", Context(unlocked=True, can_undo=True), True),
        ("go_back", Context(unlocked=True, can_go_back=True), True),
        ("lock", Context(unlocked=True, dialog_open=True), True),
        ("quit", Context(), True),
        ("text_larger", Context(text_scale=2.0), False),
    ],
)
def test_what_is_allowed_depends_on_what_is_in_sight(
    name: str, context: Context, allowed: bool
) -> None:
    assert command(name).allowed(context) is allowed


def test_the_menu_names_what_would_be_undone(window: MainWindow, session: Somebody) -> None:
    session.undo = "contact with Dana Petrescu"
    window.menus.refresh()
    assert window.menus.actions["undo"].text() == "Undo: contact with Dana Petrescu"
    session.undo = ""
    window.menus.refresh()
    assert window.menus.actions["undo"].text() == "Undo the last saved change"


def test_ctrl_k_finds_a_person_and_goes_there(window: MainWindow) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, CONTROL)
    palette = next(child for child in window.children() if isinstance(child, CommandPalette))
    QTest.keyClicks(palette.box, "dana")
    assert palette.results.rows.rows[0].cell(0).words == "Dana Petrescu"
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert window.place() == "client"
    assert not window.dialog_open()


def test_ctrl_k_does_a_command_named_by_other_words(window: MainWindow) -> None:
    palette = CommandPalette(window)
    palette.open()
    QTest.keyClicks(palette.box, "privacy")
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert names().hidden


def test_ctrl_k_says_when_nothing_fits_and_escape_comes_back(window: MainWindow) -> None:
    before = QApplication.focusWidget()
    palette = CommandPalette(window)
    palette.open()
    QTest.keyClicks(palette.box, "qqqq")
    assert palette.results.isHidden()
    assert "qqqq" in palette.nothing.text()
    QTest.keyClick(palette.box, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_ctrl_k_reaches_the_palette_from_notes(window: MainWindow, qtbot: QtBot) -> None:
    notes = NotesEdit("words")
    page = window.page()
    assert page is not None
    layout = page.widget().layout()
    assert layout is not None
    layout.addWidget(notes)
    notes.show()
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_K, CONTROL)
    assert any(isinstance(child, CommandPalette) for child in window.children())
    assert notes.words() == "words"


def test_palette_and_text_size_are_commands(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.look_chosen) as chosen:
        window.run("palette_dark")
    assert chosen.args == ["dark", 1.0]
    window.run("text_larger")
    assert look().text_scale == 1.25
    window.menus.refresh()
    assert window.menus.actions["palette_dark"].isChecked()
    window.run("text_normal")
    assert look().text_scale == 1.0


def test_menus_hold_their_commands_in_the_order_of_the_list() -> None:
    assert [known.id for menu in MENUS for known in in_menu(menu)] == [
        known.id for known in COMMANDS
    ]
