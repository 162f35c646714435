"""Run as a program: children that save contacts until they are killed, and what was left.

``python -m tests.store.killed_while_saving FOLDER ROUNDS SEED`` prints one JSON object. Children
are forked, so that a hundred rounds need one start of the interpreter.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from caseload.contacts.client_contact import ClientContact
from caseload.people.person import Person
from caseload.services.contacts import Contacts
from caseload.services.desk import Desk
from caseload.store.store import open_store
from tests.team import KEY, TODAY, Clock

OPEN = b"open\n"
"""What a child says once it has the store open."""


def save_until_killed(folder: Path, client_id: str, acknowledged: int) -> None:
    """Record contacts without end; each id is acknowledged once its save has returned."""
    store = open_store(folder, KEY)
    with store.reading() as reading:
        nadia = next(p for p in reading.find(Person) if p.name.startswith("Nadia"))
    contacts = Contacts(Desk(store, nadia, alone=True, now=Clock()))
    os.write(acknowledged, OPEN)
    while True:
        kept = contacts.record(
            contact=ClientContact(client_id=client_id, person_id="", day=TODAY, notes="x" * 2000)
        )
        os.write(acknowledged, f"{kept.id}\n".encode())


def one_round(folder: Path, client_id: str, *, saves: int | None, after: float) -> list[str]:
    """Start a child, kill it, and give the ids that it had acknowledged.

    It is killed ``after`` seconds from its so many-th acknowledged save, however slow the computer
    is; with None, from its very start, so that some children are killed while they open the store.
    """
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        try:
            save_until_killed(folder, client_id, writes)
        finally:
            os._exit(1)
    os.close(writes)
    with os.fdopen(reads, "rb") as pipe:
        lines = [] if saves is None else [pipe.readline() for _ in range(saves + 1)]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines += pipe.readlines()
    kept = [line for line in lines if line.endswith(b"\n") and line != OPEN]
    return [line.decode().strip() for line in kept]


def main(folder: Path, rounds: int, seed: int) -> dict[str, object]:
    """Kill ``rounds`` children at random moments and look at the store after each."""
    chance = random.Random(seed)
    client_id = (folder / "client-id").read_text()
    lost, damaged, acknowledged, without = 0, 0, 0, 0
    for number in range(rounds):
        saves = None if number % 5 == 0 else chance.randint(0, 6)
        ids = one_round(folder, client_id, saves=saves, after=chance.uniform(0, 0.03))
        acknowledged += len(ids)
        without += not ids
        store = open_store(folder, KEY)
        with store.reading() as reading:
            kept = {contact.id for contact in reading.find(ClientContact)}
        lost += len(set(ids) - kept)
        damaged += bool(store.damage or not store.findings.are_clean)
        store.close()
    return {"acknowledged": acknowledged, "lost": lost, "damaged": damaged, "without": without}


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])), sys.stdout)
