"""An unlocked store: what a person's secret opened, for as long as the session lasts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from caseload.keys.key_file import KeyFile, RekeyingFile, StoredKeys
from caseload.keys.primitives import Secret, derive, wipe
from caseload.keys.proving import Proof
from caseload.keys.slots import Slot
from caseload.keys.statements import Holder, SlotKind


class TroubleKind(Enum):
    """Why the key file may only be read."""

    SEAL = "seal"
    DIFFERS = "differs"
    OLDER_FILE = "older_file"
    OLDER_DATABASE = "older_database"


@dataclass(frozen=True)
class KeyFileTrouble:
    """Why the store must be opened read-only; ``people`` are those whose slots differ."""

    kind: TroubleKind
    people: tuple[str, ...]
    sentence: str


def db_key_hex(data_key: Secret) -> str:
    """The database's raw key, 64 hex digits."""
    return derive(data_key, "db/v1").hex()


class Unlocked:
    """The session's keys.

    A change of keys updates this object in place, so read ``db_key_hex`` anew after one. It
    belongs to one thread. Nothing of it is written anywhere.
    """

    def __init__(
        self,
        folder: Path,
        stored: StoredKeys,
        proof: Proof,
        *,
        old_data_key: bytearray | None = None,
    ) -> None:
        """Made by the unlocking verbs; ``stored`` is the whole file that ``proof`` came from."""
        self._folder = folder
        self._proof = proof
        self._failed_attempts = 0
        self.stored = stored
        self.old_data_key = old_data_key
        self.passphrase: bytearray | None = None
        self.trouble: KeyFileTrouble | None = None
        self.writable = False

    def __repr__(self) -> str:
        """Say nothing that could be logged."""
        return f"<Unlocked generation {self.generation}>"

    @property
    def folder(self) -> Path:
        """The store's folder."""
        return self._folder

    @property
    def store_id(self) -> str:
        """The store's UUID."""
        return self._proof.file.store_id

    @property
    def person_id(self) -> str:
        """Whose session this is; ``RECOVERY`` where the recovery key opened it."""
        return self._proof.slot.person_id

    @property
    def kind(self) -> SlotKind:
        """What opened it: passphrase, recovery, enrolment or keyring."""
        return self._proof.slot.kind

    @property
    def generation(self) -> int:
        """The generation of the data key, from 1."""
        return self._proof.file.generation

    @property
    def db_key_hex(self) -> str:
        """The database's raw key, 64 hex digits, for ``PRAGMA key = "x'...'"``."""
        return db_key_hex(self._proof.data_key)

    @property
    def backup_mac_key(self) -> bytes:
        """The key under which a backup container is MACed, 32 bytes."""
        return derive(self._proof.data_key, "backup/v1")

    @property
    def must_enrol(self) -> bool:
        """True where a recovery key or code opened it, so new keys have to be made before work."""
        return self.kind in {SlotKind.RECOVERY, SlotKind.ENROLMENT}

    @property
    def failed_attempts(self) -> int:
        """How many attempts failed since the last success, for the audit trail."""
        return self._failed_attempts

    def sign(self, data: bytes) -> bytes:
        """This person's Ed25519 signature (a tombstone carries it)."""
        return self._proof.private.sign(data)

    def signer_of(self, data: bytes, signature: bytes) -> Holder | None:
        """Who signed this, among all who ever held keys to this store; None for a stranger.

        Pairs change, so every statement of the chain is asked, the newest first.
        """
        for statement in reversed(self.file.statements):
            for holder in statement.holders:
                if holder.public.signed(signature, data):
                    return holder
        return None

    def forget(self) -> None:
        """Overwrite every secret; the object opens nothing afterwards."""
        self._proof.private.forget()
        wipe(self._proof.data_key)
        wipe(self.old_data_key)
        self.forget_passphrase()

    # What the other modules of this package work with.

    @property
    def proof(self) -> Proof:
        """The key file, the slot, its private halves and the data key."""
        return self._proof

    @property
    def file(self) -> KeyFile:
        """The key file that this session trusts."""
        return self._proof.file

    @property
    def slot(self) -> Slot:
        """The slot of this session."""
        return self._proof.slot

    @property
    def opened_by_the_new_generation(self) -> bool:
        """True where a re-key had stopped and this secret opens the file of after."""
        return isinstance(self.stored, RekeyingFile) and self.file == self.stored.after

    @property
    def is_between(self) -> bool:
        """True while the key file holds both generations and this session has settled neither."""
        return isinstance(self.stored, RekeyingFile)

    def use_old_data_key(self) -> None:
        """Read with the data key of before, in a session that may not settle a stopped re-key."""
        if self.old_data_key is not None:
            wipe(self._proof.data_key)
            self._proof = replace(self._proof, data_key=self.old_data_key)
            self.old_data_key = None

    def adopt(self, proof: Proof) -> None:
        """Go on with these keys, and forget those of before where they are others."""
        last = self._proof
        self._proof = proof
        self.stored = proof.file
        if last.private.raw is not proof.private.raw:
            last.private.forget()
        if last.data_key is not proof.data_key:
            wipe(last.data_key)
        wipe(self.old_data_key)
        self.old_data_key = None

    def count_failed(self, failed: int) -> None:
        """Note how many attempts had failed before this success."""
        self._failed_attempts = failed

    def forget_passphrase(self) -> None:
        """Overwrite the passphrase, which is kept only until the database is open."""
        wipe(self.passphrase)
        self.passphrase = None
