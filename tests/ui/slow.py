"""A background whose work stays under way until the test ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.background import Job


class Slow:
    """``finish`` does everything that was asked for and was not cancelled."""

    def __init__(self) -> None:
        self.under_way: list[tuple[Job, Callable[[], Any], Callable[[Any], None]]] = []

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        refused: Callable[[str], None] | None = None,
        *,
        store: bool = True,
    ) -> Job:
        job = Job()
        self.under_way.append((job, work, done))
        return job

    def finish(self) -> None:
        for job, work, done in self.under_way:
            result = work()
            if not job.cancelled:
                done(result)
