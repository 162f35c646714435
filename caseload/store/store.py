"""The open store: one writer at a time, readers beside it, nothing left once closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from caseload.changes import ChangeBoard
from caseload.errors import StoreReadOnly, StoreTrouble
from caseload.people.person import Service
from caseload.store import care, migrating, tables
from caseload.store.connection import assert_encrypted, connect, engine
from caseload.store.schema_check import Findings, inspect
from caseload.store.unit_of_work import Reading, Work, said
from caseload.values.record import RecordId
from caseload.words import say

DATABASE = "store.db"
CHECKED_BELOW_BYTES = 64 * 1024 * 1024
"""Stores up to this size are checked whole at each opening; larger ones by ``caseload check``."""


def create_database(folder: Path, key_hex: str) -> None:
    """A new, empty, encrypted database at this program's revision, proved to be encrypted."""
    file = folder / DATABASE
    if file.exists():
        raise StoreTrouble(say("store.already_there"))
    with _troubles_said():
        connect(file, key_hex).close()
        migrating.migrate(file, key_hex)
    assert_encrypted(file)


class Store:
    """An open store. Use ``open_store``; close it to drop the key and every connection."""

    def __init__(self, folder: Path, key_hex: str, *, writable: bool) -> None:
        self.folder = folder
        self.file = folder / DATABASE
        self.board = ChangeBoard()
        self.findings = Findings()
        self.damage: list[str] = []
        self._key: str | None = key_hex
        self._writable = writable
        self._service_id: RecordId = ""
        self._writing = RLock()
        self._shared: Connection | None = None
        self._writer = engine(self.file, self._key_now, writes=True) if writable else None
        self._reader = engine(self.file, self._key_now, writes=False)

    def _key_now(self) -> str:
        if self._key is None:
            raise StoreTrouble(say("store.locked"))
        return self._key

    @property
    def is_read_only(self) -> bool:
        """Nothing can be saved: another copy holds the store, or its rules were found broken."""
        return self._writer is None

    def go_read_only(self) -> None:
        """Stop writing for the rest of this opening."""
        if self._writer is not None:
            self._writer.dispose()
            self._writer = None

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Reads of one consistent moment. Raises StoreTrouble where the file is damaged."""
        if self._shared is not None:
            yield Reading(self._shared)
            return
        with _troubles_said(), self._reader.connect() as connection:
            yield Reading(connection)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Save all the verbs inside with one commit; a refused one leaves the others standing.

        For many records at once, by one thread that has the store to itself: reads inside see what
        is not saved yet. Nobody is told of the changes. Raises as ``work`` does.
        """
        if self._writer is None:
            raise StoreReadOnly(say("store.read_only"))
        with self._writing, _troubles_said():
            try:
                with self._writer.begin() as self._shared:
                    yield
            finally:
                self._shared = None

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A transaction, or a part of the one that is shared, which stands or falls by itself."""
        if self._writer is None:
            raise StoreReadOnly(say("store.read_only"))
        if self._shared is not None:
            with self._shared.begin_nested():
                yield self._shared
            return
        with self._writer.begin() as connection:
            yield connection

    @contextmanager
    def work(
        self,
        *,
        person_id: RecordId,
        action: str,
        origin: object | None = None,
        now: datetime | None = None,
    ) -> Iterator[Work]:
        """One verb: everything inside is saved together, or nothing is.

        Raises StoreReadOnly, StoreTrouble (full disk, another writer, damage) or Refused; in each
        case the store is as it was before.
        """
        with self._writing, _troubles_said(), self._transaction() as connection:
            work = Work(
                connection,
                person_id=person_id,
                action=action,
                service_id=self.service_id_in(connection),
                now=now or datetime.now(UTC),
            )
            yield work
            changed = work.changed(origin)
        if changed is not None and self._shared is None:
            self.board.publish(changed)

    def service_id_in(self, connection: Connection) -> RecordId:
        """The id of the service that this store belongs to; empty while it is being set up."""
        if not self._service_id:
            found = connection.execute(select(tables.service.c.id)).scalar()
            self._service_id = found or ""
        return self._service_id

    def service(self) -> Service:
        """The service that this store belongs to."""
        with self.reading() as reading:
            found = reading.find(Service)
        if not found:
            raise StoreTrouble(say("store.damaged"))
        return found[0]

    def raw(self, use: Callable[[Any], Any]) -> Any:
        """Give ``use`` a DB-API connection of its own, for backup and care; it is closed after."""
        with _troubles_said():
            connection = connect(self.file, self._key_now(), read_only=self.is_read_only)
            try:
                return use(connection)
            finally:
                connection.close()

    def check(self) -> list[str]:
        """Both integrity checks; empty is clean."""
        return list(self.raw(care.damage))

    def copy_to(self, target: Path) -> None:
        """An online copy under the same key, taken while work may go on."""

        def _copy(source: Any) -> None:
            into = connect(target, self._key_now())
            try:
                source.backup(into)
            finally:
                into.close()

        self.raw(_copy)
        assert_encrypted(target)

    def key_ledger_text(self) -> str | None:
        """The ledger of keys as it stands in the encrypted database; None before the first."""
        with self.reading() as reading:
            rows = reading.rows(select(tables.key_ledger.c.state))
        return rows[0]["state"] if rows else None

    def write_key_ledger(self, state: str) -> None:
        """Put the ledger of keys in place, in a transaction of its own."""
        if self._writer is None:
            raise StoreReadOnly(say("store.read_only"))
        with self._writing, _troubles_said(), self._writer.begin() as connection:
            connection.execute(tables.key_ledger.delete())
            connection.execute(tables.key_ledger.insert().values(only=1, state=state))

    def pause(self) -> None:
        """Let go of every connection, so that the keys can have the database to themselves.

        Readers go first: only a connection that may write brings the log into the main file.
        """
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()
        self._key = None

    def resume(self, key_hex: str) -> None:
        """Go on after a pause, with the key of today."""
        self._key = key_hex

    def close(self) -> None:
        """Close every connection and forget the key."""
        self.pause()


def open_store(
    folder: Path,
    key_hex: str,
    *,
    writable: bool = True,
    back_up: Callable[[Path], object] | None = None,
) -> Store:
    """Open, bring up to date and check a store whose keys have been proved.

    ``back_up`` is called with the database's path before a migration. A store whose own rules were
    altered, or that is damaged but readable, opens read-only with its ``findings``.
    Raises StoreTrouble for a missing, empty, unreadable or newer store.
    """
    file = folder / DATABASE
    if not file.is_file() or file.stat().st_size == 0:
        raise StoreTrouble(say("store.database_missing"))
    assert_encrypted(file)
    with _troubles_said():
        bring_up_to_date(file, key_hex, writable=writable, back_up=back_up)
        store = Store(folder, key_hex, writable=writable)
        try:
            _inspect(store)
        except BaseException:
            store.close()
            raise
    return store


def bring_up_to_date(
    file: Path,
    key_hex: str,
    *,
    writable: bool,
    back_up: Callable[[Path], object] | None = None,
) -> None:
    """Refuse a newer store, migrate an older one. Raises StoreTrouble."""
    connection = connect(file, key_hex, read_only=True)
    try:
        try:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlcipher.OperationalError:
            found = None
    finally:
        connection.close()
    if found is None:
        raise StoreTrouble(say("store.damaged"))
    if found[0] == migrating.head():
        return
    if found[0] not in migrating.known_revisions():
        raise StoreTrouble(say("store.newer"))
    if not writable:
        raise StoreTrouble(say("store.older_read_only"))
    migrating.migrate(file, key_hex, back_up=(lambda: back_up(file)) if back_up else None)


def _inspect(store: Store) -> None:
    with store.reading() as reading:
        store.findings = inspect(reading.connection)
    if store.file.stat().st_size <= CHECKED_BELOW_BYTES:
        store.damage = store.check()
    if not store.findings.are_clean or store.damage:
        store.go_read_only()


@contextmanager
def _troubles_said() -> Iterator[None]:
    """What the database refuses inside comes out as a sentence; its own words may hold names."""
    try:
        yield
    except DBAPIError as trouble:
        raise said(trouble) from None
    except sqlcipher.DatabaseError as trouble:
        raise said(DBAPIError("", None, trouble)) from None
