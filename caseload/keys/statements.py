"""Statements: who holds keys to the store, each signed by a holder of the one before.

A sealed data key does not prove who sealed it; this chain does. A statement names the generation,
a commitment to its data key, and every holder with both public keys.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from caseload.keys.primitives import (
    PrivateHalves,
    PublicHalves,
    Secret,
    canonical,
    derive,
    digest,
    same,
)
from caseload.keys.refusals import ForgedStatement
from caseload.words import say

RECOVERY = "recovery"
"""The person id under which the printed recovery key stands among the holders."""

FIRST_GENERATION = 1
_SIGNED_AS = b"caseload/statement/v1\n"


class SlotKind(StrEnum):
    """What opens a private half. ``ENROLMENT`` is a code that was not used yet."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind, not a passphrase
    RECOVERY = "recovery"
    ENROLMENT = "enrolment"
    KEYRING = "keyring"


@dataclass(frozen=True)
class Holder:
    """Someone the data key is sealed to: a person, or the recovery key.

    ``kind`` is never ``KEYRING``: that is a second wrap of a person's own pair, not a holder.
    """

    person_id: str
    name: str
    kind: SlotKind
    public: PublicHalves

    def to_plain(self) -> dict[str, Any]:
        """As JSON members."""
        return {
            "person_id": self.person_id,
            "name": self.name,
            "kind": self.kind.value,
            "x25519": self.public.x25519.hex(),
            "ed25519": self.public.ed25519.hex(),
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Holder:
        """From JSON members; KeyError, TypeError or ValueError where they are not a holder's."""
        kind = SlotKind(plain["kind"])
        if kind is SlotKind.KEYRING:
            raise ValueError("kind of holder")
        public = PublicHalves(bytes.fromhex(plain["x25519"]), bytes.fromhex(plain["ed25519"]))
        return cls(str(plain["person_id"]), str(plain["name"]), kind, public)

    def told_name(self) -> str:
        """The name that a sentence uses."""
        return self.name if self.person_id != RECOVERY else say("keys.recovery_name")


@dataclass(frozen=True)
class Statement:
    """One link of the chain.

    ``at`` is UTC; ``before`` is the digest of the statement before, '' in the first.
    """

    generation: int
    commitment: bytes
    holders: tuple[Holder, ...]
    before: str
    by: str
    at: datetime
    signature: bytes = field(default=b"")

    def _unsigned(self) -> dict[str, Any]:
        return {
            "generation": self.generation,
            "commitment": self.commitment.hex(),
            "holders": [holder.to_plain() for holder in self.holders],
            "before": self.before,
            "by": self.by,
            "at": self.at.isoformat(),
        }

    def to_plain(self) -> dict[str, Any]:
        """As JSON members."""
        return {**self._unsigned(), "signature": self.signature.hex()}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Statement:
        """From JSON members; KeyError, TypeError or ValueError where they are not a statement's."""
        at = datetime.fromisoformat(plain["at"])
        if at.tzinfo is None:
            raise ValueError("time without its zone")
        return cls(
            generation=int(plain["generation"]),
            commitment=bytes.fromhex(plain["commitment"]),
            holders=tuple(Holder.from_plain(holder) for holder in plain["holders"]),
            before=str(plain["before"]),
            by=str(plain["by"]),
            at=at,
            signature=bytes.fromhex(plain["signature"]),
        )

    def digest(self) -> str:
        """SHA-256 of the signed statement, hex."""
        return digest(canonical(self.to_plain())).hex()

    def signed_bytes(self, store_id: str) -> bytes:
        """What the signature covers: the statement and the store it speaks of."""
        return _SIGNED_AS + canonical({"store_id": store_id, **self._unsigned()})

    def holder(self, person_id: str) -> Holder | None:
        """The holder of that person id, or None."""
        return next((one for one in self.holders if one.person_id == person_id), None)

    def commits_to(self, data_key: Secret) -> bool:
        """Whether this is the data key of this statement's generation."""
        return same(self.commitment, commitment(data_key))


def commitment(data_key: Secret) -> bytes:
    """What a statement says of the data key without showing it."""
    return digest(derive(data_key, "commit/v1"))


def make_statement(
    store_id: str,
    *,
    last: Statement | None,
    data_key: Secret,
    new_generation: bool,
    holders: Sequence[Holder],
    by: str,
    signer: PrivateHalves,
    at: datetime,
) -> Statement:
    """The statement that follows ``last``, signed; without a last one, the first of a store.

    ``at`` has to know its zone; it is kept as UTC.
    """
    if at.tzinfo is None:
        raise ValueError("time without its zone")
    generation = FIRST_GENERATION if last is None else last.generation + int(new_generation)
    unsigned = Statement(
        generation=generation,
        commitment=commitment(data_key),
        holders=tuple(sorted(holders, key=lambda holder: holder.person_id)),
        before=last.digest() if last else "",
        by=by,
        at=at.astimezone(UTC),
    )
    signature = signer.sign(unsigned.signed_bytes(store_id))
    return Statement(**{**unsigned.__dict__, "signature": signature})


def check_chain(store_id: str, statements: Sequence[Statement], start: int = 0) -> None:
    """Follow the chain from ``start`` to the newest statement.

    Raises ForgedStatement with the number, counted from 1, of the first link that breaks.
    """
    if not statements:
        raise ForgedStatement(say("keys.refused.no_statement"))
    for place in range(start, len(statements)):
        last = statements[place - 1] if place else None
        if not _follows(store_id, last, statements[place]):
            raise ForgedStatement(say("keys.refused.forged_statement", number=place + 1))


def _follows(store_id: str, last: Statement | None, link: Statement) -> bool:
    ids = [holder.person_id for holder in link.holders]
    if not ids or len(set(ids)) != len(ids):
        return False
    signer = (last or link).holder(link.by)
    if signer is None or not signer.public.signed(link.signature, link.signed_bytes(store_id)):
        return False
    if last is None:
        return link.before == "" and link.generation == FIRST_GENERATION
    if link.before != last.digest():
        return False
    # A data key belongs to one generation, so a change of either is a change of both.
    if link.generation == last.generation:
        return same(link.commitment, last.commitment)
    return link.generation == last.generation + 1
