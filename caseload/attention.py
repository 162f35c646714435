"""The days that colour a row, each with its reason: who has gone quiet, and what runs out when.

Source: DOMAIN, 'Days that colour a row'.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from caseload.vocational_profiles import FIRST_EMPLOYER_DAYS, PROFILE_DUE_DAYS

QUIET_AMBER_DAYS = 14
QUIET_RED_DAYS = 30
IN_WORK_AMBER_DAYS = 3
IN_WORK_RED_DAYS = 14
STEPPED_DOWN_DAYS = 90
SOON_DAYS = 5


class Urgency(StrEnum):
    """How loudly a row speaks; the same words choose the shape and the colour of its mark."""

    NONE = "none"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True)
class EmployerClock:
    """The 30 days to the first face-to-face employer contact.

    ``day_number`` counts the profile's start as day 0. ``met_on_day`` is the day number of the
    first visit. All None while the profile has not been started.
    """

    day_number: int | None
    met_on_day: int | None
    urgency: Urgency

    @property
    def days_left(self) -> int | None:
        """Days until day 30, negative once past it; None when there is no clock to run."""
        if self.day_number is None or self.met_on_day is not None:
            return None
        return FIRST_EMPLOYER_DAYS - self.day_number


def employer_clock(
    profile_started: date | None, first_visit: date | None, today: date
) -> EmployerClock:
    """Where the 30-day clock stands today; only a face-to-face contact stops it."""
    if profile_started is None:
        return EmployerClock(None, None, Urgency.NONE)
    number = (today - profile_started).days
    if first_visit is not None:
        return EmployerClock(number, max((first_visit - profile_started).days, 0), Urgency.NONE)
    left = FIRST_EMPLOYER_DAYS - number
    urgency = Urgency.LATE if left < 0 else Urgency.SOON if left <= SOON_DAYS else Urgency.NONE
    return EmployerClock(number, None, urgency)


def quiet_looking(last_contact: date, today: date) -> Urgency:
    """Looking for work: 14 days without contact is amber, 30 is red."""
    days = (today - last_contact).days
    if days >= QUIET_RED_DAYS:
        return Urgency.LATE
    return Urgency.SOON if days >= QUIET_AMBER_DAYS else Urgency.NONE


def quiet_in_work(due: date | None, today: date) -> Urgency:
    """In work: 3 days past the next contact due is amber, 14 is red."""
    if due is None:
        return Urgency.NONE
    days = (today - due).days
    if days >= IN_WORK_RED_DAYS:
        return Urgency.LATE
    return Urgency.SOON if days >= IN_WORK_AMBER_DAYS else Urgency.NONE


def quiet_stepped_down(last_contact: date, today: date) -> Urgency:
    """Stepped down: 90 days without contact."""
    return Urgency.SOON if (today - last_contact).days >= STEPPED_DOWN_DAYS else Urgency.NONE


def profile_due(accepted_on: date) -> date:
    """The day by which the vocational profile is started: day 14 of acceptance."""
    return accepted_on + timedelta(days=PROFILE_DUE_DAYS)


def profile_urgency(accepted_on: date, profile_started: date | None, today: date) -> Urgency:
    """Whether the vocational profile has begun in time: late past day 14, soon before it."""
    if profile_started is not None:
        return Urgency.NONE
    left = (profile_due(accepted_on) - today).days
    return Urgency.LATE if left < 0 else Urgency.SOON if left <= SOON_DAYS else Urgency.NONE
