"""The database as the keys see it: opened by raw key, one connection at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from caseload.errors import StoreTrouble
from caseload.store import care
from caseload.store.connection import connect
from caseload.store.unit_of_work import said
from caseload.words import say


class RawLedger:
    """The one row of the key ledger, through a raw connection."""

    def __init__(self, connection: Callable[[], Any]) -> None:
        self._connection = connection

    def read_text(self) -> str | None:
        """The state as text; None before the first."""
        row = self._connection().execute("SELECT state FROM key_ledger").fetchone()
        return None if row is None else str(row[0])

    def write_text(self, state: str) -> None:
        """Put a state in place of the last, committed and durable."""
        self._connection().execute(
            "INSERT INTO key_ledger (only, state) VALUES (1, ?) "
            "ON CONFLICT (only) DO UPDATE SET state = excluded.state",
            (state,),
        )


class KeyedDatabase:
    """Small steps on ``store.db`` whose order the keys decide.

    ``make_backup`` makes and verifies a backup under the present key and gives its UTC time.
    """

    def __init__(
        self,
        file: Path,
        *,
        writable: bool = True,
        make_backup: Callable[[Any], datetime | None] | None = None,
    ) -> None:
        self._file = file
        self._writable = writable
        self._make_backup = make_backup
        self._open: Any = None
        self.raw_ledger = RawLedger(self._now)

    def _now(self) -> Any:
        if self._open is None:
            raise StoreTrouble(say("store.locked"))
        return self._open

    def open(self, db_key_hex: str) -> bool:
        """Open with this raw key; False where it does not read. Never makes a database.

        Raises StoreTrouble where the disk is what refuses, which says nothing about the key.
        """
        self.close()
        if not self._file.is_file() or self._file.stat().st_size == 0:
            raise StoreTrouble(say("store.database_missing"))
        try:
            self._open = connect(self._file, db_key_hex, read_only=not self._writable)
        except sqlcipher.OperationalError as trouble:
            raise said(DBAPIError("", None, trouble)) from None
        except sqlcipher.DatabaseError:
            return False
        return True

    def close(self) -> None:
        """Close what is open."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def backup(self) -> datetime | None:
        """A verified backup under the present key; None where this opening makes none."""
        return None if self._make_backup is None else self._make_backup(self._now())

    def rekey(self, db_key_hex: str) -> None:
        """Re-encrypt every page with this raw key."""
        self._now().execute(f"PRAGMA rekey=\"x'{db_key_hex}'\"")

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the main file and empty it."""
        busy, *_ = self._now().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreTrouble(say("store.busy"))

    def check(self) -> None:
        """Both integrity checks. Raises StoreTrouble on any finding."""
        if care.damage(self._now()):
            raise StoreTrouble(say("store.damaged"))
