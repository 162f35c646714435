"""The client's page: last time, what was promised, what is next, and one timeline of everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.allocation.place import CaseloadPlace
from caseload.appointments import FUTURE, Appointment
from caseload.clients.client import Client
from caseload.clients.consent import Consent, Standing, newest, standing
from caseload.clients.safety import SafetyLine
from caseload.contacts.client_contact import ATTENDED, ClientContact
from caseload.contacts.next_action import NextAction
from caseload.people.person import Person
from caseload.people.roles import Action
from caseload.referrals import Referral
from caseload.services.caseload_list import CaseloadRow, rows_of
from caseload.services.clients import standing_lines
from caseload.services.desk import Desk, newest_place
from caseload.services.referrals import newest_referral
from caseload.services.timeline import TimelineEntry, timeline_of
from caseload.services.vocational_profiles import profile_of
from caseload.store.unit_of_work import Reading
from caseload.values.record import RecordId
from caseload.vocational_profiles import VocationalProfile

SHOWN_PURPOSES = ("clinical_team", "employer", "disclosure", "dwp")
"""The four consents that stand beside every client, in this order."""

CLIENT_ACTIONS = (
    Action.WRITE_CLIENT,
    Action.READ_NOTES,
    Action.WRITE_NOTES,
    Action.WRITE_PROFILE,
    Action.WRITE_APPOINTMENT,
    Action.WRITE_EMPLOYERS,
    Action.WRITE_JOB,
    Action.BETTER_OFF,
    Action.PRINT_LETTER,
    Action.ENTER_REFERRAL,
    Action.ALLOCATE,
    Action.TRANSFER,
)
"""What can be asked for on the client's page."""


@dataclass(frozen=True)
class ConsentLine:
    """A purpose with the word that it carries today; ``words`` are the agreed ones."""

    purpose: str
    standing: Standing
    words: str


@dataclass(frozen=True)
class ClientHeader:
    """What a specialist needs at a glance before the client walks in.

    ``mine``: the reader holds the client. ``may``: what the reader may do here, nothing that
    writes where the store is open for reading only.
    """

    today: date
    client: Client
    referral: Referral | None
    place: CaseloadPlace | None
    holder_name: str
    mine: bool
    row: CaseloadRow | None
    age: int | None
    safety: tuple[SafetyLine, ...]
    last_contact: ClientContact | None
    promises: tuple[NextAction, ...]
    next_appointment: Appointment | None
    consents: tuple[ConsentLine, ...]
    profile: VocationalProfile | None
    notes_open: bool
    may: frozenset[Action]


class ClientPage:
    """Reads everything that stands on the client's page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def header(self, client_id: RecordId) -> ClientHeader:
        """The client at a glance. Raises NotAllowed for a colleague's client."""
        today = self._desk.today()
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            notes = self._notes_open(reading, client_id)
            client = reading.get(Client, client_id)
            place = newest_place(reading, client_id)
            rows = rows_of(reading, place.person_id, today) if place else []
            contacts = reading.find(ClientContact, client_id=client_id) if notes else []
            consents = reading.find(Consent, client_id=client_id)
            return ClientHeader(
                today=today,
                client=client,
                referral=newest_referral(reading, client_id),
                place=place,
                holder_name=reading.get(Person, place.person_id).name if place else "",
                mine=place is not None and place.person_id == self._desk.person.id,
                row=next((row for row in rows if row.client_id == client_id), None),
                age=client.age_on(today),
                safety=tuple(standing_lines(reading, client_id, today)),
                last_contact=max(
                    (c for c in contacts if c.attendance in ATTENDED),
                    key=lambda c: (c.day, str(c.at or ""), c.id),
                    default=None,
                ),
                promises=tuple(_promises(reading, client_id)),
                next_appointment=_next_appointment(reading, client_id, today),
                consents=tuple(_consent_line(consents, p, today) for p in SHOWN_PURPOSES),
                profile=profile_of(reading, client_id),
                notes_open=notes,
                may=self._may(reading, client_id),
            )

    def timeline(self, client_id: RecordId) -> list[TimelineEntry]:
        """Everything that happened, newest first."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            notes = self._notes_open(reading, client_id)
            return timeline_of(reading, client_id, notes=notes)

    def _may(self, reading: Reading, client_id: RecordId) -> frozenset[Action]:
        if self._desk.store.is_read_only:
            readable: tuple[Action, ...] = (
                Action.READ_NOTES,
                Action.PRINT_LETTER,
                Action.BETTER_OFF,
            )
        else:
            readable = CLIENT_ACTIONS
        return frozenset(a for a in readable if self._desk.may_for(a, reading, client_id))

    def _notes_open(self, reading: Reading, client_id: RecordId) -> bool:
        if not self._desk.may(Action.READ_NOTES):
            return False
        self._desk.allow(Action.READ_NOTES, reading, client_id)
        return True


def _promises(reading: Reading, client_id: RecordId) -> list[NextAction]:
    kept = reading.find(NextAction, client_id=client_id)
    still = sorted((a for a in kept if a.is_open), key=lambda a: (a.due_on, a.id))
    done = sorted(
        (a for a in kept if a.done_on is not None),
        key=lambda a: (a.done_on or a.due_on, a.id),
        reverse=True,
    )
    return still + done[:3]


def _next_appointment(reading: Reading, client_id: RecordId, today: date) -> Appointment | None:
    booked = reading.find(Appointment, client_id=client_id, attendance=FUTURE)
    return min(
        (a for a in booked if a.day >= today),
        key=lambda a: (a.day, a.starts_at, a.id),
        default=None,
    )


def _consent_line(consents: list[Consent], purpose: str, today: date) -> ConsentLine:
    answer = newest(consents, purpose, today)
    return ConsentLine(purpose, standing(consents, purpose, today), answer.words if answer else "")
