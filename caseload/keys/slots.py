"""Slots: one secret's way to the data key.

The secret wraps the private halves of a pair; the data key is sealed to the public halves, so a
new data key can be sealed without the secret. The pin, made with the private half, says which
statement the owner accepted last.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from caseload.keys.kdf import Kdf
from caseload.keys.primitives import (
    PrivateHalves,
    PublicHalves,
    Secret,
    canonical,
    digest,
    mac,
    same,
    unwrap,
    wrap,
)
from caseload.keys.statements import SlotKind


@dataclass(frozen=True)
class Slot:
    """One slot of the key file. ``expires`` (UTC) is set for an enrolment code alone."""

    slot_id: str
    person_id: str
    kind: SlotKind
    kdf: Kdf
    public: PublicHalves
    wrapped: bytes = b""
    seal: bytes = b""
    pin: bytes = b""
    expires: datetime | None = None

    def to_plain(self) -> dict[str, Any]:
        """As JSON members."""
        plain: dict[str, Any] = {
            **self._identity(),
            "wrapped": self.wrapped.hex(),
            "seal": self.seal.hex(),
            "pin": self.pin.hex(),
        }
        if self.expires is not None:
            plain["expires"] = self.expires.isoformat()
        return plain

    def _identity(self) -> dict[str, Any]:
        return {
            "slot_id": self.slot_id,
            "person_id": self.person_id,
            "type": self.kind.value,
            "kdf": self.kdf.to_plain(),
            "x25519": self.public.x25519.hex(),
            "ed25519": self.public.ed25519.hex(),
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Slot:
        """From JSON members; KeyError, TypeError or ValueError where they are not a slot's."""
        expires = datetime.fromisoformat(plain["expires"]) if "expires" in plain else None
        if expires is not None and expires.tzinfo is None:
            raise ValueError("time without its zone")
        return cls(
            slot_id=str(plain["slot_id"]),
            person_id=str(plain["person_id"]),
            kind=SlotKind(plain["type"]),
            kdf=Kdf.from_plain(plain["kdf"]),
            public=PublicHalves(bytes.fromhex(plain["x25519"]), bytes.fromhex(plain["ed25519"])),
            wrapped=bytes.fromhex(plain["wrapped"]),
            seal=bytes.fromhex(plain["seal"]),
            pin=bytes.fromhex(plain["pin"]),
            expires=expires,
        )

    def digest(self) -> str:
        """SHA-256 of the slot, hex: shows any change to it."""
        return digest(canonical(self.to_plain())).hex()

    def allowed(self) -> bool:
        """Whether the slot's guard against guessing is within what the program accepts."""
        return self.kdf.allowed(passphrase=self.kind is SlotKind.PASSPHRASE)

    def open(self, store_id: str, secret: Secret) -> PrivateHalves:
        """The private halves that this secret unwraps; DoesNotOpen where it does not."""
        return PrivateHalves(unwrap(self.kdf.key(secret), self.wrapped, self._bound_to(store_id)))

    def open_seal(self, store_id: str, generation: int, private: PrivateHalves) -> bytearray:
        """The data key of that generation; DoesNotOpen where it is not sealed to these halves."""
        return private.open(self.seal, self.seal_info(store_id, generation))

    def sealed(
        self, store_id: str, generation: int, data_key: Secret, public: PublicHalves
    ) -> Slot:
        """This slot with the data key sealed to ``public``, which the store's own copy gives."""
        return replace(self, seal=public.seal(data_key, self.seal_info(store_id, generation)))

    def seal_info(self, store_id: str, generation: int) -> bytes:
        """What a seal is tied to."""
        return "\n".join(("caseload/dk/v1", store_id, self.slot_id, str(generation))).encode()

    def pinned(self, store_id: str, statement: str, private: PrivateHalves) -> Slot:
        """This slot after its owner accepted the statement with that digest."""
        return replace(self, pin=_pin(store_id, statement, private))

    def pin_is(self, store_id: str, statement: str, private: PrivateHalves) -> bool:
        """Whether the owner accepted that statement last."""
        return same(self.pin, _pin(store_id, statement, private))

    def _bound_to(self, store_id: str) -> bytes:
        return canonical({"store_id": store_id, **self._identity()})

    def wrapping(self, store_id: str, private: PrivateHalves, secret: Secret) -> Slot:
        """This slot with the private halves wrapped by the secret."""
        wrapped = wrap(self.kdf.key(secret), private.raw, self._bound_to(store_id))
        return replace(self, wrapped=wrapped)


def _pin(store_id: str, statement: str, private: PrivateHalves) -> bytes:
    return mac(private.pin_key(), f"{store_id}\n{statement}".encode())


def make_slot(
    store_id: str,
    *,
    person_id: str,
    kind: SlotKind,
    private: PrivateHalves,
    secret: Secret,
    expires: datetime | None = None,
) -> Slot:
    """A slot with its wrap; the seal and the pin come with the statement that names it."""
    kdf = Kdf.for_passphrase() if kind is SlotKind.PASSPHRASE else Kdf.for_random_secret()
    slot = Slot(str(uuid.uuid4()), person_id, kind, kdf, private.public, expires=expires)
    return slot.wrapping(store_id, private, secret)
