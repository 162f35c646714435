"""An unlocked store: what a person's secret opened, for as long as the session lasts."""

from __future__ import annotations

from enum import Enum
from pathlib import Path


class TroubleKind(Enum):
    """Why the key file may only be read."""

    SEAL = "seal"
    DIFFERS = "differs"
    OLDER_FILE = "older_file"
    OLDER_DATABASE = "older_database"


class Unlocked:
    """The session's keys. The same object stays good after a change of keys; see ``generation``.

    Every change of keys updates it in place, so read ``db_key_hex`` anew after one.
    """

    @property
    def folder(self) -> Path:
        """The store's folder."""
        raise NotImplementedError

    @property
    def store_id(self) -> str:
        """The store's UUID."""
        raise NotImplementedError

    @property
    def person_id(self) -> str:
        """Whose session this is; ``RECOVERY`` where the recovery key opened it."""
        raise NotImplementedError

    @property
    def kind(self) -> str:
        """What opened it: passphrase, recovery, enrolment or keyring."""
        raise NotImplementedError

    @property
    def generation(self) -> int:
        """The generation of the data key, from 1."""
        raise NotImplementedError

    @property
    def db_key_hex(self) -> str:
        """The database's raw key, 64 hex digits, for ``PRAGMA key = "x'...'"``."""
        raise NotImplementedError

    @property
    def backup_mac_key(self) -> bytes:
        """The key under which a backup container is MACed, 32 bytes."""
        raise NotImplementedError

    @property
    def must_enrol(self) -> bool:
        """True where a recovery key or code opened it, so new keys have to be made before work."""
        raise NotImplementedError

    @property
    def failed_attempts(self) -> int:
        """How many attempts failed since the last success, for the audit trail."""
        raise NotImplementedError

    def sign(self, data: bytes) -> bytes:
        """This person's Ed25519 signature (a tombstone carries it)."""
        raise NotImplementedError

    def forget(self) -> None:
        """Overwrite every secret; the object opens nothing afterwards."""
        raise NotImplementedError
