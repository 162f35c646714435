"""A status is a shape and a word before it is a colour, in rows and beside titles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui_frame.conftest import client_table
from ui.theme import look
from ui.theme.shapes import KINDS, bar_colours, draw_mark
from ui.widgets.marks import Avatar, CapMeter, Chip, Mark, StageBars, initials
from ui.widgets.record_table import Cell, Column, RecordTable, Row


def shape(kind: str) -> bytes:
    image = QImage(12, 12, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_mark(painter, kind, QPointF(0, 6), QColor("black"))
    painter.end()
    return bytes(image.constBits())


def test_the_five_kinds_differ_without_colour() -> None:
    assert len({shape(kind) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_marks_and_chips_are_read_aloud(qtbot: QtBot, kind: str) -> None:
    for made in (Mark(kind, "2 days late"), Chip(kind, "2 days late")):
        qtbot.addWidget(made)
        assert made.accessibleName() == "2 days late"
        made.set_mark("info", "Due today")
        assert made.accessibleName() == "Due today"


def test_the_cap_meter_is_accent_to_20_amber_to_25_and_hollow_after() -> None:
    tokens = look().tokens
    colours = [colour.name().upper() for colour in bar_colours(tokens, 22, 25, 20)]
    assert colours[:20] == [tokens.accent] * 20
    assert colours[20:22] == [tokens.bar] * 2
    assert colours[22:] == [tokens.line] * 3


def test_a_part_time_cap_has_fewer_bars(qtbot: QtBot) -> None:
    meter = CapMeter(14, 15, "14 of 15 clients", amber_from=12)
    qtbot.addWidget(meter)
    assert meter.accessibleName() == "14 of 15 clients"
    assert meter.sizeHint().width() == 15 * 8 - 2


def test_hollow_bars_have_an_edge_in_high_contrast(qtbot: QtBot) -> None:
    look().wear("contrast")
    stage = StageBars(2, "Profile", show_words=False)
    qtbot.addWidget(stage)
    drawn = stage.grab().toImage()
    last = [drawn.pixelColor(44, y).name() for y in range(drawn.height())]
    assert "#ffffff" in last


def test_initials_are_of_the_first_and_last_name(qtbot: QtBot) -> None:
    assert initials("Nadia Farouk") == "NF"
    assert initials("Ọlá") == "Ọ"
    assert initials("") == ""
    avatar = Avatar("Nadia Farouk")
    qtbot.addWidget(avatar)
    assert avatar.accessibleName() == "Nadia Farouk"


def test_a_cell_with_a_shape_gives_its_words(qtbot: QtBot) -> None:
    table = client_table()
    qtbot.addWidget(table)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert table.rows.index(0, 2).data(role) == "Due: 2 days late"
    assert table.rows.index(2, 2).data(role) == "due 26 Nov"
    assert table.rows.index(0, 1).data(role) == "Stage: Interviews"


def test_a_withheld_figure_is_a_c_on_sunken_ground(qtbot: QtBot) -> None:
    table = RecordTable("Returns", [Column("Women"), Column("16 to 24", figure=True)])
    qtbot.addWidget(table)
    table.show_rows([Row(1, ("a", "1")), Row(2, ("Women", Cell("c", withheld=True)))])
    table.resize(400, 200)
    table.show()
    box = table.visualRect(table.rows.index(1, 1))
    drawn = table.viewport().grab().toImage()
    assert drawn.pixelColor(box.left() + 3, box.top() + 3) == look().colour("sunken")
