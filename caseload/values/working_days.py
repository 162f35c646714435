"""Working days in England: Monday to Friday less bank holidays."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache

from caseload import paths


@cache
def _announced_later() -> frozenset[date]:
    """One-off bank holidays announced after the calendar in use was released."""
    with paths.resource("lists", "bank_holidays.toml").open("rb") as stream:
        return frozenset(day["date"] for day in tomllib.load(stream).get("added", []))


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    import holidays  # takes longer to load than the window may wait for

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year)) | _announced_later()


def is_working_day(day: date) -> bool:
    """Whether the day is Monday to Friday and no bank holiday in England."""
    return day.isoweekday() <= 5 and day not in _bank_holidays(day.year)


def working_days_between(last_day: date, next_start: date) -> int:
    """Working days without a job, between the last day of one and the first day of the next.

    Both days are worked, so neither counts: a Friday to the Monday after is no gap. Nought where
    the next job begins before the last one ends.
    """
    days = (next_start - last_day).days
    return sum(is_working_day(last_day + timedelta(days=ahead)) for ahead in range(1, days))
