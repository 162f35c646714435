"""Verbs about contacts and promises: record one in a single step, with what was promised in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from caseload.appointments import Appointment
from caseload.contacts.client_contact import ClientContact
from caseload.contacts.next_action import NextAction, Promiser
from caseload.errors import FieldsRefused, Refused
from caseload.people.roles import Action
from caseload.services.desk import Desk
from caseload.services.recording import StartingPoint, starting_point
from caseload.store.unit_of_work import Reading, Work
from caseload.values.code_lists import codes
from caseload.values.record import RecordId
from caseload.words import say

LONGEST_MINUTES = 1440


@dataclass(frozen=True)
class Promise:
    """A promise to be made while recording a contact."""

    words: str
    due_on: date
    promiser: Promiser = Promiser.STAFF


class Contacts:
    """What a person may do with contacts and promises."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def record(
        self,
        *,
        contact: ClientContact,
        promises: Iterable[Promise] = (),
        done: Iterable[RecordId] = (),
        next_appointment: Appointment | None = None,
        origin: object | None = None,
    ) -> ClientContact:
        """Save a contact, tick off the promises that it kept, make new ones and book the next
        appointment: all or nothing.

        ``contact.person_id`` may be empty for the person who records. Raises FieldsRefused.
        """
        made = list(promises)
        self._check(contact, made, next_appointment)
        with self._desk.work(
            Action.WRITE_NOTES, "contacts.record", client_id=contact.client_id, origin=origin
        ) as work:
            kept = work.add(replace(contact, person_id=contact.person_id or self._desk.person.id))
            if kept.appointment_id is not None:
                appointment = work.get(Appointment, kept.appointment_id)
                work.change(replace(appointment, attendance=kept.attendance, contact_id=kept.id))
            for action_id in done:
                self._finish(work, work.get(NextAction, action_id), kept)
            for promise in made:
                work.add(
                    NextAction(
                        client_id=kept.client_id,
                        person_id=kept.person_id,
                        words=promise.words.strip(),
                        due_on=promise.due_on,
                        promiser=promise.promiser,
                        made_on=kept.day,
                        made_in=kept.id,
                    )
                )
            if next_appointment is not None:
                self._desk.allow(Action.WRITE_APPOINTMENT, work, kept.client_id)
                holder = next_appointment.person_id or kept.person_id
                work.add(replace(next_appointment, person_id=holder))
            return kept

    def starting_point(self, client_id: RecordId) -> StartingPoint:
        """What a contact form for this client can fill in by itself."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.WRITE_NOTES, reading, client_id)
            return starting_point(reading, self._desk.person.id, client_id, self._desk.today())

    def correct(self, *, contact: ClientContact, origin: object | None = None) -> ClientContact:
        """Put a recorded contact right; what stood before stays in the history."""
        self._check(contact, [], None)
        with self._desk.work(
            Action.WRITE_NOTES, "contacts.correct", client_id=contact.client_id, origin=origin
        ) as work:
            return work.change(contact)

    def hide(self, *, contact: ClientContact, origin: object | None = None) -> ClientContact:
        """Take a contact recorded by mistake out of sight; undo puts it back."""
        with self._desk.work(
            Action.WRITE_NOTES, "contacts.hide", client_id=contact.client_id, origin=origin
        ) as work:
            return work.hide(contact)

    def get(self, contact_id: RecordId) -> ClientContact:
        """One contact. Raises NotAllowed where notes are not open, Refused where it has gone."""
        with self._desk.reading() as reading:
            contact = reading.get(ClientContact, contact_id)
            self._desk.allow(Action.READ_NOTES, reading, contact.client_id)
            return contact

    def of_client(self, client_id: RecordId) -> list[ClientContact]:
        """The client's contacts, newest first. Raises NotAllowed where notes are not open."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_NOTES, reading, client_id)
            return contacts_of(reading, client_id)

    def promise(
        self, *, client_id: RecordId, promise: Promise, origin: object | None = None
    ) -> NextAction:
        """Make a promise outside a contact."""
        problems = _promise_problems([promise])
        if problems:
            raise FieldsRefused(problems)
        with self._desk.work(
            Action.WRITE_NOTES, "contacts.promise", client_id=client_id, origin=origin
        ) as work:
            return work.add(
                NextAction(
                    client_id=client_id,
                    person_id=self._desk.person.id,
                    words=promise.words.strip(),
                    due_on=promise.due_on,
                    promiser=promise.promiser,
                    made_on=self._desk.today(),
                )
            )

    def keep_promise(
        self, *, action_id: RecordId, on: date | None = None, origin: object | None = None
    ) -> NextAction:
        """Tick a promise off."""
        with self._desk.work(Action.WRITE_NOTES, "contacts.keep_promise", origin=origin) as work:
            action = work.get(NextAction, action_id)
            self._desk.allow(Action.WRITE_NOTES, work, action.client_id)
            if not action.is_open:
                raise Refused(say("contacts.promise_done"))
            return work.change(replace(action, done_on=on or self._desk.today()))

    def promises(self, client_id: RecordId, *, open_only: bool = False) -> list[NextAction]:
        """The client's promises: open ones by due day, then those done, newest first."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            kept = reading.find(NextAction, client_id=client_id)
        still = sorted((a for a in kept if a.is_open), key=lambda a: (a.due_on, a.id))
        if open_only:
            return still
        past = [a for a in kept if a.done_on is not None]
        return still + sorted(past, key=lambda a: (a.done_on or a.due_on, a.id), reverse=True)

    def _finish(self, work: Work, action: NextAction, contact: ClientContact) -> None:
        if action.client_id != contact.client_id:
            raise Refused(say("contacts.promise_of_another"))
        if action.is_open:
            work.change(replace(action, done_on=contact.day, done_in=contact.id))

    def _check(
        self, contact: ClientContact, promises: list[Promise], next_appointment: Appointment | None
    ) -> None:
        problems = _promise_problems(promises)
        if next_appointment is not None and next_appointment.day < self._desk.today():
            problems["next_day"] = say("contacts.next_in_past")
        if contact.day > self._desk.today():
            problems["day"] = say("contacts.in_future")
        if contact.minutes is not None and not 0 <= contact.minutes <= LONGEST_MINUTES:
            problems["minutes"] = say("contacts.minutes_range")
        for field, listed in (
            ("medium", "consultation_medium"),
            ("attendance", "attendance"),
            ("reason", "contact_reason"),
        ):
            if getattr(contact, field) not in codes(listed):
                problems[field] = say("clients.choose_from_list")
        if problems:
            raise FieldsRefused(problems)


def _promise_problems(promises: Iterable[Promise]) -> dict[str, str]:
    problems = {}
    for promise in promises:
        if not promise.words.strip():
            problems["promise"] = say("contacts.promise_words")
    return problems


def contacts_of(reading: Reading, client_id: RecordId) -> list[ClientContact]:
    """A client's contacts, newest first."""
    kept = reading.find(ClientContact, client_id=client_id)
    return sorted(kept, key=lambda c: (c.day, str(c.at or ""), c.id), reverse=True)
