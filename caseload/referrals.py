"""A referral: from the day it is received to the day it is accepted, declined or closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseload.values.record import Record, RecordId


class Pathway(StrEnum):
    """The two ways of support that share the record."""

    FINDING_WORK = "finding_work"
    KEEPING_WORK = "keeping_work"


class ReferralState(StrEnum):
    """Where a referral stands on a day."""

    WAITING = "waiting"
    OPEN = "open"
    DECLINED = "declined"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Referral(Record):
    """One spell of support, begun by a referral received on ``received_on``.

    ``source`` is an NHS source-of-referral code. Zero exclusion: a referral is declined only for a
    reason in ``decline_reason``, none of which judges the client. ``lost_job_on`` puts a client who
    lost a job while stepped down at the top of the waiting list.
    """

    client_id: RecordId
    received_on: date
    source: str
    referrer: str = ""
    pathway: Pathway = Pathway.FINDING_WORK
    accepted_on: date | None = None
    declined_on: date | None = None
    decline_reason: str | None = None
    closed_on: date | None = None
    closing_reason: str | None = None
    closing_words: str = ""
    lost_job_on: date | None = None
    employed_at_referral: bool = False

    @property
    def state(self) -> ReferralState:
        """Where the referral stands now."""
        if self.declined_on is not None:
            return ReferralState.DECLINED
        if self.closed_on is not None:
            return ReferralState.CLOSED
        if self.accepted_on is None or self.lost_job_on is not None:
            return ReferralState.WAITING
        return ReferralState.OPEN

    @property
    def waiting_since(self) -> date:
        """The first day of the wait that the waiting list counts from."""
        return self.lost_job_on or self.received_on


def waiting_order(referral: Referral) -> tuple[int, date, str]:
    """Sort key of the waiting list: lost jobs first, then the longest wait."""
    return (0 if referral.lost_job_on else 1, referral.waiting_since, referral.id)
