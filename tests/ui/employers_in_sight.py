"""The employers' page in the real window, as a specialist of the team has it."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseload.app import Session
from tests.ui.in_window import focus, in_window
from tests.ui_frame.accessibility import settle
from ui.background import AtOnce
from ui.employers.page import EmployersPage
from ui.main_window import MainWindow


def opened(qtbot: QtBot, session: Session, about: str = "") -> tuple[MainWindow, EmployersPage]:
    """The page, at an employer or in a form where ``about`` asks for it."""
    page = EmployersPage(session.services, AtOnce())
    window = in_window(qtbot, session, "employers", page)
    session.store.board.subscribe(window.changed)
    if about:
        window.go("employers", about)
    settle(window)
    return window, page


def at_brookside(qtbot: QtBot, session: Session) -> MainWindow:
    """The page at Brookside Garden Centre."""
    brookside = session.services.employers.listing("Brookside")[0].employer.id
    return opened(qtbot, session, brookside)[0]


def page_of(window: MainWindow) -> EmployersPage:
    """The page in the window."""
    page = window.page()
    assert isinstance(page, EmployersPage)
    return page


def shortcut(keys: str) -> None:
    """Press keys together where the focus is."""
    QTest.keySequence(focus(), keys)
