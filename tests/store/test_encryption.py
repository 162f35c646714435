"""The store is really encrypted: at rest, in use, and after the program was killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from caseload.clients.client import Client
from caseload.errors import StoreTrouble
from caseload.store import tables
from caseload.store.connection import PLAIN_HEADER, assert_encrypted, connect
from caseload.store.store import open_store
from tests.store.leaky_work import CANARY
from tests.team import KEY, Team, accepted


def files_of(folder: Path, pid: int | None = None) -> Iterator[bytes]:
    """The bytes of every file in the folder, and of deleted files that a process holds open."""
    for file in folder.rglob("*"):
        if file.is_file():
            yield file.read_bytes()
    if pid is None:
        return
    for handle in Path(f"/proc/{pid}/fd").iterdir():
        try:
            if handle.readlink().name.endswith("(deleted)") or handle.is_file():
                yield handle.read_bytes()
        except OSError:
            continue


def has_canary(folder: Path, pid: int | None = None) -> bool:
    forms = [CANARY.encode("utf-8"), CANARY.encode("utf-16-le"), CANARY.casefold().encode()]
    return any(form in data for data in files_of(folder, pid) for form in forms)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="reads the open files of a process")
@pytest.mark.parametrize(("kind", "found"), [("plain", True), ("keyed", False)])
def test_a_canary_is_in_no_file_in_use_or_after_a_kill(
    tmp_path: Path, kind: str, *, found: bool
) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.leaky_work", str(folder), kind],
        stdout=subprocess.PIPE,
        env=os.environ | {"TMPDIR": str(tmp_path), "SQLITE_TMPDIR": str(tmp_path)},
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        in_use = has_canary(tmp_path, child.pid)
        child.send_signal(signal.SIGKILL)
        child.wait()
    assert in_use is found
    assert has_canary(tmp_path) is found


def test_a_canary_is_in_no_file_after_normal_use(team: Team) -> None:
    services = team.services()
    dana = accepted(team, CANARY)
    services.drafts.keep(form="profile", subject_id=dana, content={"health": CANARY})
    profile = services.vocational_profiles.start(client_id=dana)
    services.vocational_profiles.save(profile=replace(profile, health_and_work=CANARY))
    assert not has_canary(team.store.folder)
    team.store.close()
    assert not has_canary(team.store.folder)
    with open_store(team.store.folder, KEY).reading() as reading:
        assert reading.get(Client, dana).given_name == CANARY


def test_the_file_does_not_begin_like_a_plain_database(team: Team) -> None:
    head = team.store.file.read_bytes()[:16]
    assert head != PLAIN_HEADER
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(team.store.file).execute("SELECT * FROM client")


def test_another_key_or_none_reads_nothing(team: Team) -> None:
    for key in ("6b" * 32, "00" * 32):
        with pytest.raises(sqlcipher.DatabaseError):
            connect(team.store.file, key)
    bare = sqlcipher.connect(str(team.store.file))
    with pytest.raises(sqlcipher.DatabaseError):
        bare.execute("SELECT count(*) FROM sqlite_master")
    bare.close()


def test_a_plain_database_in_its_place_is_refused(team: Team) -> None:
    team.store.close()
    team.store.file.unlink()
    plain = sqlite3.connect(team.store.file)
    plain.execute("CREATE TABLE client (id TEXT)")
    plain.commit()
    plain.close()
    with pytest.raises(StoreTrouble, match="not encrypted"):
        assert_encrypted(team.store.file)
    with pytest.raises(StoreTrouble, match="not encrypted"):
        open_store(team.store.folder, KEY)


def test_temporary_data_stays_in_memory_and_durable_commits_are_on(team: Team) -> None:
    connection = connect(team.store.file, KEY)
    said = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "temp_store", "journal_mode", "synchronous", "foreign_keys", "trusted_schema",
            "secure_delete", "recursive_triggers",
        )
    }  # fmt: skip
    connection.close()
    assert said == {
        "temp_store": 2,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "recursive_triggers": 1,
    }


def test_a_traceback_shows_no_bound_value(team: Team) -> None:
    row = {"person_id": None, "form": CANARY, "subject_id": "", "content": CANARY}
    with pytest.raises(DBAPIError) as raised, team.store._reader.connect() as connection:
        connection.execute(insert(tables.draft).values(row | {"saved_at": team.clock()}))
    assert CANARY not in str(raised.value)
    assert CANARY not in repr(raised.value)
