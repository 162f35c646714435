"""Slowing down after a wrong passphrase: 1, 2, 4 ... 30 seconds.

Argon2id is what stops someone who has copied the files. This only slows down someone at the
keyboard, so the count beside the store is a courtesy that deleting a file would reset.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from caseload.keys.refusals import TooSoon

ATTEMPTS_FILE = "attempts.json"
_LONGEST_WAIT = 30.0


def wait_after(failed: int) -> float:
    """Seconds to wait after so many wrong attempts in a row."""
    return min(_LONGEST_WAIT, float(2 ** min(failed - 1, 10))) if failed else 0.0


class Attempts:
    """The attempts on one store. Keep one for as long as the program runs."""

    def __init__(
        self,
        folder: Path,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._file = folder / ATTEMPTS_FILE
        self._monotonic = monotonic
        self._now = now
        self._failed = 0
        self._free_at = monotonic()
        self._recall()

    @property
    def failed(self) -> int:
        """Attempts that failed since the last success, earlier runs of the program included."""
        return self._failed

    @property
    def wait_seconds(self) -> float:
        """Seconds until the next attempt is taken; 0 when it may be made now."""
        return max(0.0, self._free_at - self._monotonic())

    def begin(self) -> None:
        """Raise TooSoon before the pause is over."""
        if self.wait_seconds > 0:
            raise TooSoon(self.wait_seconds)

    def failed_once(self) -> None:
        """Count a wrong attempt and begin the next pause."""
        self._failed += 1
        self._free_at = self._monotonic() + wait_after(self._failed)
        content = json.dumps({"failed": self._failed, "last": self._now().isoformat()})
        # A folder that cannot be written still counts in memory.
        with contextlib.suppress(OSError):
            self._file.write_text(content, encoding="utf-8")

    def succeeded(self) -> int:
        """Begin anew; the number of attempts that had failed."""
        failed, self._failed = self._failed, 0
        self._free_at = self._monotonic()
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
        return failed

    def _recall(self) -> None:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            failed = max(0, int(kept["failed"]))
            since = (self._now() - datetime.fromisoformat(kept["last"])).total_seconds()
        except (OSError, ValueError, KeyError, TypeError):
            return
        self._failed = failed
        # A clock that was put back must not make the pause longer than it ever was.
        rest = min(wait_after(failed), max(0.0, wait_after(failed) - max(0.0, since)))
        self._free_at = self._monotonic() + rest
