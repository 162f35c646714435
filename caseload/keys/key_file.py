"""The key file ``keyslots.json``: its content, its canonical bytes and its MAC.

The file holds no secret in clear. While a re-key runs it holds two whole key files, the one before
and the one after, and the old data key sealed to the slots of the one after.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from caseload.keys.primitives import Secret, canonical, derive, mac, same
from caseload.keys.refusals import KeyFileDamaged, NewerKeyFile
from caseload.keys.slots import Slot
from caseload.keys.statements import Holder, SlotKind, Statement
from caseload.words import say

FORMAT = 1
_LARGEST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True)
class KeyFile:
    """A key file at rest. ``counter`` rises by one with each write."""

    store_id: str
    statements: tuple[Statement, ...]
    slots: tuple[Slot, ...]
    counter: int
    mac: bytes = b""

    @property
    def newest(self) -> Statement:
        """The newest statement."""
        return self.statements[-1]

    @property
    def generation(self) -> int:
        """The generation of the data key that the slots seal."""
        return self.newest.generation

    @property
    def people(self) -> tuple[Holder, ...]:
        """The holders who are people, not the recovery key."""
        return tuple(one for one in self.newest.holders if one.kind is not SlotKind.RECOVERY)

    def slots_of(self, person_id: str) -> tuple[Slot, ...]:
        """Every slot of that person."""
        return tuple(slot for slot in self.slots if slot.person_id == person_id)

    def slot(self, slot_id: str) -> Slot | None:
        """The slot with that id, or None."""
        return next((slot for slot in self.slots if slot.slot_id == slot_id), None)

    def to_plain(self) -> dict[str, Any]:
        """As JSON members."""
        return {**self._unsealed(), "mac": self.mac.hex()}

    def _unsealed(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "store_id": self.store_id,
            "statements": [statement.to_plain() for statement in self.statements],
            "slots": [slot.to_plain() for slot in self.slots],
            "counter": self.counter,
        }

    def sealed_with(self, data_key: Secret) -> KeyFile:
        """This file with its MAC."""
        return replace(self, mac=self._mac(data_key))

    def seal_fits(self, data_key: Secret) -> bool:
        """Whether the MAC is this data key's over this content."""
        return same(self.mac, self._mac(data_key))

    def _mac(self, data_key: Secret) -> bytes:
        return mac(derive(data_key, "slots/v1"), canonical(self._unsealed()))

    def to_bytes(self) -> bytes:
        """The canonical bytes that are written."""
        return canonical(self.to_plain()) + b"\n"

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> KeyFile:
        """From JSON members; KeyError, TypeError or ValueError where they are not a key file's."""
        read = cls(
            store_id=str(plain["store_id"]),
            statements=tuple(Statement.from_plain(one) for one in plain["statements"]),
            slots=tuple(Slot.from_plain(one) for one in plain["slots"]),
            counter=int(plain["counter"]),
            mac=bytes.fromhex(plain["mac"]),
        )
        if not read.statements:
            raise ValueError("no statement")
        return read


@dataclass(frozen=True)
class RekeyingFile:
    """Both generations. ``both``: by slot id of ``after``, the old data key sealed to it."""

    after: KeyFile
    before: KeyFile
    both: Mapping[str, bytes]
    mac: bytes = b""

    def to_plain(self) -> dict[str, Any]:
        """As JSON members."""
        return {**self._unsealed(), "mac": self.mac.hex()}

    def _unsealed(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "rekeying": True,
            "after": self.after.to_plain(),
            "before": self.before.to_plain(),
            "both": {slot_id: seal.hex() for slot_id, seal in self.both.items()},
        }

    def sealed_with(self, new_data_key: Secret) -> RekeyingFile:
        """This file with its MAC, under the new data key."""
        return replace(self, mac=self._mac(new_data_key))

    def seal_fits(self, new_data_key: Secret) -> bool:
        """Whether the MAC is the new data key's over this content."""
        return same(self.mac, self._mac(new_data_key))

    def _mac(self, data_key: Secret) -> bytes:
        return mac(derive(data_key, "slots/v1"), canonical(self._unsealed()))

    def to_bytes(self) -> bytes:
        """The canonical bytes that are written."""
        return canonical(self.to_plain()) + b"\n"

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> RekeyingFile:
        """From JSON members; KeyError, TypeError or ValueError where they are not a key file's."""
        return cls(
            after=KeyFile.from_plain(plain["after"]),
            before=KeyFile.from_plain(plain["before"]),
            both={str(slot): bytes.fromhex(seal) for slot, seal in plain["both"].items()},
            mac=bytes.fromhex(plain["mac"]),
        )


StoredKeys = KeyFile | RekeyingFile


def parse(data: bytes) -> StoredKeys:
    """Read a key file. KeyFileDamaged or NewerKeyFile.

    The members have to be exactly those that this program writes, so that the MAC covers all of
    them; how the JSON text is laid out does not matter.
    """
    try:
        if len(data) > _LARGEST_BYTES:
            raise ValueError("too large")
        plain = json.loads(data.decode(), object_pairs_hook=_once_each)
        if not isinstance(plain, dict) or type(plain.get("format")) is not int:
            raise ValueError("no key file")
        if plain["format"] > FORMAT:
            raise NewerKeyFile(say("keys.refused.newer_file"))
        kind = RekeyingFile if "rekeying" in plain else KeyFile
        read = kind.from_plain(plain)
        if canonical(read.to_plain()) != canonical(plain):
            raise ValueError("other members")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as failure:
        raise KeyFileDamaged(say("keys.refused.damaged_file")) from failure
    return read


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member stands twice")
    return members
