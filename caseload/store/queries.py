"""Reads that lists are made of: columns, not whole records, so that a full list stays quick."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, select

from caseload.store import tables as t
from caseload.values.dates import read_date
from caseload.values.names import fold
from caseload.values.record import RecordId


def find_people(text: str, *, limit: int) -> Select[Any]:
    """Clients by part of a name, an NHS number or a date of birth (any of its usual forms)."""
    client = t.client
    query = select(client.c.id, client.c.given_name, client.c.family_name, client.c.born_on).where(
        client.c.hidden.is_(False)
    )
    for part in _parts(text):
        query = query.where(client.c.search_fold.contains(part, autoescape=True))
    return query.order_by(client.c.family_name, client.c.given_name, client.c.id).limit(limit)


def names_of_clients() -> Select[Any]:
    """The names of all clients, hidden ones too."""
    client = t.client
    return select(client.c.id, client.c.given_name, client.c.family_name)


def _parts(text: str) -> list[str]:
    try:
        return [read_date(text).isoformat()]
    except ValueError:
        folded = fold(text).strip()
    digits = folded.replace(" ", "").replace("-", "")
    if digits.isdigit() and len(digits) > 2:
        return [digits]
    return folded.split()


def find_employers(text: str, *, limit: int) -> Select[Any]:
    """Employers by part of the name."""
    employer = t.employer
    query = select(employer.c.id, employer.c.name, employer.c.postcode).where(
        employer.c.hidden.is_(False)
    )
    for part in fold(text).split():
        query = query.where(employer.c.name_fold.contains(part, autoescape=True))
    return query.order_by(employer.c.name_fold, employer.c.id).limit(limit)


def contact_days(client_ids: Collection[RecordId]) -> Select[Any]:
    """Day, medium, attendance and reason of every contact with these clients, oldest first."""
    contact = t.client_contact
    return (
        select(
            contact.c.client_id,
            contact.c.day,
            contact.c.medium,
            contact.c.attendance,
            contact.c.reason,
            contact.c.job_id,
        )
        .where(contact.c.hidden.is_(False), contact.c.client_id.in_(list(client_ids)))
        .order_by(contact.c.day, contact.c.id)
    )


def last_place(person_id: RecordId) -> Select[Any]:
    """Where this person's newest contact with a place took place."""
    contact = t.client_contact
    return (
        select(contact.c.place)
        .where(
            contact.c.person_id == person_id,
            contact.c.place != "",
            contact.c.hidden.is_(False),
        )
        .order_by(contact.c.day.desc(), contact.c.at.desc().nulls_last(), contact.c.id)
        .limit(1)
    )


def employer_contact_days(*, since: date | None = None) -> Select[Any]:
    """Day, medium, person and clients of every employer contact, oldest first."""
    contact = t.employer_contact
    query = select(
        contact.c.employer_id,
        contact.c.person_id,
        contact.c.day,
        contact.c.medium,
        contact.c.client_ids,
    ).where(contact.c.hidden.is_(False))
    if since is not None:
        query = query.where(contact.c.day >= since)
    return query.order_by(contact.c.day, contact.c.id)


def holders(day: date) -> Select[Any]:
    """Who holds whom: for each client the newest place begun by ``day``, held or stepped down."""
    place = t.caseload_place
    newest = (
        select(place.c.client_id, func.max(place.c.held_from).label("held_from"))
        .where(place.c.hidden.is_(False), place.c.held_from <= day)
        .group_by(place.c.client_id)
        .subquery()
    )
    return (
        select(
            place.c.id,
            place.c.client_id,
            place.c.person_id,
            place.c.referral_id,
            place.c.held_from,
            place.c.held_until,
            place.c.ended_by,
        )
        .join(
            newest,
            and_(place.c.client_id == newest.c.client_id, place.c.held_from == newest.c.held_from),
        )
        .where(place.c.hidden.is_(False))
    )


def audit_entries() -> Select[Any]:
    """The whole history with its payloads (None once erased), oldest first."""
    entry, payload = t.audit_entry, t.audit_payload
    return (
        select(entry, payload.c.salt, payload.c.payload)
        .join(payload, payload.c.sequence == entry.c.sequence, isouter=True)
        .order_by(entry.c.sequence)
    )


def audit_of_record(record_id: RecordId) -> Select[Any]:
    """The history of one record, oldest first."""
    return audit_entries().where(t.audit_entry.c.record_id == record_id)


def audit_of_change(change_id: RecordId) -> Select[Any]:
    """The entries of one verb, oldest first."""
    return audit_entries().where(t.audit_entry.c.change_id == change_id)


def changes_by(person_id: RecordId, *, after: int) -> Select[Any]:
    """One row a change made by a person after the entry ``after``, newest first."""
    entry = t.audit_entry
    return (
        select(entry.c.change_id, entry.c.action, func.max(entry.c.sequence).label("last"))
        .where(entry.c.person_id == person_id, entry.c.sequence > after)
        .group_by(entry.c.change_id, entry.c.action)
        .order_by(func.max(entry.c.sequence).desc())
    )


def last_of_action(action: str) -> Select[Any]:
    """The newest entry of one verb: its time (UTC)."""
    entry = t.audit_entry
    return (
        select(entry.c.at)
        .where(entry.c.action == action)
        .order_by(entry.c.sequence.desc())
        .limit(1)
    )


def last_sequence() -> Select[Any]:
    """The number of the newest entry of the history."""
    return select(func.coalesce(func.max(t.audit_entry.c.sequence), 0).label("last"))


def draft(person_id: RecordId, form: str, subject_id: RecordId) -> Select[Any]:
    """A person's draft of one form about one subject."""
    table = t.draft
    return select(table).where(
        table.c.person_id == person_id,
        table.c.form == form,
        table.c.subject_id == subject_id,
    )


def drafts_of(person_id: RecordId) -> Select[Any]:
    """All drafts of a person, newest first."""
    return (
        select(t.draft).where(t.draft.c.person_id == person_id).order_by(t.draft.c.saved_at.desc())
    )


def letters_of(client_id: RecordId) -> Select[Any]:
    """The letters of a client without their pages, newest first."""
    letter = t.filed_letter
    return (
        select(
            letter.c.id, letter.c.made_on, letter.c.title, letter.c.printed_on, letter.c.person_id
        )
        .where(letter.c.client_id == client_id, letter.c.hidden.is_(False))
        .order_by(letter.c.made_on.desc(), letter.c.id)
    )


def recent_letters(*, limit: int) -> Select[Any]:
    """The newest letters of everyone, without their pages, with the client's name."""
    letter, client = t.filed_letter, t.client
    return (
        select(
            letter.c.id,
            letter.c.client_id,
            letter.c.made_on,
            letter.c.title,
            letter.c.printed_on,
            client.c.given_name,
            client.c.family_name,
        )
        .join(client, client.c.id == letter.c.client_id)
        .where(letter.c.hidden.is_(False))
        .order_by(letter.c.made_on.desc(), letter.c.id)
        .limit(limit)
    )


def kept_calculations() -> Select[Any]:
    """The better-off calculations of everyone without their sums, newest first."""
    kept, client = t.kept_calculation, t.client
    return (
        select(
            kept.c.id,
            kept.c.client_id,
            kept.c.made_on,
            kept.c.rate_year,
            client.c.given_name,
            client.c.family_name,
        )
        .join(client, client.c.id == kept.c.client_id)
        .where(kept.c.hidden.is_(False), client.c.hidden.is_(False))
        .order_by(kept.c.made_on.desc(), kept.c.id.desc())
    )


def printed_calculations() -> Select[Any]:
    """The calculations that a printed letter is about, and when that was printed last."""
    letter = t.filed_letter
    return (
        select(letter.c.calculation_id, func.max(letter.c.printed_on).label("printed_on"))
        .where(letter.c.printed_on.is_not(None), letter.c.calculation_id.is_not(None))
        .group_by(letter.c.calculation_id)
    )
