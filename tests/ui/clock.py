"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

AFTERNOON = datetime(2026, 11, 24, 14, 41, tzinfo=UTC)
"""Tuesday 24 November 2026, 2:41pm in London, where winter time is UTC."""


class Clock:
    """Gives the same moment until moved."""

    def __init__(self, moment: datetime = AFTERNOON) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    @property
    def today(self) -> date:
        return self.moment.date()

    def move(self, *, days: int = 0, minutes: int = 0) -> None:
        self.moment += timedelta(days=days, minutes=minutes)
