"""The real program in a process of its own: real background, real event loop, typed into.

For tests that end it in ways a test process would not survive, or look at every file it leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caseload.app import NewPerson, create_store
from caseload.people.person import Role
from tests.ui.in_window import click, press, write
from ui.app import Application
from ui.client.page import ClientPage
from ui.record_contact.pane import RecordContactPane
from ui.referrals.page import ReferralPage
from ui.unlock.page import UnlockPage

WORDS = "ginger kettle roof tulip"
LONGEST = 30_000


def pause(milliseconds: int) -> None:
    """Let the event loop run. QTest's own wait would keep the other threads from Python."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class RealWindow:
    """``RealWindow(folder)`` makes a store of one specialist and opens it."""

    def __init__(self, folder: Path) -> None:
        self.qt = QApplication([])
        create_store(
            folder,
            service_name="Willow Road",
            people=[NewPerson("Nadia Farouk", Role.SPECIALIST)],
            passphrase=WORDS,
        )
        self.app = Application(store=folder)
        self.app.show()
        self.app.window.activateWindow()
        QTest.qWaitForWindowActive(self.app.window)

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the event loop run until something holds."""
        rest = QDeadlineTimer(LONGEST)
        while not holds():
            if rest.hasExpired():
                raise RuntimeError("that did not come about")
            pause(20)

    def unlock(self) -> None:
        """Type the passphrase, as early as the page is there."""
        page = self.app.window.findChildren(UnlockPage)[-1]
        page.passphrase.setFocus()
        write(WORDS)
        press(Qt.Key.Key_Return)
        self.until(lambda: self.app.work is not None and not self.app.window.is_covered())
        if self.app.work is None or self.app.work.session.is_read_only:
            raise RuntimeError("the store cannot be written")

    def press(self, button: QWidget) -> None:
        """Press the mouse on something, as soon as it is in sight."""
        self.until(button.isVisible)
        click(button)

    def client(self, given_name: str) -> ClientPage:
        """Refer a client, take them on at once, and open their page."""
        window = self.app.window
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        form = window.page()
        if not isinstance(form, ReferralPage):
            raise TypeError("no referral in sight")
        write(given_name)
        form.form.inputs.choices["source"].setFocus()
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self.until(lambda: self._answered() and window.place() == "caseload")
        window.go("client", self._ids(given_name)[0])
        page = window.page()
        if not isinstance(page, ClientPage):
            raise TypeError("no client in sight")
        return page

    def _answered(self) -> bool:
        """Say yes to whatever is asked; True when nothing is."""
        if self.app.window.dialog_open():
            press(Qt.Key.Key_Return)
        return not self.app.window.dialog_open()

    def _ids(self, name: str) -> list[str]:
        work = self.app.work
        if work is None:
            return []
        return [found.client_id for found in work.session.services.clients.search(name)]

    def begin_contact(self, notes: str) -> RecordContactPane:
        """Ctrl+R, and type into the notes without saving."""
        window = self.app.window
        QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        pane = window.beside.pane()
        if not isinstance(pane, RecordContactPane):
            raise TypeError("nowhere to record")
        pane.fields.inputs.notes.setFocus()
        write(notes)
        return pane
