"""Verbs about appointments: book, and say afterwards how it went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from caseload.appointments import FUTURE, Appointment
from caseload.clients.client import Client
from caseload.errors import FieldsRefused, Refused
from caseload.people.roles import Action
from caseload.services.desk import Desk
from caseload.values.code_lists import codes
from caseload.values.record import RecordId
from caseload.words import say


@dataclass(frozen=True)
class Booked:
    """An appointment with the name that the day's list shows."""

    appointment: Appointment
    client_name: str


class Appointments:
    """What a person may do with appointments."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def book(self, *, appointment: Appointment, origin: object | None = None) -> Appointment:
        """Put an appointment in the diary. ``person_id`` may be empty for oneself."""
        if appointment.minutes <= 0:
            raise FieldsRefused({"minutes": say("contacts.minutes_range")})
        with self._desk.work(
            Action.WRITE_APPOINTMENT,
            "appointments.book",
            client_id=appointment.client_id,
            origin=origin,
        ) as work:
            return work.add(
                replace(appointment, person_id=appointment.person_id or self._desk.person.id)
            )

    def say_how_it_went(
        self, *, appointment_id: RecordId, attendance: str, origin: object | None = None
    ) -> Appointment:
        """Attended, missed or cancelled, by NHS code, where no contact is written about it."""
        if attendance not in codes("attendance") or attendance == FUTURE:
            raise FieldsRefused({"attendance": say("clients.choose_from_list")})
        with self._desk.work(
            Action.WRITE_APPOINTMENT, "appointments.say_how_it_went", origin=origin
        ) as work:
            appointment = work.get(Appointment, appointment_id)
            self._desk.allow(Action.WRITE_APPOINTMENT, work, appointment.client_id)
            if not appointment.is_booked:
                raise Refused(say("contacts.appointment_done"))
            return work.change(replace(appointment, attendance=attendance))

    def on(self, day: date) -> list[Booked]:
        """This person's appointments of a day, by time."""
        with self._desk.reading() as reading:
            booked = reading.find(Appointment, day=day, person_id=self._desk.person.id)
            ids = {a.client_id for a in booked}
            names = {c.id: c.name for c in reading.find(Client, id=ids)} if ids else {}
        ordered = sorted(booked, key=lambda a: (a.starts_at, a.id))
        return [Booked(a, names.get(a.client_id, "")) for a in ordered]

    def of_client(self, client_id: RecordId) -> list[Appointment]:
        """The client's appointments, the latest first."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            kept = reading.find(Appointment, client_id=client_id)
        return sorted(kept, key=lambda a: (a.day, a.starts_at, a.id), reverse=True)
