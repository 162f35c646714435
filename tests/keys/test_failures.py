"""A step of a re-key that fails, or a process killed in it, costs nobody their way in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from caseload import keys
from caseload.errors import StoreTrouble
from caseload.keys.rekeying import no_progress
from tests.keys.changes import (
    NEW_PASSPHRASE,
    changes_passphrase,
    one_generation,
    opens_by_recovery_key,
    refused,
)
from tests.keys.small_store import AMAL, BEA, CARA, Session, SmallDatabase, Store, opens


class _Fails(SmallDatabase):
    """The port, with one method that fails once, before or after it has done its work."""

    def __init__(self, folder: Path, method: str, *, done: bool) -> None:
        super().__init__(folder)
        original = getattr(self, method)

        def failing(*facts: str) -> object:
            setattr(self, method, original)
            if done:
                original(*facts)
            raise StoreTrouble("the disk is full")

        self._method, self._failing = method, failing

    def arm(self) -> None:
        setattr(self, self._method, self._failing)


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("method", ["backup", "rekey", "checkpoint", "close", "open", "check"])
def test_a_failure_inside_the_program_leaves_it_done_or_undone(
    store: Store, method: str, done: bool
) -> None:
    database = _Fails(store.folder, method, done=done)
    unlocked = store.unlock(AMAL)
    keys.open_database(unlocked, database)
    database.arm()
    session = Session(store, unlocked, database, keys.Opened((), None, None, False, 0))
    failed = refused(changes_passphrase, session, no_progress)
    # The session goes on, whichever it was.
    assert database.open(unlocked.db_key_hex)
    keys.issue_code(unlocked, database.ledger, person_id=CARA.person_id, name=CARA.name)
    session.lock()
    assert opens(store, AMAL, None if failed else NEW_PASSPHRASE)
    assert opens(store, BEA)
    assert one_generation(store)


def test_a_failure_that_cannot_be_mended_is_left_for_the_next_unlock(store: Store) -> None:
    class Broken(SmallDatabase):
        def checkpoint(self) -> None:
            raise StoreTrouble("busy")

    database = Broken(store.folder)
    unlocked = store.unlock(AMAL)
    keys.open_database(unlocked, database)
    with pytest.raises(keys.RekeyUnfinished):
        keys.change_passphrase(
            unlocked, database, passphrase=AMAL.passphrase, new_passphrase=NEW_PASSPHRASE
        )
    unlocked.forget()
    assert not one_generation(store)
    assert opens(store, AMAL, NEW_PASSPHRASE)
    assert opens(store, BEA)


KILLED = """
import os, resource, signal, sys
from pathlib import Path
from caseload import keys
from tests.keys.small_store import AMAL, SmallDatabase, Store

folder, moment = Path(sys.argv[1]), sys.argv[2]

class Killed(SmallDatabase):
    def rekey(self, db_key_hex):
        if moment == "inside_rekey":
            # The kernel kills the process as soon as the WAL grows past 40 000 bytes.
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
        super().rekey(db_key_hex)

def killed(step):
    if step.value == moment:
        os.kill(os.getpid(), signal.SIGKILL)

database = Killed(folder)
unlocked = keys.unlock_with_passphrase(
    folder, person_id=AMAL.person_id, passphrase=AMAL.passphrase
)
keys.open_database(unlocked, database)
keys.rekey_for_suspicion(unlocked, database, passphrase=AMAL.passphrase, progress=killed)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL nor SIGXFSZ")
@pytest.mark.parametrize(
    "moment", ["both_generations_written", "inside_rekey", "rekeyed", "checked"]
)
def test_a_killed_process_leaves_a_store_that_opens(store: Store, moment: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", KILLED, str(store.folder), moment],
        check=False,
        capture_output=True,
        cwd=Path(__file__).parents[2],
        text=True,
    )
    assert run.returncode < 0, run.stderr
    assert not one_generation(store)
    if moment == "inside_rekey":
        assert (store.folder / "store.db-wal").stat().st_size > 10_000
    assert opens(store, BEA)
    assert opens(store, AMAL)
    assert opens_by_recovery_key(store)
    assert one_generation(store)
