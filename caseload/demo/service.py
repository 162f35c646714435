"""The made-up service itself: everyone's stories, lived through day by day in the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from caseload.app import Session
from caseload.demo import days_ahead
from caseload.demo.calendar import Calendar
from caseload.demo.chance import Chance
from caseload.demo.diary import Diary, MovingClock, Order, live
from caseload.demo.made_up import made_up
from caseload.demo.main_job import MainJob
from caseload.demo.plan import Plan, Size
from caseload.demo.planning import plan_service
from caseload.demo.staff import Colleague
from caseload.demo.story import Holder, Story
from caseload.demo.telling import Teller
from caseload.demo.visits import VisitLog
from caseload.people.person import Person, Role
from caseload.services.all_services import Services
from caseload.values.record import RecordId, ids_from


@dataclass(frozen=True)
class Lived:
    """What the made-up service came to. ``steps`` counts the verbs that it took."""

    main_job: MainJob
    plans: tuple[Plan, ...]
    steps: int


def live_through(
    session: Session,
    size: Size,
    colleagues: Mapping[RecordId, Colleague],
    calendar: Calendar,
    moment: datetime,
) -> Lived:
    """Plan everything, then do it through the services as each member of the team."""
    chance = Chance(f"{size.seed}/{calendar.today.isoformat()}")
    with ids_from(chance.of("record ids").uuid):
        told = _Telling(size, colleagues, calendar, chance)
        with session.store.reading() as reading:
            people = {person.id: person for person in reading.find(Person)}
        live(told.diary, session.store, people, MovingClock(moment))
    return Lived(told.main_job, tuple(told.plans), len(told.diary))


class _Telling:
    def __init__(
        self,
        size: Size,
        colleagues: Mapping[RecordId, Colleague],
        calendar: Calendar,
        chance: Chance,
    ) -> None:
        self.diary = Diary(calendar)
        self.holders = [
            Holder(person_id, colleague.name, colleague.room)
            for person_id, colleague in colleagues.items()
            if colleague.role is Role.SPECIALIST
        ]
        entered_by = next(p for p, c in colleagues.items() if c.role is Role.ADMINISTRATOR)
        lead = next(p for p, c in colleagues.items() if c.role is Role.LEAD)
        self._set_up(lead)
        visits = VisitLog(self.diary, chance.of("visits"))
        visits.write_employers(self.holders)
        self.main_job = MainJob(
            self.diary,
            self.holders[0],
            entered_by,
            visits.employer_named(made_up("main_job")["employer"]),
        )
        self.main_job.tell()
        specialists = [c for c in colleagues.values() if c.role is Role.SPECIALIST]
        self.plans = plan_service(size, specialists, calendar, chance)
        self._tell_all(Teller(self.diary, visits, entered_by=entered_by), chance)
        for number, holder in enumerate(self.holders):
            visits.fill_weeks(holder, chance.of(f"weeks {number}"))

    def _set_up(self, lead: RecordId) -> None:
        """The lead fills in what the service does when somebody is at risk."""
        procedure = made_up("staff")["service"]["risk_procedure"]

        def write(services: Services) -> None:
            service = replace(services.people.service(), risk_procedure=procedure)
            services.people.save_service(service=service)

        self.diary.add(self.diary.calendar.first, Order.END, lead, write)

    def _tell_all(self, teller: Teller, chance: Chance) -> None:
        held: dict[RecordId, list[Story]] = defaultdict(list)
        for plan in self.plans:
            holder = self.holders[plan.turn.specialist if plan.turn else 0]
            story = Story(plan, holder, self.diary, chance.of(f"story {plan.number}"))
            teller.tell(story)
            if plan.turn is not None and plan.turn.ended is None:
                held[holder.person_id].append(story)
        for number, holder in enumerate(self.holders):
            own = held[holder.person_id]
            days_ahead.book(self.diary, holder, own, chance.of(f"days ahead {number}"))
