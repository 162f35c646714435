"""An appointment: booked, then attended, missed or cancelled; the outcome becomes the contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from caseload.values.record import Record, RecordId

FUTURE = "0"
"""The NHS attendance code of an appointment that has not happened yet."""


@dataclass(frozen=True, kw_only=True)
class Appointment(Record):
    """When and where a client is seen. ``attendance`` is the NHS code, '0' while in the future."""

    client_id: RecordId
    person_id: RecordId
    day: date
    starts_at: time
    minutes: int = 60
    place: str = ""
    medium: str = "01"
    attendance: str = FUTURE
    contact_id: RecordId | None = None

    @property
    def is_booked(self) -> bool:
        """Nothing has been said yet about whether it took place."""
        return self.attendance == FUTURE and not self.hidden
