"""Days and times as people in England write and read them."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from functools import cache

from caseload.values.problems import DateProblem
from caseload.words import say

_NUMBERS = re.compile(r"([0-9]{1,4})[\s/.-]+([0-9]{1,2})[\s/.-]+([0-9]{1,4})")
_MONTH_NAMED = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?[\s/.-]*(?:of\s+)?([^\W\d_]{3,})\.?[\s/.,-]*([0-9]{1,4})"
)
_CLOCK = re.compile(r"([0-9]{1,2}):?([0-9]{2})?(am|pm)?")


@cache
def _months() -> tuple[str, ...]:
    return tuple(say(f"values.month.{number}") for number in range(1, 13))


@cache
def _short_months() -> tuple[str, ...]:
    return tuple(say(f"values.short_month.{number}") for number in range(1, 13))


def long_date(day: date) -> str:
    """A date as it stands everywhere but in tables: ``24 November 2026``."""
    return f"{day.day} {_months()[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A date in a table cell: ``24 Nov 2026``."""
    return f"{day.day} {_short_months()[day.month - 1]} {day.year}"


def day_month(day: date) -> str:
    """A near date whose year is plain: ``24 November``."""
    return f"{day.day} {_months()[day.month - 1]}"


def weekday_date(day: date) -> str:
    """A date that a person keeps free: ``Tuesday 24 November 2026``."""
    return f"{say(f'values.weekday.{day.isoweekday()}')} {long_date(day)}"


def clock_time(at: time) -> str:
    """A time of day to the minute: ``9am``, ``3:30pm``, ``midday``, ``midnight``."""
    if (at.hour, at.minute) in {(0, 0), (12, 0)}:
        return say("values.clock.midday" if at.hour else "values.clock.midnight")
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def read_date(text: str) -> date:
    """The day that was typed: ``24/11/2026``, ``24 11 2026``, ``24 Nov 2026``, ``2026-11-24``.

    Numbers are read day first, never month first. Raises DateProblem, a ValueError.
    """
    typed = " ".join(text.split()).casefold()
    if numbers := _NUMBERS.fullmatch(typed):
        first, month, last = numbers.groups()
        year_first = len(first) == 4
        day, year = (last, first) if year_first else (first, last)
        return _day(day, int(month), year)
    if named := _MONTH_NAMED.fullmatch(typed):
        day, name, year = named.groups()
        return _day(day, _month_number(name), year)
    raise DateProblem("unreadable")


def read_time(text: str) -> time:
    """The time of day that was typed: ``2:41pm``, ``9am``, ``14:41``, ``1441``, ``midday``.

    From 1 to 6 without am or pm is the afternoon, since nobody is seen at night. Raises
    DateProblem, a ValueError.
    """
    typed = "".join(text.split()).casefold().replace(".", ":")
    if typed in {say("values.clock.midday"), "noon"}:
        return time(12)
    if typed == say("values.clock.midnight"):
        return time(0)
    found = _CLOCK.fullmatch(typed.replace("a:m:", "am").replace("p:m:", "pm"))
    if found is None:
        raise DateProblem("time")
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12:
            raise DateProblem("time")
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif 1 <= hour <= 6 and len(found[1]) == 1:
        hour += 12
    if hour > 23 or minute > 59:
        raise DateProblem("time")
    return time(hour, minute)


def _month_number(name: str) -> int:
    """The month that begins with these letters, three or more of them."""
    for number, month in enumerate(_months(), start=1):
        if month.casefold().startswith(name):
            return number
    raise DateProblem("unreadable")


def _day(day: str, month: int, year: str) -> date:
    if len(year) != 4:
        raise DateProblem("year")
    if not 1 <= month <= 12:
        raise DateProblem("month")
    try:
        return date(int(year), month, int(day))
    except ValueError:
        raise DateProblem("day", month=_months()[month - 1], year=year) from None


def age_on(born: date, day: date) -> int:
    """Whole years of age on a day.

    Somebody born on 29 February comes of age on 1 March in other years, as the law of England has
    it (Family Law Reform Act 1969, section 9). Raises ValueError for a day before the birth.
    """
    if day < born:
        raise ValueError("a day before the birth")
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def weeks_after(start: date, weeks: int) -> date:
    """The day that is so many weeks of seven days after the start: sustainment counts so."""
    return start + timedelta(weeks=weeks)
