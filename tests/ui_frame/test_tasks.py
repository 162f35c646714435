"""Lines of work are done and opened where they stand, with keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui_frame.accessibility import clipped, settle
from tests.ui_frame.conftest import Shown
from ui.theme import look
from ui.widgets.task_list import Task, TaskGroup, TaskList, Verb
from ui.widgets.timeline import Entry, Timeline

RECORD = (Verb("record", "Record", "R", "pencil"),)


def task(number: int, action: str) -> Task:
    return Task(
        number, "danger", "2 days late", action, "You promised it on 18 November",
        tick=f"Done: {action}", verbs=RECORD, open_words="Open",
    )  # fmt: skip


GROUPS = [
    TaskGroup("Late", (task(1, "Send Leyla the shift pattern"), task(2, "Meet an employer"))),
    TaskGroup("Empty", ()),
    TaskGroup("Today", (task(3, "Ring Brookside about Dana"),)),
]


@pytest.fixture
def tasks(shown: Shown) -> TaskList:
    made = TaskList("What to do")
    made.show_groups(GROUPS)
    shown(made)
    return made


def test_arrows_move_between_lines_and_across_groups(tasks: TaskList) -> None:
    tasks.set_current(1, focus=True)
    for expected in (2, 3, 3):
        QTest.keyClick(tasks.row(tasks.current_id()), Qt.Key.Key_Down)
        assert tasks.current_id() == expected
    assert QApplication.focusWidget() is tasks.row(3)
    QTest.keyClick(tasks.row(3), Qt.Key.Key_Home)
    assert tasks.current_id() == 1


def test_enter_opens_space_ticks_and_a_letter_does(tasks: TaskList, qtbot: QtBot) -> None:
    tasks.set_current(2, focus=True)
    row = tasks.row(2)
    with qtbot.waitSignal(tasks.opened) as opened:
        QTest.keyClick(row, Qt.Key.Key_Return)
    with qtbot.waitSignal(tasks.ticked) as ticked:
        QTest.keyClick(row, Qt.Key.Key_Space)
    with qtbot.waitSignal(tasks.asked) as asked:
        QTest.keyClicks(row, "r")
    assert (opened.args, ticked.args, asked.args) == ([2], [2], [2, "record"])


def test_the_current_line_alone_has_buttons_and_stops_tab(tasks: TaskList) -> None:
    tasks.set_current(3, focus=True)
    QTest.keyClick(tasks.row(3), Qt.Key.Key_Tab)
    visited = [QApplication.focusWidget()]
    for _ in range(2):
        QTest.keyClick(visited[-1] or tasks, Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    row = tasks.row(3)
    assert visited == [row.tick, row.verb("record"), row.verb("open")]
    assert row.verb("record").accessibleDescription() == "Ring Brookside about Dana"


def test_a_line_says_its_mark_and_its_action(tasks: TaskList) -> None:
    row = tasks.row(1)
    assert row.accessibleName() == "2 days late. Send Leyla the shift pattern"
    assert row.accessibleDescription() == "You promised it on 18 November"
    assert row.tick is not None
    assert row.tick.accessibleName() == "Done: Send Leyla the shift pattern"


def test_when_a_line_is_done_the_next_one_is_current(tasks: TaskList) -> None:
    tasks.set_current(2, focus=True)
    tasks.show_groups([TaskGroup("Late", (task(1, "First"),)), GROUPS[2]])
    assert tasks.current_id() == 3
    assert QApplication.focusWidget() is tasks.row(3)
    tasks.show_groups([])
    assert tasks.current_id() is None


def test_at_large_text_the_words_wrap_instead_of_being_cut(tasks: TaskList) -> None:
    tasks.window().resize(500, 600)
    height = tasks.row(1).height()
    look().wear(text_scale=2.0)
    settle(tasks.window())
    assert tasks.row(1).height() > 2 * height
    assert clipped(tasks.window()) == []


def test_the_timeline_is_read_line_by_line_and_opens(shown: Shown, qtbot: QtBot) -> None:
    made = Timeline("Timeline")
    made.show_entries(
        [
            Entry(1, "17 Nov 2026", "user-round", "Met in person", "It went well.", "Nadia", True),
            Entry(2, "13 Nov 2026", "store", "Visited Brookside", by="Nadia"),
        ]
    )
    shown(made)
    first, second = made.row(1), made.row(2)
    assert first.accessibleName() == "17 Nov 2026. Met in person. It went well.. Nadia"
    first.setFocus()
    with qtbot.waitSignal(made.opened) as opened:
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert opened.args == [1]
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    with qtbot.assertNotEmitted(made.opened):
        QTest.keyClick(second, Qt.Key.Key_Return)
