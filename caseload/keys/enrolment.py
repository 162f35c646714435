"""Enrolment by code: how a second person, or one who forgot the passphrase, gets keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from caseload.keys.ledger import KeyLedger
from caseload.keys.ports import Progress, RekeyDatabase
from caseload.keys.printed_code import PrintedCode
from caseload.keys.unlocked import Unlocked


@dataclass(frozen=True)
class EnrolmentCode:
    """A code to hand over, shown once. ``expires`` is a UTC time."""

    person_id: str
    name: str
    code: PrintedCode
    expires: datetime


def issue_code(
    unlocked: Unlocked,
    ledger: KeyLedger,
    *,
    person_id: str,
    name: str,
    now: datetime | None = None,
) -> EnrolmentCode:
    """A code for this person; keys they had before are replaced by it.

    The caller allows it to a team lead only and audits both names.
    """
    raise NotImplementedError


def use_code(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    passphrase: str,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> None:
    """After an unlock by code: the person's own passphrase and pairs, and a re-key."""
    raise NotImplementedError
