"""Lists keep their place, open with Enter, and become two lines where the text is large."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui_frame.conftest import CLIENTS, client_table
from ui.theme import look
from ui.widgets.record_rows import RecordModel
from ui.widgets.record_table import Cell, Column, RecordTable, Row
from ui.widgets.scroll import ScrollColumn


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    made = client_table()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def test_the_same_record_stays_current_when_the_rows_change(table: RecordTable) -> None:
    table.set_current(2)
    table.show_rows([CLIENTS[2], CLIENTS[1]])
    assert table.current_id() == 2
    assert table.currentIndex().row() == 1


def test_a_record_that_went_leaves_the_first_row_current(table: RecordTable) -> None:
    table.set_current(2)
    told: list[object] = []
    table.current_changed.connect(told.append)
    table.show_rows([CLIENTS[2], CLIENTS[0]])
    assert table.current_id() == 3
    assert told == [3]


def test_enter_opens_and_letters_go_to_the_filter(table: RecordTable, qtbot: QtBot) -> None:
    table.set_current(2)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [2]
    with qtbot.waitSignal(table.typed) as typed:
        QTest.keyClicks(table, "l")
    assert typed.args == ["l"]


def test_arrow_keys_move_the_current_row(table: RecordTable) -> None:
    table.set_current(1)
    told: list[object] = []
    table.current_changed.connect(told.append)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.current_id() == 2
    assert told == [2]


def test_pressing_a_head_asks_the_caller_to_sort(table: RecordTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.sort_asked) as asked:
        table.horizontalHeader().sectionClicked.emit(1)
    assert asked.args == [1]
    assert isinstance(table.model(), RecordModel)
    assert not table.isSortingEnabled()


def test_rows_are_24_high_and_grow_with_the_text(table: RecordTable) -> None:
    assert table.verticalHeader().defaultSectionSize() == 24
    assert table.columnWidth(1) == 160
    look().wear(text_scale=1.25)
    assert table.verticalHeader().defaultSectionSize() == 30
    assert table.columnWidth(1) == 200


def test_from_150_percent_rows_take_two_lines_and_keep_every_fact(table: RecordTable) -> None:
    table.set_current(2)
    look().wear(text_scale=1.5)
    assert table.current_id() == 2
    assert table.rows.columnCount() == 2
    told = [str(table.rows.index(0, at).data()) for at in (0, 1)]
    assert told == ["Leyla Şahin, Interviews", "2 days late"]
    assert table.horizontalHeader().isHidden()
    look().wear(text_scale=1.0)
    assert table.rows.columnCount() == 3
    assert table.current_id() == 2


def test_a_narrow_table_takes_two_lines_too(table: RecordTable) -> None:
    table.resize(250, 300)
    assert table.rows.columnCount() == 2
    table.resize(700, 300)
    assert table.rows.columnCount() == 3


def test_inside_a_scrolling_page_every_row_shows(qtbot: QtBot) -> None:
    page = ScrollColumn()
    qtbot.addWidget(page)
    many = RecordTable("Many", [Column("Name")], row_height=24)
    many.show_rows([Row(at, (str(at),)) for at in range(60)])
    page.down.addWidget(many)
    page.resize(500, 300)
    page.show()
    assert many.height() == many.natural_height() > 60 * 24


def test_copying_copies_what_is_shown(table: RecordTable) -> None:
    table.set_current(1)
    table.copy()
    assert QGuiApplication.clipboard().text() == "Leyla Şahin\tInterviews\t2 days late"


def test_a_link_in_a_row_acts_when_pressed(qtbot: QtBot) -> None:
    made = RecordTable("Waiting list", [Column("Name", 150), Column("", 100)])
    qtbot.addWidget(made)
    made.show_rows([Row("arjun", ("Arjun Mehta", Cell("Accept", link=True)))])
    made.resize(400, 200)
    made.show()
    spot = made.visualRect(made.rows.index(0, 1)).center()
    with qtbot.waitSignal(made.linked) as linked:
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert linked.args == ["arjun"]


def test_an_empty_table_opens_nothing(qtbot: QtBot) -> None:
    made = RecordTable("Nobody", [Column("Name")])
    qtbot.addWidget(made)
    made.show()
    with qtbot.assertNotEmitted(made.opened):
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert made.current_id() is None
