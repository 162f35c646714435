"""Real encrypted stores for the tests of pages: built once in a test run, copied for each test.

``session`` is a store of one lead, who is alone and so holds every role, with nobody in it yet;
``filled_session`` has 22 clients, two more stepped down and three who wait. ``clock`` stands still
at 24 November 2026, 2:41pm, in both.
"""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from caseload.app import NewPerson, Session, create_store, unlock
from caseload.keys import kdf
from caseload.people.person import Role
from tests.ui.clock import AFTERNOON, Clock
from tests.ui.willow_road import fill
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


@pytest.fixture(autouse=True)
def _plain_look(qapp: object) -> Iterator[None]:
    """Light, normal size, names shown: whatever the test before it chose."""
    look().wear("light", 1.0)
    names().hide(False)
    yield
    look().wear("light", 1.0)
    names().hide(False)
    names()._stand_ins.clear()
