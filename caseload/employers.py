"""Employers and the log of engagement with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from caseload.values.record import Record, RecordId

FACE_TO_FACE = "01"
WEEKLY_VISITS = 6
"""Good practice: face-to-face employer contacts a week for each specialist. Source: DOMAIN."""


@dataclass(frozen=True, kw_only=True)
class Employer(Record):
    """An employer or one of its sites. ``sector`` is a SIC 2007 section letter, or empty.

    ``disability_confident`` is a code of its list. ``known_person`` is who to ask for there.
    """

    name: str
    sector: str = ""
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    disability_confident: str = "not_known"
    known_person: str = ""
    known_person_role: str = ""
    notes: str = ""
    name_fold: str = ""


@dataclass(frozen=True, kw_only=True)
class EmployerContact(Record):
    """One contact with an employer by a member of staff, for which clients or for none.

    ``purpose`` is one of ``PURPOSES``. Only face to face counts as a visit.
    """

    employer_id: RecordId
    person_id: RecordId
    day: date
    medium: str = FACE_TO_FACE
    purpose: str = "introduction"
    with_whom: str = ""
    client_ids: tuple[RecordId, ...] = ()
    notes: str = ""

    @property
    def is_visit(self) -> bool:
        """Face to face, so it counts towards the six a week and stops the 30-day clock."""
        return self.medium == FACE_TO_FACE and not self.hidden


PURPOSES = ("introduction", "learning", "vacancy", "job_carving", "in_work")
"""What an employer contact was for: introduction, learning about the business, a vacancy, job
carving, support in work."""


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week that ``day`` lies in, both included."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
