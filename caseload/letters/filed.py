"""A letter that was made, kept as the very bytes that were shown and printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.values.record import Record, RecordId


@dataclass(frozen=True, kw_only=True)
class FiledLetter(Record):
    """The PDF itself, so that a reprint years later is identical even after rates change."""

    client_id: RecordId
    person_id: RecordId
    made_on: date
    title: str
    pdf: bytes
    calculation_id: RecordId | None = None
    printed_on: date | None = None
