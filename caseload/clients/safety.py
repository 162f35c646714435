"""Risk, lone-working and safe-contact lines, always in sight in the client's header."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseload.values.record import Record, RecordId


class SafetyKind(StrEnum):
    """What a safety line is about."""

    RISK = "risk"
    LONE_WORKING = "lone_working"
    SAFE_CONTACT = "safe_contact"


@dataclass(frozen=True, kw_only=True)
class SafetyLine(Record):
    """One line, with the day it was last reviewed. It stands until ``ended_on``, not included.

    ``no_message`` and ``no_post`` are what telephone numbers and letters obey.
    """

    client_id: RecordId
    kind: SafetyKind
    words: str
    reviewed_on: date
    recorded_by: RecordId
    no_message: bool = False
    no_post: bool = False
    ended_on: date | None = None

    def stands_on(self, day: date) -> bool:
        """Whether the line holds on that day."""
        return not self.hidden and (self.ended_on is None or day < self.ended_on)
