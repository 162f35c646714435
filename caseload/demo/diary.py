"""What happens on each day, in order, and the clock that moves from one thing to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from itertools import groupby

from caseload.demo.calendar import Calendar
from caseload.people.person import Person
from caseload.services.all_services import Services
from caseload.services.desk import Desk
from caseload.store.store import Store
from caseload.values.record import RecordId

Do = Callable[[Services], object]
"""A verb, given the services of whoever does it."""

OPENS = time(9)
CLOSES_AFTER = timedelta(hours=8)


class Order(IntEnum):
    """What comes before what on one day: a place is free before somebody takes it."""

    END = 0
    RECEIVE = 1
    ACCEPT = 2
    BOOK = 3
    AGREE = 4
    PROFILE = 5
    JOB = 6
    CONTACT = 7
    VISIT = 8
    PAPER = 9


@dataclass(frozen=True)
class Step:
    """One verb of one member of staff."""

    day: date
    order: Order
    number: int
    person_id: RecordId
    do: Do


class Diary:
    """Collects steps in any order. What lies after today has not happened, so it is left out."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._steps: list[Step] = []

    def add(self, day: date, order: Order, person_id: RecordId, do: Do) -> None:
        """Let this person do it on that day, or on the first day where it was before."""
        if day <= self.calendar.today:
            kept = max(day, self.calendar.first)
            self._steps.append(Step(kept, order, len(self._steps), person_id, do))

    def days(self) -> Iterator[tuple[date, list[Step]]]:
        """Day after day, each with its steps in order."""
        ordered = sorted(self._steps, key=lambda step: (step.day, step.order, step.number))
        for day, steps in groupby(ordered, key=lambda step: step.day):
            yield day, list(steps)

    def __len__(self) -> int:
        """How many steps there are."""
        return len(self._steps)


class MovingClock:
    """The time in the made-up service; it never passes ``moment``, when the service is shown."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment
        self._now = moment

    def __call__(self) -> datetime:
        """The time that a service asks for."""
        return self._now

    def move_to(self, day: date, part: float = 0.0) -> None:
        """``part`` of the working day: 0 is nine o'clock, 1 is five."""
        at = datetime.combine(day, OPENS).astimezone() + part * CLOSES_AFTER
        self._now = min(at.replace(microsecond=0), self._moment)


def live(diary: Diary, store: Store, people: Mapping[RecordId, Person], clock: MovingClock) -> None:
    """Let everything happen. A month is saved with one commit, each verb checked by itself."""
    services = {
        person_id: Services(Desk(store, person, alone=False, now=clock))
        for person_id, person in people.items()
    }
    for _, days in groupby(diary.days(), key=lambda entry: (entry[0].year, entry[0].month)):
        with store.together():
            for day, steps in days:
                for number, step in enumerate(steps):
                    clock.move_to(day, number / len(steps))
                    step.do(services[step.person_id])
