"""Verbs about staff: who is in the team, their post and their cap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from caseload.allocation.place import (
    CaseloadCap,
    CaseloadCount,
    CaseloadPlace,
    cap_for_share,
    cap_on,
    days_over,
)
from caseload.errors import FieldsRefused, Refused
from caseload.people.person import Person, Role, Service
from caseload.people.roles import Action
from caseload.services.allocation import count_of, who_could_leave
from caseload.services.desk import Desk
from caseload.store.unit_of_work import Reading, Work
from caseload.values.dates import long_date
from caseload.values.record import RecordId
from caseload.words import say

LEAST_LOCK_MINUTES, MOST_LOCK_MINUTES = 1, 15
"""How long nobody may touch the program before it locks. Source: UX, point 38."""


@dataclass(frozen=True)
class TeamMember:
    """A person with the caseload they hold today, the cap in force, and caps that start later."""

    person: Person
    count: CaseloadCount
    cap: CaseloadCap | None
    coming: tuple[CaseloadCap, ...] = ()


class People:
    """What a person may do about the team."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def me(self) -> Person:
        """The person who is unlocked."""
        return self._desk.person

    def may(self, action: Action) -> bool:
        """Whether this person's role includes an action at all."""
        return self._desk.may(action)

    def may_save(self, action: Action) -> bool:
        """Whether it also can be saved: the store is not open for reading only."""
        return self._desk.may(action) and not self._desk.store.is_read_only

    def service(self) -> Service:
        """The service that this store belongs to."""
        return self._desk.store.service()

    def save_service(self, *, service: Service, origin: object | None = None) -> Service:
        """Change the service's name, address, telephone, risk procedure or lock time."""
        problems = {}
        if not service.name.strip():
            problems["name"] = say("people.service_needs_name")
        if service.lock_minutes not in range(LEAST_LOCK_MINUTES, MOST_LOCK_MINUTES + 1):
            problems["lock_minutes"] = say("people.lock_minutes_range")
        if problems:
            raise FieldsRefused(problems)
        with self._desk.work(Action.MANAGE_PEOPLE, "people.save_service", origin=origin) as work:
            return work.change(service)

    def team(self) -> list[TeamMember]:
        """Everyone in post today with their count; counts are open to all colleagues."""
        today = self._desk.today()
        with self._desk.reading() as reading:
            members = [
                _member(reading, person, today)
                for person in reading.find(Person)
                if person.in_post_on(today)
            ]
        return sorted(members, key=lambda m: (m.person.name, m.person.id))

    def add_person(
        self,
        *,
        name: str,
        role: Role,
        share: int = 100,
        telephone: str = "",
        origin: object | None = None,
    ) -> Person:
        """Add a colleague; a specialist's cap starts today at what the post allows.

        The person has no key yet: a team lead issues an enrolment code next. Raises FieldsRefused,
        also where nobody in the team would be a team lead.
        """
        today = self._desk.today()
        person = Person(name=name.strip(), role=role, telephone=telephone.strip(), joined_on=today)
        with self._desk.work(Action.MANAGE_PEOPLE, "people.add_person", origin=origin) as work:
            team = [p for p in work.find(Person) if p.in_post_on(today)]
            if person.name and person.name in {p.name for p in team}:
                raise FieldsRefused({"name": say("people.name_taken", name=person.name)})
            _check_has_lead([*team, person])
            return add_person(work, person, share=share, starts=today)

    def save_person(self, *, person: Person, origin: object | None = None) -> Person:
        """Change a colleague's name, role, telephone or last day; the last lead stays one."""
        if not person.name.strip():
            raise FieldsRefused({"name": say("people.needs_name")})
        today = self._desk.today()
        with self._desk.work(Action.MANAGE_PEOPLE, "people.save_person", origin=origin) as work:
            others = [p for p in work.find(Person) if p.id != person.id]
            _check_has_lead([p for p in (*others, person) if p.in_post_on(today)])
            return work.change(person)

    def set_cap(
        self,
        *,
        person_id: RecordId,
        starts: date,
        share: int,
        cap: int | None = None,
        reason: str = "",
        origin: object | None = None,
    ) -> CaseloadCap:
        """Set the cap of a person from ``starts`` on; by post unless a lower one is given.

        Raises FieldsRefused for a cap above the post's, Refused (with who must move first) where it
        would be passed on any day.
        """
        most = cap_for_share(share)
        wanted = most if cap is None else cap
        if not 0 <= wanted <= most:
            raise FieldsRefused({"cap": say("people.cap_above_post", most=most)})
        if wanted < most and not reason.strip():
            raise FieldsRefused({"reason": say("people.lower_cap_reason")})
        with self._desk.work(Action.SET_CAP, "people.set_cap", origin=origin) as work:
            return set_cap(
                work,
                CaseloadCap(
                    person_id=person_id,
                    starts=starts,
                    share=share,
                    cap=wanted,
                    reason=reason.strip(),
                ),
                self._desk.today(),
            )


def _member(reading: Reading, person: Person, today: date) -> TeamMember:
    caps = reading.find(CaseloadCap, person_id=person.id)
    return TeamMember(
        person,
        count_of(reading, person.id, today),
        cap_on(caps, today),
        tuple(sorted((c for c in caps if c.starts > today), key=lambda c: c.starts)),
    )


def _check_has_lead(team: list[Person]) -> None:
    """Only a team lead can let others in, so a team of several needs one."""
    if len(team) > 1 and all(person.role is not Role.LEAD for person in team):
        raise FieldsRefused({"role": say("people.team_needs_lead")})


def add_person(work: Work, person: Person, *, share: int, starts: date) -> Person:
    """Keep a new person; a specialist gets the cap of the post from ``starts`` on."""
    if not person.name:
        raise FieldsRefused({"name": say("people.needs_name")})
    if not 1 <= share <= 100:
        raise FieldsRefused({"share": say("people.share_range")})
    kept = work.add(person)
    work.add(CaseloadCap(person_id=kept.id, starts=starts, share=share, cap=cap_for_share(share)))
    return kept


def set_cap(work: Work, wanted: CaseloadCap, today: date) -> CaseloadCap:
    """Put a dated cap in place, refusing with who must move first where days would go over."""
    caps = work.find(CaseloadCap, person_id=wanted.person_id)
    same_day = next((c for c in caps if c.starts == wanted.starts), None)
    others = [c for c in caps if c is not same_day]
    over = days_over(work.find(CaseloadPlace, person_id=wanted.person_id), [*others, wanted])
    if over:
        count = count_of(work, wanted.person_id, max(over[0], wanted.starts))
        leavers = ", ".join(c.name for c in who_could_leave(work, wanted.person_id, today)[:3])
        raise Refused(
            say(
                "people.cap_would_be_passed",
                held=count.held,
                cap=wanted.cap,
                day=long_date(over[0]),
                must_move=count.held - wanted.cap,
            )
            + (" " + say("people.who_could_move", names=leavers) if leavers else "")
        )
    if same_day is None:
        return work.add(wanted)
    return work.change(replace(same_day, share=wanted.share, cap=wanted.cap, reason=wanted.reason))
