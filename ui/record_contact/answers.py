"""What stands in the form, as plain values: kept as a draft, given back, and read for saving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, time, timedelta
from typing import Any

from caseload.values.dates import read_date, read_time
from caseload.values.problems import DateProblem
from caseload.words import say

ATTENDED, MISSED, CANCELLED, WE_CANCELLED = "5", "3", "2", "4"
"""The NHS attendance codes that the form offers; the rest can be put right on the client's page."""

IN_PERSON, PHONE, VIDEO, TEXT, EMAIL, OTHER = "01", "02", "11", "09", "05", "98"

TODAY, TOMORROW, IN_A_WEEK, ON_A_DAY = "today", "tomorrow", "week", "day"


@dataclass(frozen=True)
class Answers:
    """One form. Days and times are as typed ("24 11 2026", "2:41pm"), so that nothing is lost."""

    day: str = ""
    at: str = ""
    minutes: str = ""
    place: str = ""
    medium: str = IN_PERSON
    attendance: str = ATTENDED
    reason: str = ""
    about_job: bool = False
    about_appointment: bool = False
    notes: str = ""
    promise: str = ""
    by: str = IN_A_WEEK
    by_day: str = ""
    done: tuple[str, ...] = field(default=())
    book: bool = False
    next_day: str = ""
    next_at: str = ""
    next_place: str = ""

    def as_draft(self) -> dict[str, Any]:
        """For the store; a list in place of the tuple, as JSON gives it back."""
        return {**asdict(self), "done": list(self.done)}

    @classmethod
    def from_draft(cls, kept: Mapping[str, Any]) -> Answers:
        """A draft read back; a field of another version is left out."""
        known = {one.name for one in fields(cls)}
        values = {name: value for name, value in kept.items() if name in known}
        values["done"] = tuple(values.get("done", ()))
        return cls(**values)

    # ---- reading what was typed

    def due_on(self, today: date) -> date | None:
        """When the promise falls due; None where the day cannot be read."""
        match self.by:
            case "today":
                return today
            case "tomorrow":
                return today + timedelta(days=1)
            case "week":
                return today + timedelta(days=7)
        return day_of(self.by_day)

    def problems(self) -> dict[str, str]:
        """What cannot be read, in sentences by field."""
        found: dict[str, str] = {}
        _check_day(found, "day", self.day)
        _check_time(found, "at", self.at)
        if self.minutes.strip() and not self.minutes.strip().isdigit():
            found["minutes"] = say("contacts.minutes_range")
        if self.promise.strip() and self.by == ON_A_DAY:
            _check_day(found, "by_day", self.by_day)
        if self.book:
            _check_day(found, "next_day", self.next_day)
            _check_time(found, "next_at", self.next_at, needed=True)
        return found


def day_of(typed: str) -> date | None:
    """The day typed; None where there is none to read."""
    try:
        return read_date(typed)
    except DateProblem:
        return None


def time_of(typed: str) -> time | None:
    """The time typed; None where there is none to read."""
    try:
        return read_time(typed) if typed.strip() else None
    except DateProblem:
        return None


def _check_day(found: dict[str, str], field: str, typed: str) -> None:
    if not typed.strip():
        found[field] = say(f"record_contact.missing.{field}")
        return
    try:
        read_date(typed)
    except DateProblem as problem:
        found[field] = _of(field, problem)


def _check_time(found: dict[str, str], field: str, typed: str, *, needed: bool = False) -> None:
    if not typed.strip():
        if needed:
            found[field] = say(f"record_contact.missing.{field}")
        return
    try:
        read_time(typed)
    except DateProblem as problem:
        found[field] = _of(field, problem)


def _of(field: str, problem: DateProblem) -> str:
    """The sentence with the field it is about, since a form holds several days and times."""
    name = say(f"record_contact.which.{field}")
    return say("record_contact.of_field", field=name, sentence=problem.sentence)
