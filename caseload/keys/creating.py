"""The keys of a new store: its first person and its printed recovery key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from caseload.keys.ledger import KeyLedgerState
from caseload.keys.printed_code import PrintedCode
from caseload.keys.unlocked import Unlocked


@dataclass(frozen=True)
class NewStoreKeys:
    """Keys made and not yet on disk: create the database, keep ``ledger_state``, then ``write``."""

    store_id: str
    db_key_hex: str
    ledger_state: KeyLedgerState

    def write(self, folder: Path) -> Unlocked:
        """Write the key file into the store's folder; refused where there is one already."""
        raise NotImplementedError


def new_store_keys(
    *,
    person_id: str,
    name: str,
    passphrase: str,
    recovery_key: PrintedCode,
    now: datetime | None = None,
) -> NewStoreKeys:
    """Make the keys of a store for its first person."""
    raise NotImplementedError
