"""How a connection to the encrypted database is opened, step by step, and proved encrypted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from caseload.errors import StoreTrouble
from caseload.words import say

PLAIN_HEADER = b"SQLite format 3\0"
CACHE_KIB = 32 * 1024
BUSY_SECONDS = 5


def connect(file: Path, key_hex: str, *, read_only: bool = False) -> Any:
    """A DB-API connection with the raw key, in the order that the store's rules ask for.

    The probe read proves the key: a wrong key is only seen at the first read. Raises StoreTrouble
    where the driver has no encryption, and the driver's DatabaseError where the key does not fit.
    """
    uri = f"{file.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = sqlcipher.connect(
        uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key_hex}'\"")
        version = connection.execute("PRAGMA cipher_version").fetchone()
        if not version or not version[0]:
            raise StoreTrouble(say("store.no_encryption"))
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA foreign_keys=ON")
        if not read_only:
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA recursive_triggers=ON")
        connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
        if read_only:
            connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return connection


def engine(file: Path, key: Callable[[], str], *, writes: bool) -> Engine:
    """An engine over ``connect``. ``key`` is asked at each connection, so that a lock can drop it.

    The writing engine has one connection and begins at once as the writer; a reading engine never
    waits for it. Bound values never show in tracebacks.
    """
    made = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: connect(file, key(), read_only=not writes),
        poolclass=QueuePool,
        pool_size=1 if writes else 4,
        max_overflow=0 if writes else 4,
        hide_parameters=True,
    )
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    @event.listens_for(made, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return made


def assert_encrypted(file: Path) -> None:
    """Raise StoreTrouble if the file on disk is a plain database."""
    with file.open("rb") as stream:
        if stream.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
            raise StoreTrouble(say("store.not_encrypted"))
