"""Where every verb begins: who asks, whether they may, and the one transaction it happens in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime

from caseload.allocation.place import CaseloadPlace
from caseload.errors import NotAllowed
from caseload.people.person import Person
from caseload.people.roles import Action, Reach, reach
from caseload.store.store import Store
from caseload.store.unit_of_work import Reading, Work
from caseload.values.record import RecordId
from caseload.words import say


def local_now() -> datetime:
    """The time now, aware, in the zone of this computer."""
    return datetime.now(UTC).astimezone()


class Desk:
    """One unlocked person at one open store."""

    def __init__(
        self,
        store: Store,
        person: Person,
        *,
        alone: bool,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        self.store = store
        self.person = person
        self.alone = alone
        self._now = now

    def now(self) -> datetime:
        """The time now."""
        return self._now()

    def today(self) -> date:
        """The day at this computer."""
        return self._now().date()

    def reach(self, action: Action) -> Reach | None:
        """How far this person may carry ``action``."""
        return reach(self.person.role, action, alone=self.alone)

    def may(self, action: Action) -> bool:
        """Whether this person may do this at all."""
        return self.reach(action) is not None

    def allow(
        self, action: Action, reading: Reading | None = None, client_id: RecordId | None = None
    ) -> None:
        """Raise NotAllowed unless this person may do this, for this client where one is named.

        A client whom nobody holds (waiting, or closed before this team) is open to all specialists.
        """
        reached = self.reach(action)
        if reached is None:
            raise NotAllowed(say("people.not_allowed", role=say(f"people.role.{self.person.role}")))
        if reached is Reach.TEAM or client_id is None or reading is None:
            return
        holder = holder_of(reading, client_id)
        if holder is not None and holder != self.person.id:
            name = reading.get(Person, holder).name
            raise NotAllowed(say("people.not_your_client", name=name))

    def may_for(self, action: Action, reading: Reading, client_id: RecordId) -> bool:
        """Whether ``allow`` would let this person do it for this client."""
        try:
            self.allow(action, reading, client_id)
        except NotAllowed:
            return False
        return True

    def reading(self) -> AbstractContextManager[Reading]:
        """Reads of one moment."""
        return self.store.reading()

    @contextmanager
    def work(
        self,
        action: Action,
        verb: str,
        *,
        client_id: RecordId | None = None,
        origin: object | None = None,
    ) -> Iterator[Work]:
        """One verb of this person's, named ``verb`` in the history and in 'Undo'."""
        with self.store.work(
            person_id=self.person.id, action=verb, origin=origin, now=self._now()
        ) as work:
            self.allow(action, work, client_id)
            yield work


def newest_place(reading: Reading, client_id: RecordId) -> CaseloadPlace | None:
    """The client's newest place, held or ended."""
    places = reading.find(CaseloadPlace, client_id=client_id)
    return max(places, key=lambda p: (p.held_from, p.held_until is None, p.id), default=None)


def holder_of(reading: Reading, client_id: RecordId) -> RecordId | None:
    """Who holds the client now, or did last: stepping down and closing keep the holder."""
    place = newest_place(reading, client_id)
    return None if place is None else place.person_id
