"""The diary of today and of the next two weeks: who is seen when, by each specialist."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from caseload.appointments import Appointment
from caseload.demo.chance import Chance
from caseload.demo.diary import Diary, Do, Order
from caseload.demo.story import Holder, Story

TODAY = (time(9, 30), time(10, 30), time(11, 45), time(13, 30), time(15, 0), time(16, 0))
LATER = (time(10, 0), time(14, 0))
WORKING_DAYS_AHEAD = 8


def book(diary: Diary, holder: Holder, held: Sequence[Story], chance: Chance) -> None:
    """Book the meetings that lie ahead, some days ago, with clients whom the specialist holds."""
    calendar = diary.calendar
    booked_on = calendar.open_day_before(calendar.ago(4))
    known = [s for s in held if s.plan.turn and s.plan.turn.accepted <= booked_on]
    seen = chance.some(known, len(known))
    today = list(zip(TODAY[-min(6, max(len(known) // 3, 1)) :], seen, strict=False))
    later = seen[len(today) :]
    for at, story in today:
        diary.add(booked_on, Order.PAPER, holder.person_id, _booking(story, calendar.today, at))
    day = calendar.today
    for number, story in enumerate(later[: WORKING_DAYS_AHEAD * len(LATER)]):
        if number % len(LATER) == 0:
            day = calendar.open_day(day + timedelta(days=1))
        at = LATER[number % len(LATER)]
        diary.add(booked_on, Order.PAPER, holder.person_id, _booking(story, day, at))


def _booking(story: Story, day: date, at: time) -> Do:
    appointment = Appointment(
        client_id=story.client_id,
        person_id="",
        day=day,
        starts_at=at,
        minutes=45,
        place=story.holder.room,
    )
    return lambda services: services.appointments.book(appointment=appointment)
