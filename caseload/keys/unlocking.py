"""Unlocking by passphrase, recovery key or enrolment code, in the order that proves each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from caseload.keys.attempts import Attempts
from caseload.keys.unlocked import Unlocked


@dataclass(frozen=True)
class PersonWithKeys:
    """A name on the unlock window. ``kinds``: passphrase, enrolment, keyring or recovery."""

    person_id: str
    name: str
    kinds: tuple[str, ...]


def people_in(folder: Path) -> tuple[PersonWithKeys, ...]:
    """Who stands in the key file, readable before any secret; the recovery key is not a person."""
    raise NotImplementedError


def unlock_with_passphrase(
    folder: Path, *, person_id: str, passphrase: str, attempts: Attempts | None = None
) -> Unlocked:
    """Open a person's slot. WrongSecret, TooSoon, or a named refusal of the key file."""
    raise NotImplementedError


def unlock_with_recovery_key(
    folder: Path, *, typed: str, attempts: Attempts | None = None
) -> Unlocked:
    """Open the recovery slot. MistypedCode before anything is tried."""
    raise NotImplementedError


def unlock_with_code(
    folder: Path,
    *,
    person_id: str,
    typed: str,
    now: datetime | None = None,
    attempts: Attempts | None = None,
) -> Unlocked:
    """Open an enrolment slot. CodeExpired after seven days."""
    raise NotImplementedError
