"""Slowing down after a wrong passphrase: 1, 2, 4 ... 30 seconds."""

from __future__ import annotations

from pathlib import Path


class Attempts:
    """The attempts on one store. Keep one for as long as the program runs."""

    def __init__(self, folder: Path) -> None:
        raise NotImplementedError

    @property
    def failed(self) -> int:
        """Attempts that failed since the last success, earlier runs of the program included."""
        raise NotImplementedError

    @property
    def wait_seconds(self) -> float:
        """Seconds until the next attempt is taken; 0 when it may be made now."""
        raise NotImplementedError
