"""The few cryptographic steps that every key of a store is made of, each under a name of its own.

Nothing here is invented: HKDF-SHA256, HMAC-SHA256, AES-256-GCM, HPKE (RFC 9180), X25519, Ed25519
and Argon2id (RFC 9106) come from the ``cryptography`` package.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)

Secret = bytes | bytearray


class DoesNotOpen(Exception):
    """A wrap or seal was not made with this key, or was changed since.

    For callers inside this package, who know what to say.
    """


def canonical(plain: Any) -> bytes:
    """The one byte form of a JSON value, so that a digest of it means one thing."""
    return json.dumps(
        plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def digest(data: bytes) -> bytes:
    """SHA-256."""
    return hashlib.sha256(data).digest()


def derive(key: Secret, label: str, salt: bytes | None = None) -> bytes:
    """HKDF-SHA256 of ``key`` for one purpose, 32 bytes."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt, label.encode()).derive(bytes(key))


def mac(key: Secret, data: bytes) -> bytes:
    """HMAC-SHA256."""
    return hmac.new(bytes(key), data, hashlib.sha256).digest()


def same(one: bytes, other: bytes) -> bool:
    """Equality that takes the same time wherever the difference lies."""
    return hmac.compare_digest(one, other)


def wrap(key: Secret, secret: Secret, bound_to: bytes) -> bytes:
    """AES-256-GCM of ``secret``, tied to ``bound_to``: nonce, then ciphertext with its tag."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(bytes(key)).encrypt(nonce, bytes(secret), bound_to)


def unwrap(key: Secret, wrapped: bytes, bound_to: bytes) -> bytearray:
    """What :func:`wrap` wrapped; DoesNotOpen with another key or another ``bound_to``."""
    try:
        opened = AESGCM(bytes(key)).decrypt(
            wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], bound_to
        )
    except (InvalidTag, ValueError) as failure:
        raise DoesNotOpen from failure
    return bytearray(opened)


def wipe(secret: bytearray | None) -> None:
    """Overwrite a secret in place, as far as Python can."""
    if secret is not None:
        secret[:] = bytes(len(secret))


@dataclass(frozen=True)
class PublicHalves:
    """One holder's public keys: what the data key is sealed to, and what proves a signature."""

    x25519: bytes
    ed25519: bytes

    def seal(self, data_key: Secret, info: bytes) -> bytes:
        """HPKE of the data key to the owner of the private half."""
        return _SUITE.encrypt(
            bytes(data_key), X25519PublicKey.from_public_bytes(self.x25519), info=info
        )

    def signed(self, signature: bytes, data: bytes) -> bool:
        """Whether the owner of the private half signed ``data``."""
        try:
            Ed25519PublicKey.from_public_bytes(self.ed25519).verify(signature, data)
        except (InvalidSignature, ValueError):
            return False
        return True


class PrivateHalves:
    """One holder's private keys, kept in one buffer that :meth:`forget` overwrites."""

    def __init__(self, raw: bytearray) -> None:
        if len(raw) != 2 * KEY_BYTES:
            raise DoesNotOpen
        self._raw = raw

    @classmethod
    def new(cls) -> PrivateHalves:
        """A fresh pair of pairs."""
        return cls(bytearray(os.urandom(2 * KEY_BYTES)))

    @property
    def raw(self) -> bytearray:
        """The buffer itself: X25519 half, then Ed25519 half."""
        return self._raw

    @property
    def public(self) -> PublicHalves:
        """The public halves that belong to these."""
        return PublicHalves(
            self._opener().public_key().public_bytes_raw(),
            self._signer().public_key().public_bytes_raw(),
        )

    def open(self, sealed: bytes, info: bytes) -> bytearray:
        """The data key sealed to these halves; DoesNotOpen where it was not."""
        try:
            opened = bytearray(_SUITE.decrypt(sealed, self._opener(), info=info))
        except (InvalidTag, ValueError) as failure:
            raise DoesNotOpen from failure
        if len(opened) != KEY_BYTES:
            raise DoesNotOpen
        return opened

    def sign(self, data: bytes) -> bytes:
        """An Ed25519 signature."""
        return self._signer().sign(data)

    def pin_key(self) -> bytes:
        """The key of this holder's pin."""
        return derive(self._raw, "pin/v1")

    def copy(self) -> PrivateHalves:
        """The same halves in a buffer of their own."""
        return PrivateHalves(bytearray(self._raw))

    def forget(self) -> None:
        """Overwrite the halves; they open and sign nothing afterwards."""
        wipe(self._raw)

    def _opener(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(bytes(self._raw[:KEY_BYTES]))

    def _signer(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(bytes(self._raw[KEY_BYTES:]))
