"""What the form knows: whose contact it is, what can be filled in, the draft, and saving."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from caseload.appointments import Appointment
from caseload.contacts.client_contact import ClientContact
from caseload.contacts.next_action import NextAction
from caseload.errors import CaseloadError, Refused
from caseload.services.all_services import Services
from caseload.services.contacts import Promise
from caseload.services.recording import StartingPoint
from caseload.values.dates import clock_time, long_date, weekday_date
from caseload.values.record import RecordId
from caseload.words import say
from ui.attempt import attempt, problems_of
from ui.background import Runner
from ui.privacy import names
from ui.record_contact.answers import Answers, day_of, time_of
from ui.record_contact.people import Person, people_named

FORM = "record_contact"
APPOINTMENT = "appointment"


class RecordContactModel(QObject):
    """``started`` tells that another client's form begins; ``kept`` that the draft lies safe.

    ``refused`` carries sentences by field, ``saved`` the sentence that says what was kept.
    """

    started = Signal()
    kept = Signal(str)
    refused = Signal(object)
    saved = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self._background = background
        self.client_id: RecordId = ""
        self.start: StartingPoint | None = None
        self.answers = Answers()
        self.has_draft = False
        self._last_client: RecordId = ""
        self._about = ""
        names().changed.connect(self._names_changed)

    def _names_changed(self, _hidden: bool) -> None:
        self.started.emit()

    @property
    def today(self) -> date:
        """The day at this computer."""
        return self.services.today.day()

    # ---- whose contact

    def begin(self, client_id: RecordId = "", *, about: str = "") -> None:
        """Begin with this client, or the one whose draft is newest, or the one recorded last.

        ``about`` is APPOINTMENT where the contact is what came of the one that waits for it.
        """
        self._about = about
        wanted = client_id or self._newest_draft() or self._last_client
        try:
            self.choose(wanted)
        except Refused as why:
            self.choose("")
            self.refused.emit({"client": why.sentence})

    def _newest_draft(self) -> RecordId:
        drafts = [d for d in self.services.drafts.all() if d.form == FORM]
        return drafts[0].subject_id if drafts else ""

    def choose(self, client_id: RecordId, typed: Answers | None = None) -> None:
        """Another client. What was typed before the choice goes on, and an older draft's notes
        stand before it. Raises Refused for a client whom this person may not write about.
        """
        start = self.services.contacts.starting_point(client_id) if client_id else None
        draft = self.services.drafts.get(form=FORM, subject_id=client_id)
        self.client_id, self.start = client_id, start
        self.has_draft = draft is not None
        if typed is not None and (draft is None or typed.notes.strip() or typed.promise.strip()):
            older = str(draft.get("notes", "")).strip() if draft is not None else ""
            notes = f"{older}\n{typed.notes}" if older and older not in typed.notes else typed.notes
            self.answers = self._filled_in(replace(typed, notes=notes, done=()))
            self._background.run(lambda: self._drop(""), lambda _none: None)
        elif draft is not None:
            self.answers = Answers.from_draft(draft)
        else:
            self.answers = self._filled_in(Answers())
        self.started.emit()

    def try_choose(self, client_id: RecordId, typed: Answers) -> str:
        """Choose a client while the form is open; gives the sentence that says why not, or ""."""
        try:
            self.choose(client_id, typed)
        except Refused as why:
            return why.sentence
        return ""

    def _filled_in(self, answers: Answers) -> Answers:
        """Everything that is known already: the day, the time, place, job, appointment."""
        now = self.services.today.now()
        filled = replace(
            answers,
            day=answers.day or _typed(now.date()),
            at=answers.at or clock_time(now.time().replace(second=0, microsecond=0)),
        )
        start = self.start
        if start is None:
            return filled
        filled = replace(
            filled,
            place=answers.place or start.place,
            reason=start.reason,
            about_job=start.job is not None,
        )
        booked = start.appointment
        if booked is None or (booked.day != self.today and self._about != APPOINTMENT):
            return filled  # a contact of today is not dated back unasked
        if answers.notes.strip():
            return replace(filled, about_appointment=True)
        return self.of_appointment(filled)

    def of_appointment(self, answers: Answers) -> Answers:
        """The same as what came of the appointment: its day, time, length, place and how."""
        booked = self.start.appointment if self.start is not None else None
        if booked is None:
            return answers
        return replace(
            answers,
            about_appointment=True,
            day=_typed(booked.day),
            at=clock_time(booked.starts_at),
            minutes=str(booked.minutes),
            medium=booked.medium,
            place=booked.place or answers.place,
        )

    def of_now(self, answers: Answers) -> Answers:
        """The same as a contact of this minute, which came of no appointment."""
        now = self.services.today.now()
        return replace(
            answers,
            about_appointment=False,
            day=_typed(now.date()),
            at=clock_time(now.time().replace(second=0, microsecond=0)),
            minutes="",
        )

    def find(self, text: str) -> list[Person]:
        """Clients whose name fits, of this caseload first."""
        return people_named(self.services, text)

    # ---- words

    def name(self) -> str:
        """The client's name; empty before one is chosen."""
        if self.start is None:
            return ""
        return names().client(self.start.client.name, self.start.client.id)

    def text(self, words: str) -> str:
        """Words that may name the client."""
        if self.start is None:
            return words
        client = self.start.client
        people = [(name, client.id) for name in (client.name, client.known_as) if name]
        return names().text(words, people)

    def promises(self) -> tuple[NextAction, ...]:
        """The client's open promises."""
        return self.start.promises if self.start is not None else ()

    def job_words(self) -> str:
        """The job that the contact is tied to; empty where there is none."""
        job = self.start.job if self.start is not None else None
        if job is None:
            return ""
        return say("record_contact.about_job", title=job.title, employer=job.employer_name)

    def appointment_words(self) -> str:
        """The appointment whose outcome this is; empty where there is none."""
        booked = self.start.appointment if self.start is not None else None
        if booked is None:
            return ""
        time = clock_time(booked.starts_at)
        if booked.day == self.today:
            return say("record_contact.appointment_today", time=time)
        return say("record_contact.appointment_on", time=time, day=weekday_date(booked.day))

    def outreach(self) -> tuple[str, str, str]:
        """The step to suggest when the client did not come: promise, day as typed, and why."""
        start = self.start
        if start is None:
            return "", "", ""
        step = start.outreach
        first = names().client(start.client.first_name, start.client.id)
        return (
            say(f"record_contact.outreach.{step.way}", name=first),
            _typed(step.due_on),
            say("record_contact.outreach_step", number=step.number, day=long_date(step.due_on)),
        )

    # ---- draft

    def keep(self, answers: Answers) -> None:
        """Keep what is typed now; ``kept`` tells when it lies in the store."""
        self.answers = answers
        client_id = self.client_id
        attempt(
            self._background,
            lambda: self.services.drafts.keep(
                form=FORM, subject_id=client_id, content=answers.as_draft()
            ),
            self._draft_kept,
            lambda why: self.kept.emit(why.sentence),
        )

    def _draft_kept(self, at: datetime) -> None:
        self.has_draft = True
        self.kept.emit(say("record_contact.draft_kept", time=clock_time(at.time())))

    def discard(self) -> None:
        """Throw the draft away, on purpose, and begin this client's form again."""
        client_id = self.client_id
        attempt(
            self._background,
            lambda: self._drop(client_id),
            lambda _none: self.choose(client_id),
            lambda why: self.kept.emit(why.sentence),
        )

    def _drop(self, client_id: RecordId) -> None:
        self.services.drafts.drop(form=FORM, subject_id=client_id)

    # ---- saving

    def save(self, answers: Answers) -> None:
        """Record the contact with everything in it, or say what to mend."""
        self.answers = answers
        problems = answers.problems()
        start = self.start
        if start is None:
            problems = {"client": say("record_contact.needs_client"), **problems}
        if problems or start is None:
            self.refused.emit(problems)
            return
        contact = self._contact(answers, start)
        due = answers.due_on(self.today)
        promises = (
            [Promise(answers.promise, due)] if answers.promise.strip() and due is not None else []
        )

        def record() -> None:
            self.services.contacts.record(
                contact=contact,
                promises=promises,
                done=answers.done,
                next_appointment=_next_appointment(answers, contact),
                origin=self,
            )
            self._drop(contact.client_id)

        attempt(self._background, record, lambda _none: self._recorded(), self._not_recorded)

    def _contact(self, answers: Answers, start: StartingPoint) -> ClientContact:
        job, booked = start.job, start.appointment
        return ClientContact(
            client_id=self.client_id,
            person_id="",
            day=day_of(answers.day) or self.today,
            at=time_of(answers.at),
            medium=answers.medium,
            attendance=answers.attendance,
            reason=answers.reason,
            place=answers.place.strip(),
            minutes=int(answers.minutes) if answers.minutes.strip() else None,
            notes=answers.notes.strip(),
            job_id=job.id if job is not None and answers.about_job else None,
            appointment_id=booked.id if booked is not None and answers.about_appointment else None,
        )

    def _recorded(self) -> None:
        name = self.name()
        self._last_client = self.client_id
        self.client_id, self.start, self.answers = "", None, Answers()
        self.has_draft = False
        self.saved.emit(say("record_contact.saved", name=name))

    def _not_recorded(self, why: CaseloadError) -> None:
        self.refused.emit(problems_of(why))


def _typed(day: date) -> str:
    """A day as the three boxes have it."""
    return f"{day.day} {day.month} {day.year}"


def _next_appointment(answers: Answers, contact: ClientContact) -> Appointment | None:
    day, at = day_of(answers.next_day), time_of(answers.next_at)
    if not answers.book or day is None or at is None:
        return None
    return Appointment(
        client_id=contact.client_id,
        person_id="",
        day=day,
        starts_at=at,
        place=answers.next_place.strip(),
        medium=contact.medium,
    )
