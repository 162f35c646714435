"""Verbs about employers: the card, the log, this week's visits, and what may be said about whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from caseload.clients.client import Client
from caseload.clients.consent import Consent, stands
from caseload.employers import PURPOSES, Employer, EmployerContact, week_of
from caseload.errors import FieldsRefused
from caseload.jobs.job import Job
from caseload.people.person import Person
from caseload.people.roles import Action
from caseload.services.caseload_list import CaseloadRow, rows_of, without_visit
from caseload.services.desk import Desk, holder_of
from caseload.services.may_be_said import MayBeSaid, Nameable, may_be_said, nameable
from caseload.store import queries
from caseload.store.unit_of_work import Reading
from caseload.values.code_lists import codes
from caseload.values.identifiers import IdentifierProblem, read_postcode
from caseload.values.names import fold
from caseload.values.record import RecordId
from caseload.words import say


@dataclass(frozen=True)
class EmployerRow:
    """One line of the employers' list. ``visits`` counts face-to-face contacts by anyone."""

    employer: Employer
    last_contact: date | None
    visits: int
    known_by: tuple[str, ...]


@dataclass(frozen=True)
class LoggedContact:
    """A contact with the names that the log shows; clients of colleagues stay unnamed."""

    contact: EmployerContact
    person_name: str
    client_names: tuple[str, ...]
    others: int


@dataclass(frozen=True)
class EmployerCard:
    """Everything the card shows; what may be said is of clients on this person's caseload."""

    employer: Employer
    log: tuple[LoggedContact, ...]
    known_by: tuple[str, ...]
    people_working_there: tuple[str, ...]
    may_be_said: tuple[MayBeSaid, ...]


@dataclass(frozen=True)
class VisitsThisWeek:
    """A specialist's week, Monday to Sunday: visits count, other contacts are effort."""

    visits: int
    other_contacts: int
    first: date
    last: date


class Employers:
    """What a person may do with employers and the log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def listing(self, text: str = "") -> list[EmployerRow]:
        """Employers by part of the name, by name, with who knows them."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_EMPLOYERS)
            found = reading.find(Employer)
            rows = reading.rows(queries.employer_contact_days())
            names = {p.id: p.name for p in reading.find(Person)}
        wanted = fold(text).split()
        lines = []
        for employer in found:
            if not all(part in employer.name_fold for part in wanted):
                continue
            own = [row for row in rows if row["employer_id"] == employer.id]
            known = {names[row["person_id"]] for row in own}
            lines.append(
                EmployerRow(
                    employer,
                    own[-1]["day"] if own else None,
                    sum(1 for row in own if row["medium"] == "01"),
                    tuple(sorted(known)),
                )
            )
        return sorted(lines, key=lambda line: (line.employer.name_fold, line.employer.id))

    def look_alikes(self, name: str) -> list[Employer]:
        """Employers whose name is so like this one that it may be the same."""
        wanted = set(fold(name).split()) - _COMMON_WORDS
        if not wanted:
            return []
        with self._desk.reading() as reading:
            return [
                employer
                for employer in reading.find(Employer)
                if (words := set(employer.name_fold.split()) - _COMMON_WORDS)
                and (wanted <= words or words <= wanted)
            ]

    def save(self, *, employer: Employer, origin: object | None = None) -> Employer:
        """Add or change an employer. Raises FieldsRefused."""
        problems = {}
        postcode = employer.postcode.strip()
        if not employer.name.strip():
            problems["name"] = say("employers.needs_name")
        if postcode:
            try:
                postcode = read_postcode(postcode)
            except IdentifierProblem as problem:
                problems["postcode"] = problem.sentence
        if problems:
            raise FieldsRefused(problems)
        name = employer.name.strip()
        tidy = replace(employer, name=name, name_fold=fold(name), postcode=postcode)
        with self._desk.work(Action.WRITE_EMPLOYERS, "employers.save", origin=origin) as work:
            return work.add(tidy) if employer.version == 0 else work.change(tidy)

    def record_contact(
        self, *, contact: EmployerContact, origin: object | None = None
    ) -> EmployerContact:
        """Log a contact. It may name clients only if they agreed that employers are contacted.

        Raises FieldsRefused, and NotAllowed for a colleague's client.
        """
        return self._keep(contact, "employers.record_contact", origin)

    def correct_contact(
        self, *, contact: EmployerContact, origin: object | None = None
    ) -> EmployerContact:
        """Put a logged contact right; what stood before is kept. Raises as ``record_contact``."""
        return self._keep(contact, "employers.correct_contact", origin)

    def _keep(self, contact: EmployerContact, verb: str, origin: object | None) -> EmployerContact:
        problems = {}
        today = self._desk.today()
        if contact.day > today:
            problems["day"] = say("contacts.in_future")
        if contact.medium not in codes("consultation_medium"):
            problems["medium"] = say("clients.choose_from_list")
        if contact.purpose not in PURPOSES:
            problems["purpose"] = say("clients.choose_from_list")
        if problems:
            raise FieldsRefused(problems)
        with self._desk.work(Action.WRITE_EMPLOYERS, verb, origin=origin) as work:
            for client_id in contact.client_ids:
                self._desk.allow(Action.WRITE_NOTES, work, client_id)
                consents = work.find(Consent, client_id=client_id)
                if not stands(consents, "employer", contact.day):
                    name = work.get(Client, client_id).name
                    raise FieldsRefused({"client_ids": say("employers.no_consent", name=name)})
            kept = replace(contact, person_id=contact.person_id or self._desk.person.id)
            return work.add(kept) if kept.version == 0 else work.change(kept)

    def week(self, person_id: RecordId | None = None, day: date | None = None) -> VisitsThisWeek:
        """The week of ``day``, today's unless told otherwise."""
        with self._desk.reading() as reading:
            return week_in(reading, person_id or self._desk.person.id, day or self._desk.today())

    def without_visit(self) -> list[CaseloadRow]:
        """This person's clients whom no employer has been met for yet, the oldest clock first."""
        with self._desk.reading() as reading:
            return without_visit(rows_of(reading, self._desk.person.id, self._desk.today()))

    def nameable(self) -> list[Nameable]:
        """Everyone on this person's caseload, by name, and whether they may be named today."""
        today = self._desk.today()
        with self._desk.reading() as reading:
            return nameable(reading, self._desk.person.id, today)

    def card(self, employer_id: RecordId) -> EmployerCard:
        """The employer's card: history, who knows them, and what may be said about whom."""
        today = self._desk.today()
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_EMPLOYERS)
            employer = reading.get(Employer, employer_id)
            contacts = reading.find(EmployerContact, employer_id=employer_id)
            contacts.sort(key=lambda c: (c.day, c.id), reverse=True)
            people = {p.id: p.name for p in reading.find(Person)}
            mine = self._my_clients(reading)
            log = tuple(self._logged(c, people, mine) for c in contacts)
            jobs = [j for j in reading.find(Job, employer_id=employer_id) if j.in_work_on(today)]
            held = {row.client_id for row in rows_of(reading, self._desk.person.id, today)}
            about = dict.fromkeys(i for c in contacts for i in c.client_ids) | dict.fromkeys(
                j.client_id for j in jobs
            )
            said = tuple(
                may_be_said(reading, mine[i], today) for i in about if i in mine and i in held
            )
        return EmployerCard(
            employer=employer,
            log=log,
            known_by=tuple(dict.fromkeys(people[c.person_id] for c in contacts)),
            people_working_there=tuple(mine[j.client_id].name for j in jobs if j.client_id in mine),
            may_be_said=said,
        )

    def contacts_for(self, client_id: RecordId) -> Sequence[tuple[EmployerContact, Employer]]:
        """Contacts made with employers for one client, newest first."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            return contacts_for(reading, client_id)

    def may_be_said(self, client_id: RecordId) -> MayBeSaid:
        """What may be said to an employer about this client today."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            return may_be_said(reading, reading.get(Client, client_id), self._desk.today())

    def _my_clients(self, reading: Reading) -> dict[RecordId, Client]:
        """Clients whom this person may read by name."""
        everyone = {c.id: c for c in reading.find(Client)}
        if self._desk.alone:
            return everyone
        return {
            client_id: client
            for client_id, client in everyone.items()
            if holder_of(reading, client_id) == self._desk.person.id
        }

    def _logged(
        self, contact: EmployerContact, people: dict[RecordId, str], mine: dict[RecordId, Client]
    ) -> LoggedContact:
        named = tuple(mine[i].name for i in contact.client_ids if i in mine)
        return LoggedContact(
            contact, people[contact.person_id], named, len(contact.client_ids) - len(named)
        )


_COMMON_WORDS = frozenset({"ltd", "limited", "plc", "the", "and", "&", "co", "company", "uk"})


def contacts_for(reading: Reading, client_id: RecordId) -> list[tuple[EmployerContact, Employer]]:
    """Contacts made with employers for one client, newest first."""
    kept = [c for c in reading.find(EmployerContact) if client_id in c.client_ids]
    ids = {c.employer_id for c in kept}
    employers = {e.id: e for e in reading.find(Employer, id=ids)} if ids else {}
    kept.sort(key=lambda c: (c.day, c.id), reverse=True)
    return [(c, employers[c.employer_id]) for c in kept if c.employer_id in employers]


def week_in(reading: Reading, person_id: RecordId, day: date) -> VisitsThisWeek:
    """A person's employer contacts in the week of ``day``."""
    first, last = week_of(day)
    rows = [
        row
        for row in reading.rows(queries.employer_contact_days(since=first))
        if row["person_id"] == person_id and row["day"] <= last
    ]
    visits = sum(1 for row in rows if row["medium"] == "01")
    return VisitsThisWeek(visits, len(rows) - visits, first, last)
