"""The store's own copy of who holds keys, kept inside the encrypted database.

The key file lies open to whoever can write to the folder; this copy does not. Each change of keys
is written here first as ``pending``, then to the file, then here as the present state, so that a
power cut between the two is told from an older or altered file put in its place.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Protocol

from caseload.keys.statements import Holder


@dataclass(frozen=True)
class SlotMark:
    """One slot of the key file, by a digest (SHA-256, hex) that shows any change to it."""

    slot_id: str
    person_id: str
    digest: str


@dataclass(frozen=True)
class KeyLedgerState:
    """What the key file must be.

    ``statement`` is the digest of the newest statement; ``file_mac`` the key file's MAC; ``renew``
    the person ids whose pairs are made new at their next unlock; ``pending`` the state after a
    change that was begun, itself without a pending one.
    """

    store_id: str
    generation: int
    counter: int
    statement: str
    file_mac: str
    holders: tuple[Holder, ...]
    slots: tuple[SlotMark, ...]
    renew: tuple[str, ...] = ()
    pending: KeyLedgerState | None = None

    def to_json(self) -> str:
        """This state as JSON text, to be kept in the database as it is."""
        return json.dumps(self._plain(), sort_keys=True, ensure_ascii=False)

    def _plain(self) -> dict[str, Any]:
        return {
            "store_id": self.store_id,
            "generation": self.generation,
            "counter": self.counter,
            "statement": self.statement,
            "file_mac": self.file_mac,
            "holders": [holder.to_plain() for holder in self.holders],
            "slots": [[mark.slot_id, mark.person_id, mark.digest] for mark in self.slots],
            "renew": list(self.renew),
            "pending": self.pending._plain() if self.pending else None,
        }

    @classmethod
    def from_json(cls, text: str) -> KeyLedgerState:
        """The state that :meth:`to_json` wrote; ValueError or KeyError where it is not one."""
        return cls._from_plain(json.loads(text))

    @classmethod
    def _from_plain(cls, plain: dict[str, Any]) -> KeyLedgerState:
        pending = plain["pending"]
        return cls(
            store_id=plain["store_id"],
            generation=plain["generation"],
            counter=plain["counter"],
            statement=plain["statement"],
            file_mac=plain["file_mac"],
            holders=tuple(Holder.from_plain(holder) for holder in plain["holders"]),
            slots=tuple(SlotMark(*mark) for mark in plain["slots"]),
            renew=tuple(plain["renew"]),
            pending=cls._from_plain(pending) if pending else None,
        )

    def settled(self) -> KeyLedgerState:
        """This state with nothing pending."""
        return replace(self, pending=None)

    def holder(self, person_id: str) -> Holder | None:
        """The holder of that person id, or None."""
        return next((one for one in self.holders if one.person_id == person_id), None)


class KeyLedger(Protocol):
    """Where the state stands: one row of the encrypted database, through its open connection."""

    def read(self) -> KeyLedgerState | None:
        """The state kept, or None where the database has none."""

    def write(self, state: KeyLedgerState) -> None:
        """Keep this state in place of the last, in a transaction of its own.

        Committed and durable when it returns.
        """
