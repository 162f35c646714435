"""Without a mouse: a page has the focus from the start, and Enter presses what has it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.ui_frame.conftest import FormPage, ListPage
from ui.main_window import MainWindow
from ui.pages import PageBase
from ui.widgets.buttons import Button


def test_who_comes_to_a_page_stands_in_it(window: MainWindow) -> None:
    window.go("client", 2)
    page = window.page()
    assert isinstance(page, FormPage)
    assert QApplication.focusWidget() is page.field.input


class TwoButtons(PageBase):
    """A page whose first thing to do is not the first stop of Tab."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = Button("Help"), Button("Begin")
        down = QVBoxLayout(self)
        for button in (self.first, self.second):
            down.addWidget(button)

    def focus_first(self) -> None:
        self.second.setFocus()


def test_the_page_says_where_one_stands_first_and_being_there_already_moves_nobody(
    window: MainWindow,
) -> None:
    page = TwoButtons()
    window.add_page("letters", page)
    window.go("letters")
    assert QApplication.focusWidget() is page.second
    page.first.setFocus()
    window.go("caseload")
    window.go("letters")
    assert QApplication.focusWidget() is page.second
    page.first.setFocus()
    window.go("letters")
    assert QApplication.focusWidget() is page.first


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
