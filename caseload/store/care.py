"""Both integrity checks: one sees a broken page, the other a page that is no longer there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from caseload.store.connection import connect


def damage(connection: Any) -> list[str]:
    """What the two integrity checks say of an open DB-API connection; empty is clean.

    SQLCipher's own check finds pages that were altered but calls a file cut at a page boundary
    clean; SQLite's finds that one. So both are always run.
    """
    try:
        said = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
        said += [
            str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"
        ]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlcipher.DatabaseError as trouble:
        return [str(trouble)]
    return said + [f"foreign key of {row[0]}" for row in broken]


def damage_in(file: Path, key_hex: str) -> list[str]:
    """``damage`` of a file that nobody has open. A file that cannot be opened is damage too."""
    try:
        connection = connect(file, key_hex, read_only=True)
    except sqlcipher.DatabaseError as trouble:
        return [str(trouble)]
    try:
        return damage(connection)
    finally:
        connection.close()
