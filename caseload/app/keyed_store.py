"""The keys' ports, made of the store's pieces: the ledger and the database to re-key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from caseload.keys import KeyLedger, KeyLedgerState
from caseload.store.rekey_database import KeyedDatabase, RawLedger
from caseload.store.store import DATABASE, Store


class LedgerInDatabase:
    """The ledger through the raw connection that the keys have open."""

    def __init__(self, raw: RawLedger) -> None:
        self._raw = raw

    def read(self) -> KeyLedgerState | None:
        """The state kept, or None."""
        text = self._raw.read_text()
        return None if text is None else KeyLedgerState.from_json(text)

    def write(self, state: KeyLedgerState) -> None:
        """Keep a state, durable on return."""
        self._raw.write_text(state.to_json())


class LedgerInStore:
    """The ledger through an open store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self) -> KeyLedgerState | None:
        """The state kept, or None."""
        text = self._store.key_ledger_text()
        return None if text is None else KeyLedgerState.from_json(text)

    def write(self, state: KeyLedgerState) -> None:
        """Keep a state, durable on return."""
        self._store.write_key_ledger(state.to_json())


class StoreDatabase(KeyedDatabase):
    """``store.db`` of a folder, as the keys ask for it."""

    def __init__(
        self,
        folder: Path,
        *,
        writable: bool = True,
        make_backup: Callable[[], datetime | None] | None = None,
    ) -> None:
        super().__init__(
            folder / DATABASE,
            writable=writable,
            make_backup=None if make_backup is None else lambda _: make_backup(),
        )

    @property
    def ledger(self) -> KeyLedger:
        """The ledger of keys through the connection that is open now."""
        return LedgerInDatabase(self.raw_ledger)
