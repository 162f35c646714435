"""The register of returns that were made: what a reader saw, never people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from caseload.values.record import Record, RecordId


@dataclass(frozen=True, kw_only=True)
class SentReturn(Record):
    """``published`` is the return's published.json, ``details`` its metadata.json, as text."""

    person_id: RecordId
    contract: str
    period: str
    made_at: datetime
    published: str
    details: str
