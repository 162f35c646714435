"""A small team on a real encrypted store, for every test that works through the services."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from caseload.clients.client import Client
from caseload.people.person import Person, Role, Service
from caseload.referrals import Referral
from caseload.services.all_services import Services
from caseload.services.desk import Desk
from caseload.services.people import add_person
from caseload.store.store import Store, create_database, open_store
from caseload.values.record import RecordId

KEY = "5a" * 32
FIRST_DAY = date(2026, 4, 1)
TODAY = date(2026, 11, 24)


class Clock:
    """A clock that a test moves by hand."""

    def __init__(self, today: date = TODAY) -> None:
        self.at = datetime(today.year, today.month, today.day, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def go_to(self, day: date) -> None:
        """Ten in the morning of that day."""
        self.at = datetime(day.year, day.month, day.day, 10, 0, tzinfo=UTC)


@dataclass
class Team:
    """A store with a lead, two specialists (one at 0.6) and an administrator."""

    store: Store
    clock: Clock
    people: dict[str, Person]

    def desk(self, name: str, *, alone: bool = False) -> Desk:
        """The desk of one of them."""
        return Desk(self.store, self.people[name], alone=alone, now=self.clock)

    def services(self, name: str = "Nadia", *, alone: bool = False) -> Services:
        """The services as one of them sees them."""
        return Services(self.desk(name, alone=alone))


PEOPLE = {
    "Ruth": (Role.LEAD, 100),
    "Nadia": (Role.SPECIALIST, 100),
    "Priya": (Role.SPECIALIST, 60),
    "Moses": (Role.ADMINISTRATOR, 100),
}


@contextmanager
def team_in(folder: Path) -> Iterator[Team]:
    """Make the team's store in ``folder`` and close it afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    create_database(folder, KEY)
    store = open_store(folder, KEY)
    clock = Clock()
    try:
        with store.work(person_id="set up", action="set_up", now=clock()) as work:
            work.add(Service(name="Willow Road Employment Support", first_day=FIRST_DAY))
        with store.work(person_id="set up", action="set_up", now=clock()) as work:
            people = {
                name: add_person(
                    work,
                    Person(name=f"{name} Farouk", role=role, joined_on=FIRST_DAY),
                    share=share,
                    starts=FIRST_DAY,
                )
                for name, (role, share) in PEOPLE.items()
            }
        yield Team(store, clock, people)
    finally:
        store.close()


def client(given: str = "Dana", family: str = "Petrescu", **fields: object) -> Client:
    """A client who is not yet kept."""
    values: dict[str, object] = {"born_on": date(1992, 3, 15), "gender": "2", "ethnicity": "C"}
    return Client(given_name=given, family_name=family, **(values | fields))  # type: ignore[arg-type] # fields by name


def referred(team: Team, given: str = "Dana", *, days_ago: int = 60, by: str = "Nadia") -> Referral:
    """A referral received some days ago."""
    return team.services(by).referrals.receive(
        client=client(given),
        received_on=team.clock().date() - timedelta(days=days_ago),
        source="A1",
    )


def accepted(team: Team, given: str = "Dana", *, days_ago: int = 60, by: str = "Nadia") -> RecordId:
    """A client accepted onto a caseload the day the referral came."""
    referral = referred(team, given, days_ago=days_ago, by=by)
    team.services(by).allocation.accept(referral=referral, on=referral.received_on)
    return referral.client_id


__all__ = [
    "FIRST_DAY",
    "KEY",
    "TODAY",
    "Clock",
    "Team",
    "accepted",
    "client",
    "referred",
    "team_in",
]
