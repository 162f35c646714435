"""What is missing before a return is made, and the records behind its figures, by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caseload.clients.client import Client
from caseload.people.person import Person
from caseload.returns.contracts import Contract
from caseload.returns.facts import PersonFacts
from caseload.returns.measures import MEASURES, Counted, CountingRule
from caseload.returns.periods import Period
from caseload.services.desk import newest_place
from caseload.store.unit_of_work import Reading
from caseload.values.record import RecordId

NOT_RECORDED = "X"
"""The code of a gender that nobody asked for; 'not stated' (Z) is an answer."""

LEAST_DIGITS = 6
"""A telephone number with fewer digits is a note, not a number."""


@dataclass(frozen=True)
class MissingFacts:
    """A client who is counted in a return without these facts; ``holder`` is who can fill them."""

    client_id: RecordId
    client_name: str
    holder: str
    born_on: bool
    gender: bool


@dataclass(frozen=True)
class BehindFigure:
    """One record that a figure counts. ``kind`` is ``job``, ``referral`` or ``person``."""

    client_id: RecordId
    client_name: str
    holder: str
    on: date
    kind: str


def missing_in(
    reading: Reading,
    facts: Iterable[PersonFacts],
    contract: Contract,
    period: Period,
    today: date,
) -> list[MissingFacts]:
    """Clients counted in the period of whom a breakdown's fact is missing, by holder and name."""
    rule = CountingRule(today, contract.allowed_gap)
    found = []
    for person in facts:
        born = "age" in contract.breakdowns and person.born_on is None
        gender = "gender" in contract.breakdowns and person.gender in {None, "", NOT_RECORDED}
        if (born or gender) and _is_counted(person, contract, period, rule):
            client = reading.get(Client, person.client_id)
            holder = holder_name(reading, client.id)
            found.append(MissingFacts(client.id, client.name, holder, born, gender))
    return sorted(found, key=lambda gap: (gap.holder, gap.client_name, gap.client_id))


def _is_counted(
    person: PersonFacts, contract: Contract, period: Period, rule: CountingRule
) -> bool:
    return any(
        period.starts <= counted.on <= period.ends
        for measure in contract.measures
        for counted in MEASURES[measure].events(person, rule)
    )


def behind(reading: Reading, records: Iterable[Counted]) -> list[BehindFigure]:
    """The records behind a figure, oldest first, each with its client."""
    found = []
    for counted in records:
        client = reading.get(Client, counted.client_id)
        kind = "job" if counted.job_id else "referral" if counted.referral_id else "person"
        holder = holder_name(reading, client.id)
        found.append(BehindFigure(client.id, client.name, holder, counted.on, kind))
    return found


def holder_name(reading: Reading, client_id: RecordId) -> str:
    """Who holds the client, or did last; empty where nobody has."""
    place = newest_place(reading, client_id)
    return "" if place is None else reading.get(Person, place.person_id).name


def texts_that_stay(reading: Reading, *, approver: str = "") -> list[str]:
    """Texts of the record that no file of a return may hold: who clients are, and their numbers.

    A name of one word may be an everyday word, and ``approver`` is in the file on purpose.
    """
    texts: list[str] = []
    for client in reading.find(Client, include_hidden=True):
        if client.given_name.strip() and client.family_name.strip() and client.name != approver:
            texts.append(client.name)
        numbers = (client.nhs_number or "", client.telephone)
        texts += [number for number in numbers if sum(c.isdigit() for c in number) >= LEAST_DIGITS]
        texts += [email for email in (client.email,) if "@" in email]
    return texts
