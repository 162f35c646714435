"""A small store: a real SQLCipher database behind the port, and two people with passphrases."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from sqlcipher3 import dbapi2

from caseload import keys
from caseload.errors import StoreTrouble
from caseload.keys import KeyLedgerState, PrintedCode

DATABASE = "store.db"
ROWS = 200


@dataclass(frozen=True)
class Person:
    person_id: str
    name: str
    passphrase: str


AMAL = Person("5f0a7c1e-0000-4000-8000-000000000001", "Amal Őri", "ginger kettle roof tulip")
BEA = Person("5f0a7c1e-0000-4000-8000-000000000002", "Bea Nwosu", "paper otter lamp seventeen")
CARA = Person("5f0a7c1e-0000-4000-8000-000000000003", "Cara Lopez", "window marsh violin tin")


class OneRowLedger:
    """The ledger as one row of JSON text."""

    def __init__(self, database: SmallDatabase) -> None:
        self._database = database

    def read(self) -> KeyLedgerState | None:
        row = self._database.connection.execute("SELECT state FROM key_ledger").fetchone()
        return KeyLedgerState.from_json(row[0]) if row else None

    def write(self, state: KeyLedgerState) -> None:
        connection = self._database.connection
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM key_ledger")
        connection.execute("INSERT INTO key_ledger(state) VALUES (?)", (state.to_json(),))
        connection.execute("COMMIT")


class SmallDatabase:
    """The port, on the connection recipe that the store uses."""

    def __init__(self, folder: Path, *, backup_at: datetime | None = None) -> None:
        self._path = folder / DATABASE
        self._open: Any = None
        self._backup_at = backup_at
        self.backups = 0
        self.ledger = OneRowLedger(self)

    @property
    def connection(self) -> Any:
        assert self._open is not None, "no connection is open"
        return self._open

    def create(self, db_key_hex: str, state: KeyLedgerState) -> None:
        self._path.touch()
        self._connect(db_key_hex)
        self.connection.execute("CREATE TABLE key_ledger (state TEXT NOT NULL) STRICT")
        self.connection.execute("CREATE TABLE note (body TEXT NOT NULL) STRICT")
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.executemany(
            "INSERT INTO note VALUES (?)", [(f"note {number} " * 40,) for number in range(ROWS)]
        )
        self.connection.execute("COMMIT")
        self.ledger.write(state)

    def open(self, db_key_hex: str) -> bool:
        self.close()
        if not self._path.exists() or self._path.stat().st_size == 0:
            raise StoreTrouble("no database")
        return self._connect(db_key_hex)

    def _connect(self, db_key_hex: str) -> bool:
        connection = dbapi2.connect(
            str(self._path), isolation_level=None, timeout=5, check_same_thread=False
        )
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{db_key_hex}'\"")
        assert connection.execute("PRAGMA cipher_version").fetchone()
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.DatabaseError:
            connection.close()
            return False
        for pragma in (
            "foreign_keys=ON",
            "journal_mode=WAL",
            "synchronous=FULL",
            "temp_store=MEMORY",
            "trusted_schema=OFF",
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        self._open = connection
        return True

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def backup(self) -> datetime | None:
        self.backups += 1
        return self._backup_at

    def rekey(self, db_key_hex: str) -> None:
        try:
            self.connection.execute(f"PRAGMA rekey=\"x'{db_key_hex}'\"")
        except dbapi2.DatabaseError as failure:
            raise StoreTrouble("rekey failed") from failure

    def checkpoint(self) -> None:
        if self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise StoreTrouble("busy")

    def check(self) -> None:
        found = self.connection.execute("PRAGMA cipher_integrity_check").fetchall()
        found += [
            row
            for row in self.connection.execute("PRAGMA integrity_check").fetchall()
            if row != ("ok",)
        ]
        if found:
            raise StoreTrouble(f"{len(found)} findings")

    def rows(self) -> int:
        return int(self.connection.execute("SELECT count(*) FROM note").fetchone()[0])


@dataclass(frozen=True)
class Store:
    folder: Path
    recovery_key: PrintedCode

    def copied_to(self, folder: Path) -> Store:
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder)

    @property
    def key_file(self) -> Path:
        return self.folder / keys.KEY_FILE

    def database(self, *, backup_at: datetime | None = None) -> SmallDatabase:
        return SmallDatabase(self.folder, backup_at=backup_at)

    def unlock(self, person: Person, passphrase: str | None = None) -> keys.Unlocked:
        # The pause after a wrong attempt has tests of its own.
        (self.folder / "attempts.json").unlink(missing_ok=True)
        return keys.unlock_with_passphrase(
            self.folder, person_id=person.person_id, passphrase=passphrase or person.passphrase
        )

    def enter(
        self, person: Person, passphrase: str | None = None, *, writable: bool = True
    ) -> Session:
        return self._session(self.unlock(person, passphrase), writable)

    def enter_by_recovery_key(self, code: PrintedCode | None = None) -> Session:
        (self.folder / "attempts.json").unlink(missing_ok=True)
        typed = (code or self.recovery_key).text
        return self._session(keys.unlock_with_recovery_key(self.folder, typed=typed), True)

    def enter_by_code(self, issued: keys.EnrolmentCode, now: datetime | None = None) -> Session:
        (self.folder / "attempts.json").unlink(missing_ok=True)
        unlocked = keys.unlock_with_code(
            self.folder, person_id=issued.person_id, typed=issued.code.text, now=now
        )
        return self._session(unlocked, True)

    def _session(self, unlocked: keys.Unlocked, writable: bool) -> Session:
        database = self.database()
        try:
            opened = keys.open_database(unlocked, database, writable=writable)
        except BaseException:
            database.close()
            raise
        return Session(self, unlocked, database, opened)


@dataclass(frozen=True)
class Session:
    """An unlocked store with its database open."""

    store: Store
    unlocked: keys.Unlocked
    database: SmallDatabase
    opened: keys.Opened

    def lock(self) -> None:
        self.database.close()
        self.unlocked.forget()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.lock()


def build_store(folder: Path, people: Sequence[Person]) -> Store:
    """A store of the first person; the others are enrolled by code."""
    first, *others = people
    recovery_key = PrintedCode.new()
    made = keys.new_store_keys(
        person_id=first.person_id,
        name=first.name,
        passphrase=first.passphrase,
        recovery_key=recovery_key,
        now=datetime(2026, 11, 2, 9, tzinfo=UTC),
    )
    database = SmallDatabase(folder)
    database.create(made.db_key_hex, made.ledger_state)
    database.close()
    made.write(folder).forget()
    store = Store(folder, recovery_key)
    for person in others:
        enrol(store, first, person)
        # The lead sees the new statement, so that every test begins with nothing new to tell.
        store.enter(first).lock()
    return store


def enrol(store: Store, lead: Person, person: Person) -> None:
    with store.enter(lead) as session:
        issued = keys.issue_code(
            session.unlocked,
            session.database.ledger,
            person_id=person.person_id,
            name=person.name,
        )
    with store.enter_by_code(issued) as session:
        keys.use_code(session.unlocked, session.database, passphrase=person.passphrase)


def opens(store: Store, person: Person, passphrase: str | None = None) -> bool:
    """Whether this person gets to every row, and may change keys afterwards."""
    with store.enter(person, passphrase) as session:
        assert session.opened.trouble is None
        state = session.database.ledger.read()
        assert state is not None
        assert state.pending is None
        session.database.check()
        return session.database.rows() == ROWS
