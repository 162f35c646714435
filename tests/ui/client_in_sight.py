"""One client's page on a real encrypted store, pressed and typed into as a person does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.services.all_services import Services
from ui.background import AtOnce, Done, Job, Refused, Runner
from ui.client.page import ClientPage
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.marks import Mark


@dataclass
class InSight:
    """A page with a client on it, and hands to use it with."""

    page: ClientPage
    services: Services
    client_id: str

    def part(self, key: str) -> None:
        """Turn to a tab by pressing it."""
        press(self.page.tabs.tab(key))


class Later:
    """A background that is slow: work waits until ``go_on``."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], Any],
        done: Done,
        refused: Refused | None = None,
        *,
        store: bool = True,
    ) -> Job:
        self.waiting.append(lambda: done(work()))
        return Job()

    def go_on(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def client_in_sight(
    qtbot: QtBot, session: Session, name: str = "Dana Petrescu", part: str = ""
) -> InSight:
    """The page of a client of Willow Road."""
    found = session.services.clients.search(name)[0].client_id
    page = page_of(qtbot, session.services, found, part)
    return InSight(page, session.services, found)


def page_of(
    qtbot: QtBot,
    services: Services,
    client_id: str,
    part: str = "",
    background: Runner | None = None,
) -> ClientPage:
    """The page as one person sees it."""
    page = ClientPage(services, background or AtOnce())
    qtbot.addWidget(page)
    page.resize(1190, 700)
    page.show()
    page.activateWindow()
    page.on_shown((client_id, part) if part else client_id)
    return page


def press(button: QWidget) -> None:
    """Press a button, or a box to tick, that can be seen."""
    assert isinstance(button, QAbstractButton)
    assert button.isVisible(), f"{button.text()} is not in sight"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def type_in(box: QWidget, words: str) -> None:
    """Put words in place of what a box holds."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if words:
        QTest.keyClicks(box, words)
    else:
        QTest.keyClick(box, Qt.Key.Key_Delete)


def type_day(box: QWidget, day: str) -> None:
    """Type a day as ``26 11 2026``."""
    assert isinstance(box, DateField)
    for part, typed in zip(box.boxes(), day.split(), strict=True):
        type_in(part, typed)


def choose(box: QWidget, words: str) -> None:
    """Move down a list to the line that begins so."""
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText().startswith(words):
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"no line begins with {words}")


def settle() -> None:
    """Let layouts and queued calls come to rest."""
    for _ in range(3):
        QApplication.processEvents()


def seen(widget: QWidget) -> str:
    """Every word in sight, marks included."""
    settle()
    told = []
    for each in widget.findChildren(QWidget):
        if not each.isVisible():
            continue
        if isinstance(each, (Mark, Button)):
            told.append(each.words())
        elif isinstance(each, QLabel):
            told.append(each.text())
        elif each.accessibleName():
            told.append(each.accessibleName())
    return "\n".join(told)


def dialog_of(widget: QWidget) -> Dialog:
    """The dialog in sight."""
    return next(d for d in widget.window().findChildren(Dialog) if d.isVisible())


def button_of(widget: QWidget, words: str) -> Button:
    """The button in sight that says so."""
    settle()
    return next(b for b in widget.findChildren(Button) if b.isVisible() and b.words() == words)


def segment_of(box: QWidget, words: str) -> QPushButton:
    """One answer of a row of answers."""
    return next(b for b in box.findChildren(QPushButton) if b.text() == words)
