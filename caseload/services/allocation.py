"""Verbs about places: accept, step down, take back, transfer and close, never over the cap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from caseload.allocation.place import (
    CaseloadCap,
    CaseloadCount,
    CaseloadPlace,
    PlaceEnd,
    count_on,
    days_over,
)
from caseload.clients.client import Client
from caseload.contacts.client_contact import ClientContact
from caseload.errors import FieldsRefused, Refused
from caseload.jobs.job import Job
from caseload.people.person import Person
from caseload.people.roles import Action
from caseload.referrals import Pathway, Referral, ReferralState
from caseload.services.desk import Desk, newest_place
from caseload.services.referrals import newest_referral
from caseload.store.unit_of_work import Reading, Work
from caseload.values.code_lists import codes, entry
from caseload.values.dates import long_date
from caseload.values.record import RecordId
from caseload.words import say


@dataclass(frozen=True)
class CouldLeave:
    """A client who could free a place, and why: stepping down or closing, never missed meetings."""

    client_id: RecordId
    name: str
    step: str
    why: str


class CaseloadFull(Refused):
    """The 26th client: says who is full and carries the ways on."""

    def __init__(
        self,
        sentence: str,
        *,
        person_name: str,
        day: date,
        count: CaseloadCount,
        could_leave: list[CouldLeave],
    ) -> None:
        super().__init__(sentence)
        self.person_name = person_name
        self.day = day
        self.count = count
        self.could_leave = could_leave


class Allocation:
    """What a person may do with places on a caseload."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, person_id: RecordId | None = None, day: date | None = None) -> CaseloadCount:
        """How full a caseload is; this person's own today unless told otherwise."""
        with self._desk.reading() as reading:
            return count_of(reading, person_id or self._desk.person.id, day or self._desk.today())

    def could_leave(self, person_id: RecordId | None = None) -> list[CouldLeave]:
        """Who could step down or close, longest in work first."""
        with self._desk.reading() as reading:
            return who_could_leave(reading, person_id or self._desk.person.id, self._desk.today())

    def full(self, person_id: RecordId | None = None) -> CaseloadFull | None:
        """The refusal that one more client would meet today; None while there is room."""
        holder, today = person_id or self._desk.person.id, self._desk.today()
        one_more = CaseloadPlace(referral_id="", client_id="", person_id=holder, held_from=today)
        with self._desk.reading() as reading:
            try:
                refuse_if_full(reading, one_more, today)
            except CaseloadFull as full:
                return full
        return None

    def accept(
        self,
        *,
        referral: Referral,
        person_id: RecordId | None = None,
        on: date | None = None,
        origin: object | None = None,
    ) -> CaseloadPlace:
        """Take a waiting client onto a caseload from ``on``.

        Raises CaseloadFull where the cap would be passed on that or any later day.
        """
        holder, day = person_id or self._desk.person.id, on or self._desk.today()
        action = Action.ALLOCATE if holder == self._desk.person.id else Action.TRANSFER
        if day > self._desk.today():
            raise FieldsRefused({"on": say("allocation.accepted_in_future")})
        if day < referral.waiting_since:
            raise FieldsRefused({"on": say("allocation.accepted_before_received")})
        with self._desk.work(action, "allocation.accept", origin=origin) as work:
            current = work.get(Referral, referral.id)
            if current.state is not ReferralState.WAITING:
                raise Refused(say("referrals.not_waiting"))
            place = CaseloadPlace(
                referral_id=referral.id,
                client_id=referral.client_id,
                person_id=holder,
                held_from=day,
            )
            self._refuse_if_full(work, place)
            work.change(replace(current, accepted_on=current.accepted_on or day, lost_job_on=None))
            return work.add(place)

    def step_down(
        self,
        *,
        client_id: RecordId,
        reason: str,
        on: date | None = None,
        origin: object | None = None,
    ) -> CaseloadPlace:
        """Free the place of a client in paid work; every clock runs on. Dated and with a reason."""
        day = on or self._desk.today()
        if not reason.strip():
            raise FieldsRefused({"reason": say("allocation.step_down_reason")})
        with self._desk.work(
            Action.ALLOCATE, "allocation.step_down", client_id=client_id, origin=origin
        ) as work:
            place = self._held_place(work, client_id, day)
            jobs = [job for job in work.find(Job, client_id=client_id) if job.in_work_on(day)]
            if not jobs:
                raise Refused(say("allocation.step_down_needs_work"))
            return work.change(
                replace(
                    place,
                    held_until=day,
                    ended_by=PlaceEnd.STEPPED_DOWN,
                    end_reason=reason.strip(),
                )
            )

    def take_back(
        self, *, client_id: RecordId, on: date | None = None, origin: object | None = None
    ) -> CaseloadPlace:
        """A stepped-down client needs a place again. Raises CaseloadFull."""
        day = on or self._desk.today()
        with self._desk.work(
            Action.ALLOCATE, "allocation.take_back", client_id=client_id, origin=origin
        ) as work:
            place = newest_place(work, client_id)
            if place is None or place.ended_by is not PlaceEnd.STEPPED_DOWN:
                raise Refused(say("allocation.not_stepped_down"))
            again = CaseloadPlace(
                referral_id=place.referral_id,
                client_id=client_id,
                person_id=place.person_id,
                held_from=max(day, place.held_until or day),
            )
            self._refuse_if_full(work, again)
            return work.add(again)

    def transfer(
        self,
        *,
        client_id: RecordId,
        to: RecordId,
        on: date | None = None,
        reason: str = "",
        origin: object | None = None,
    ) -> CaseloadPlace:
        """Move a client to a colleague from ``on``; the receiver's cap is checked."""
        day = on or self._desk.today()
        with self._desk.work(
            Action.TRANSFER, "allocation.transfer", client_id=client_id, origin=origin
        ) as work:
            place = self._held_place(work, client_id, day)
            if place.person_id == to:
                raise Refused(say("allocation.same_person"))
            work.change(
                replace(
                    place, held_until=day, ended_by=PlaceEnd.TRANSFERRED, end_reason=reason.strip()
                )
            )
            received = CaseloadPlace(
                referral_id=place.referral_id, client_id=client_id, person_id=to, held_from=day
            )
            self._refuse_if_full(work, received)
            return work.add(received)

    def close(
        self,
        *,
        client_id: RecordId,
        reason: str,
        words: str = "",
        on: date | None = None,
        origin: object | None = None,
    ) -> Referral:
        """End support. Not turning up is never a reason: 'no contact' needs outreach on record."""
        day = on or self._desk.today()
        if reason not in codes("discharge_reason"):
            raise FieldsRefused({"reason": say("clients.choose_from_list")})
        with self._desk.work(
            Action.ALLOCATE, "allocation.close", client_id=client_id, origin=origin
        ) as work:
            referral = newest_referral(work, client_id)
            if referral is None or referral.state not in (
                ReferralState.OPEN,
                ReferralState.WAITING,
            ):
                raise Refused(say("allocation.nothing_open"))
            if entry("discharge_reason", reason).get("needs_outreach"):
                _needs_outreach(work, client_id)
            place = newest_place(work, client_id)
            if place is not None and place.held_until is None:
                work.change(
                    replace(place, held_until=day, ended_by=PlaceEnd.CLOSED, end_reason=reason)
                )
            return work.change(
                replace(referral, closed_on=day, closing_reason=reason, closing_words=words.strip())
            )

    def _held_place(self, work: Work, client_id: RecordId, day: date) -> CaseloadPlace:
        place = newest_place(work, client_id)
        if place is None or place.held_until is not None:
            raise Refused(say("allocation.no_place"))
        if day < place.held_from or day > self._desk.today():
            raise FieldsRefused(
                {"on": say("allocation.day_outside", first=long_date(place.held_from))}
            )
        return place

    def _refuse_if_full(self, work: Work, place: CaseloadPlace) -> None:
        refuse_if_full(work, place, self._desk.today())


def refuse_if_full(work: Reading, place: CaseloadPlace, today: date) -> None:
    """Raise CaseloadFull where one more place would pass the cap on any day, before the database
    has to say so.
    """
    places = work.find(CaseloadPlace, person_id=place.person_id)
    caps = work.find(CaseloadCap, person_id=place.person_id)
    over = days_over([*places, place], caps)
    if not over:
        return
    person = work.get(Person, place.person_id)
    day = over[0]
    count = count_on(places, caps, day)
    raise CaseloadFull(
        say(
            "allocation.full",
            name=person.name,
            held=count.held,
            cap=count.cap,
            day=long_date(day),
        ),
        person_name=person.name,
        day=day,
        count=count,
        could_leave=who_could_leave(work, place.person_id, today),
    )


def count_of(reading: Reading, person_id: RecordId, day: date) -> CaseloadCount:
    """How full a person's caseload is on ``day``."""
    return count_on(
        reading.find(CaseloadPlace, person_id=person_id),
        reading.find(CaseloadCap, person_id=person_id),
        day,
    )


def who_could_leave(reading: Reading, person_id: RecordId, today: date) -> list[CouldLeave]:
    """Clients in steady work who could step down, longest in work first. Nobody is listed for not
    turning up, nor anybody whose job is what the support is about.
    """
    keeping = {r.id for r in reading.find(Referral, pathway=Pathway.KEEPING_WORK)}
    held = [
        p
        for p in reading.find(CaseloadPlace, person_id=person_id)
        if p.held_on(today) and p.referral_id not in keeping
    ]
    ids = {place.client_id for place in held}
    if not ids:
        return []
    names = {c.id: c.name for c in reading.find(Client, id=ids)}
    jobs = [job for job in reading.find(Job, client_id=ids) if job.in_work_on(today)]
    found: list[CouldLeave] = []
    for job in sorted(jobs, key=lambda j: (j.started_on, j.id)):
        weeks = (today - job.started_on).days // 7
        if weeks >= 4 and job.client_id not in {c.client_id for c in found}:
            found.append(
                CouldLeave(
                    job.client_id,
                    names[job.client_id],
                    "step_down",
                    say("allocation.in_work_weeks", count=weeks, title=job.title),
                )
            )
    return found


def _needs_outreach(reading: Reading, client_id: RecordId) -> None:
    tries = [
        c
        for c in reading.find(ClientContact, client_id=client_id)
        if c.reason == "engagement" and not c.was_direct
    ]
    if len(tries) < 3:
        raise Refused(say("allocation.outreach_first", count=len(tries)))
