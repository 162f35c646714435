"""Verbs about letters: file one with its very bytes, and say that it was printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from caseload.clients.client import Client
from caseload.clients.consent import Consent, stands
from caseload.errors import Refused
from caseload.history import Deed
from caseload.letters.filed import FiledLetter
from caseload.people.roles import Action
from caseload.services.clients import standing_lines
from caseload.services.desk import Desk
from caseload.store import queries
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
            consents = reading.find(Consent, client_id=client_id)
        if any(line.no_post for line in lines):
            return say("letter_filing.no_post", name=client.first_name)
        if not client.address_safe or not client.address.strip():
            return say("letter_filing.address_not_safe", name=client.first_name)
        if not stands(consents, "letter", self._desk.today()):
            return say("letter_filing.no_consent", name=client.first_name)
        return ""

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
