"""What a return counts: one row a client, and their referrals and jobs, without the store.

Whoever makes a return fills these from the record. No name, no note and no address is here, so
none can reach a file by mistake; ids stay inside the application, behind each figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.jobs.sustainment import Spell


@dataclass(frozen=True, kw_only=True)
class ReferralFacts:
    """A referral by the day it was received, and the day it was accepted onto a caseload."""

    referral_id: str
    received_on: date
    accepted_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PersonFacts:
    """All that a return reads of one client.

    ``gender`` is a code of the list gender_identity; None counts as not known. Every referral and
    job of the client's whole record belongs here, not those of one period: 'the first time ever'
    cannot be told otherwise. ``profile_started_on`` is the first vocational profile's first day.
    """

    client_id: str
    born_on: date | None = None
    gender: str | None = None
    referrals: tuple[ReferralFacts, ...] = ()
    profile_started_on: date | None = None
    jobs: tuple[Spell, ...] = ()
