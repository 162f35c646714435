"""The changes of keys that a person asks for; each ends in a re-key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from caseload.keys.enrolment import EnrolmentCode
from caseload.keys.ports import Progress, RekeyDatabase
from caseload.keys.printed_code import PrintedCode
from caseload.keys.unlocked import Unlocked


@dataclass(frozen=True)
class Removal:
    """Who was removed, and the backups (UTC times) that still open with the keys they had."""

    person_id: str
    name: str
    backups_still_open: tuple[datetime, ...]
    sentence: str


def confirm_passphrase(unlocked: Unlocked, passphrase: str) -> bool:
    """Whether this is the passphrase of the person who unlocked."""
    raise NotImplementedError


def change_passphrase(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    passphrase: str,
    new_passphrase: str,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> None:
    """New pairs under the new passphrase, and a re-key. WrongSecret where the old one is wrong."""
    raise NotImplementedError


def remove_person(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    person_id: str,
    backups: Sequence[datetime] = (),
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Removal:
    """Take a person's keys away and re-key. ``backups`` are the UTC times of those known."""
    raise NotImplementedError


def rekey_for_suspicion(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    passphrase: str,
    new_passphrase: str | None = None,
    suspects: Sequence[str] = (),
    recovery_key: PrintedCode | None = None,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> dict[str, EnrolmentCode]:
    """A re-key because someone else may hold a key; the codes, by person id, of the suspects."""
    raise NotImplementedError


def replace_used_recovery_key(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    person_id: str,
    name: str,
    passphrase: str,
    recovery_key: PrintedCode,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> None:
    """After an unlock by recovery key: a new one in its place, and this person enrolled."""
    raise NotImplementedError
