"""The settings page in the real window, and small steps in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseload.app import Session
from tests.ui.in_window import focus, in_window
from tests.ui_frame.accessibility import settle
from ui.background import AtOnce, Runner
from ui.main_window import MainWindow
from ui.settings.page import SettingsPage


def opened(
    qtbot: QtBot, session: Session, section: str = "", background: Runner | None = None
) -> MainWindow:
    """The page at a section, the first one unless another is named."""
    page = SettingsPage(session, background or AtOnce())
    window = in_window(qtbot, session, "settings", page)
    session.store.board.subscribe(window.changed)
    if section:
        window.go("settings", section)
    settle(window)
    return window


def page_of(window: MainWindow) -> SettingsPage:
    """The page in the window."""
    page = window.page()
    assert isinstance(page, SettingsPage)
    return page


def shortcut(keys: str) -> None:
    """Press keys together where the focus is."""
    QTest.keySequence(focus(), keys)


def type_in(box: QWidget, words: str) -> None:
    """Put words in place of what a box holds."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, words)
    QApplication.processEvents()
