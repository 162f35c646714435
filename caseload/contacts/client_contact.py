"""One contact with, or on behalf of, a client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from caseload.values.record import Record, RecordId

ATTENDED = frozenset({"5", "6"})
"""NHS attendance codes that mean that the client was seen."""

MISSED = "3"
"""The NHS attendance code of a client who did not come and sent no word."""

DIRECT = frozenset({"01", "02", "04", "11", "98"})
"""Media that are direct contact; a letter, an e-mail or a text is effort, not contact."""

IN_WORK_REASONS = frozenset({"in_work_client", "in_work_employer", "job_start", "adjustments"})


@dataclass(frozen=True, kw_only=True)
class ClientContact(Record):
    """What happened on ``day``: medium and attendance are NHS codes, ``reason`` a local code.

    ``job_id`` ties an in-work contact to the job it supports. ``minutes`` is its length.
    """

    client_id: RecordId
    person_id: RecordId
    day: date
    at: time | None = None
    medium: str = "01"
    attendance: str = "5"
    reason: str = "job_search"
    place: str = ""
    minutes: int | None = None
    notes: str = ""
    job_id: RecordId | None = None
    appointment_id: RecordId | None = None

    @property
    def was_direct(self) -> bool:
        """The client was really reached: seen, or spoken to."""
        return self.medium in DIRECT and self.attendance in ATTENDED and not self.hidden

    @property
    def was_missed(self) -> bool:
        """The client did not come, or did not answer."""
        return self.attendance == MISSED and not self.hidden

    @property
    def is_in_work(self) -> bool:
        """A contact that supports a job the client has."""
        return self.job_id is not None or self.reason in IN_WORK_REASONS
