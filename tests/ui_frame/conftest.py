"""What the tests of the frame share: a fresh look, a window with two pages, somebody unlocked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.pages import Found, PageBase
from ui.privacy import names
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.fields import Field
from ui.widgets.inputs import FilterInput, TextInput
from ui.widgets.page_head import PageHead
from ui.widgets.panes import Panes
from ui.widgets.record_table import Cell, Column, RecordTable, Row
from ui.widgets.scroll import ScrollColumn

CLIENTS = [
    Row(1, ("Leyla Şahin", Cell("Interviews", stage=4), Cell("2 days late", kind="danger"))),
    Row(2, ("Dana Petrescu", Cell("Job search", stage=3), Cell("Today", strong=True))),
    Row(3, ("Ọlá Adeyẹmi", Cell("In work", stage=5), Cell("26 Nov", full="due 26 Nov"))),
]


@pytest.fixture(autouse=True)
def _plain_look(qapp: object) -> Iterator[None]:
    look().wear("light", 1.0)
    names().hide(False)
    yield
    look().wear("light", 1.0)
    names().hide(False)


def client_table() -> RecordTable:
    columns = [
        Column("Name", 150, "name", stretch=True),
        Column("Stage", 160),
        Column("Due", 106, "mark"),
    ]
    table = RecordTable("Your clients", columns, row_height=24)
    table.show_rows(CLIENTS)
    return table


class ListPage(PageBase):
    """A list with a detail beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.filter = FilterInput("Type to filter", "Ctrl F", width=190)
        self.record = Button("Record", kind="primary", icon="pencil", small="medium")
        head = PageHead("Caseload", "3 clients")
        head.add_action(self.filter)
        head.add_action(self.record)
        self.table = client_table()
        side = ScrollColumn()
        self.open = Button("Open", key="Enter", small=True)
        self.ring = Button("Ring her", small=True)
        side.down.addWidget(self.open)
        side.down.addWidget(self.ring)
        side.down.addStretch()
        self.panes = Panes(self.table, side, large="page")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(head)
        down.addWidget(self.panes, 1)

    def title(self) -> str:
        return "Caseload"

    def on_shown(self, about: object) -> None:
        self.told.append(about)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changed: object) -> None:
        self.told.append(changed)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"filter": self.filter.setFocus}


class FormPage(PageBase):
    """A client's page with one field."""

    def __init__(self) -> None:
        super().__init__()
        self.about: object = None
        self.leaving = True
        self.field = Field("Goal", TextInput(), hint="In their words")
        down = QVBoxLayout(self)
        down.addWidget(PageHead("Dana Petrescu"))
        down.addWidget(self.field)
        down.addStretch()

    def title(self) -> str:
        return names().client("Dana Petrescu", 2)

    def on_shown(self, about: object) -> None:
        self.about = about

    def client(self) -> int:
        return 2

    def can_leave(self) -> bool:
        return self.leaving


class Somebody:
    """A session of Nadia's."""

    person = "Nadia Farouk"
    role = "Specialist, Willow Road"
    roles = frozenset({"specialist"})
    read_only = False
    read_only_why = "Martin Doyle has had this store open since 9am."
    made_up = False
    undo = ""

    def counts(self) -> Mapping[str, int]:
        return {"today": 5, "caseload": 3}

    def find(self, text: str) -> Sequence[Found]:
        known = Found("Dana Petrescu", "34, Talking Therapies", "client", 2)
        return [known] if text.casefold() in known.words.casefold() else []

    def undo_words(self) -> str:
        return self.undo


@pytest.fixture
def session() -> Somebody:
    return Somebody()


@pytest.fixture
def window(qtbot: QtBot, session: Somebody) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.add_page("caseload", ListPage())
    made.add_page("client", FormPage(), under="caseload")
    made.show_session(session)
    made.go("caseload")
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


Shown = Callable[..., QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    """Show widgets one under the other in a window that lives as long as the test."""
    windows: list[QWidget] = []

    def show(*parts: QWidget) -> QWidget:
        window = QWidget()
        down = QVBoxLayout(window)
        for part in parts:
            down.addWidget(part)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        windows.append(window)
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()
