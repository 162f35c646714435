"""The vocational profile: what the client wants, brings and needs, in their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caseload.values.record import Record, RecordId


@dataclass(frozen=True, kw_only=True)
class VocationalProfile(Record):
    """Written with the client and updated for ever after; what stood before is kept in the history.

    Hours are hours a week. ``pay_needed`` is pounds an hour. ``criminal_record`` is asked only
    where the client agrees.
    """

    client_id: RecordId
    started_on: date
    signed_on: date | None = None
    goal: str = ""
    job_titles: str = ""
    sectors: str = ""
    hours_least: Decimal | None = None
    hours_most: Decimal | None = None
    travel: str = ""
    pay_needed: Decimal | None = None
    avoid: str = ""
    work_history: str = ""
    education: str = ""
    skills: str = ""
    languages: str = ""
    health_and_work: str = ""
    adjustments: str = ""
    disclosure_preference: str = ""
    supporters: str = ""
    money: str = ""
    digital: str = ""
    caring: str = ""
    criminal_record: str = ""
    next_steps: str = ""


PROFILE_DUE_DAYS = 14
"""The profile is started by this many days after acceptance. Source: DOMAIN."""

FIRST_EMPLOYER_DAYS = 30
"""First face-to-face employer contact by this day after the profile's start. Source: DOMAIN."""
