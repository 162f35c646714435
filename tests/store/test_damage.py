"""A damaged, missing, newer, full or busy store: a sentence, and nothing lost or made up."""

from __future__ import annotations

import os
import subprocess
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from caseload.clients.client import Client
from caseload.errors import CaseloadError, StoreReadOnly, StoreTrouble
from caseload.store.connection import connect
from caseload.store.lock_file import StoreLock, is_writable
from caseload.store.store import open_store
from caseload.store.where import _kind_of, refuse_shared_folder
from caseload.words import say
from tests.team import KEY, Team, accepted, client

PAGE = 4096


@pytest.fixture
def filled(team: Team) -> Path:
    """A closed store with enough in it to damage."""
    for number in range(20):
        accepted(team, f"Client{number}")
    team.store.close()
    return team.store.file


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def removed(file: Path) -> None:
    file.unlink()


def first_page_flipped(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[100] ^= 1
    file.write_bytes(data)


def salt_flipped(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[3] ^= 1
    file.write_bytes(data)


def foreign(file: Path) -> None:
    file.write_bytes(os.urandom(PAGE * 10))


@pytest.mark.parametrize(
    ("harm", "key"),
    [
        (emptied, "store.database_missing"),
        (removed, "store.database_missing"),
        (first_page_flipped, "store.damaged"),
        (salt_flipped, "store.damaged"),
        (foreign, "store.damaged"),
    ],
)
def test_a_store_that_cannot_be_read_is_refused_and_none_is_made(
    filled: Path, harm: Callable[[Path], None], key: str
) -> None:
    harm(filled)
    before = filled.read_bytes() if filled.exists() else None
    with pytest.raises(StoreTrouble) as refused:
        open_store(filled.parent, KEY)
    assert refused.value.sentence == say(key)
    assert (filled.read_bytes() if filled.exists() else None) == before


def middle_flipped(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2 // PAGE * PAGE + 50] ^= 1
    file.write_bytes(data)


def pages_swapped(file: Path) -> None:
    data = file.read_bytes()
    last = len(data) - PAGE
    file.write_bytes(
        data[: 20 * PAGE] + data[last:] + data[21 * PAGE : last] + data[20 * PAGE : 21 * PAGE]
    )


def cut_at_a_page_boundary(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: -5 * PAGE])


def cut_inside_a_page(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: -5 * PAGE - 1000])


@pytest.mark.parametrize(
    "harm", [middle_flipped, pages_swapped, cut_at_a_page_boundary, cut_inside_a_page]
)
def test_damage_in_the_middle_is_seen_at_opening(
    filled: Path, harm: Callable[[Path], None]
) -> None:
    harm(filled)
    try:
        store = open_store(filled.parent, KEY)
    except StoreTrouble:
        with pytest.raises(StoreTrouble, match="damaged"):
            open_store(filled.parent, KEY)
        return
    try:
        assert store.damage
        assert store.is_read_only
    finally:
        store.close()


def test_a_newer_store_is_refused_and_left_alone(filled: Path) -> None:
    connection = connect(filled, KEY)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = filled.read_bytes()
    with pytest.raises(StoreTrouble, match="newer version"):
        open_store(filled.parent, KEY)
    assert filled.read_bytes() == before


def test_a_full_disk_says_so_and_loses_nothing(team: Team, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(small)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode != 0:
        pytest.skip("only an administrator may make a small disk")
    try:
        _fill_the_disk(team, small)
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


def _fill_the_disk(team: Team, small: Path) -> None:
    team.store.close()
    (small / "store.db").write_bytes(team.store.file.read_bytes())
    store = open_store(small, KEY)
    kept = 0

    def fill() -> None:
        nonlocal kept
        while kept < 10_000:
            with store.work(person_id="x", action="clients.save") as work:
                work.add(client("Dana", address="A street " * 200))
            kept += 1

    with pytest.raises(CaseloadError) as refused:
        fill()
    assert refused.value.sentence == say("store.disk_full")
    with store.reading() as reading:
        assert reading.count(Client) == kept
    store.close()
    again = open_store(small, KEY)
    assert again.damage == []
    again.close()


def test_a_second_writer_is_told_to_wait(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    other = connect(team.store.file, KEY)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("caseload.store.connection.BUSY_SECONDS", 0.1)
    second = open_store(team.store.folder, KEY)
    with pytest.raises(StoreTrouble) as refused, second.work(person_id="x", action="y"):
        pass
    assert refused.value.sentence == say("store.busy")
    with second.reading() as reading:
        assert reading.find(type(client())) == []
    other.execute("ROLLBACK")
    other.close()
    second.close()


def test_only_one_copy_takes_the_lock_and_the_other_learns_who_has_it(team: Team) -> None:
    first, second = StoreLock(team.store.folder), StoreLock(team.store.folder)
    assert first.take("Nadia Farouk")
    assert not second.take("Ruth Farouk")
    holder = second.holder()
    assert holder is not None
    assert holder[0] == "Nadia Farouk"
    first.let_go()
    assert second.take("Ruth Farouk")
    second.let_go()


def test_a_read_only_store_reads_and_refuses_to_save(team: Team) -> None:
    dana = accepted(team)
    second = open_store(team.store.folder, KEY, writable=False)
    try:
        with second.reading() as reading:
            assert reading.get(type(client()), dana).given_name == "Dana"
        with pytest.raises(StoreReadOnly), second.work(person_id="x", action="y"):
            pass
    finally:
        second.close()


def test_a_locked_store_has_forgotten_its_key(team: Team) -> None:
    team.store.close()
    with pytest.raises(StoreTrouble, match="locked"), team.store.reading():
        pass


@pytest.mark.parametrize(
    "name", ["OneDrive - NHS", "Dropbox", "Google Drive", "iCloud Drive", "Nextcloud"]
)
def test_a_synced_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreTrouble, match="own disk"):
        refuse_shared_folder(tmp_path / name / "store")
    refuse_shared_folder(tmp_path / "store")


def test_a_network_folder_is_known_by_its_mount() -> None:
    mounts = textwrap.dedent(
        """\
        /dev/sda1 / ext4 rw 0 0
        server:/x /mnt/team nfs4 rw 0 0
        //s/y /mnt/my\\040share cifs rw 0 0
        """
    )
    assert _kind_of(Path("/mnt/team/store"), mounts) == "nfs4"
    assert _kind_of(Path("/mnt/my share/store"), mounts) == "cifs"
    assert _kind_of(Path("/mnt/teamwork/store"), mounts) == "ext4"


def test_a_folder_without_write_permission_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_writable(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert not is_writable(tmp_path)
