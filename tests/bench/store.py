"""The encrypted store against the same schema, in the same library, without a key."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event, insert, select
from sqlalchemy.pool import QueuePool

from caseload.clients.client import Client, search_text
from caseload.people.person import Service
from caseload.store import queries, tables
from caseload.store.connection import CACHE_KIB, connect, engine
from caseload.store.records import to_row
from caseload.store.store import create_database
from tests.bench.measuring import line, side_by_side

CLIENTS = 10_000
LOOKED_UP = 2_000
SEARCHES = 100
COMMITS = 100
GOAL = 1.5


def report() -> Iterator[str]:
    """One line a kind of work."""
    with tempfile.TemporaryDirectory() as folder:
        keyed, plain = _two_stores(Path(folder))
        rows = _clients()
        ids = [row["id"] for row in rows[:: CLIENTS // LOOKED_UP]]
        for store in (keyed, plain):
            _fill(store, [to_row(_SERVICE)], tables.service)
        works: tuple[tuple[str, Callable[[Engine], object]], ...] = (
            (f"insert {CLIENTS} clients, one commit", lambda store: _refill(store, rows)),
            (f"insert {COMMITS} clients, a commit each", lambda store: _commits(store, rows)),
            (f"look up {LOOKED_UP} clients by id", lambda store: _look_up(store, ids)),
            (f"{SEARCHES} searches in {CLIENTS} clients", _search),
        )
        for name, work in works:
            for store in (keyed, plain):
                _refill(store, rows)
            ours, other = side_by_side(lambda: work(keyed), lambda: work(plain))  # noqa: B023  # used at once
            yield line(name, ours, other, GOAL)
        keyed.dispose()
        plain.dispose()


_SERVICE = Service(name="A made-up team", first_day=date(2024, 4, 1), made_up=True, version=1)


def _two_stores(folder: Path) -> tuple[Engine, Engine]:
    key = secrets.token_hex(32)
    create_database(folder, key)
    connection = connect(folder / "store.db", key)
    schema = [
        sql
        for (sql,) in connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        )
    ]
    connection.close()
    plain_file = folder / "plain.db"
    plain = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: _connect_plain(plain_file),
        poolclass=QueuePool,
    )
    event.listen(plain, "begin", lambda made: made.exec_driver_sql("BEGIN IMMEDIATE"))
    with plain.begin() as made:
        for sql in schema:
            made.exec_driver_sql(sql)
    return engine(folder / "store.db", lambda: key, writes=True), plain


def _connect_plain(file: Path) -> Any:
    """The same settings as the store's own connection, but for the key."""
    connection = sqlcipher.connect(str(file), isolation_level=None, check_same_thread=False)
    for setting in (
        "foreign_keys=ON",
        "journal_mode=WAL",
        "synchronous=FULL",
        "temp_store=MEMORY",
        "trusted_schema=OFF",
        "secure_delete=ON",
        "recursive_triggers=ON",
        f"cache_size=-{CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _clients() -> list[dict[str, Any]]:
    given = ("Amina", "Siân", "José", "Nguyễn", "Olu", "Zoë", "Ravi", "Łukasz", "Mary", "Ebele")
    family = ("Okafor", "O'Neill", "van der Berg", "García", "Tran", "Begum", "Smith", "Nowak")
    rows = []
    for number in range(CLIENTS):
        client = Client(
            service_id=_SERVICE.id,
            version=1,
            given_name=given[number % len(given)],
            family_name=f"{family[number % len(family)]} {number}",
            born_on=date(1960, 1, 1) + timedelta(days=number * 2 % 16_000),
        )
        rows.append(to_row(client) | {"search_fold": search_text(client)})
    return rows


def _fill(store: Engine, rows: list[dict[str, Any]], table: Any) -> None:
    with store.begin() as connection:
        connection.execute(insert(table), rows)


def _refill(store: Engine, rows: list[dict[str, Any]]) -> None:
    with store.begin() as connection:
        connection.exec_driver_sql("DELETE FROM client")
        connection.execute(insert(tables.client), rows)


def _commits(store: Engine, rows: list[dict[str, Any]]) -> None:
    with store.begin() as connection:
        connection.exec_driver_sql("DELETE FROM client")
    for row in rows[:COMMITS]:
        _fill(store, [row], tables.client)


def _look_up(store: Engine, ids: list[str]) -> None:
    with store.connect() as connection:
        for each in ids:
            connection.execute(select(tables.client).where(tables.client.c.id == each)).one()


def _search(store: Engine) -> None:
    with store.connect() as connection:
        for number in range(SEARCHES):
            connection.execute(queries.find_people(f"sian {number}", limit=50)).all()
