"""Photographs of a store's folder at each step of a change: what a power cut there leaves."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from caseload.keys import RekeyStep, key_file_on_disk
from tests.keys.small_store import Store


@dataclass
class Photographs:
    """Copies of a store's folder, by the moment that each was taken at.

    SQLite's shared memory file is left out, as a power cut loses it; the WAL always comes along.
    """

    store: Store
    into: Path
    taken: dict[str, Store] = field(default_factory=dict)

    def take(self, moment: str) -> None:
        moment = f"{len(self.taken):02d} {moment}"
        folder = self.into / moment.replace(" ", "-")
        shutil.copytree(self.store.folder, folder, ignore=shutil.ignore_patterns("*-shm"))
        self.taken[moment] = Store(folder, self.store.recovery_key)

    def each(self) -> Iterator[tuple[str, Store]]:
        """The photographs that differ, with their moments; two moments may leave the same files."""
        seen = set()
        for moment, store in self.taken.items():
            content = tuple(
                (path.name, path.read_bytes()) for path in sorted(store.folder.iterdir())
            )
            if content not in seen:
                seen.add(content)
                yield moment, store

    def progress(self, step: RekeyStep) -> None:
        self.take(step.value)

    def after(self, moment: str) -> Store:
        return next(store for taken, store in self.taken.items() if taken.endswith(moment))


@contextmanager
def photographed(store: Store, into: Path) -> Iterator[Photographs]:
    """Take a photograph before each file of the key file's replacement reaches the disk."""
    album = Photographs(store, into)

    def told(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def taken(*facts: Any) -> Any:
            # A temporary file half written is what a cut leaves in the middle of a write.
            if name == "write" and facts[0].parent == store.folder:
                facts[0].write_bytes(facts[1][: len(facts[1]) // 2])
            album.take(f"before {name}")
            return step(*facts)

        return taken

    with pytest.MonkeyPatch.context() as patch:
        disk = key_file_on_disk
        patch.setattr(disk, "_write_through", told("write", disk._write_through))
        patch.setattr(disk, "sync_folder", told("sync", disk.sync_folder))
        patch.setattr(disk, "drop_previous", told("drop", disk.drop_previous))
        yield album
