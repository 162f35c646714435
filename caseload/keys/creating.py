"""The keys of a new store: its first person and its printed recovery key."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from caseload.keys.comparing import state_of
from caseload.keys.drafting import NewPair, new_data_key
from caseload.keys.kdf import passphrase_bytes
from caseload.keys.key_file import KeyFile, StoredKeys
from caseload.keys.key_file_on_disk import KEY_FILE, write_keys
from caseload.keys.ledger import KeyLedgerState
from caseload.keys.passphrase import check_passphrase
from caseload.keys.primitives import DoesNotOpen, wipe
from caseload.keys.printed_code import PrintedCode
from caseload.keys.proving import open_slot, prove
from caseload.keys.refusals import KeysChangedMeanwhile
from caseload.keys.slots import Slot, make_slot
from caseload.keys.statements import RECOVERY, SlotKind, make_statement
from caseload.keys.unlocked import Unlocked, db_key_hex
from caseload.words import say


@dataclass(frozen=True)
class NewStoreKeys:
    """Keys made and not yet on the disk.

    In this order, best in a folder that is renamed into place at the end: create the database with
    ``db_key_hex``, keep ``ledger_state`` in it, then :meth:`write`. So a key file never stands
    beside a database that was not made. After it this object holds no secret any more.
    """

    file: KeyFile
    pairs: tuple[NewPair, NewPair]
    data_key: bytearray = field(repr=False)

    @property
    def store_id(self) -> str:
        """The new store's UUID."""
        return self.file.store_id

    @property
    def db_key_hex(self) -> str:
        """The database's raw key, 64 hex digits."""
        return db_key_hex(self.data_key)

    @property
    def ledger_state(self) -> KeyLedgerState:
        """What the ledger in the new database has to keep."""
        return state_of(self.file)

    def __repr__(self) -> str:
        """Say nothing that could be logged."""
        return "<NewStoreKeys>"

    def write(self, folder: Path) -> Unlocked:
        """Write the key file into the store's folder, and go on as its first person.

        Raises KeysChangedMeanwhile where the folder has a key file already, StoreTrouble where the
        disk refuses.
        """
        if (folder / KEY_FILE).exists():
            raise KeysChangedMeanwhile(say("keys.refused.has_keys"))
        write_keys(folder, self.file, prove=self._check_unwraps)
        person, recovery = self.pairs
        mine = self._slot_of(self.file, person)
        unlocked = Unlocked(folder, self.file, prove(self.file, mine, person.private))
        unlocked.writable = True
        recovery.private.forget()
        person.forget_secret()
        wipe(self.data_key)
        return unlocked

    def _check_unwraps(self, keys: StoredKeys) -> None:
        if not isinstance(keys, KeyFile):
            raise DoesNotOpen
        for pair in self.pairs:
            slot = self._slot_of(keys, pair)
            prove(keys, slot, open_slot(keys, slot, pair.secret))

    @staticmethod
    def _slot_of(keys: KeyFile, pair: NewPair) -> Slot:
        return keys.slots_of(pair.person_id)[0]


def new_store_keys(
    *,
    person_id: str,
    name: str,
    passphrase: str,
    recovery_key: PrintedCode,
    now: datetime | None = None,
) -> NewStoreKeys:
    """Make the keys of a store for its first person.

    ``recovery_key`` is ``PrintedCode.new()``, printed and typed back before this is called. Raises
    PassphraseRefused.
    """
    check_passphrase(passphrase)
    store_id = str(uuid.uuid4())
    data_key = new_data_key()
    person = NewPair.make(person_id, name, SlotKind.PASSPHRASE, passphrase_bytes(passphrase))
    recovery = NewPair.make(RECOVERY, "", SlotKind.RECOVERY, recovery_key.secret)
    pairs = (person, recovery)
    statement = make_statement(
        store_id,
        last=None,
        data_key=data_key,
        new_generation=True,
        holders=[pair.holder() for pair in pairs],
        by=person_id,
        signer=person.private,
        at=now or datetime.now(UTC),
    )
    slots = tuple(
        make_slot(
            store_id,
            person_id=pair.person_id,
            kind=pair.kind,
            private=pair.private,
            secret=pair.secret,
        )
        .sealed(store_id, statement.generation, data_key, pair.private.public)
        .pinned(store_id, statement.digest(), pair.private)
        for pair in pairs
    )
    file = KeyFile(store_id, (statement,), slots, counter=1).sealed_with(data_key)
    return NewStoreKeys(file, pairs, data_key)
