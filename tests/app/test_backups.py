"""Backups: verified when made, refused when half or altered, and nothing is overwritten."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from caseload.app import NewPerson, Session, create_store, latest_backup, restore, unlock
from caseload.clients.client import Client
from caseload.errors import CaseloadError, StoreTrouble
from caseload.people.person import Role

PASSPHRASE = "correct horse battery staple"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    folder = tmp_path_factory.mktemp("one") / "store"
    created = create_store(
        folder,
        service_name="Willow Road",
        people=[NewPerson("Nadia Farouk", Role.SPECIALIST)],
        passphrase=PASSPHRASE,
    )
    return folder, created.person_id, created.recovery_key.text


class One:
    """A store of one person with a backup of its first client."""

    def __init__(self, folder: Path, nadia: str, recovery_key: str) -> None:
        self.folder = folder
        self.nadia = nadia
        self.recovery_key = recovery_key
        self.backup = folder.with_name("monday.caseload-backup")
        session = self.unlock()
        refer(session, "Dana")
        session.back_up(self.backup)
        refer(session, "Arjun")
        session.lock()

    def unlock(self, folder: Path | None = None) -> Session:
        return unlock(folder or self.folder, person_id=self.nadia, passphrase=PASSPHRASE)


def refer(session: Session, name: str) -> None:
    session.services.referrals.receive(
        client=Client(given_name=name), received_on=session.desk.today(), source="A1"
    )


def names(session: Session) -> list[str]:
    found = sorted(w.client_name for w in session.services.referrals.waiting_list())
    session.lock()
    return found


@pytest.fixture
def one(original: tuple[Path, str, str], tmp_path: Path) -> One:
    folder, nadia, recovery_key = original
    shutil.copytree(folder, tmp_path / "store")
    return One(tmp_path / "store", nadia, recovery_key)


def test_a_restored_backup_holds_what_it_held_and_what_it_replaces_is_kept(one: One) -> None:
    restored = restore(one.backup, one.folder, passphrase=PASSPHRASE)
    assert restored.replaced is not None
    assert restored.replaced.name in restored.sentence
    assert names(one.unlock()) == ["Dana"]
    assert names(one.unlock(restored.replaced)) == ["Arjun", "Dana"]


def test_the_recovery_key_alone_restores_on_a_clean_machine(one: One, tmp_path: Path) -> None:
    clean = tmp_path / "clean" / "store"
    restored = restore(one.backup, clean, recovery_key=one.recovery_key)
    assert restored.replaced is None
    assert names(one.unlock(clean)) == ["Dana"]


def test_a_wrong_passphrase_restores_nothing(one: One) -> None:
    before = sorted(p.name for p in one.folder.parent.iterdir())
    with pytest.raises(CaseloadError):
        restore(one.backup, one.folder, passphrase="not the right words")
    assert sorted(p.name for p in one.folder.parent.iterdir()) == before
    assert names(one.unlock()) == ["Arjun", "Dana"]


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 1
    file.write_bytes(data)


def other_database(file: Path) -> None:
    """A whole container whose database and manifest were exchanged, without the keys."""
    import hashlib
    import json

    with zipfile.ZipFile(file) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    parts["store.db"] = os.urandom(40960)
    manifest = json.loads(parts["manifest.json"])
    manifest["parts"]["store.db"] = hashlib.sha256(parts["store.db"]).hexdigest()
    parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(file, "w") as container:
        for name, data in parts.items():
            container.writestr(name, data)


def not_one(file: Path) -> None:
    file.write_text("a shopping list")


def with_a_path_out(file: Path) -> None:
    with zipfile.ZipFile(file, "a") as container:
        container.writestr("../outside", b"x")


@pytest.mark.parametrize("harm", [cut, flip, other_database, not_one, with_a_path_out])
def test_half_an_altered_or_another_file_is_recognised_and_replaces_nothing(
    one: One, harm: object
) -> None:
    harm(one.backup)  # type: ignore[operator] # one of the functions above
    with pytest.raises(StoreTrouble):
        restore(one.backup, one.folder, passphrase=PASSPHRASE)
    assert not one.folder.parent.parent.joinpath("outside").exists()
    assert names(one.unlock()) == ["Arjun", "Dana"]


def test_a_backup_that_cannot_be_written_says_so_and_leaves_no_half(one: One) -> None:
    session = one.unlock()
    with pytest.raises(StoreTrouble, match="could not be written"):
        session.back_up(one.folder.parent / "no such stick" / "a.caseload-backup")
    session.lock()
    assert not list(one.folder.parent.glob("*.unfinished"))


def test_a_backup_names_nobody_and_holds_no_readable_word(one: One) -> None:
    data = one.backup.read_bytes()
    assert b"Dana" not in data
    assert b"SQLite format 3" not in data


def test_keys_are_changed_only_after_a_backup_of_their_own(one: One) -> None:
    assert latest_backup(one.folder) is None
    session = one.unlock()
    session.rekey(passphrase=PASSPHRASE)
    session.lock()
    assert latest_backup(one.folder) is not None
    assert names(one.unlock()) == ["Arjun", "Dana"]
