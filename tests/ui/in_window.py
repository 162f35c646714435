"""A page in the real window with the real frame, and small steps of a person at the keyboard."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from caseload.app import Session
from ui.at_work import Unlocked
from ui.main_window import MainWindow
from ui.pages import Page

W = TypeVar("W", bound=QWidget)

SIZE = (1366, 768)


def in_window(qtbot: QtBot, session: Session, place: str, page: Page) -> MainWindow:
    """The page under a place of the window, in sight and active."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.add_page(place, page)
    window.show_session(Unlocked(session))
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.go(place)
    QApplication.processEvents()
    return window


def focus() -> QWidget:
    """What has the focus."""
    QApplication.processEvents()
    now = QApplication.focusWidget()
    assert now is not None, "nothing has the focus"
    return now


def press(
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    times: int = 1,
) -> None:
    """Press a key where the focus is."""
    for _ in range(times):
        QTest.keyClick(focus(), key, modifier)
    QApplication.processEvents()


def alt(letter: str) -> None:
    """Alt with a letter or a number."""
    QTest.keyClick(focus(), Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()


def control(key: Qt.Key) -> None:
    """Ctrl with a key."""
    press(key, Qt.KeyboardModifier.ControlModifier)


def write(text: str) -> None:
    """Type where the focus is. What no key of a keyboard makes is put in as a whole."""
    now = focus()
    if text.isascii():
        QTest.keyClicks(now, text)
    else:
        insert = getattr(now, "insert", None) or getattr(now, "insertPlainText", None)
        assert insert is not None
        insert(text)
    QApplication.processEvents()


def click(widget: QWidget) -> None:
    """Press the mouse on a widget."""
    assert widget.isVisible(), f"{widget.accessibleName()} is not in sight"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def tab_to(widget: QWidget, *, most: int = 80) -> None:
    """Press Tab until the widget has the focus."""
    target = widget.focusProxy() or widget
    for _ in range(most):
        if focus() is target:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {widget.accessibleName()}")


def words_on(root: QWidget) -> str:
    """Every word in sight, and every word that a screen reader says of what is in sight."""
    said: list[str] = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QPushButton):
            said.append(widget.text())
        if isinstance(widget, QTableView):
            said += _cells(widget)
    return "\n".join(part for part in said if part)


def _cells(table: QTableView) -> list[str]:
    model = table.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    return [
        str(model.index(row, column).data(role) or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        for role in roles
    ]


def found(root: QWidget, kind: type[W], name: str) -> W:
    """The visible widget of a kind with this accessible name."""
    for widget in root.findChildren(kind):
        if widget.isVisible() and widget.accessibleName() == name:
            return widget
    raise AssertionError(f"there is no {kind.__name__} “{name}” in sight")
