"""Finding whose contact it is by a few letters of the name."""

from __future__ import annotations

from dataclasses import dataclass

from caseload.services.all_services import Services
from caseload.values.names import fold
from caseload.values.record import RecordId
from ui.privacy import names

MOST_FOUND = 6


@dataclass(frozen=True)
class Person:
    """A client to choose: the name as it is shown, and what tells two of one name apart."""

    client_id: RecordId
    name: str
    detail: str


def people_named(services: Services, text: str) -> list[Person]:
    """Clients of this caseload whose name fits, then others this person may read; those with a
    name that begins so stand first.
    """
    wanted = fold(text).split()
    if not wanted:
        return []
    found: dict[RecordId, Person] = {}
    for row in services.caseload_list.page().rows:
        name = names().client(row.name, row.client_id)
        if all(part in fold(f"{row.name} {name}") for part in wanted):
            age = "" if row.age is None else str(row.age)
            found[row.client_id] = Person(row.client_id, name, age)
    for hit in services.clients.search(text, limit=MOST_FOUND):
        name = names().client(hit.name, hit.client_id)
        found.setdefault(hit.client_id, Person(hit.client_id, name, names().born(hit.born_on)))

    def begins_elsewhere(person: Person) -> bool:
        return not any(part.startswith(wanted[0]) for part in fold(person.name).split())

    return sorted(found.values(), key=begins_elsewhere)[:MOST_FOUND]
