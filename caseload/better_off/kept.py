"""A better-off calculation that was added to the client's record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.values.record import Record, RecordId


@dataclass(frozen=True, kw_only=True)
class KeptCalculation(Record):
    """Inputs and the full result as JSON text, with the name of the rates that were used."""

    client_id: RecordId
    person_id: RecordId
    made_on: date
    inputs: str
    result: str
    rate_year: str
