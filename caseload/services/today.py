"""What is due, by urgency and in words: the first page of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from caseload.allocation.place import CaseloadCount
from caseload.attention import SOON_DAYS, Urgency, profile_due
from caseload.contacts.next_action import NextAction, Promiser
from caseload.jobs.sustainment import MILESTONES
from caseload.referrals import Pathway
from caseload.services.allocation import count_of
from caseload.services.appointments import Appointments, Booked
from caseload.services.caseload_list import CaseloadRow, rows_of, without_visit
from caseload.services.desk import Desk
from caseload.services.employers import VisitsThisWeek, week_in
from caseload.services.referrals import Waiting, waiting
from caseload.store.unit_of_work import Reading
from caseload.values.dates import day_month, weeks_after
from caseload.values.record import RecordId
from caseload.vocational_profiles import FIRST_EMPLOYER_DAYS
from caseload.words import say

WEEK_AHEAD = 7


class DueKind(StrEnum):
    """What a line of Today asks for."""

    PROMISE = "promise"
    PROFILE = "profile"
    FIRST_EMPLOYER = "first_employer"
    QUIET = "quiet"
    IN_WORK = "in_work"
    FOUR_HOURS = "four_hours"
    MILESTONE = "milestone"


@dataclass(frozen=True)
class DueLine:
    """One thing to do. ``mark`` is the short word beside it, ``what`` the verb-first line."""

    kind: DueKind
    client_id: RecordId
    client_name: str
    due_on: date
    urgency: Urgency
    mark: str
    what: str
    detail: str
    record_id: RecordId | None = None


@dataclass(frozen=True)
class TodayPage:
    """Everything that Today shows."""

    day: date
    late: tuple[DueLine, ...]
    today: tuple[DueLine, ...]
    this_week: tuple[DueLine, ...]
    count: CaseloadCount
    visits: VisitsThisWeek
    without_visit: tuple[CaseloadRow, ...]
    waiting: tuple[Waiting, ...]
    appointments: tuple[Booked, ...]


class Today:
    """Reads what is due for this person."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._appointments = Appointments(desk)

    def day(self) -> date:
        """The day at this computer."""
        return self._desk.today()

    def now(self) -> datetime:
        """The time at this computer, aware, in its zone."""
        return self._desk.now()

    def page(self) -> TodayPage:
        """Late, today and the seven days ahead, each by its day."""
        today = self._desk.today()
        me = self._desk.person.id
        booked = self._appointments.on(today)
        with self._desk.reading() as reading:
            rows = rows_of(reading, me, today)
            lines = sorted(
                due_lines(reading, rows, me, today), key=lambda d: (d.due_on, d.what, d.client_id)
            )
            return TodayPage(
                day=today,
                late=tuple(d for d in lines if d.due_on < today),
                today=tuple(d for d in lines if d.due_on == today),
                this_week=tuple(
                    d for d in lines if today < d.due_on <= today + timedelta(days=WEEK_AHEAD)
                ),
                count=count_of(reading, me, today),
                visits=week_in(reading, me, today),
                without_visit=tuple(without_visit(rows)),
                waiting=tuple(waiting(reading, today)),
                appointments=tuple(booked),
            )


def due_lines(
    reading: Reading, rows: list[CaseloadRow], person_id: RecordId, today: date
) -> list[DueLine]:
    """Every line that is due by a week from today."""
    lines = []
    for row in rows:
        lines += _profile(row, today)
        lines += _first_employer(row)
        lines += _in_work(row, today)
        lines += _quiet(row, today)
        lines += _milestones(row, today)
    names = {row.client_id: row.name for row in rows}
    until = today + timedelta(days=WEEK_AHEAD)
    for action in reading.find(NextAction, done_on=None, person_id=person_id):
        if action.client_id in names and action.due_on <= until:
            lines.append(_promise(action, names[action.client_id], today))
    return lines


def _promise(action: NextAction, name: str, today: date) -> DueLine:
    made = day_month(action.made_on) if action.made_on else ""
    by_client = action.promiser is Promiser.CLIENT
    detail = say("today.client_promised" if by_client else "today.you_promised", day=made)
    return DueLine(
        DueKind.PROMISE,
        action.client_id,
        name,
        action.due_on,
        Urgency.LATE if action.due_on < today else Urgency.NONE,
        _when(action.due_on, today, say("today.promise")),
        action.words,
        f"{name}. {detail}" if made else name,
        action.id,
    )


def _profile(row: CaseloadRow, today: date) -> list[DueLine]:
    if row.profile_started is not None or row.stepped_down:
        return []
    due = profile_due(row.accepted_on)
    if due > today + timedelta(days=WEEK_AHEAD):
        return []
    number = (today - row.accepted_on).days
    return [
        DueLine(
            DueKind.PROFILE,
            row.client_id,
            row.name,
            due,
            Urgency.LATE if due < today else Urgency.NONE,
            _when(due, today, say("today.due_today")),
            say("today.start_profile", name=row.name),
            say("today.profile_day", number=number),
        )
    ]


def _first_employer(row: CaseloadRow) -> list[DueLine]:
    left = row.clock.days_left
    if left is None or row.job_title or row.referral.pathway is Pathway.KEEPING_WORK:
        return []
    if left > SOON_DAYS or row.profile_started is None:
        return []
    due = row.profile_started + timedelta(days=FIRST_EMPLOYER_DAYS)
    number = row.clock.day_number or 0
    return [
        DueLine(
            DueKind.FIRST_EMPLOYER,
            row.client_id,
            row.name,
            due,
            row.clock.urgency,
            say("today.day_number", number=number)
            if left < 0
            else say("today.days_left", count=left),
            say("today.meet_employer", name=row.name),
            say("today.day_30_was", day=day_month(due))
            if left < 0
            else say("today.day_of_30", number=number),
        )
    ]


def _in_work(row: CaseloadRow, today: date) -> list[DueLine]:
    if row.in_work_due is None or row.stepped_down:
        return []
    if row.in_work_due > today + timedelta(days=WEEK_AHEAD):
        return []
    week = say("today.in_work_week", number=row.job_week) if row.job_week else say("today.starting")
    late = row.quiet is Urgency.LATE
    return [
        DueLine(
            DueKind.IN_WORK,
            row.client_id,
            row.name,
            row.in_work_due,
            row.quiet if late else Urgency.SOON if row.quiet is not Urgency.NONE else Urgency.NONE,
            _when(row.in_work_due, today, week),
            say("today.contact_in_work", name=row.name),
            f"{row.job_title}. {week}",
        )
    ]


def _quiet(row: CaseloadRow, today: date) -> list[DueLine]:
    if row.quiet is Urgency.NONE or (row.in_work_due is not None and not row.stepped_down):
        return []
    days = (today - (row.last_contact or row.accepted_on)).days
    return [
        DueLine(
            DueKind.QUIET,
            row.client_id,
            row.name,
            today,
            row.quiet,
            say("today.quiet_days", count=days),
            say("today.get_in_touch", name=row.name),
            say("today.last_contact", day=day_month(row.last_contact))
            if row.last_contact
            else say("today.no_contact_yet"),
        )
    ]


def _milestones(row: CaseloadRow, today: date) -> list[DueLine]:
    if row.job_starts is None or row.job_week is None:
        return []
    lines = []
    for weeks in MILESTONES:
        due = weeks_after(row.job_starts, weeks)
        if today <= due <= today + timedelta(days=WEEK_AHEAD):
            lines.append(
                DueLine(
                    DueKind.MILESTONE,
                    row.client_id,
                    row.name,
                    due,
                    Urgency.NONE,
                    _when(due, today, say("today.due_today")),
                    say("today.reaches_weeks", name=row.name, weeks=weeks),
                    say("today.confirm_hours", title=row.job_title),
                )
            )
    return lines


def _when(due: date, today: date, due_today: str) -> str:
    days = (due - today).days
    if days < 0:
        return say("today.days_late", count=-days)
    if days == 0:
        return due_today
    return f"{due:%A}"
