"""Real encrypted stores for the tests of pages: built once in a test run, copied for each test.

``session`` is a store of one lead, who is alone and so holds every role, with nobody in it yet;
``filled_session`` has 22 clients, two more stepped down and three who wait. ``clock`` stands still
at 24 November 2026, 2:41pm, in both.
"""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from caseload.app import NewPerson, Session, create_store, unlock
from caseload.keys import kdf
from caseload.people.person import Role
from tests.ui.clock import AFTERNOON, Clock
from tests.ui.front_door import FrontDoor, alone, copied, for_two
from tests.ui.willow_road import fill
from tests.ui.willow_road_team import add_team, history
from ui.privacy import names
from ui.theme import look

PASSPHRASE = "ginger kettle roof tulip"


@dataclass(frozen=True)
class MadeStore:
    """A store in a folder of its own, to be copied and unlocked."""

    folder: Path
    person_id: str

    def opened(self, folder: Path, clock: Clock) -> Session:
        shutil.copytree(self.folder, folder)
        return unlock(folder, person_id=self.person_id, passphrase=PASSPHRASE, now=clock)


@pytest.fixture(autouse=True, scope="session")
def _stretch_once() -> Iterator[None]:
    """The same passphrase with the same salt is stretched once in a test run."""
    with pytest.MonkeyPatch.context() as patch:
        once = functools.lru_cache(maxsize=None)(kdf.argon2id)
        patch.setattr(kdf, "argon2id", lambda secret, *figures: once(bytes(secret), *figures))
        yield


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> MadeStore:
    folder = tmp_path_factory.mktemp("empty") / "store"
    created = create_store(
        folder,
        service_name="Willow Road",
        people=[NewPerson("Nadia Farouk", Role.LEAD)],
        passphrase=PASSPHRASE,
        first_day=date(2026, 1, 5),
        now=AFTERNOON,
    )
    return MadeStore(folder, created.person_id)


@pytest.fixture(scope="session")
def filled_store(empty_store: MadeStore, tmp_path_factory: pytest.TempPathFactory) -> MadeStore:
    folder = tmp_path_factory.mktemp("filled") / "store"
    opened = empty_store.opened(folder, Clock())
    try:
        fill(opened.services, AFTERNOON.date())
    finally:
        opened.lock()
    return MadeStore(folder, empty_store.person_id)


@pytest.fixture(scope="session")
def team_store(filled_store: MadeStore, tmp_path_factory: pytest.TempPathFactory) -> MadeStore:
    """The same with four colleagues, and a history with Brookside; Nadia is a team lead."""
    folder = tmp_path_factory.mktemp("team") / "store"
    opened = filled_store.opened(folder, Clock())
    try:
        add_team(opened)
        history(opened)
    finally:
        opened.lock()
    return MadeStore(folder, filled_store.person_id)


@pytest.fixture(scope="session")
def specialist_store(team_store: MadeStore, tmp_path_factory: pytest.TempPathFactory) -> MadeStore:
    """The same team, in which Nadia is a specialist."""
    folder = tmp_path_factory.mktemp("specialist") / "store"
    opened = team_store.opened(folder, Clock())
    try:
        opened.services.people.save_person(person=replace(opened.person, role=Role.SPECIALIST))
    finally:
        opened.lock()
    return MadeStore(folder, team_store.person_id)


@pytest.fixture
def lead_session(team_store: MadeStore, tmp_path: Path, clock: Clock) -> Iterator[Session]:
    """Nadia as the lead of a team of five."""
    opened = team_store.opened(tmp_path / "store", clock)
    yield opened
    opened.lock()


@pytest.fixture
def specialist_session(
    specialist_store: MadeStore, tmp_path: Path, clock: Clock
) -> Iterator[Session]:
    """Nadia as a specialist in a team of five."""
    opened = specialist_store.opened(tmp_path / "store", clock)
    yield opened
    opened.lock()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(empty_store: MadeStore, tmp_path: Path, clock: Clock) -> Iterator[Session]:
    """One lead, alone, and no clients."""
    opened = empty_store.opened(tmp_path / "store", clock)
    yield opened
    opened.lock()


@pytest.fixture
def filled_session(filled_store: MadeStore, tmp_path: Path, clock: Clock) -> Iterator[Session]:
    """The caseload of Willow Road: 22 of 25 held, two stepped down, three waiting."""
    opened = filled_store.opened(tmp_path / "store", clock)
    yield opened
    opened.lock()


@pytest.fixture(scope="session")
def store_of_one(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A specialist alone, and nobody in it yet; the folder and her id."""
    folder = tmp_path_factory.mktemp("one") / "store"
    return folder, alone(folder)[0]


@pytest.fixture(scope="session")
def store_of_two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """Ruth, who leads, and Martin; the folder and both ids."""
    folder = tmp_path_factory.mktemp("two") / "store"
    return (folder, *for_two(folder))


@pytest.fixture
def front(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FrontDoor]:
    """The application before it is opened, on folders of its own."""
    made = FrontDoor(qtbot, monkeypatch, tmp_path / "home")
    yield made
    made.close()


@pytest.fixture
def store(store_of_one: tuple[Path, str], tmp_path: Path) -> Path:
    return copied(store_of_one[0], tmp_path / "store")


@pytest.fixture
def team(store_of_two: tuple[Path, str, str], tmp_path: Path) -> Path:
    return copied(store_of_two[0], tmp_path / "team")


@pytest.fixture(autouse=True)
def _plain_look(qapp: object) -> Iterator[None]:
    """Light, normal size, names shown, and no window left of the test before it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look().wear("light", 1.0)
    names().hide(False)
    yield
    look().wear("light", 1.0)
    names().hide(False)
    names()._stand_ins.clear()
