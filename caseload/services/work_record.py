"""A client's jobs at one moment: hours and pay, the clocks from every start, what is due next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from caseload.contacts.client_contact import ClientContact
from caseload.in_work_support import ContactWindow, contact_windows, next_window
from caseload.jobs.job import Job, JobTerms, terms_on
from caseload.jobs.sustainment import (
    MILESTONES,
    Spell,
    Standing,
    days_in_work,
    reached,
    spell_of,
    standing,
)
from caseload.people.person import Service
from caseload.store.unit_of_work import Reading
from caseload.values.dates import weeks_after
from caseload.values.record import RecordId


@dataclass(frozen=True)
class Milestone:
    """The clock of one job start: the day it is reached, and whether it has been."""

    weeks: int
    due_on: date
    reached: bool


@dataclass(frozen=True)
class SupportWindow:
    """One expected in-work contact. ``met_on`` is the day of a contact inside it.

    ``passed_over``: no contact lies inside, but the client was seen later, so support went on.
    """

    window: ContactWindow
    met_on: date | None
    passed_over: bool


@dataclass(frozen=True)
class JobLine:
    """A job as the client's page shows it. ``support`` is the schedule of the first year."""

    job: Job
    terms: tuple[JobTerms, ...]
    standing: Standing
    milestones: tuple[Milestone, ...]
    next_contact: ContactWindow | None
    support: tuple[SupportWindow, ...]

    def terms_now(self, day: date) -> JobTerms | None:
        """Hours and pay in force on ``day``."""
        return terms_on(self.terms, day)


@dataclass(frozen=True)
class WorkRecord:
    """All the jobs of a client, newest first, and the weeks in work of them all."""

    lines: tuple[JobLine, ...]
    weeks_in_work: int


def work_record(reading: Reading, client_id: RecordId, today: date) -> WorkRecord:
    """A client's jobs at one moment."""
    jobs = reading.find(Job, client_id=client_id)
    terms = reading.find(JobTerms, client_id=client_id)
    contacts = [c for c in reading.find(ClientContact, client_id=client_id) if c.is_in_work]
    first_day = reading.find(Service)[0].first_day
    spells = [spell_of(job) for job in jobs]
    lines = []
    for job in sorted(jobs, key=lambda j: (j.started_on, j.id), reverse=True):
        own = sorted((t for t in terms if t.job_id == job.id), key=lambda t: t.starts)
        days = [c.day for c in contacts if c.job_id in (job.id, None) and c.was_direct]
        from_day = first_day if job.reported else None
        due = (
            next_window(job.started_on, days, from_day=from_day)
            if job.in_work_on(max(today, job.started_on))
            else None
        )
        lines.append(
            JobLine(
                job,
                tuple(own),
                standing(spell_of(job), today),
                _milestones(spell_of(job), spells, today),
                due,
                _support(job, days, from_day),
            )
        )
    return WorkRecord(tuple(lines), days_in_work(spells, today) // 7)


def _milestones(spell: Spell, spells: Sequence[Spell], today: date) -> tuple[Milestone, ...]:
    """Clocks run from every job start, so each job shows its own."""
    return tuple(
        Milestone(
            weeks,
            weeks_after(spell.started_on, weeks),
            any(r.clock.job_id == spell.job_id for r in reached(spells, weeks, as_of=today)),
        )
        for weeks in MILESTONES
    )


def _support(
    job: Job, contact_days: Sequence[date], from_day: date | None
) -> tuple[SupportWindow, ...]:
    seen = sorted(d for d in contact_days if job.ended_on is None or d <= job.ended_on)
    shown = []
    for window in contact_windows(job.started_on):
        if job.ended_on is not None and window.first > job.ended_on:
            break
        if from_day is not None and window.last < from_day:
            continue
        met = next((d for d in seen if window.first <= d <= window.last), None)
        later = bool(seen) and seen[-1] > window.last
        shown.append(SupportWindow(window, met, met is None and later))
    return tuple(shown)
