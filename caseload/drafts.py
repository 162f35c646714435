"""A half-written form, kept so that a lock, a crash or a power cut loses no more than a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from caseload.values.record import RecordId


@dataclass(frozen=True)
class Draft:
    """What a person had typed into ``form`` about ``subject_id`` ('' for none), as JSON text."""

    person_id: RecordId
    form: str
    subject_id: RecordId
    content: str
    saved_at: datetime
