"""Notes keep themselves; dialogs ask once, trap nothing but Tab, and give the focus back."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui_frame.conftest import Shown
from ui.main_window import MainWindow
from ui.theme import look
from ui.widgets.dialog import Dialog
from ui.widgets.inputs import TextInput
from ui.widgets.notes_edit import SETTLE_MS, NotesEdit
from ui.widgets.record_table import RecordTable
from ui.widgets.segments import Segments
from ui.widgets.tabs import TabRow, Tabs
from ui.widgets.text import label


def test_notes_settle_after_the_last_key(shown: Shown, qtbot: QtBot) -> None:
    notes = NotesEdit()
    shown(notes)
    assert SETTLE_MS <= 1000
    with qtbot.waitSignal(notes.settled, timeout=4000):
        QTest.keyClicks(notes, "Met Dana")
    assert notes.words() == "Met Dana"


def test_notes_settle_at_once_when_left(shown: Shown, qtbot: QtBot) -> None:
    notes, other = NotesEdit(), TextInput()
    shown(notes, other)
    notes.setFocus()
    QTest.keyClicks(notes, "x")
    with qtbot.waitSignal(notes.settled, timeout=500):
        other.setFocus()
    with qtbot.assertNotEmitted(notes.settled):
        notes.settle()


def test_showing_a_kept_draft_is_no_change(shown: Shown, qtbot: QtBot) -> None:
    notes = NotesEdit()
    shown(notes)
    with qtbot.assertNotEmitted(notes.settled, wait=SETTLE_MS + 200):
        notes.set_words("kept")


def test_tab_leaves_notes_and_ctrl_tab_types_a_tab(shown: Shown) -> None:
    notes, other = NotesEdit(), TextInput()
    shown(notes, other)
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert notes.words() == "\t"
    QTest.keyClick(notes, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is other


def test_ctrl_enter_sends_and_pasting_takes_words_only(shown: Shown, qtbot: QtBot) -> None:
    notes = NotesEdit()
    shown(notes)
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("bold")
    notes.insertFromMimeData(pasted)
    assert notes.words() == "bold"
    with qtbot.waitSignal(notes.submitted):
        QTest.keyClick(notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def opened(window: QWidget) -> Dialog:
    dialog = Dialog(window, "You are full, so Arjun cannot start yet", "You hold 25 clients.")
    dialog.down.addWidget(label("Who might be ready to step down"))
    dialog.add_action("Put Arjun on the waiting list", primary=True)
    dialog.add_close("Back to the referral")
    dialog.open()
    return dialog


def test_escape_closes_and_the_focus_goes_back(shown: Shown, qtbot: QtBot) -> None:
    box = TextInput()
    window = shown(box)
    box.setFocus()
    dialog = opened(window)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Put Arjun on the waiting list"
    with qtbot.waitSignal(dialog.closed):
        QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is box


def test_tab_goes_round_inside(shown: Shown) -> None:
    window = shown(TextInput(), TextInput())
    dialog = opened(window)
    seen = set()
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert dialog.isAncestorOf(focused)
        seen.add(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == {"Put Arjun on the waiting list", "Back to the referral"}


def test_enter_takes_the_primary_action(shown: Shown, qtbot: QtBot) -> None:
    window = shown(TextInput())
    dialog = Dialog(window, "Print the letter?")
    box = TextInput()
    dialog.down.addWidget(box)
    act = dialog.add_action("Print 1 page", primary=True)
    dialog.open()
    box.setFocus()
    with qtbot.waitSignal(act.clicked):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_the_page_s_shortcuts_sleep_behind_a_dialog(window: MainWindow) -> None:
    dialog = opened(window)
    assert window.dialog_open()
    focused = QApplication.focusWidget() or window
    QTest.keyClick(focused, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert [child for child in window.children() if isinstance(child, Dialog)] == [dialog]
    assert window.run("go_caseload") is False


def test_alt_keys_of_the_page_sleep_behind_a_dialog(shown: Shown, qtbot: QtBot) -> None:
    how = Segments("How", [("in_person", "In person", "1"), ("phone", "Phone", "2")])
    window = shown(how)
    dialog = opened(window)
    focused = QApplication.focusWidget()
    assert focused is not None
    # a button answers its key after a tenth of a second
    with qtbot.assertNotEmitted(how.picked, wait=300):
        QTest.keyClick(focused, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    dialog.close_dialog()
    with qtbot.waitSignal(how.picked):
        QTest.keyClick(how.button("phone"), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)


def test_the_card_follows_the_window_and_the_text(shown: Shown) -> None:
    window = shown(TextInput())
    window.resize(900, 600)
    dialog = opened(window)
    look().wear(text_scale=2.0)
    window.resize(700, 400)
    QApplication.processEvents()
    card = dialog.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[0]
    assert dialog.rect().contains(card.geometry())


def test_tabs_turn_by_arrow_keys_and_are_one_stop(shown: Shown, qtbot: QtBot) -> None:
    tabs, other = Tabs("Parts of the record"), TextInput()
    pages = {name: RecordTable(name, []) for name in ("timeline", "profile", "consent")}
    for name, page in pages.items():
        tabs.add(name, name.capitalize(), page)
    shown(tabs, other)
    tabs.row.tab("timeline").setFocus()
    with qtbot.waitSignal(tabs.picked) as picked:
        QTest.keyClick(tabs.row.tab("timeline"), Qt.Key.Key_Right)
    assert picked.args == ["profile"]
    assert tabs.pages.currentWidget() is pages["profile"]
    QTest.keyClick(tabs.row.tab("profile"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is pages["profile"]


def test_tabs_take_two_lines_where_there_is_no_room(shown: Shown) -> None:
    row = TabRow("Show", kind="soft")
    for name in ("All 31", "Contacts 14", "Employers 6", "Changes 11"):
        row.add(name, name)
    window = shown(row)
    assert isinstance(window.layout(), QVBoxLayout)
    assert row.heightForWidth(200) > row.heightForWidth(800)
