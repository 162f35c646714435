"""Who works in the made-up team, and the store that they share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from caseload.app import NewPerson, create_store, enrol_with_code, unlock
from caseload.demo.made_up import made_up
from caseload.errors import Refused
from caseload.people.person import Role
from caseload.values.record import RecordId
from caseload.words import say

MOST_SPECIALISTS = 10
"""A team lead supervises up to ten specialists. Source: DOMAIN, People."""


@dataclass(frozen=True)
class Colleague:
    """One member of the team. ``full`` is how much of the caseload is held on the last day."""

    name: str
    role: Role
    share: int
    telephone: str
    room: str
    full: float

    @property
    def cap(self) -> int:
        """Places by post: floor(25 x share)."""
        return 25 * self.share // 100


def team(specialists: int) -> list[Colleague]:
    """The lead first, then so many specialists, then the administrator. Raises Refused."""
    if not 1 <= specialists <= MOST_SPECIALISTS:
        raise Refused(say("demo.specialists_range", most=MOST_SPECIALISTS))
    known = [_colleague(entry) for entry in made_up("staff")["person"]]
    more = [_colleague(entry | {"role": "specialist"}) for entry in made_up("staff")["more"]]
    wanted = [c for c in known if c.role is Role.SPECIALIST] + more
    lead, administrator = (
        next(c for c in known if c.role is role) for role in (Role.LEAD, Role.ADMINISTRATOR)
    )
    return [lead, *wanted[:specialists], administrator]


def _colleague(entry: dict[str, object]) -> Colleague:
    return Colleague(
        name=str(entry["name"]),
        role=Role(str(entry["role"])),
        share=int(str(entry.get("share", 100))),
        telephone=str(entry["telephone"]),
        room=str(entry.get("room", "")),
        full=float(str(entry.get("full", 0))),
    )


def passphrase() -> str:
    """Everyone's passphrase: it lies beside the store, so it guards nothing."""
    return str(made_up("staff")["passphrase"])


def open_for_everyone(
    store: Path, colleagues: list[Colleague], now: Callable[[], datetime]
) -> list[RecordId]:
    """Create the store and let everyone in, each by an enrolment code; their ids in order.

    The store is still empty then, so that each enrolment, which re-keys, is quick.
    """
    service = made_up("staff")["service"]
    created = create_store(
        store,
        service_name=service["name"],
        people=[
            NewPerson(c.name, c.role, c.share, c.telephone, joined_on=now().date())
            for c in colleagues
        ],
        passphrase=passphrase(),
        address=service["address"],
        telephone=service["telephone"],
        first_day=now().date(),
        made_up=True,
        now=now(),
    )
    for code in created.codes:
        enrol_with_code(
            store,
            person_id=code.person_id,
            code=code.code.text,
            passphrase=passphrase(),
            now=now,
        ).lock()
    people = [created.person_id, *(code.person_id for code in created.codes)]
    for person_id in people:
        # Each is told once who joined; on the day the store is shown, that is old news.
        unlock(store, person_id=person_id, passphrase=passphrase(), now=now).lock()
    return people
