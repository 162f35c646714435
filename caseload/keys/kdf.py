"""From what a person types to the key that wraps a pair.

A passphrase is stretched by Argon2id, since people choose guessable ones. The printed codes and
the keyring's key are 160 random bits or more, which nobody guesses, so HKDF is enough for them.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from caseload.keys.primitives import KEY_BYTES, SALT_BYTES, Secret, derive

ARGON2ID = "argon2id"
HKDF_SHA256 = "hkdf-sha256"

MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4
_MEMORY_ALLOWED = range(64 * 1024, 1024 * 1024 + 1)
_PASSES_ALLOWED = range(3, 17)
_LANES_ALLOWED = range(1, 17)
_SALT_ALLOWED = range(SALT_BYTES, 65)


def passphrase_bytes(passphrase: str) -> bytearray:
    """The bytes of a passphrase, the same whichever keyboard composed its accents (NFKC)."""
    return bytearray(unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class Kdf:
    """How one slot's wrapping key is made. ``memory_kib``, ``passes``, ``lanes``: Argon2id only."""

    name: str
    salt: bytes
    memory_kib: int = 0
    passes: int = 0
    lanes: int = 0

    @classmethod
    def for_passphrase(cls) -> Kdf:
        """The program's own Argon2id figures, never those of a file, with a fresh salt."""
        return cls(ARGON2ID, os.urandom(SALT_BYTES), MEMORY_KIB, PASSES, LANES)

    @classmethod
    def for_random_secret(cls) -> Kdf:
        """HKDF with a fresh salt, for secrets that are random already."""
        return cls(HKDF_SHA256, os.urandom(SALT_BYTES))

    def allowed(self, *, passphrase: bool) -> bool:
        """Whether a slot may ask for this: 64 MiB to 1 GiB and 3 to 16 passes for a passphrase."""
        if len(self.salt) not in _SALT_ALLOWED:
            return False
        if not passphrase:
            return self.name == HKDF_SHA256
        return (
            self.name == ARGON2ID
            and self.memory_kib in _MEMORY_ALLOWED
            and self.passes in _PASSES_ALLOWED
            and self.lanes in _LANES_ALLOWED
        )

    def key(self, secret: Secret) -> bytes:
        """The wrapping key, 32 bytes. Call :meth:`allowed` first on one read from a file."""
        if self.name == ARGON2ID:
            return argon2id(secret, self.salt, self.memory_kib, self.passes, self.lanes)
        return derive(secret, "wrap/v1", self.salt)

    def to_plain(self) -> dict[str, Any]:
        """As JSON members."""
        plain: dict[str, Any] = {"name": self.name, "salt": self.salt.hex()}
        if self.name == ARGON2ID:
            plain |= {"m": self.memory_kib, "t": self.passes, "p": self.lanes}
        return plain

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Kdf:
        """From JSON members; KeyError, TypeError or ValueError where they are none."""
        salt = bytes.fromhex(plain["salt"])
        if plain["name"] == ARGON2ID:
            return cls(ARGON2ID, salt, int(plain["m"]), int(plain["t"]), int(plain["p"]))
        return cls(str(plain["name"]), salt)


def argon2id(secret: Secret, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    """Argon2id (RFC 9106), 32 bytes."""
    stretch = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory_kib
    )
    return stretch.derive(bytes(secret))
