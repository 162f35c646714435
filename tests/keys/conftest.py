"""Stores for the tests of keys: a small real encrypted database behind the port.

Argon2id runs with the program's own figures. The same passphrase with the same salt is stretched
once in a test run, and stores are built once and copied.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseload.keys import kdf
from tests.keys.small_store import AMAL, BEA, Store, build_store


@pytest.fixture(autouse=True, scope="session")
def _stretch_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        once = functools.lru_cache(maxsize=None)(kdf.argon2id)
        patch.setattr(kdf, "argon2id", lambda secret, *figures: once(bytes(secret), *figures))
        yield


@pytest.fixture(scope="session")
def one_person_master(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return build_store(tmp_path_factory.mktemp("keys-one"), people=[AMAL])


@pytest.fixture(scope="session")
def two_people_master(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return build_store(tmp_path_factory.mktemp("keys-two"), people=[AMAL, BEA])


@pytest.fixture
def lone(one_person_master: Store, tmp_path: Path) -> Store:
    """A store of Amal alone, of this test's own."""
    return one_person_master.copied_to(tmp_path / "lone")


@pytest.fixture
def store(two_people_master: Store, tmp_path: Path) -> Store:
    """A store of Amal, who is the team lead, and Bea, of this test's own."""
    return two_people_master.copied_to(tmp_path / "store")
