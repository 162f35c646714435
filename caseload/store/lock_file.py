"""One writer: an operating-system lock on the store's folder, and who holds it."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout


class StoreLock:
    """Held for as long as a process may write. A killed process lets go by itself."""

    def __init__(self, folder: Path) -> None:
        # Taken where the store is opened, let go where the window is locked: not one thread's own.
        self._lock = FileLock(str(folder / "lock"), thread_local=False)
        self._holder = folder / "lock-holder"

    def take(self, name: str) -> bool:
        """Take the lock for ``name``; False where another process holds it."""
        try:
            self._lock.acquire(timeout=0)
        except (Timeout, OSError):
            return False
        # On a full disk the lock holds all the same; only nobody can be told who has it.
        with suppress(OSError):
            self._holder.write_text(
                json.dumps({"name": name, "since": datetime.now(UTC).isoformat()}), "utf-8"
            )
        return True

    def holder(self) -> tuple[str, datetime] | None:
        """Who took the lock last and when (UTC); None where nothing is known."""
        try:
            said = json.loads(self._holder.read_text("utf-8"))
            return str(said["name"]), datetime.fromisoformat(said["since"])
        except (OSError, ValueError, KeyError):
            return None

    def let_go(self) -> None:
        """Release the lock."""
        if self._lock.is_locked:
            self._holder.unlink(missing_ok=True)
            self._lock.release()


def is_writable(folder: Path) -> bool:
    """Whether this user may write in the folder and in its files."""
    if not os.access(folder, os.W_OK):
        return False
    return all(os.access(file, os.W_OK) for file in folder.iterdir() if file.is_file())
