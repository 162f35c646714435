"""The audit trail: every change, read and print, in a chain that a missing link breaks.

The chain covers a header and the salted digest of the payload. Payload and salt lie apart, so that
erasure can remove them and the chain still holds.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from caseload.values.record import RecordId

BEGINNING = "0" * 64
"""What stands as the previous digest of the first entry."""


class Deed(StrEnum):
    """What an entry says was done to a record."""

    ADDED = "added"
    CHANGED = "changed"
    HIDDEN = "hidden"
    RESTORED = "restored"
    READ = "read"
    PRINTED = "printed"
    EXPORTED = "exported"
    NOTED = "noted"


@dataclass(frozen=True)
class EntryHeader:
    """The part of an entry that is never removed. ``sequence`` counts up in this store.

    ``change_id`` joins the entries of one verb: one transaction, one undo step. ``at`` is UTC;
    ``clock_suspect`` says that the computer's clock had gone back.
    """

    sequence: int
    at: datetime
    clock_suspect: bool
    person_id: RecordId
    action: str
    change_id: RecordId
    deed: Deed
    room: str
    record_id: RecordId
    record_version: int
    payload_digest: str
    previous: str

    def digest(self) -> str:
        """SHA-256 over the canonical bytes of the header."""
        plain = asdict(self) | {"at": self.at.isoformat(), "deed": str(self.deed)}
        return hashlib.sha256(canonical(plain)).hexdigest()


def canonical(plain: object) -> bytes:
    """The one byte form of a plain value: sorted keys, no spaces, UTF-8."""
    return json.dumps(
        plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def payload_digest(salt: bytes, payload: str) -> str:
    """SHA-256 over the salt and the payload; the salt stops guessing once the payload is erased."""
    return hashlib.sha256(salt + payload.encode()).hexdigest()
