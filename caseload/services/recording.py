"""What is known before a contact is written down, so that the form is nearly filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from caseload.appointments import FUTURE, Appointment
from caseload.clients.client import Client
from caseload.clients.safety import SafetyLine
from caseload.contacts.client_contact import ClientContact
from caseload.contacts.next_action import NextAction
from caseload.contacts.outreach import OutreachStep, next_step
from caseload.jobs.job import Job
from caseload.services.clients import standing_lines
from caseload.services.vocational_profiles import profile_of
from caseload.store import queries
from caseload.store.unit_of_work import Reading
from caseload.values.record import RecordId

APPOINTMENT_DAYS = 7
"""How long after an appointment the form still offers to say how it went."""


@dataclass(frozen=True)
class StartingPoint:
    """Everything a contact form can fill in by itself.

    ``reason`` is what the contact is most likely about. ``job`` is the job the client is in or
    about to start. ``appointment`` has no outcome yet and is of today or the last days.
    ``outreach`` is the step to suggest if the client did not come.
    """

    client: Client
    place: str
    reason: str
    job: Job | None
    promises: tuple[NextAction, ...]
    appointment: Appointment | None
    outreach: OutreachStep
    safety: tuple[SafetyLine, ...]


def starting_point(
    reading: Reading, person_id: RecordId, client_id: RecordId, today: date
) -> StartingPoint:
    """What a contact with this client, written down by this person today, starts from."""
    client = reading.get(Client, client_id)
    safety = standing_lines(reading, client_id, today)
    actions = reading.find(NextAction, client_id=client_id, done_on=None)
    jobs = [j for j in reading.find(Job, client_id=client_id) if _is_current(j, today)]
    booked = [
        a
        for a in reading.find(Appointment, client_id=client_id, attendance=FUTURE)
        if today - timedelta(days=APPOINTMENT_DAYS) <= a.day <= today
    ]
    contacts = reading.find(ClientContact, client_id=client_id)
    job = min(jobs, key=lambda j: (j.started_on, j.id), default=None)
    return StartingPoint(
        client=client,
        place=last_place(reading, person_id),
        reason=_likely_reason(reading, client_id, contacts, job, today),
        job=job,
        promises=tuple(sorted(actions, key=lambda a: (a.due_on, a.id))),
        appointment=max(booked, key=lambda a: (a.day, a.starts_at, a.id), default=None),
        outreach=next_step(
            _missed_since_meeting(contacts),
            today,
            may_text=client.may_text and not any(line.no_message for line in safety),
            may_post=client.address_safe and not any(line.no_post for line in safety),
        ),
        safety=tuple(safety),
    )


def last_place(reading: Reading, person_id: RecordId) -> str:
    """Where this person last saw somebody; empty where no place is on record."""
    rows = reading.rows(queries.last_place(person_id))
    return str(rows[0]["place"]) if rows else ""


def _is_current(job: Job, today: date) -> bool:
    return job.ended_on is None or job.ended_on >= today


def _missed_since_meeting(contacts: list[ClientContact]) -> int:
    met = max((c.day for c in contacts if c.was_direct), default=date.min)
    return sum(1 for c in contacts if c.day > met and c.was_missed)


_GOES_ON = ("profile", "job_search", "application", "interview")
"""What one contact is about, the next one often is too."""


def _likely_reason(
    reading: Reading,
    client_id: RecordId,
    contacts: list[ClientContact],
    job: Job | None,
    today: date,
) -> str:
    if job is not None:
        return "in_work_client" if job.started_on <= today else "job_start"
    if not contacts:
        return "first_contact"
    if profile_of(reading, client_id) is None:
        return "profile"
    last = max(contacts, key=lambda c: (c.day, str(c.at or ""), c.id))
    return last.reason if last.reason in _GOES_ON else "job_search"
