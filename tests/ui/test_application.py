"""The application as a whole: how it starts, what it remembers, and how a fault of ours ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.settings import read_settings
from tests.ui.conftest import MadeStore
from tests.ui.front_door import WORDS, FrontDoor, copied
from tests.ui.in_window import words_on
from ui.theme import look


@pytest.fixture
def front(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, filled_store: MadeStore
) -> Iterator[FrontDoor]:
    """Nadia is at work."""
    made = FrontDoor(qtbot, monkeypatch, tmp_path / "home")
    made.open(copied(filled_store.folder, tmp_path / "store"))
    made.unlock()
    assert made.is_at_work()
    yield made
    made.close()


FIRST_PAINT = """
import os
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import Application
from ui.first_paint import once_painted

application = QApplication([])
made = Application(store=Path(sys.argv[1]))
made.show()
heavy = ("caseload.app", "caseload.services", "sqlalchemy", "alembic", "sqlcipher3",
         "cryptography", "keyring", "reportlab", "pypdfium2", "holidays", "ui.at_work", "ui.menus")


def tell():
    sys.stdout.write(" ".join(name for name in heavy if name in sys.modules))
    sys.stdout.flush()
    os._exit(0)


once_painted(made.window, tell)
application.exec()
"""


def test_the_engine_is_not_read_before_the_first_paint(
    filled_store: MadeStore, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(filled_store.folder)],
        env=os.environ | {"CASELOAD_SETTINGS": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("", "")


CLOSED_AT_ONCE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import run

application = QApplication([])
QTimer.singleShot(int(sys.argv[2]), application.closeAllWindows)
sys.exit(run(Path(sys.argv[1])))
"""


@pytest.mark.parametrize("after", ["0", "100"])
def test_a_window_closed_at_once_ends_quietly(
    filled_store: MadeStore, tmp_path: Path, after: str
) -> None:
    """Whatever its threads were reading."""
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_AT_ONCE, str(filled_store.folder), after],
        env=os.environ | {"CASELOAD_SETTINGS": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_look_chosen_is_worn_the_next_time(front: FrontDoor) -> None:
    plus = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(front.app.window, Qt.Key.Key_Plus, plus)
    front.app.window.menus.actions["palette_dark"].trigger()
    assert (read_settings().palette, read_settings().text_scale) == ("dark", 1.25)
    front.close()
    look().wear("light", 1.0)
    front.open()
    assert (look().choice, look().text_scale) == ("dark", 1.25)


def test_the_lock_time_chosen_counts_at_once(front: FrontDoor) -> None:
    assert front.app.idle.minutes == 5
    assert front.app.work is not None
    front.app.work.lock_minutes_chosen.emit(2)
    assert front.app.idle.minutes == 2


def test_a_fault_of_ours_is_a_sentence_and_names_nobody(
    front: FrontDoor, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise ValueError("Dana Petrescu, 943 476 5919")
    except ValueError as fault:
        front.app.tell_fault(type(fault), fault, fault.__traceback__)
    QApplication.processEvents()
    seen = words_on(front.app.window)
    assert "Something went wrong that we did not expect." in seen
    assert "ValueError" not in seen
    assert "ValueError" in caplog.text
    assert "Petrescu" not in caplog.text


def test_a_fault_while_locked_shows_nothing(front: FrontDoor) -> None:
    front.lock()
    front.app.tell_fault(ValueError, ValueError(WORDS), None)
    assert not front.app.window.dialog_open()
