"""What the database must hold, compared with what it holds, at each opening."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from caseload.allocation.place import CaseloadCap, CaseloadPlace, days_over
from caseload.people.person import Person
from caseload.store import tables, triggers
from caseload.store.unit_of_work import Reading


@dataclass(frozen=True)
class OverCap:
    """A person who holds more places than the cap allows, from ``day`` on."""

    person_name: str
    day: date


@dataclass(frozen=True)
class Findings:
    """What is wrong with the database's own rules. Empty is well."""

    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    missing_tables: tuple[str, ...] = ()
    over_cap: tuple[OverCap, ...] = field(default=())

    @property
    def are_clean(self) -> bool:
        """Every rule stands and no caseload is over its cap."""
        return self == Findings()


def inspect(connection: Connection) -> Findings:
    """Compare triggers, views and tables with the expected list, and caseloads with their caps."""
    found = {
        (row[0], row[1]): row[2]
        for row in connection.exec_driver_sql(
            "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'view', 'table')"
        )
    }
    standing = {name: sql for (kind, name), sql in found.items() if kind == "trigger"}
    views = {name for kind, name in found if kind == "view"}
    here = {name for kind, name in found if kind == "table"}
    expected = triggers.EXPECTED
    missing_tables = tuple(sorted(set(tables.metadata.tables) - here))
    return Findings(
        missing=tuple(sorted(expected.keys() - standing.keys())),
        changed=tuple(
            sorted(n for n in expected.keys() & standing.keys() if expected[n] != standing[n])
        ),
        strangers=tuple(sorted((standing.keys() - expected.keys()) | views)),
        missing_tables=missing_tables,
        over_cap=() if missing_tables else _over_cap(connection),
    )


def _over_cap(connection: Connection) -> tuple[OverCap, ...]:
    reading = Reading(connection)
    places = reading.find(CaseloadPlace)
    caps = reading.find(CaseloadCap)
    over: list[OverCap] = []
    for person in reading.find(Person):
        days = days_over(
            (p for p in places if p.person_id == person.id),
            (c for c in caps if c.person_id == person.id),
        )
        over.extend(OverCap(person.name, day) for day in days[:1])
    return tuple(over)


def put_back_triggers(connection: Connection) -> None:
    """Drop every trigger and view and create the expected ones: the last step of each migration."""
    rows = connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    ).all()
    for kind, name in rows:
        connection.exec_driver_sql(f'DROP {kind} "{name}"')
    for sql in triggers.EXPECTED.values():
        connection.exec_driver_sql(sql)
