"""The caseload at a glance: one row a client, with the day or the words that ask for attention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from caseload.allocation.place import CaseloadCount, PlaceEnd
from caseload.attention import (
    EmployerClock,
    Urgency,
    employer_clock,
    quiet_in_work,
    quiet_looking,
    quiet_stepped_down,
)
from caseload.clients.client import Client
from caseload.contacts.client_contact import ATTENDED, DIRECT, IN_WORK_REASONS
from caseload.contacts.next_action import NextAction, Promiser
from caseload.employers import FACE_TO_FACE
from caseload.in_work_support import next_window
from caseload.jobs.job import Job
from caseload.people.roles import Action
from caseload.referrals import Pathway, Referral
from caseload.services.allocation import count_of
from caseload.services.desk import Desk
from caseload.services.referrals import Waiting, waiting
from caseload.store import queries
from caseload.store.unit_of_work import Reading
from caseload.values.record import RecordId
from caseload.vocational_profiles import VocationalProfile


class Stage(StrEnum):
    """How far along the way a client is; ``steps`` of five bars."""

    ENGAGEMENT = "engagement"
    PROFILE = "profile"
    JOB_SEARCH = "job_search"
    INTERVIEWS = "interviews"
    IN_WORK = "in_work"
    KEEPING_WORK = "keeping_work"

    @property
    def steps(self) -> int:
        """How many of the five bars are filled."""
        return {"engagement": 1, "profile": 2, "job_search": 3, "interviews": 4}.get(self.value, 5)


@dataclass(frozen=True)
class CaseloadRow:
    """One client on a caseload. ``contact_days`` is None where nobody has been in touch yet."""

    client_id: RecordId
    name: str
    stage: Stage
    stepped_down: bool
    last_contact: date | None
    contact_days: int | None
    quiet: Urgency
    clock: EmployerClock
    job_title: str
    job_week: int | None
    job_starts: date | None
    next_action: str
    next_action_id: RecordId | None
    due_on: date | None
    profile_started: date | None
    accepted_on: date
    in_work_due: date | None
    age: int | None
    referral: Referral


@dataclass(frozen=True)
class CaseloadPage:
    """What the page shows: the day it was read on, the count, the rows, and who waits."""

    day: date
    count: CaseloadCount
    rows: tuple[CaseloadRow, ...]
    waiting: tuple[Waiting, ...]


class CaseloadList:
    """Reads the caseload of one specialist."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(self, person_id: RecordId | None = None) -> CaseloadPage:
        """This person's caseload, or a colleague's where the role allows reading the team."""
        wanted = person_id or self._desk.person.id
        with self._desk.reading() as reading:
            if wanted != self._desk.person.id:
                self._desk.allow(Action.READ_TEAM)
            today = self._desk.today()
            return CaseloadPage(
                today,
                count_of(reading, wanted, today),
                tuple(rows_of(reading, wanted, today)),
                tuple(waiting(reading, today)),
            )


def rows_of(
    reading: Reading, person_id: RecordId, today: date, *, stepped_down: bool = True
) -> list[CaseloadRow]:
    """A row for each client whom the person holds, or holds stepped down, by name."""
    places = [
        place
        for place in reading.rows(queries.holders(today))
        if place["person_id"] == person_id
        and (
            place["held_until"] is None
            or place["held_until"] > today
            or (stepped_down and place["ended_by"] == PlaceEnd.STEPPED_DOWN)
        )
    ]
    ids = {place["client_id"] for place in places}
    if not ids:
        return []
    facts = _Facts(reading, ids)
    referrals = {r.id: r for r in reading.find(Referral, id={p["referral_id"] for p in places})}
    rows = [
        facts.row(place, referrals[place["referral_id"]], today)
        for place in places
        if referrals[place["referral_id"]].closed_on is None
        and referrals[place["referral_id"]].lost_job_on is None
    ]
    return sorted(rows, key=lambda row: (facts.sort_name(row.client_id), row.client_id))


def without_visit(rows: Iterable[CaseloadRow]) -> list[CaseloadRow]:
    """Clients looking for work whom no employer has been met for yet, the oldest clock first."""
    waiting_for = [row for row in rows if row.clock.days_left is not None and not row.job_title]
    return sorted(waiting_for, key=lambda row: (row.clock.days_left or 0, row.name))


class _Facts:
    """Everything that rows are made of, read in a handful of queries."""

    def __init__(self, reading: Reading, ids: set[RecordId]) -> None:
        self._clients = {c.id: c for c in reading.find(Client, id=ids)}
        self._profiles = {p.client_id: p for p in reading.find(VocationalProfile, client_id=ids)}
        self._jobs = _by_client(reading.find(Job, client_id=ids))
        self._actions = _by_client(a for a in reading.find(NextAction, client_id=ids, done_on=None))
        self._contacts: dict[RecordId, list[dict[str, Any]]] = defaultdict(list)
        for row in reading.rows(queries.contact_days(ids)):
            self._contacts[row["client_id"]].append(row)
        self._first_visit: dict[RecordId, list[date]] = defaultdict(list)
        for row in reading.rows(queries.employer_contact_days()):
            if row["medium"] == FACE_TO_FACE:
                for client_id in row["client_ids"]:
                    if client_id in ids:
                        self._first_visit[client_id].append(row["day"])

    def sort_name(self, client_id: RecordId) -> str:
        """Family name first, folded, so that Ș sorts with S."""
        return self._clients[client_id].search_fold

    def row(self, place: Mapping[str, Any], referral: Referral, today: date) -> CaseloadRow:
        """One client's row."""
        client = self._clients[place["client_id"]]
        profile = self._profiles.get(client.id)
        jobs = [j for j in self._jobs[client.id] if j.ended_on is None or j.ended_on >= today]
        job = min(jobs, key=lambda j: j.started_on, default=None)
        in_work = job is not None and job.started_on <= today
        action = min(
            (a for a in self._actions[client.id] if a.promiser is Promiser.STAFF),
            key=lambda a: (a.due_on, a.id),
            default=None,
        )
        contacts = self._contacts[client.id]
        direct = [c for c in contacts if c["medium"] in DIRECT and c["attendance"] in ATTENDED]
        last = direct[-1]["day"] if direct else None
        down = place["ended_by"] == PlaceEnd.STEPPED_DOWN
        due = _in_work_due(job, direct, referral) if job is not None else None
        clock = employer_clock(
            profile.started_on if profile else None, self._visit(client.id, profile), today
        )
        if job is not None:
            clock = EmployerClock(clock.day_number, clock.met_on_day, Urgency.NONE)
        since = last or place["held_from"]
        if down:
            quiet = quiet_stepped_down(since, today)
        elif in_work:
            quiet = quiet_in_work(due, today)
        else:
            quiet = quiet_looking(since, today)
        return CaseloadRow(
            client_id=client.id,
            name=client.name,
            stage=_stage(referral, profile, job, contacts, today),
            stepped_down=down,
            last_contact=last,
            contact_days=None if last is None else (today - last).days,
            quiet=quiet,
            clock=clock,
            job_title=job.title if job else "",
            job_week=(today - job.started_on).days // 7 + 1 if job and in_work else None,
            job_starts=job.started_on if job else None,
            next_action=action.words if action else "",
            next_action_id=action.id if action else None,
            due_on=action.due_on if action else None,
            profile_started=profile.started_on if profile else None,
            accepted_on=referral.accepted_on or place["held_from"],
            in_work_due=due,
            age=client.age_on(today),
            referral=referral,
        )

    def _visit(self, client_id: RecordId, profile: VocationalProfile | None) -> date | None:
        if profile is None:
            return None
        days = [d for d in self._first_visit[client_id] if d >= profile.started_on]
        return min(days, default=None)


def _in_work_due(job: Job, direct: Iterable[Mapping[str, Any]], referral: Referral) -> date | None:
    days = [c["day"] for c in direct if c["job_id"] == job.id or c["reason"] in IN_WORK_REASONS]
    window = next_window(
        job.started_on, days, from_day=referral.received_on if job.reported else None
    )
    return None if window is None else window.last


def _stage(
    referral: Referral,
    profile: VocationalProfile | None,
    job: Job | None,
    contacts: Iterable[Mapping[str, Any]],
    today: date,
) -> Stage:
    if referral.pathway is Pathway.KEEPING_WORK:
        return Stage.KEEPING_WORK
    if job is not None and job.started_on <= today:
        return Stage.IN_WORK
    if profile is None:
        return Stage.ENGAGEMENT
    reasons = {c["reason"] for c in contacts if c["day"] >= profile.started_on}
    if job is not None or "interview" in reasons:
        return Stage.INTERVIEWS
    if reasons & {"job_search", "application", "employer_client"} or profile.signed_on is not None:
        return Stage.JOB_SEARCH
    return Stage.PROFILE


def _by_client(records: Iterable[Any]) -> dict[RecordId, list[Any]]:
    found: dict[RecordId, list[Any]] = defaultdict(list)
    for record in records:
        found[record.client_id].append(record)
    return found
