"""PySide6 6.12 on Python 3.11 takes a reference of None with each call; the pins keep it away."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_of_qt_leave_the_references_of_none_alone(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(500):
        label.update()
    assert abs(sys.getrefcount(None) - before) < 50
