"""What Today shows: groups of things to do, the caseload, the week's visits, who waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from caseload.attention import Urgency
from caseload.errors import CaseloadError
from caseload.people.roles import Action
from caseload.services.all_services import Services
from caseload.services.appointments import Booked
from caseload.services.referrals import Waiting
from caseload.services.today import DueKind, DueLine, TodayPage
from caseload.values.dates import clock_time, day_month, weekday_date
from caseload.words import say
from ui.attempt import attempt
from ui.background import Runner
from ui.privacy import names

LATE, TODAY, WEEK = "late", "today", "week"


@dataclass(frozen=True)
class Line:
    """A thing to do as the list shows it; ``kind`` is that of its mark."""

    key: str
    kind: str
    mark: str
    what: str
    detail: str
    may_tick: bool


class TodayModel(QObject):
    """``shown`` tells that anything changed; ``said`` and ``refused`` carry sentences."""

    shown = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self._background = background
        self.page: TodayPage = services.today.page()
        names().changed.connect(lambda _hidden: self.shown.emit())

    def load(self) -> None:
        """Read everything again."""
        try:
            self.page = self.services.today.page()
        except CaseloadError as why:
            self.refused.emit(why.sentence)
            return
        self.shown.emit()

    # ---- the head

    def title(self) -> str:
        """The day, whole."""
        return weekday_date(self.page.day)

    def sentence(self) -> str:
        """How many things to do, how many of them late, and who comes next."""
        late, due = len(self.page.late), len(self.page.late) + len(self.page.today)
        if not due:
            first = say("today_page.nothing_due")
        elif late:
            first = say("today_page.due_and_late", count=due, late=late)
        else:
            first = say("today_page.due", count=due)
        following = self._next_booked()
        if following is None:
            return first
        name = names().client(following.client_name, following.appointment.client_id)
        at = clock_time(following.appointment.starts_at)
        return f"{first} " + say("today_page.next_client", name=name, time=at)

    def _next_booked(self) -> Booked | None:
        now: datetime = self.services.today.now()
        coming = [
            booked
            for booked in self.page.appointments
            if booked.appointment.is_booked and booked.appointment.starts_at >= now.time()
        ]
        return coming[0] if coming else None

    # ---- the list

    def groups(self) -> dict[str, list[Line]]:
        """Lines by group, in the order of their days."""
        return {
            LATE: [self._line(due) for due in self.page.late],
            TODAY: [self._line(due) for due in self.page.today],
            WEEK: [self._line(due) for due in self.page.this_week],
        }

    def due(self, key: object) -> DueLine | None:
        """The line of a key."""
        for due in (*self.page.late, *self.page.today, *self.page.this_week):
            if _key(due) == key:
                return due
        return None

    def _line(self, due: DueLine) -> Line:
        people = [(due.client_name, due.client_id)]
        what = names().text(due.what, people)
        if due.kind is DueKind.PROMISE and names().hidden:
            what = due.what if due.client_name not in due.what else what
        return Line(
            key=_key(due),
            kind=self._kind(due),
            mark=due.mark,
            what=what,
            detail=names().text(due.detail, people),
            may_tick=due.kind is DueKind.PROMISE and self.may_write(),
        )

    def _kind(self, due: DueLine) -> str:
        if due.due_on < self.page.day or due.urgency is Urgency.LATE:
            return "danger"
        return "warning" if due.urgency is Urgency.SOON else "info"

    def may_write(self) -> bool:
        """Whether this person records contacts at all."""
        return self.services.people.may(Action.WRITE_NOTES)

    def keep_promise(self, key: object) -> None:
        """Tick a promise off."""
        due = self.due(key)
        if due is None or due.record_id is None:
            return
        promise = due.record_id
        attempt(
            self._background,
            lambda: self.services.contacts.keep_promise(action_id=promise),
            lambda _: self.said.emit(say("today_page.promise_kept")),
            lambda why: self.refused.emit(why.sentence),
        )

    # ---- beside it

    def has_caseload(self) -> bool:
        """Whether this person holds clients at all: an administrator does not."""
        return self.page.count.cap > 0

    def caseload_words(self) -> tuple[str, str, str]:
        """The kind of chip, its words, and the sentence under the meter."""
        count = self.page.count
        if count.is_full:
            return "danger", say("today_page.full"), say("today_page.full_why")
        words = say("today_page.room", count=count.room)
        if count.is_amber:
            return "warning", words, say("today_page.amber_why", amber=count.amber)
        return "positive", words, say("today_page.green_why", amber=count.amber)

    def without_visit(self) -> list[tuple[str, str]]:
        """Clients for whom no employer has been met yet: id and name, the oldest clock first."""
        return [
            (row.client_id, names().client(row.name, row.client_id))
            for row in self.page.without_visit[:3]
        ]

    def waiting(self) -> list[tuple[Waiting, str, str]]:
        """Who waits: the name, and since when."""
        return [
            (
                one,
                names().client(one.client_name, one.referral.client_id),
                say("today_page.waiting_since", day=day_month(one.referral.waiting_since)),
            )
            for one in self.page.waiting
        ]

    def diary(self) -> list[tuple[str, str, str, bool]]:
        """Today's appointments: client id, time, name, and whether it is the next one."""
        following = self._next_booked()
        return [
            (
                booked.appointment.client_id,
                clock_time(booked.appointment.starts_at),
                names().client(booked.client_name, booked.appointment.client_id),
                booked is following,
            )
            for booked in self.page.appointments
        ]

    def day(self) -> date:
        """The day that is shown."""
        return self.page.day


def _key(due: DueLine) -> str:
    return f"{due.kind}:{due.client_id}:{due.record_id or due.due_on}"
