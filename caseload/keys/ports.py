"""What the keys ask of the database: small steps whose order the keys decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Protocol

from caseload.keys.ledger import KeyLedger


class RekeyStep(Enum):
    """A step of a re-key that has just been completed, in this order."""

    BACKED_UP = "backed_up"
    LEDGER_TOLD = "ledger_told"
    BOTH_GENERATIONS_WRITTEN = "both_generations_written"
    REKEYED = "rekeyed"
    CHECKPOINTED = "checkpointed"
    CLOSED = "closed"
    REOPENED = "reopened"
    CHECKED = "checked"
    NEW_GENERATION_WRITTEN = "new_generation_written"
    LEDGER_SETTLED = "ledger_settled"


Progress = Callable[[RekeyStep], None]


class RekeyDatabase(Protocol):
    """The database as the keys see it, with at most one connection open at a time.

    While the keys work through this port, nothing else may have the database open for writing.
    """

    @property
    def ledger(self) -> KeyLedger:
        """The ledger, read and written through the connection that is open now."""

    def open(self, db_key_hex: str) -> bool:
        """Close what is open, then open with this raw key (64 hex digits) and prove it by a read.

        True when it opened. False when the database does not read with this key; then nothing is
        open and no record was changed (SQLite may move whole pages from the WAL to the main file,
        still encrypted as they are). Raises StoreTrouble where there is no database to open (file
        missing or empty), which must never create one.
        """

    def close(self) -> None:
        """Close the connection; quietly nothing where none is open."""

    def backup(self) -> datetime | None:
        """Make and verify a backup under the present key; its UTC time, None where none was made.

        Raises StoreTrouble where the backup could not be made; then the re-key does not begin.
        """

    def rekey(self, db_key_hex: str) -> None:
        """``PRAGMA rekey`` to this raw key on the open connection."""

    def checkpoint(self) -> None:
        """``PRAGMA wal_checkpoint(TRUNCATE)``; raises StoreTrouble where it was busy."""

    def check(self) -> None:
        """``cipher_integrity_check`` and ``integrity_check``; StoreTrouble on any finding.

        The first reads the main file alone, so it gives false alarms before a checkpoint.
        """
