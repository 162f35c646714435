"""The days of the made-up service, from its first day to the day that it is shown on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from caseload.values.working_days import is_working_day


@dataclass(frozen=True)
class Calendar:
    """``first`` and ``today`` are both included."""

    first: date
    today: date

    @property
    def days(self) -> int:
        """Days from the first to today."""
        return (self.today - self.first).days

    def ago(self, days: int) -> date:
        """So many days before today; a minus is ahead of it."""
        return self.today - timedelta(days=days)

    def open_day(self, day: date) -> date:
        """The day itself, or the next one on which the service is open."""
        while not is_working_day(day):
            day += timedelta(days=1)
        return day

    def open_day_before(self, day: date) -> date:
        """The day itself, or the last one before it on which the service was open."""
        while not is_working_day(day):
            day -= timedelta(days=1)
        return day

    def monday(self, day: date) -> date:
        """The Monday of the day's week or, where that is a holiday, the next open day."""
        return self.open_day(day - timedelta(days=day.weekday()))


def later(day: date, days: int) -> date:
    """So many days on."""
    return day + timedelta(days=days)
