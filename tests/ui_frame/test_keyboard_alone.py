"""Without a mouse: a page has the focus from the start, and Enter presses what has it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui_frame.conftest import FormPage, ListPage
from ui.main_window import MainWindow
from ui.widgets.buttons import Button


def test_who_comes_to_a_page_stands_in_it(window: MainWindow) -> None:
    window.go("client", 2)
    page = window.page()
    assert isinstance(page, FormPage)
    assert QApplication.focusWidget() is page.field.input


def test_who_comes_back_stands_where_they_left(window: MainWindow) -> None:
    page = window.page()
    assert isinstance(page, ListPage)
    page.ring.setFocus()
    window.go("client", 2)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert window.page() is page
    assert QApplication.focusWidget() is page.ring


def test_enter_presses_a_button_and_never_destroys(qtbot: QtBot) -> None:
    pressed: list[str] = []
    for words, destroys in (("Save", False), ("Discard draft", True)):
        button = Button(words, destroys=destroys)
        qtbot.addWidget(button)
        button.clicked.connect(lambda _on=False, w=words: pressed.append(w))
        QTest.keyClick(button, Qt.Key.Key_Return)
        if destroys:
            assert pressed == ["Save"]
            QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == ["Save", "Discard draft"]
