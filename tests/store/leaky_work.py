"""Run as a program: write a canary in every way the store writes, then wait to be killed.

``python -m tests.store.leaky_work FOLDER plain|keyed`` says ``ready`` once everything is under way:
committed rows, an open transaction that spills pages, a sort and a temporary table.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from caseload.services.contacts import Promise
from caseload.store.connection import connect
from caseload.store.store import open_store
from tests.team import KEY, accepted, team_in

CANARY = "Zwölfschillingskanarienvogel"


def plain_connection(file: Path) -> Any:
    """The control: the same library, the same work, no key."""
    return sqlcipher.connect(str(file), isolation_level=None)


def fill(connection: Any) -> None:
    """An open transaction with more pages than the cache holds, a temporary table and a sort."""
    connection.execute("PRAGMA cache_size=20")
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE IF NOT EXISTS filler (a TEXT, b TEXT)")
    connection.executemany(
        "INSERT INTO filler VALUES (?, ?)", [(f"{n} {CANARY}", CANARY * 20) for n in range(4000)]
    )
    connection.execute("CREATE TEMP TABLE sorted AS SELECT * FROM filler ORDER BY b, a DESC")
    connection.execute("CREATE INDEX temp.by_a ON sorted (a)")


def main(folder: Path, kind: str) -> None:
    """Do the work and hold still."""
    if kind == "plain":
        connection = plain_connection(folder / "plain.db")
        connection.execute("PRAGMA journal_mode=WAL")
    else:
        with team_in(folder) as team:
            services = team.services()
            dana = accepted(team, CANARY)
            services.contacts.promise(
                client_id=dana, promise=Promise(f"Ring {CANARY}", team.clock().date())
            )
            services.drafts.keep(form="record_contact", subject_id=dana, content={"n": CANARY})
            services.vocational_profiles.start(client_id=dana)
        store = open_store(folder, KEY)
        connection = connect(store.file, KEY)
    fill(connection)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    time.sleep(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
