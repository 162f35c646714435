"""Sustained work: whether a client is in paid work so many weeks after a job start.

Source: DOMAIN, rules the store itself keeps, rule 6. Dates are inclusive; the end of a job is the
last day of work; a gap is counted in working days, Monday to Friday less bank holidays in England.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from caseload.jobs.job import Job
from caseload.values.dates import weeks_after
from caseload.values.working_days import working_days_between

MILESTONES = (4, 13, 26, 52)
"""The weeks after a job start at which sustained work is looked at."""

PRESUMED_AFTER = timedelta(days=28)
"""A client still in the job at day 28 is presumed to have worked the four hours."""


class Standing(StrEnum):
    """Whether a job start counts yet: it does once four hours of paid work have been done."""

    CONFIRMED = "confirmed"
    PRESUMED = "presumed"
    NOT_YET = "not_yet"


@dataclass(frozen=True, kw_only=True)
class Spell:
    """One job as a stretch of days in paid work, from ``started_on`` to ``last_day``, included.

    ``four_hours_on`` is the day by which four hours of paid work were done. ``reported`` marks a
    start that was imported, not recorded here.
    """

    job_id: str
    started_on: date
    last_day: date | None = None
    four_hours_on: date | None = None
    reported: bool = False

    def covers(self, day: date) -> bool:
        """Whether the day is one of the job's."""
        return self.started_on <= day and (self.last_day is None or day <= self.last_day)


def spell_of(job: Job) -> Spell:
    """The stretch of days that a job record stands for."""
    return Spell(
        job_id=job.id,
        started_on=job.started_on,
        last_day=job.ended_on,
        four_hours_on=job.four_hours_on,
        reported=job.reported,
    )


def standing(spell: Spell, as_of: date) -> Standing:
    """Whether the start counts, from what is known on ``as_of``."""
    if spell.four_hours_on is not None and spell.four_hours_on <= as_of:
        return Standing.CONFIRMED
    if spell.started_on > as_of:
        return Standing.NOT_YET
    day_28 = spell.started_on + PRESUMED_AFTER
    if spell.reported or (day_28 <= as_of and spell.covers(day_28)):
        return Standing.PRESUMED
    return Standing.NOT_YET


def counted(spells: Iterable[Spell], as_of: date) -> tuple[Spell, ...]:
    """The spells whose start counts on ``as_of``, by start and then by job id."""
    kept = (s for s in spells if standing(s, as_of) is not Standing.NOT_YET)
    return tuple(sorted(kept, key=lambda s: (s.started_on, s.job_id)))


def in_work_without_break(
    spell: Spell, spells: Iterable[Spell], day: date, *, allowed_gap: int = 0
) -> bool:
    """Whether the client is in paid work on ``day`` with no longer break since ``spell`` began.

    ``allowed_gap`` is the contract's, in working days from one job's last day to the next one's
    first. A day inside an allowed gap is not in work, but for one without a working day in it (a
    Saturday between Friday and Monday). ``spells`` are the client's counted jobs.
    """
    if day < spell.started_on:
        return False
    others = sorted((s for s in spells if s != spell), key=lambda s: s.started_on)
    until = spell.last_day
    for other in others:
        if until is None or day <= until:
            break
        if other.last_day is not None and other.last_day <= until:
            continue
        gap = working_days_between(until, other.started_on)
        if gap > allowed_gap or (gap and day < other.started_on):
            return False
        until = other.last_day
    return until is None or day <= until


@dataclass(frozen=True)
class Reached:
    """A milestone reached: ``on`` is the day, ``clock`` the job whose start it counts from."""

    weeks: int
    on: date
    clock: Spell


def reached(
    spells: Sequence[Spell], weeks: int, *, as_of: date, allowed_gap: int = 0
) -> Iterator[Reached]:
    """Every clock that reached ``weeks`` by ``as_of``, earliest day first.

    Clocks run from every job start that counts.
    """
    known = counted(spells, as_of)
    for clock in known:
        on = weeks_after(clock.started_on, weeks)
        if on <= as_of and in_work_without_break(clock, known, on, allowed_gap=allowed_gap):
            yield Reached(weeks, on, clock)


def first_reached(
    spells: Sequence[Spell], weeks: int, *, as_of: date, allowed_gap: int = 0
) -> Reached | None:
    """The client's outcome: the earliest clock that reached ``weeks`` by ``as_of``."""
    return next(reached(spells, weeks, as_of=as_of, allowed_gap=allowed_gap), None)


def days_in_work(spells: Iterable[Spell], as_of: date) -> int:
    """Days in paid work up to ``as_of``, included; a day in two jobs is one day."""
    total = 0
    covered_to = date.min
    for spell in counted(spells, as_of):
        first = max(spell.started_on, covered_to + timedelta(days=1))
        last = min(spell.last_day or as_of, as_of)
        if first <= last:
            total += (last - first).days + 1
            covered_to = last
    return total


def weeks_in_work(spells: Iterable[Spell], as_of: date) -> int:
    """Whole weeks of seven days in paid work, all jobs together."""
    return days_in_work(spells, as_of) // 7
