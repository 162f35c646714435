"""A promise: what somebody said they would do, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseload.values.record import Record, RecordId


class Promiser(StrEnum):
    """Who made the promise."""

    STAFF = "staff"
    CLIENT = "client"


@dataclass(frozen=True, kw_only=True)
class NextAction(Record):
    """One next action. It is open until ``done_on``."""

    client_id: RecordId
    person_id: RecordId
    words: str
    due_on: date
    promiser: Promiser = Promiser.STAFF
    made_on: date | None = None
    made_in: RecordId | None = None
    done_on: date | None = None
    done_in: RecordId | None = None

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self.done_on is None and not self.hidden
