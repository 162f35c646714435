"""A place on a specialist's caseload, and the cap that limits how many are held on any day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseload.values.record import Record, RecordId

FULL_CASELOAD = 25
"""The most places that one specialist may ever hold on one day. Source: DOMAIN rule 1."""

AMBER_FROM = 21
"""From here fidelity item 1 scores 4, not 5; by post it is floor(21 x share)."""


class PlaceEnd(StrEnum):
    """Why a place was freed."""

    CLOSED = "closed"
    TRANSFERRED = "transferred"
    STEPPED_DOWN = "stepped_down"


@dataclass(frozen=True, kw_only=True)
class CaseloadPlace(Record):
    """A place held from ``held_from`` until, not including, ``held_until`` (None while held).

    ``reported`` places lie before the store's first day: shown and counted in measures, but they
    hold no place against the cap.
    """

    referral_id: RecordId
    client_id: RecordId
    person_id: RecordId
    held_from: date
    held_until: date | None = None
    ended_by: PlaceEnd | None = None
    end_reason: str = ""
    reported: bool = False

    def held_on(self, day: date) -> bool:
        """Whether this place counts against the cap on that day."""
        if self.hidden or self.reported or day < self.held_from:
            return False
        return self.held_until is None or day < self.held_until


@dataclass(frozen=True, kw_only=True)
class CaseloadCap(Record):
    """The cap of a person from ``starts`` on, until a later one starts.

    ``share`` is the share of a full-time post in hundredths (60 is 0.6 of a post). The cap may be
    set lower than the post allows and never higher.
    """

    person_id: RecordId
    starts: date
    share: int
    cap: int
    reason: str = ""


def cap_for_share(share: int) -> int:
    """The most places that a post of ``share`` hundredths may hold: floor(25 x share)."""
    return FULL_CASELOAD * share // 100


def amber_from(share: int) -> int:
    """The caseload from which the count turns amber: floor(21 x share)."""
    return AMBER_FROM * share // 100


def cap_on(caps: Iterable[CaseloadCap], day: date) -> CaseloadCap | None:
    """The cap in force on ``day``; None means that the person may hold nobody."""
    started = [cap for cap in caps if cap.starts <= day and not cap.hidden]
    return max(started, key=lambda cap: cap.starts, default=None)


def days_over(places: Iterable[CaseloadPlace], caps: Iterable[CaseloadCap]) -> list[date]:
    """Days on which more places are held than the cap allows, each the first of a run.

    The count can only rise on the first day of a place and the cap can only fall on the first day
    of a cap, so these days decide for all days.
    """
    counted = [p for p in places if not p.hidden and not p.reported]
    kept = [cap for cap in caps if not cap.hidden]
    days = sorted({p.held_from for p in counted} | {cap.starts for cap in kept})
    over: list[date] = []
    for day in days:
        held = sum(1 for p in counted if p.held_on(day))
        limit = cap_on(kept, day)
        if held > (limit.cap if limit else 0):
            over.append(day)
    return over


@dataclass(frozen=True)
class CaseloadCount:
    """How full a caseload is on a day: what the meter and the sentence beside it show."""

    held: int
    cap: int
    amber: int

    @property
    def room(self) -> int:
        """Places still free."""
        return max(self.cap - self.held, 0)

    @property
    def is_full(self) -> bool:
        """No place is free."""
        return self.held >= self.cap

    @property
    def is_amber(self) -> bool:
        """At or above the count where the fidelity score for caseload size falls to 4."""
        return self.held >= self.amber


def count_on(
    places: Iterable[CaseloadPlace], caps: Iterable[CaseloadCap], day: date
) -> CaseloadCount:
    """The count of one specialist's places on ``day`` against the cap of that day."""
    cap = cap_on(caps, day)
    held = sum(1 for place in places if place.held_on(day))
    if cap is None:
        return CaseloadCount(held=held, cap=0, amber=0)
    return CaseloadCount(held=held, cap=cap.cap, amber=min(amber_from(cap.share), cap.cap))
