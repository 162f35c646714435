"""The one timeline of a client: contacts, employers, and everything that changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from caseload.allocation.place import CaseloadPlace, PlaceEnd
from caseload.clients.consent import Consent
from caseload.contacts.client_contact import ATTENDED, ClientContact
from caseload.employers import FACE_TO_FACE
from caseload.history import Deed
from caseload.jobs.job import Job, JobTerms
from caseload.people.person import Person
from caseload.referrals import Referral
from caseload.services.employers import contacts_for
from caseload.services.vocational_profiles import profile_of
from caseload.store import queries
from caseload.store.unit_of_work import Reading
from caseload.values.code_lists import label
from caseload.values.dates import long_date
from caseload.values.money import pounds
from caseload.values.record import RecordId
from caseload.words import say


class EntryKind(StrEnum):
    """What a line of the timeline is about; the filters count them."""

    CONTACT = "contact"
    EMPLOYER = "employer"
    CHANGE = "change"


@dataclass(frozen=True)
class TimelineEntry:
    """One thing that happened. ``icon`` names its sign; notes that are shut leave no detail."""

    day: date
    kind: EntryKind
    icon: str
    title: str
    detail: str
    by: str
    record_id: RecordId


def timeline_of(reading: Reading, client_id: RecordId, *, notes: bool) -> list[TimelineEntry]:
    """Everything that happened to a client, newest first; ``notes`` False leaves details out."""
    people = {p.id: p.name for p in reading.find(Person, include_hidden=True)}
    entries = [
        *_contact_entries(reading, client_id, people, notes=notes),
        *_employer_entries(reading, client_id, people, notes=notes),
        *_path_entries(reading, client_id, people),
        *_job_entries(reading, client_id),
        *_profile_entries(reading, client_id, people),
        *_letter_entries(reading, client_id, people),
    ]
    return sorted(entries, key=lambda e: (e.day, e.record_id), reverse=True)


ICONS = {"01": "user-round", "02": "phone", "11": "video"}
"""The sign of a contact by its medium."""

OTHER_ICON = "message-square-text"


def _contact_entries(
    reading: Reading, client_id: RecordId, people: dict[str, str], *, notes: bool
) -> list[TimelineEntry]:
    entries = []
    for contact in reading.find(ClientContact, client_id=client_id):
        seen = contact.attendance in ATTENDED
        how = (
            say(f"timeline.medium.{contact.medium}")
            if seen
            else label("attendance", contact.attendance)
        )
        if seen and contact.place:
            how = say("timeline.with_place", how=how, place=contact.place)
        if seen and contact.minutes:
            how = say("timeline.with_minutes", how=how, count=contact.minutes)
        entries.append(
            TimelineEntry(
                contact.day,
                EntryKind.CONTACT,
                ICONS.get(contact.medium, OTHER_ICON),
                how,
                contact.notes if notes else "",
                people.get(contact.person_id, ""),
                contact.id,
            )
        )
    return entries


def _employer_entries(
    reading: Reading, client_id: RecordId, people: dict[str, str], *, notes: bool
) -> list[TimelineEntry]:
    entries = []
    for contact, employer in contacts_for(reading, client_id):
        visit = contact.medium == FACE_TO_FACE
        entries.append(
            TimelineEntry(
                contact.day,
                EntryKind.EMPLOYER,
                "store" if visit else "phone",
                say("timeline.visited" if visit else "timeline.rang", name=employer.name),
                contact.notes if notes else "",
                people.get(contact.person_id, "")
                + ("" if visit else ". " + say("timeline.not_a_visit")),
                contact.id,
            )
        )
    return entries


def _path_entries(
    reading: Reading, client_id: RecordId, people: dict[str, str]
) -> list[TimelineEntry]:
    entries = []

    def add(day: date | None, icon: str, title: str, record_id: str, detail: str = "") -> None:
        if day is not None:
            entries.append(TimelineEntry(day, EntryKind.CHANGE, icon, title, detail, "", record_id))

    for referral in reading.find(Referral, client_id=client_id):
        source = label("source_of_referral", referral.source)
        add(
            referral.received_on,
            "mail",
            say("timeline.referred", source=source),
            referral.id,
            referral.referrer,
        )
        if referral.declined_on is not None and referral.decline_reason:
            why = label("decline_reason", referral.decline_reason)
            add(referral.declined_on, "check", say("timeline.declined"), referral.id, why)
        if referral.closed_on is not None and referral.closing_reason:
            why = label("discharge_reason", referral.closing_reason)
            add(referral.closed_on, "check", say("timeline.closed"), referral.id, why)
    for place in reading.find(CaseloadPlace, client_id=client_id):
        holder = people.get(place.person_id, "")
        add(place.held_from, "users", say("timeline.accepted", name=holder), place.id)
        if place.ended_by is PlaceEnd.STEPPED_DOWN:
            add(
                place.held_until,
                "footprints",
                say("timeline.stepped_down"),
                place.id,
                place.end_reason,
            )
    for consent in reading.find(Consent, client_id=client_id):
        purpose = label("consent_purpose", consent.purpose)
        said = "timeline.consent_given" if consent.given else "timeline.consent_not_given"
        add(
            consent.given_on,
            "clipboard-check",
            say(said, purpose=purpose),
            consent.id,
            consent.words,
        )
        add(
            consent.withdrawn_on,
            "clipboard-check",
            say("timeline.consent_withdrawn", purpose=purpose),
            consent.id,
        )
    return entries


def _job_entries(reading: Reading, client_id: RecordId) -> list[TimelineEntry]:
    entries = []
    terms = reading.find(JobTerms, client_id=client_id)
    for job in reading.find(Job, client_id=client_id):
        entries.append(
            TimelineEntry(
                job.started_on,
                EntryKind.CHANGE,
                "check",
                say("timeline.job_start", title=job.title, employer=job.employer_name),
                job.not_competitive_why,
                "",
                job.id,
            )
        )
        entries += [
            TimelineEntry(
                term.starts,
                EntryKind.CHANGE,
                "clock",
                say(
                    "timeline.new_terms",
                    hours=f"{term.weekly_hours.normalize():f}",
                    pay=pounds(term.pay),
                    period=say(f"jobs.per.{term.pay_period}"),
                ),
                term.reason,
                "",
                term.id,
            )
            for term in terms
            if term.job_id == job.id and term.starts > job.started_on
        ]
        if job.ended_on is not None and job.end_reason:
            why = label("job_ending_reason", job.end_reason)
            entries.append(
                TimelineEntry(
                    job.ended_on,
                    EntryKind.CHANGE,
                    "info",
                    say("timeline.job_ended", title=job.title, employer=job.employer_name),
                    " ".join(part for part in (f"{why}.", job.end_words) if part),
                    "",
                    job.id,
                )
            )
    return entries


def _profile_entries(
    reading: Reading, client_id: RecordId, people: dict[str, str]
) -> list[TimelineEntry]:
    profile = profile_of(reading, client_id)
    if profile is None:
        return []
    entries = [
        TimelineEntry(
            profile.started_on,
            EntryKind.CHANGE,
            "pencil",
            say("timeline.profile_started"),
            "",
            "",
            profile.id,
        )
    ]
    for row in reading.rows(queries.audit_of_record(profile.id)):
        if row["deed"] != Deed.CHANGED or not row["payload"]:
            continue
        payload = json.loads(row["payload"])
        entries.append(
            TimelineEntry(
                row["at"].astimezone().date(),
                EntryKind.CHANGE,
                "pencil",
                _what_changed(payload["before"], payload["after"]),
                say("timeline.before_is_kept"),
                people.get(row["person_id"], ""),
                profile.id,
            )
        )
    return entries


def _what_changed(before: dict[str, Any], after: dict[str, Any]) -> str:
    names = [
        say(f"vocational_profiles.field.{name}")
        for name in after
        if name not in ("version", "hidden") and before.get(name) != after[name]
    ]
    if not names:
        return say("timeline.profile_saved")
    return say("timeline.profile_changed", what=", ".join(names[:3]))


def _letter_entries(
    reading: Reading, client_id: RecordId, people: dict[str, str]
) -> list[TimelineEntry]:
    return [
        TimelineEntry(
            row["made_on"],
            EntryKind.CHANGE,
            "mail",
            say("timeline.letter", title=row["title"]),
            say("timeline.printed", day=long_date(row["printed_on"])) if row["printed_on"] else "",
            people.get(row["person_id"], ""),
            row["id"],
        )
        for row in reading.rows(queries.letters_of(client_id))
    ]
