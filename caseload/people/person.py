"""A member of staff, and the service that the store belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseload.values.record import Record


class Role(StrEnum):
    """What a person does in the team; see ``roles`` for what each may do in the application."""

    SPECIALIST = "specialist"
    LEAD = "lead"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """A member of staff. ``left_on`` is the last day in post, included."""

    name: str
    role: Role
    telephone: str = ""
    joined_on: date | None = None
    left_on: date | None = None

    def in_post_on(self, day: date) -> bool:
        """Whether the person works here on that day."""
        return self.left_on is None or day <= self.left_on

    @property
    def initials(self) -> str:
        """Two letters for the foot of the sidebar."""
        words = self.name.split()
        return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()


@dataclass(frozen=True, kw_only=True)
class Service(Record):
    """The team that the store belongs to.

    ``first_day`` is the store's first day: what happened before it is kept as reported and holds
    no place. ``made_up`` marks a demonstration store for ever.
    """

    name: str
    first_day: date
    address: str = ""
    telephone: str = ""
    made_up: bool = False
    risk_procedure: str = ""
    lock_minutes: int = 5
