"""No command is dead and no page's wish unheard: the whole application on a filled caseload."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui
from caseload import app as engine
from tests.ui.clock import Clock
from tests.ui.conftest import PASSPHRASE, MadeStore
from tests.ui.front_door import FrontDoor, copied
from tests.ui.in_window import focus, press, write
from ui.actions import COMMANDS, PLACES
from ui.caseload_list.page import CaseloadListPage
from ui.client.page import ClientPage
from ui.main_window import MainWindow


@pytest.fixture
def window(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    filled_store: MadeStore,
    tmp_path: Path,
    clock: Clock,
) -> Iterator[MainWindow]:
    monkeypatch.setattr(engine, "unlock", functools.partial(engine.unlock, now=clock))
    front = FrontDoor(qtbot, monkeypatch, tmp_path / "home")
    opened = front.open(store=copied(filled_store.folder, tmp_path / "store"))
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert front.is_at_work()
    yield opened.window
    front.close()


def id_of(window: MainWindow, name: str) -> str:
    session = window.session()
    assert session is not None
    found = [one for one in session.find(name) if one.place == "client"]
    return str(found[0].about)


def states(window: MainWindow) -> Iterator[str]:
    """The application in every place, with every kind of client in sight."""
    for name in ("Dana Petrescu", "Tomasz", "Beatriz", "Mehta"):
        for place in ("caseload", "client"):
            window.go(place, id_of(window, name))
            QApplication.processEvents()
            yield f"{place} with {name}"
    window.run("record_job")
    yield "a form open on the client's page"
    window.go("better_off", id_of(window, "Dana"))
    yield "better_off with Dana"
    for place in ("today", "letters", "letter", "referral", "employers", "returns", "settings"):
        assert window.go(place), f"there is no page for {place}"
        QApplication.processEvents()
        yield place


def dead(window: MainWindow) -> list[str]:
    """Commands that may be given now and that nobody answers."""
    now = window.context()
    return [known.id for known in COMMANDS if known.allowed(now) and not window.may(known)]


def alive(window: MainWindow) -> set[str]:
    return {known.id for known in COMMANDS if window.may(known)}


def test_whatever_is_allowed_is_answered_and_every_command_is_allowed_somewhere(
    window: MainWindow,
) -> None:
    ever: set[str] = set()
    for state in states(window):
        assert dead(window) == [], f"nobody answers in {state}"
        ever |= alive(window)
    window.go("today")
    press(Qt.Key.Key_Space)  # a promise ticked off can be undone
    window.run("text_larger")
    ever |= alive(window)
    assert ever == {known.id for known in COMMANDS}


def test_every_place_of_the_sidebar_is_one_key_away(window: MainWindow) -> None:
    for name, place in PLACES.items():
        assert window.run(name)
        assert window.place() == place


ON_THEIR_PAGE = (
    ("open_profile", "profile", "Write it together"),
    ("open_consent", "consent", "Record a new answer"),
    ("open_safety", "details", "Add a line"),
    ("record_job", "jobs", "Employer"),
    ("book_appointment", "appointments", "Day, day"),
)


def test_what_is_asked_about_the_client_of_the_list_is_done_on_their_page(
    window: MainWindow,
) -> None:
    for name, tab, focused in ON_THEIR_PAGE:
        window.go("caseload", id_of(window, "Dana"))
        QApplication.processEvents()
        assert window.run(name)
        page = window.page()
        assert isinstance(page, ClientPage)
        assert (page.client(), page.tabs.key()) == (id_of(window, "Dana"), tab)
        assert focus().accessibleName() == focused


def test_every_wish_of_a_page_is_heard(window: MainWindow) -> None:
    """Each place that a page asks for is gone to, or something opens for it."""
    waiting = id_of(window, "Mehta")
    for wish in sorted(wishes(), key=lambda wish: (wish == "restore_backup", wish)):
        window.go("today")
        window.go("caseload", waiting)
        page = window.page()
        assert isinstance(page, CaseloadListPage)
        page.go.emit(wish, waiting)
        QApplication.processEvents()
        there = window.place() != "caseload" or wish == "caseload_list"
        opened = window.dialog_open() or window.beside.pane() is not None
        assert there or opened or window.is_covered(), f"nobody hears {wish}"
        press(Qt.Key.Key_Escape)


def wishes() -> set[str]:
    """The places that any page asks for, as they are written in the pages."""
    folder = Path(ui.__file__).parent
    found: set[str] = set()
    for file in folder.rglob("*.py"):
        text = file.read_text("utf-8")
        found |= set(re.findall(r'go\.emit\(\s*"(\w+)"', text))
        found |= set(re.findall(r'self\._go\("(\w+)"', text))
    assert {"client", "better_off", "record_contact", "accept", "back"} <= found
    return found
