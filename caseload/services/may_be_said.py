"""What a client's consents allow to be said to an employer, and whom a contact may name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.clients.client import Client
from caseload.clients.consent import Consent, Standing, newest, standing, stands
from caseload.services.caseload_list import rows_of
from caseload.store.unit_of_work import Reading
from caseload.values.record import RecordId


@dataclass(frozen=True)
class MayBeSaid:
    """What may be said to an employer about one of this person's clients, in words.

    ``agreed_on`` and ``agreed_how`` are those of the answer that counts: to telling of a condition
    where that was agreed, else to employers being contacted. ``ask_again``: it is over a year old.
    """

    client_id: RecordId
    client_name: str
    may_name: bool
    may_tell_condition: bool
    agreed_words: str
    agreed_on: date | None = None
    agreed_how: str = ""
    ask_again: bool = False


@dataclass(frozen=True)
class Nameable:
    """One of this person's clients, and whether a contact with an employer may name them today."""

    client_id: RecordId
    client_name: str
    may_name: bool


def may_be_said(reading: Reading, client: Client, today: date) -> MayBeSaid:
    """What a client's consents allow to be said to an employer today."""
    consents = reading.find(Consent, client_id=client.id)
    disclosure = newest(consents, "disclosure", today)
    may_name = stands(consents, "employer", today)
    may_tell = may_name and stands(consents, "disclosure", today)
    counts = disclosure if may_tell else newest(consents, "employer", today) if may_name else None
    asked = ("employer", "disclosure") if may_tell else ("employer",)
    old = any(standing(consents, purpose, today) is Standing.ASK_AGAIN for purpose in asked)
    return MayBeSaid(
        client_id=client.id,
        client_name=client.name,
        may_name=may_name,
        may_tell_condition=may_tell,
        agreed_words=disclosure.words if disclosure and may_tell else "",
        agreed_on=counts.given_on if counts else None,
        agreed_how=counts.how if counts else "",
        ask_again=old,
    )


def nameable(reading: Reading, person_id: RecordId, today: date) -> list[Nameable]:
    """Everyone on a person's caseload, by name, and whether they may be named today."""
    return [
        Nameable(
            row.client_id,
            row.name,
            stands(reading.find(Consent, client_id=row.client_id), "employer", today),
        )
        for row in rows_of(reading, person_id, today)
    ]
