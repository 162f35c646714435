"""After a day at the window nothing that was typed lies in any file in the clear."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.test_encryption import files_of
from tests.ui.day_of_a_canary import CANARY

_FORMS = [
    form.encode(coding)
    for form in (CANARY, CANARY.casefold(), CANARY.upper())
    for coding in ("utf-8", "utf-16-le")
]


def has_canary(folder: Path, pid: int | None = None) -> bool:
    return any(form in data for data in files_of(folder, pid) for form in _FORMS)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="reads the open files of a process")
def test_a_canary_is_in_no_file_while_the_window_is_open_and_after(tmp_path: Path) -> None:
    """Store, settings, temporary files, and whatever else is written below a person's home."""
    home = {name: str(tmp_path) for name in ("HOME", "TMPDIR", "SQLITE_TMPDIR", "XDG_RUNTIME_DIR")}
    home |= {f"XDG_{part}_HOME": str(tmp_path / part) for part in ("CONFIG", "DATA", "CACHE")}
    home["PYTHONDONTWRITEBYTECODE"] = "1"  # the test's own files have the canary in them
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.day_of_a_canary", str(tmp_path / "store")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={k: v for k, v in os.environ.items() if k != "CASELOAD_SETTINGS"} | home,
        text=True,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        if child.stdout.readline() != "open\n":
            pytest.fail(child.stderr.read())
        assert not has_canary(tmp_path, child.pid)
        child.stdin.write("\n")
        child.stdin.flush()
        assert child.stdout.readline() == "closed\n"
        assert child.stderr.read() == "", "not a warning all day"
    assert child.returncode == 0
    assert not has_canary(tmp_path)
    assert (tmp_path / "CONFIG" / "Caseload" / "settings.json").exists()
    assert (tmp_path / "store" / "store.db").exists()

    control = sqlite3.connect(tmp_path / "store" / "plain.db")
    control.execute("CREATE TABLE client (name TEXT)")
    control.execute("INSERT INTO client VALUES (?)", (CANARY,))
    control.commit()
    assert has_canary(tmp_path), "the search would have found it"
    control.close()
