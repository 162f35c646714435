"""The whole application before and behind its door, on folders of a test's own, at the keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseload.app import NewPerson, Session, create_store, enrol_with_code, unlock
from caseload.people.person import Role
from caseload.settings import Settings, write_settings
from tests.ui.in_window import click, press, write
from ui.app import Application
from ui.background import AtOnce, Runner
from ui.lock import Clock
from ui.unlock.page import UnlockPage

P = TypeVar("P", bound=QWidget)

WORDS = "ginger kettle roof tulip"
OTHER_WORDS = "velvet anchor plum ladder"


class FrontDoor:
    """``open()`` starts the application as a person does; choosers answer what the test lays out.

    ``chosen`` is the folder or file that the next chooser gives, "" for one that is cancelled.
    ``printed`` holds what went to the printer: the bytes and the title in the print queue.
    """

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
        self._qtbot = qtbot
        self.home = home
        self.settings_folder = home / "settings"
        monkeypatch.setenv("CASELOAD_SETTINGS", str(self.settings_folder))
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
            monkeypatch.setenv(name, str(home))
        write_settings(Settings(palette="light"))  # another look would be put on for each test
        self.chosen = ""
        self.printed: list[tuple[bytes, str]] = []
        self.application: Application | None = None

    def open(
        self,
        store: Path | None = None,
        *,
        background: Runner | None = None,
        clocks: tuple[Clock, Clock] | None = None,
    ) -> Application:
        """Start; what was open before is closed."""
        self.close()
        made = Application(store=store, background=background or AtOnce(), clocks=clocks)
        self.application = made
        made.door.choose_folder = lambda _title: self.chosen
        made.door.choose_file = lambda _title: self.chosen
        made.door.print_pdf = self._print
        made.show()
        made.window.activateWindow()
        QTest.qWaitForWindowActive(made.window)
        QApplication.processEvents()
        QApplication.processEvents()
        return made

    def _print(self, data: bytes, title: str) -> bool:
        self.printed.append((data, title))
        return True

    def close(self) -> None:
        """Close the window, as at the end of a day."""
        if self.application is not None:
            self.application.window.close()
            self.application.window.deleteLater()
            # At once: a window that lingers is dressed again with every look of later tests.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.application = None

    # ---- what a person sees

    @property
    def app(self) -> Application:
        """The application that is open."""
        assert self.application is not None
        return self.application

    def page(self, kind: type[P]) -> P:
        """The page before the window, which must be of this kind."""
        shown = [one for one in self.app.window.findChildren(kind) if one.isVisible()]
        assert shown, f"no {kind.__name__} is in sight"
        return shown[-1]

    @property
    def title(self) -> str:
        """What title bar and task bar say."""
        return self.app.window.windowTitle()

    @property
    def session(self) -> Session:
        """Who is unlocked, or was before the lock."""
        assert self.app.work is not None
        return self.app.work.session

    def is_at_work(self) -> bool:
        """Whether the work is in sight."""
        return self.app.work is not None and not self.app.window.is_covered()

    # ---- what a person does

    def unlock(self, words: str = WORDS, *, who: str = "") -> None:
        """Choose who one is, where that is asked; type the passphrase and press Enter."""
        page = self.page(UnlockPage)
        if who:
            self.choose(page.people, who)
        click(page.passphrase)
        write(words)
        press(Qt.Key.Key_Return)

    def choose(self, box: QWidget, words: str) -> None:
        """Type the first letters of an entry in a closed list of names."""
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClicks(box, words[:4])
        QApplication.processEvents()

    def lock(self) -> None:
        """Ctrl+L."""
        QTest.keyClick(self.app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()

    def until(self, holds: Callable[[], bool], milliseconds: int = 4000) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(holds, timeout=milliseconds)


# ---- stores


def alone(folder: Path, *, passphrase: str = WORDS) -> tuple[str, str]:
    """A store of one specialist; her id and the recovery key."""
    created = create_store(
        folder,
        service_name="Willow Road",
        people=[NewPerson("Nadia Farouk", Role.SPECIALIST)],
        passphrase=passphrase,
    )
    return created.person_id, created.recovery_key.text


def for_two(folder: Path) -> tuple[str, str]:
    """A store of a lead and a specialist, who has a passphrase of his own; both ids."""
    created = create_store(
        folder,
        service_name="Willow Road",
        people=[NewPerson("Ruth Adeyemi", Role.LEAD), NewPerson("Martin Doyle", Role.SPECIALIST)],
        passphrase=WORDS,
    )
    martin = created.codes[0]
    enrol_with_code(
        folder, person_id=martin.person_id, code=martin.code.text, passphrase=OTHER_WORDS
    ).lock()
    # Each is told once that keys changed; the tests are about later days.
    unlock(folder, person_id=created.person_id, passphrase=WORDS).lock()
    unlock(folder, person_id=martin.person_id, passphrase=OTHER_WORDS).lock()
    return created.person_id, martin.person_id


def copied(made: Path, to: Path) -> Path:
    """A copy of a store for one test."""
    shutil.copytree(made, to)
    return to
