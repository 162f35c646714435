"""The orders a caseload can be read in. What is missing has its place in each: said, not left out.

Stepped-down clients hold no place and always stand after the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from caseload.attention import Urgency, profile_urgency
from caseload.services.caseload_list import CaseloadRow, Stage
from caseload.values.names import fold

_LAST = date.max


class Sort(StrEnum):
    """The orders, as the list of choices shows them."""

    NEEDS_ACTION = "needs_action"
    DUE = "due"
    NAME = "name"
    STAGE = "stage"
    CONTACT = "contact"
    FIRST_EMPLOYER = "first_employer"
    JOB = "job"


def in_order(rows: Iterable[CaseloadRow], sort: Sort, today: date) -> list[CaseloadRow]:
    """The rows in that order; equals stand by name."""
    key = _KEYS[sort]
    return sorted(
        rows, key=lambda row: (row.stepped_down, *key(row, today), fold(row.name), row.client_id)
    )


def loudness(row: CaseloadRow, today: date) -> int:
    """0 where something is late, 1 where it is due today or soon, 2 where all is calm."""
    profile = profile_urgency(row.accepted_on, row.profile_started, today)
    marks = {row.quiet, row.clock.urgency} | ({profile} if not row.job_title else set())
    late = row.due_on is not None and row.due_on < today
    if late or Urgency.LATE in marks:
        return 0
    return 1 if row.due_on == today or Urgency.SOON in marks else 2


def _needs_action(row: CaseloadRow, today: date) -> tuple[Any, ...]:
    return loudness(row, today), row.due_on or _LAST


def _due(row: CaseloadRow, _today: date) -> tuple[Any, ...]:
    """Earliest first; without a promise last."""
    return (row.due_on or _LAST,)


def _name(_row: CaseloadRow, _today: date) -> tuple[Any, ...]:
    return ()


def _stage(row: CaseloadRow, _today: date) -> tuple[Any, ...]:
    return row.stage.steps, list(Stage).index(row.stage)


def _contact(row: CaseloadRow, _today: date) -> tuple[Any, ...]:
    """Longest ago first; nobody in touch yet before all others."""
    return (0, 0) if row.contact_days is None else (1, -row.contact_days)


def _first_employer(row: CaseloadRow, _today: date) -> tuple[Any, ...]:
    """Fewest days left first; then clocks not begun, then stopped, then clients in work."""
    if row.job_title:
        return 3, 0
    left = row.clock.days_left
    if left is not None:
        return 0, left
    return (1, 0) if row.clock.day_number is None else (2, 0)


def _job(row: CaseloadRow, _today: date) -> tuple[Any, ...]:
    """Longest in work first, then first days to come, then clients without a job."""
    if row.job_week is not None:
        return 0, -row.job_week, _LAST
    return (1, 0, row.job_starts) if row.job_starts is not None else (2, 0, _LAST)


_KEYS: dict[Sort, Callable[[CaseloadRow, date], tuple[Any, ...]]] = {
    Sort.NEEDS_ACTION: _needs_action,
    Sort.DUE: _due,
    Sort.NAME: _name,
    Sort.STAGE: _stage,
    Sort.CONTACT: _contact,
    Sort.FIRST_EMPLOYER: _first_employer,
    Sort.JOB: _job,
}
