"""Looking for work: meetings, applications, and visits to employers for one client."""

from __future__ import annotations

from datetime import date, timedelta

from caseload.demo.made_up import made_up
from caseload.demo.story import Story
from caseload.employers import EmployerContact

REASONS = (("job_search", 52.0), ("application", 16.0), ("action_plan", 10.0), ("benefits", 7.0),
           ("team_liaison", 5.0), ("disclosure", 4.0), ("text", 6.0))  # fmt: skip
MISSED = 0.09
SETTLING = 5
"""Days after the profile was begun before the search begins."""


def search(story: Story, since: date, until: date) -> None:
    """Meetings every week or two, the last on ``until``, and the search that employers hear of."""
    story.searching.append((since, until))
    chance = story.chance
    day = until
    while (day - since).days >= SETTLING:
        _one_meeting(story, day)
        day -= timedelta(days=chance.between(18, 32) if story.long_ago else chance.between(8, 16))


def _one_meeting(story: Story, day: date) -> None:
    chance = story.chance
    if chance.yes(MISSED):
        if chance.yes(0.3):
            story.meet(day, "engagement", story.phrase("cancelled"), attendance="2")
            return
        story.meet(day, "engagement", attendance="3")
        following = day + timedelta(days=1)
        story.meet(following, "engagement", story.phrase("text"), medium="09")
        return
    reason = chance.pick_weighted(REASONS)
    if reason == "text":
        story.meet(day, "job_search", story.phrase("text"), medium="09")
        return
    medium = chance.pick_weighted((("01", 70.0), ("02", 24.0), ("11", 6.0)))
    promise = ""
    if chance.yes(0.6):
        promise = story.fill(chance.pick(made_up("notes")["promises"]["job_search"]))
    theirs = ""
    if chance.yes(0.15):
        theirs = story.fill(chance.pick(made_up("notes")["promises"]["client"]))
    story.meet(day, reason, medium=medium, promise=promise, client_promise=theirs)


def interview(story: Story, day: date) -> None:
    """An interview: practised before, talked over after."""
    story.meet(
        day - timedelta(days=2), "interview", promise=story.fill("Ask how the interview went")
    )
    story.meet(day + timedelta(days=1), "interview")


def extra_step(story: Story, day: date) -> None:
    """Learning, volunteering or benefits advice: steps that count beside a job, never for one."""
    kind = story.plan.extra
    if kind in ("learning", "volunteering"):
        story.meet(day, "action_plan", story.phrase(kind))
    elif kind == "benefits":
        story.meet(day, "benefits")


def client_visits(story: Story, profile_started: date) -> list[tuple[date, EmployerContact]]:
    """Visits and calls to employers for this client, with the days that they fall on.

    The first visit is due by day 30 of the profile; for a few it comes late, or has not come yet.
    """
    chance = story.chance
    found: list[tuple[date, EmployerContact]] = []
    agreed = story.employers_agreed
    if agreed is None:
        return []
    first = profile_started + timedelta(days=story.first_visit_after or chance.between(6, 29))
    for since, until in story.searching:
        day = max(first, since, agreed)
        while day < until and day <= story.calendar.today:
            open_day = story.calendar.open_day(day)
            if open_day <= story.calendar.today and not _taken_back(story, open_day):
                found.append((open_day, _contact(story, open_day, len(found))))
            day += timedelta(
                days=chance.between(24, 60) if story.long_ago else chance.between(12, 30)
            )
    return found


def _taken_back(story: Story, day: date) -> bool:
    return story.employers_withdrawn is not None and day >= story.employers_withdrawn


def _contact(story: Story, day: date, number: int) -> EmployerContact:
    """The first visits are for getting to know each other, later ones for a job."""
    chance = story.chance
    call = chance.yes(0.2) and number > 0
    purposes = (("introduction", "learning"), ("learning", "vacancy"), ("vacancy", "job_carving"))
    purpose = chance.pick(purposes[min(number, 2)])
    kind = "call" if call else "for_client" if purpose == "vacancy" else purpose
    notes = chance.pick(made_up("notes")["visits"][kind])
    return EmployerContact(
        employer_id="",
        person_id="",
        day=day,
        medium=chance.pick(("02", "02", "05")) if call else "01",
        purpose=purpose,
        with_whom=story.employer["person"],
        client_ids=(story.client_id,),
        notes=story.fill(notes),
    )


def look_in(story: Story, day: date) -> tuple[date, EmployerContact] | None:
    """A visit to the employer of a client in work, where the client agrees to it."""
    open_day = story.calendar.open_day(day)
    agreed = story.employers_agreed
    if agreed is None or open_day > story.calendar.today or _taken_back(story, open_day):
        return None
    notes = story.fill(story.chance.pick(made_up("notes")["visits"]["in_work"]))
    return open_day, EmployerContact(
        employer_id="",
        person_id="",
        day=open_day,
        purpose="in_work",
        with_whom=story.employer["person"],
        client_ids=(story.client_id,),
        notes=notes,
    )
