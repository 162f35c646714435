"""Verbs about letters: file one with its very bytes, and say that it was printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from caseload.appointments import FUTURE, Appointment
from caseload.clients.client import Client
from caseload.clients.consent import Consent, Standing, standing
from caseload.contacts.client_contact import DIRECT, ClientContact
from caseload.contacts.next_action import NextAction, Promiser
from caseload.errors import Refused
from caseload.history import Deed
from caseload.letters.clinical_line import ClinicalFacts, clinical_line
from caseload.letters.filed import FiledLetter
from caseload.letters.parties import author_of
from caseload.people.person import Service
from caseload.people.roles import Action
from caseload.services.clients import standing_lines
from caseload.services.desk import Desk
from caseload.store import queries
from caseload.store.unit_of_work import Reading
from caseload.values.record import RecordId
from caseload.words import say


@dataclass(frozen=True)
class LetterLine:
    """A letter in a list, without its pages."""

    letter_id: RecordId
    client_id: RecordId
    client_name: str
    made_on: date
    title: str
    printed_on: date | None


class Letters:
    """What a person may do with letters."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def may_post(self, client_id: RecordId) -> str:
        """Empty where a letter may be posted to the client; else the sentence that says why not.

        A letter handed to the client needs no consent.
        """
        with self._desk.reading() as reading:
            client = reading.get(Client, client_id)
            lines = standing_lines(reading, client_id, self._desk.today())
        if any(line.no_post for line in lines):
            return say("letter_filing.no_post", name=client.first_name)
        if not client.address_safe or not client.address.strip():
            return say("letter_filing.address_not_safe", name=client.first_name)
        return ""

    def line_for_clinician(
        self, *, client_id: RecordId, recipient: str, origin: object | None = None
    ) -> str:
        """Plain words for the notes of a GP ('gp') or the clinical team ('clinical_team').

        They say the date, whether the client came, and the plan; that they left goes into the
        history. Raises Refused with the reason where the client has not agreed.
        """
        today = self._desk.today()
        with self._desk.work(
            Action.READ_NOTES, "letters.line_for_clinician", client_id=client_id, origin=origin
        ) as work:
            client = work.get(Client, client_id)
            _refuse_without_consent(work, client, recipient, today)
            contacts = [c for c in work.find(ClientContact, client_id=client_id) if _meets(c)]
            booked = work.find(Appointment, client_id=client_id, attendance=FUTURE)
            kept = work.find(NextAction, client_id=client_id, done_on=None)
            service = work.find(Service)[0]
            work.note(Deed.EXPORTED, client, recipient=recipient)
            return clinical_line(
                ClinicalFacts(
                    today=today,
                    last=max(contacts, key=lambda c: (c.day, str(c.at or ""), c.id), default=None),
                    promises=tuple(sorted(kept, key=_staff_first)),
                    appointment=min(
                        (a for a in booked if a.day >= today),
                        key=lambda a: (a.day, a.starts_at, a.id),
                        default=None,
                    ),
                    author=author_of(self._desk.person, service),
                    service_name=service.name,
                    others=frozenset(
                        f"{row['given_name']} {row['family_name']}"
                        for row in work.rows(queries.names_of_clients())
                        if row["id"] != client_id and row["family_name"]
                    ),
                )
            )

    def file(
        self,
        *,
        client_id: RecordId,
        title: str,
        pdf: bytes,
        calculation_id: RecordId | None = None,
        origin: object | None = None,
    ) -> FiledLetter:
        """File a letter to the client as the bytes that were shown."""
        if not pdf.startswith(b"%PDF"):
            raise Refused(say("letter_filing.not_a_letter"))
        with self._desk.work(
            Action.PRINT_LETTER, "letters.file", client_id=client_id, origin=origin
        ) as work:
            return work.add(
                FiledLetter(
                    client_id=client_id,
                    person_id=self._desk.person.id,
                    made_on=self._desk.today(),
                    title=title,
                    pdf=pdf,
                    calculation_id=calculation_id,
                )
            )

    def printed(self, *, letter_id: RecordId, origin: object | None = None) -> FiledLetter:
        """Write down that the letter was printed today."""
        with self._desk.work(Action.PRINT_LETTER, "letters.printed", origin=origin) as work:
            letter = work.get(FiledLetter, letter_id)
            self._desk.allow(Action.PRINT_LETTER, work, letter.client_id)
            work.note(Deed.PRINTED, letter)
            return work.change(replace(letter, printed_on=self._desk.today()))

    def pdf(self, letter_id: RecordId) -> bytes:
        """The letter's own bytes, for looking at and printing again."""
        with self._desk.reading() as reading:
            letter = reading.get(FiledLetter, letter_id)
            self._desk.allow(Action.PRINT_LETTER, reading, letter.client_id)
            return letter.pdf

    def of_client(self, client_id: RecordId) -> list[LetterLine]:
        """The client's letters, newest first."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            name = reading.get(Client, client_id).name
            rows = reading.rows(queries.letters_of(client_id))
        return [
            LetterLine(r["id"], client_id, name, r["made_on"], r["title"], r["printed_on"])
            for r in rows
        ]

    def recent(self, *, limit: int = 50) -> list[LetterLine]:
        """The newest letters of clients whom this person may read."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.PRINT_LETTER)
            rows = reading.rows(queries.recent_letters(limit=limit * 4))
            shown = [
                LetterLine(
                    row["id"],
                    row["client_id"],
                    f"{row['given_name']} {row['family_name']}".strip(),
                    row["made_on"],
                    row["title"],
                    row["printed_on"],
                )
                for row in rows
                if self._desk.may_for(Action.PRINT_LETTER, reading, row["client_id"])
            ]
        return shown[:limit]


def _staff_first(action: NextAction) -> tuple[bool, date, str]:
    return action.promiser is Promiser.CLIENT, action.due_on, action.id


def _meets(contact: ClientContact) -> bool:
    """A meeting or a call, kept or missed; a letter or a text is neither."""
    return contact.medium in DIRECT


def _refuse_without_consent(reading: Reading, client: Client, recipient: str, today: date) -> None:
    stood = standing(reading.find(Consent, client_id=client.id), recipient, today)
    if stood is Standing.WITHDRAWN:
        raise Refused(say(f"clinical_line.withdrawn_{recipient}", name=client.first_name))
    if stood is Standing.NOT_GIVEN:
        raise Refused(say(f"clinical_line.no_consent_{recipient}", name=client.first_name))
