"""Between whom a letter goes: the service whose heading it bears, the client, the staff."""

from __future__ import annotations

from dataclasses import dataclass

from caseload.clients.client import Client
from caseload.letters.blocks import Letterhead
from caseload.people.person import Person, Service
from caseload.words import say


@dataclass(frozen=True)
class Recipient:
    """The client: the whole name, how they are addressed, and address lines where it is posted."""

    name: str
    addressed: str
    address_lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Author:
    """The member of staff who answers for the letter; ``role`` in words."""

    name: str
    role: str
    telephone: str = ""


def letterhead_of(service: Service) -> Letterhead:
    """The service's own heading, its address on one line."""
    return Letterhead(service.name, ", ".join(_lines(service.address)), service.telephone)


def author_of(person: Person, service: Service) -> Author:
    """The member of staff, rung on the service's number where they have none of their own."""
    role = say(f"letters.role.{person.role}")
    return Author(person.name, role, person.telephone or service.telephone)


def recipient_of(client: Client, *, posted: bool) -> Recipient:
    """The client, with the address only on a letter for the post.

    Whether it may be posted there is decided before, by the service.
    """
    lines = _lines(client.address) if posted else ()
    if posted and client.postcode:
        lines = (*lines, client.postcode)
    return Recipient(client.name, client.first_name, lines)


def _lines(address: str) -> tuple[str, ...]:
    return tuple(line.strip(" ,") for line in address.splitlines() if line.strip(" ,"))
