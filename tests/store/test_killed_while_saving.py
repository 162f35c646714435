"""A hundred power cuts: what was acknowledged is there afterwards, and the store is whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from caseload.services.history import broken_links
from caseload.store.store import open_store
from tests.team import KEY, accepted, team_in

ROUNDS = 100


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with team_in(folder) as team:
        (folder / "client-id").write_text(accepted(team, "Dana"))
    command = [sys.executable, "-m", "tests.store.killed_while_saving", str(folder)]
    ran = subprocess.run(
        [*command, str(ROUNDS), "7"], capture_output=True, text=True, check=False, timeout=200
    )
    assert ran.returncode == 0, ran.stderr
    seen = json.loads(ran.stdout)
    assert seen["acknowledged"] > ROUNDS
    assert seen["without"] < ROUNDS / 2
    assert (seen["lost"], seen["damaged"]) == (0, 0)
    store = open_store(folder, KEY)
    try:
        with store.reading() as reading:
            assert broken_links(reading) == []
    finally:
        store.close()
