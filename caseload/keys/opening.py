"""Opening the database after the unlock: the store's own copy of the keys is compared last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from caseload.keys.ports import Progress, RekeyDatabase
from caseload.keys.unlocked import TroubleKind, Unlocked


@dataclass(frozen=True)
class KeysChanged:
    """A new generation since this person's last unlock; ``sentence`` says when and by whom."""

    at: datetime
    by: str
    by_name: str
    sentence: str


@dataclass(frozen=True)
class KeyFileTrouble:
    """Why the store must be opened read-only; ``people`` are those whose slots differ."""

    kind: TroubleKind
    people: tuple[str, ...]
    sentence: str


class Resumed(Enum):
    """What became of a re-key that a power cut had stopped."""

    FINISHED = "finished"
    UNDONE = "undone"


@dataclass(frozen=True)
class Opened:
    """What opening the database found. The connection of the port is open under the right key."""

    news: tuple[KeysChanged, ...]
    trouble: KeyFileTrouble | None
    resumed: Resumed | None
    renewed: bool
    failed_attempts: int


def open_database(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    writable: bool = True,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Opened:
    """Open the database with what was unlocked, finish or undo a stopped re-key, compare the ledger."""
    raise NotImplementedError
