"""Bringing a store to this program's revision: backup first, one transaction, rules put back."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from caseload import paths
from caseload.errors import StoreTrouble
from caseload.store.connection import connect
from caseload.store.schema_check import put_back_triggers
from caseload.words import say


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(paths.migrations()))
    config.set_main_option("path_separator", "os")
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def head() -> str:
    """The revision that this program writes."""
    revision = ScriptDirectory.from_config(_config()).get_current_head()
    return str(revision)


def known_revisions() -> frozenset[str]:
    """Every revision that this program can bring up to date."""
    script = ScriptDirectory.from_config(_config())
    return frozenset(entry.revision for entry in script.walk_revisions())


def revision_of(connection: Connection) -> str | None:
    """The revision that wrote the store; None where there is none (a damaged or foreign file)."""
    has_table = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    ).scalar()
    if not has_table:
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)


def migrate(
    file: Path, key_hex: str, *, to: str = "head", back_up: Callable[[], object] | None = None
) -> None:
    """Upgrade ``file`` in one transaction; on any trouble the store is as it was before.

    ``back_up`` is called first where the store already holds something. Foreign keys are switched
    off outside the transaction, since a table rebuild with them on deletes every child row.
    """
    if back_up is not None:
        back_up()
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: _without_foreign_keys(connect(file, key_hex)),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda made: made.exec_driver_sql("BEGIN IMMEDIATE"))
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        with engine.begin() as connection:
            command.upgrade(_config(connection), to)
            put_back_triggers(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                raise StoreTrouble(say("store.migration_refused"))
    finally:
        engine.dispose()


def _without_foreign_keys(connection: Any) -> Any:
    connection.execute("PRAGMA foreign_keys=OFF")
    return connection
