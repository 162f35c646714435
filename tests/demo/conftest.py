"""A small made-up service, made once in a test run; copied where a test writes to it."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from caseload.app import Session, store_people, unlock
from caseload.demo.making import Made, make_demo
from caseload.demo.plan import Size
from caseload.keys import kdf

DAY = date(2026, 11, 24)
SMALL = Size(specialists=2, referrals=8, years=1)


@pytest.fixture(autouse=True, scope="session")
def _stretch_once() -> Iterator[None]:
    """The same passphrase with the same salt is stretched once in a test run."""
    with pytest.MonkeyPatch.context() as patch:
        once = functools.lru_cache(maxsize=None)(kdf.argon2id)
        patch.setattr(kdf, "argon2id", lambda secret, *figures: once(bytes(secret), *figures))
        yield


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Two specialists, eight referrals, one year, shown on 24 November 2026."""
    return make_demo(tmp_path_factory.mktemp("made-up") / "demo", SMALL, today=DAY)


@pytest.fixture
def session_of(made: Made, tmp_path: Path) -> Iterator[Callable[[str], Session]]:
    """Unlocks a copy of the store as somebody by name."""
    sessions = []

    def open_as(name: str) -> Session:
        folder = tmp_path / f"as {name}"
        shutil.copytree(made.store, folder)
        person = next(p for p in store_people(folder).people if p.name == name)
        passphrase = made.passphrase_file.read_text("utf-8").strip()
        sessions.append(unlock(folder, person_id=person.person_id, passphrase=passphrase))
        return sessions[-1]

    yield open_as
    for session in sessions:
        session.lock()
