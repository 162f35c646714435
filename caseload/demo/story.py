"""One client's story while it is being told: contacts, promises and the steps that they become."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from caseload.appointments import Appointment
from caseload.contacts.client_contact import ATTENDED, DIRECT, ClientContact
from caseload.contacts.next_action import Promiser
from caseload.demo.calendar import Calendar
from caseload.demo.chance import Chance
from caseload.demo.diary import Diary, Do, Order
from caseload.demo.later import Later
from caseload.demo.made_up import made_up
from caseload.demo.plan import Plan
from caseload.jobs.job import Job
from caseload.referrals import Referral
from caseload.services.all_services import Services
from caseload.services.contacts import Promise
from caseload.values.record import RecordId
from caseload.vocational_profiles import VocationalProfile

BOOKED_SINCE = 35
"""Meetings of the last days were booked before; of older ones only the contact is kept."""
LONG_AGO = 45
TIMES = tuple(time(hour, minute) for hour in (9, 10, 11, 13, 14, 15, 16) for minute in (0, 30))


@dataclass(frozen=True)
class Holder:
    """The specialist whose caseload the client is on."""

    person_id: RecordId
    name: str
    room: str


@dataclass
class Meeting:
    """One planned contact. ``promise`` are the words of what is promised in it."""

    day: date
    reason: str
    notes: str
    medium: str = "01"
    attendance: str = "5"
    minutes: int | None = None
    at_work: bool = False
    place: str = ""
    promise: str = ""
    due: date | None = None
    client_promise: str = ""
    booked: RecordId | None = None

    @property
    def is_direct(self) -> bool:
        """The client was really reached."""
        return self.medium in DIRECT and self.attendance in ATTENDED


@dataclass
class Story:
    """Plans go in, steps come out. What is ``Later`` is filled while the story happens."""

    plan: Plan
    holder: Holder
    diary: Diary
    chance: Chance
    meetings: list[Meeting] = field(default_factory=list)
    searching: list[tuple[date, date]] = field(default_factory=list)
    employers_agreed: date | None = None
    employers_withdrawn: date | None = None
    first_visit_after: int | None = None
    referral: Later[Referral] = field(default_factory=Later)
    profile: Later[VocationalProfile] = field(default_factory=Later)
    job: Later[Job] = field(default_factory=Later)
    _told: dict[str, int] = field(default_factory=dict)

    @property
    def client_id(self) -> RecordId:
        """The client's id, known from the start."""
        return self.plan.somebody.client.id

    @property
    def calendar(self) -> Calendar:
        """The service's days."""
        return self.diary.calendar

    @property
    def long_ago(self) -> bool:
        """Support ended so long ago that it is told in fewer contacts."""
        ended = self.plan.turn.ended if self.plan.turn else None
        return ended is not None and ended < self.calendar.ago(LONG_AGO)

    @property
    def employer(self) -> dict[str, str]:
        """The employer that this story turns around."""
        employers = self.plan.work["employers"]
        chosen: dict[str, str] = employers[self.plan.number % len(employers)]
        return chosen

    @property
    def title(self) -> str:
        """The job title that this story turns around."""
        titles = self.plan.work["titles"]
        return str(titles[self.plan.number % len(titles)])

    def fill(self, text: str, **more: object) -> str:
        """A phrase with this client's words in it."""
        words = self.plan.somebody.words | {
            "title": self.title.lower(),
            "employer": self.employer["name"],
            "person": self.employer["person"],
            "adjust": str(self.plan.work["adjust"]).lower(),
            "goal": str(self.plan.work["goals"][0]).lower(),
        }
        return text.format(**words, **more)

    def phrase(self, kind: str, **more: object) -> str:
        """The next phrase of a kind for this client, so that none comes twice in a row."""
        phrases = made_up("notes")[kind]
        first = self._told.setdefault(kind, self.chance.between(0, len(phrases) - 1))
        self._told[kind] = first + 1
        return self.fill(phrases[first % len(phrases)], **more)

    def meet(self, day: date, reason: str, notes: str = "", **more: object) -> Meeting:
        """Plan a contact on the next open day; without ``notes``, in a phrase for the reason."""
        meeting = Meeting(self.calendar.open_day(day), reason, notes or self.phrase(reason))
        for name, value in more.items():
            setattr(meeting, name, value)
        if meeting.is_direct and meeting.medium == "01" and not meeting.place:
            meeting.place = self.holder.room
        if meeting.is_direct and meeting.minutes is None:
            meeting.minutes = self.chance.pick(
                (30, 40, 45, 50, 60) if meeting.place else (5, 10, 15)
            )
        if meeting.is_direct and meeting.medium == "01" and self.chance.yes(0.3):
            meeting.notes = f"{meeting.notes} {self.phrase('extras')}"
        # What is planned for today is an appointment; nobody has been met yet.
        if meeting.day < self.calendar.today:
            self.meetings.append(meeting)
        return meeting

    def step(self, day: date, order: Order, do: Do, *, by: RecordId = "") -> None:
        """Something that the holder, or another, does for this client."""
        self.diary.add(day, order, by or self.holder.person_id, do)

    def last_direct(self) -> date | None:
        """The last day on which the client was reached, of all planned so far."""
        return max((m.day for m in self.meetings if m.is_direct), default=None)

    def settle(self) -> None:
        """Put the planned contacts in order; of two on one day the one that matters more stays."""
        by_day: dict[date, Meeting] = {}
        for meeting in self.meetings:
            other = by_day.get(meeting.day)
            if other is None or _weight(meeting) > _weight(other):
                by_day[meeting.day] = meeting
        self.meetings = [by_day[day] for day in sorted(by_day)]

    def write_meetings(self) -> None:
        """Turn the settled contacts into steps, each keeping the promises of those before it."""
        owed = False
        for number, meeting in enumerate(self.meetings):
            following = self.meetings[number + 1] if number + 1 < len(self.meetings) else None
            if meeting.promise and meeting.due is None:
                meeting.due = following.day if following else None
            if self.long_ago:
                meeting.promise = meeting.client_promise = ""
            self._book(meeting)
            keeps = owed and meeting.is_direct
            self.step(meeting.day, Order.CONTACT, _Recording(self, meeting, keeps=keeps))
            owed = (owed and not keeps) or bool(meeting.promise or meeting.client_promise)

    def _book(self, meeting: Meeting) -> None:
        in_person = meeting.medium == "01" and meeting.reason != "in_work_employer"
        if not in_person or meeting.day < self.calendar.ago(BOOKED_SINCE):
            return
        appointment = Appointment(
            client_id=self.client_id,
            person_id="",
            day=meeting.day,
            starts_at=self.chance.pick(TIMES),
            minutes=meeting.minutes or 45,
            place=meeting.place or self.holder.room,
        )
        meeting.booked = appointment.id
        turn = self.plan.turn
        self.step(
            max(meeting.day - timedelta(days=6), turn.accepted if turn else meeting.day),
            Order.BOOK,
            lambda services: services.appointments.book(appointment=appointment),
        )


WEIGHTS = (
    "team_liaison", "job_search", "action_plan", "in_work_client", "profile", "first_contact",
    "benefits", "interview", "step_down", "job_start", "job_loss",
)  # fmt: skip
"""Of two contacts planned for one day the later in this list is kept."""


def _weight(meeting: Meeting) -> tuple[bool, int]:
    known = meeting.reason in WEIGHTS
    return meeting.is_direct, WEIGHTS.index(meeting.reason) if known else 0


@dataclass(frozen=True)
class _Recording:
    """Records a contact, ticks off what was promised before, and promises what comes next."""

    story: Story
    meeting: Meeting
    keeps: bool

    def __call__(self, services: Services) -> None:
        story, meeting = self.story, self.meeting
        job = story.job.so_far if meeting.at_work else None
        kept = []
        if self.keeps or meeting.reason == "job_loss":
            promises = services.contacts.promises(story.client_id, open_only=True)
            kept = [promise.id for promise in promises]
        contact = ClientContact(
            client_id=story.client_id,
            person_id="",
            day=meeting.day,
            at=story.chance.pick(TIMES),
            medium=meeting.medium,
            attendance=meeting.attendance,
            reason=meeting.reason,
            place=meeting.place,
            minutes=meeting.minutes,
            notes=meeting.notes,
            job_id=job.id if job else None,
        )
        services.contacts.record(
            contact=replace(contact, appointment_id=meeting.booked),
            promises=list(_promises(meeting)),
            done=kept,
        )


def _promises(meeting: Meeting) -> list[Promise]:
    made = []
    if meeting.promise and meeting.due is not None:
        made.append(Promise(meeting.promise, meeting.due))
    if meeting.client_promise:
        due = meeting.due or meeting.day + timedelta(days=7)
        made.append(Promise(meeting.client_promise, due, Promiser.CLIENT))
    return made
