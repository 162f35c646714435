"""Who held whom, and when: each place of a caseload is taken by one client after another.

Planned backwards from the last day, so that a caseload is as full on it as was asked for, and can
have been over its cap on no day before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from caseload.demo.calendar import Calendar
from caseload.demo.chance import Chance

FIRST_WEEKS = 70
"""In its first days a service takes people on one by one, not all at once."""

STILL_HELD = (((2, 13), 9.0), ((14, 45), 20.0), ((46, 120), 34.0), ((121, 240), 24.0),
              ((241, 420), 13.0))  # fmt: skip
"""Days since those were accepted who are held on the last day."""
SHORTEST = 60
"""A first turn that would be shorter than this is left out: the place then opens later."""


@dataclass(frozen=True)
class Turn:
    """One client's time on a place: from ``accepted`` until, not including, ``ended``."""

    specialist: int
    place: int
    accepted: date
    ended: date | None

    def days(self, today: date) -> int:
        """How long it has lasted, or lasted."""
        return ((self.ended or today) - self.accepted).days


def turns_of(
    specialist: int, *, places: int, held: int, full: bool, calendar: Calendar, chance: Chance
) -> list[Turn]:
    """All turns of one specialist's ``places``, of which ``held`` are taken on the last day.

    ``full``: nobody was taken on in the last days, so that the caseload has stood full for a while.
    """
    turns: list[Turn] = []
    for place in range(places):
        own = chance.of(place)
        ramp = min(FIRST_WEEKS, calendar.days // 4)
        opens = calendar.first + timedelta(days=own.between(0, ramp))
        if place < held:
            latest = _still_held(own, calendar, full=full)
            accepted = max(calendar.open_day_before(calendar.ago(latest)), opens)
            now = Turn(specialist, place, calendar.open_day(accepted), None)
            turns.append(now)
        else:
            now = Turn(specialist, place, calendar.ago(-3), None)
        turns += _before(now, opens, calendar, own)
    return turns


def _still_held(chance: Chance, calendar: Calendar, *, full: bool) -> int:
    """Days since a client was accepted who is still held: most within the year, some for long."""
    longest = max(calendar.days - 20, 3)
    spread = chance.pick_weighted(
        (
            ((2, 13), 9.0),
            ((14, 45), 20.0),
            ((46, 120), 34.0),
            ((121, 240), 24.0),
            ((241, 420), 13.0),
        )
    )
    return min(max(chance.between(*spread), 12 if full else 2), longest)


def _before(now: Turn, opens: date, calendar: Calendar, chance: Chance) -> list[Turn]:
    """The turns on the same place before ``now``, back to the day on which it first opened."""
    turns = []
    while True:
        ended = calendar.open_day_before(now.accepted - timedelta(days=chance.between(4, 21)))
        accepted = calendar.open_day(ended - timedelta(days=chance.between(130, 390)))
        if accepted < opens:
            if (ended - opens).days >= SHORTEST:
                turns.append(replace(now, accepted=calendar.open_day(opens), ended=ended))
            return turns
        now = replace(now, accepted=accepted, ended=ended)
        turns.append(now)


def places_of(caps: list[int], wanted: int) -> list[int]:
    """How many places each specialist uses: the first ones are filled, the others get a few."""
    left, places = wanted, []
    for number, cap in enumerate(caps):
        others = len(caps) - number - 1
        used = max(min(cap, left - 3 * others), min(cap, 3, max(left, 1)))
        places.append(used)
        left -= used
    return places
