"""Each way through the service, told from its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import chain, repeat

from caseload.demo import arriving, ending, searching, working
from caseload.demo.diary import Diary
from caseload.demo.made_up import made_up
from caseload.demo.money import work_out
from caseload.demo.plan import Way
from caseload.demo.story import Story
from caseload.demo.visits import VisitLog
from caseload.demo.working import Work
from caseload.values.record import RecordId

QUIET = (((1, 8), 70.0), ((9, 13), 18.0), ((15, 24), 8.0), ((31, 38), 4.0))
"""Days since the last contact of those who are looking: a few have gone quiet."""
DUE = (
    (0, 22.0),
    (-2, 7.0),
    (-4, 4.0),
    (1, 18.0),
    (2, 14.0),
    (3, 10.0),
    (6, 10.0),
    (9, 8.0),
    (13, 7.0),
)
"""When the last promise falls due, in days from today."""
NEXT = {
    Way.NEW: "engagement", Way.PROFILE: "profile", Way.LOOKING: "job_search",
    Way.INTERVIEWS: "interviews", Way.STARTING: "interviews", Way.IN_WORK: "in_work",
    Way.LOST_JOB: "job_search", Way.KEEPING_WORK: "keeping_work",
}  # fmt: skip


def _in_order(phrases: list[str]) -> Iterator[str]:
    """Each phrase once, as the weeks go by, then nothing for ever."""
    return chain(phrases, repeat(""))


class Teller:
    """Tells stories into the diary; visits to employers go through the log of each specialist."""

    def __init__(self, diary: Diary, visits: VisitLog, *, entered_by: RecordId) -> None:
        self._diary = diary
        self._calendar = diary.calendar
        self._visits = visits
        self._entered_by = entered_by

    def tell(self, story: Story) -> None:
        """Everything that happens to this client, up to today."""
        arriving.refer(story, by=self._entered_by)
        turn = story.plan.turn
        if turn is None:
            if story.plan.way is Way.DECLINED:
                arriving.decline(story)
            return
        arriving.accept(story, turn.accepted)
        arriving.first_meetings(story, turn.accepted)
        until = turn.ended or self._calendar.today
        tellers: dict[Way, Callable[[Story, date, date], None]] = {
            Way.NEW: self._new, Way.PROFILE: self._profile, Way.LOOKING: self._looking,
            Way.INTERVIEWS: self._interviews, Way.STARTING: self._starting,
            Way.IN_WORK: self._in_work, Way.LOST_JOB: self._lost_job,
            Way.KEEPING_WORK: self._keeping_work, Way.LEFT: self._left,
            Way.WORKED: self._worked, Way.KEPT_WORK: self._keeping_work,
            Way.STEPPED_DOWN: self._stepped_down, Way.LOST_LATER: self._stepped_down,
        }  # fmt: skip
        tellers[story.plan.way](story, turn.accepted, until)
        story.settle()
        if turn.ended is None:
            self._what_is_next(story)
        story.write_meetings()

    # ---- those who are still held ---------------------------------------------------------------

    def _new(self, story: Story, accepted: date, until: date) -> None:
        """Only just accepted."""

    def _profile(self, story: Story, accepted: date, until: date) -> None:
        """For one in seven the profile is late."""
        if not story.chance.yes(0.15):
            self._write_profile(story, accepted, until)

    def _write_profile(self, story: Story, accepted: date, until: date) -> date:
        started = arriving.write_profile(story, accepted)
        if (until - started).days > 150 and story.chance.yes(0.5):
            changed = started + timedelta(days=story.chance.between(60, 140))
            arriving.change_profile(story, changed)
        return started

    def _looking(self, story: Story, accepted: date, until: date) -> None:
        if story.chance.yes(0.08):
            story.first_visit_after = 45
        started = self._write_profile(story, accepted, until)
        self._search(story, started, until)

    def _search(self, story: Story, started: date, until: date) -> None:
        """Meetings until the client goes quiet, a step beside work for some, and the visits."""
        quiet = 0
        if until == self._calendar.today:
            quiet = story.chance.between(*story.chance.pick_weighted(QUIET))
        searching.search(story, started, until - timedelta(days=quiet))
        if (until - started).days > 40:
            searching.extra_step(story, started + timedelta(days=story.chance.between(25, 38)))
        if story.plan.extra == "benefits":
            talk = started + timedelta(days=39)
            work_out(story, talk, letter=talk < self._calendar.ago(40))
        self._visits.add(story, searching.client_visits(story, started))

    def _interviews(self, story: Story, accepted: date, until: date) -> None:
        started = self._write_profile(story, accepted, until)
        self._search(story, started, until)
        day = self._calendar.open_day_before(until - timedelta(days=story.chance.between(3, 9)))
        if day > started:
            searching.interview(story, day)
            if not story.plan.extra and story.chance.yes(0.75):
                work_out(story, day + timedelta(days=2), letter=False)

    def _starting(self, story: Story, accepted: date, until: date) -> None:
        started = self._write_profile(story, accepted, until)
        self._search(story, started, until)
        searching.interview(story, self._calendar.open_day_before(until - timedelta(days=9)))
        work = working.plan_work(story, until + timedelta(days=10))
        employer = self._visits.employer(story)
        working.start_job(story, work, employer, recorded=until - timedelta(days=2))

    def _in_work(self, story: Story, accepted: date, until: date) -> None:
        days = (until - accepted).days
        first = accepted + timedelta(days=min(story.chance.between(40, 170), days - 8))
        work = self._into_work(story, accepted, first)
        if (until - work.starts).days > 190 and story.chance.yes(0.4):
            self._moved_on(story, work)
        else:
            self._support(story, work)

    def _lost_job(self, story: Story, accepted: date, until: date) -> None:
        first = accepted + timedelta(days=story.chance.between(45, 60))
        last = until - timedelta(days=story.chance.between(12, 45))
        work = self._into_work(story, accepted, first, last)
        self._support(story, work)
        working.end_job(story, work)
        searching.search(story, (work.ends or last) + timedelta(days=6), until - timedelta(days=4))

    def _keeping_work(self, story: Story, accepted: date, until: date) -> None:
        """Off sick or struggling, with a job to keep; support reaches the workplace."""
        self._write_profile(story, accepted, until)
        working.job_held(story, self._visits.employer(story), accepted)
        day, weeks = accepted + timedelta(days=16), story.chance.between(3, 14)
        held = story.plan.turn is not None and story.plan.turn.ended is None
        last = until - timedelta(days=story.chance.between(2, 9)) if held else until
        for notes in _in_order(made_up("notes")["keeping_work"]):
            if day >= last:
                break
            words = story.fill(notes, weeks=weeks) if notes else story.phrase("in_work_met")
            promise = story.fill(story.chance.pick(made_up("notes")["promises"]["keeping_work"]))
            story.meet(day, "in_work_client", words, at_work=True, promise=promise)
            if story.employers_agreed and day > story.employers_agreed and story.chance.yes(0.25):
                story.meet(day + timedelta(days=2), "in_work_employer", at_work=True, medium="02")
            day += timedelta(days=story.chance.between(12, 24))
            weeks += 2
        if not held:
            ending.close_in_work(story, until)

    # ---- those whose place is free again ---------------------------------------------------------

    def _left(self, story: Story, accepted: date, until: date) -> None:
        started = self._write_profile(story, accepted, until)
        self._search(story, started, until - timedelta(days=35))
        ending.leave(story, until)

    def _worked(self, story: Story, accepted: date, until: date) -> None:
        share = story.chance.between(25, 50)
        first = accepted + timedelta(days=max(35, (until - accepted).days * share // 100))
        work = self._into_work(story, accepted, first)
        working.support(story, work, until=until - timedelta(days=6))
        self._look_in(story, work, until)
        ending.close_in_work(story, until)

    def _stepped_down(self, story: Story, accepted: date, until: date) -> None:
        share = story.chance.between(25, 45)
        first = accepted + timedelta(days=max(35, (until - accepted).days * share // 100))
        today = self._calendar.today
        lost = today - timedelta(days=8) if story.plan.way is Way.LOST_LATER else None
        work = self._into_work(story, accepted, first, lost)
        working.support(story, work, until=until - timedelta(days=5))
        self._look_in(story, work, until)
        ending.step_down(story, until, until=(work.ends or today) - timedelta(days=4))
        if work.ends is not None:
            working.end_job(story, work, known_after=4)

    # ---- parts that several share ----------------------------------------------------------------

    def _into_work(
        self, story: Story, accepted: date, first: date, last: date | None = None
    ) -> Work:
        started = self._write_profile(story, accepted, first)
        work = working.plan_work(story, first)
        if last is not None:
            work = working.ended(story, work, last)
        searching.search(story, started, work.starts - timedelta(days=16))
        searching.interview(story, self._calendar.open_day_before(work.starts - timedelta(days=14)))
        if story.plan.extra == "benefits" or story.chance.yes(0.3):
            letter = first < self._calendar.ago(60) and story.chance.yes(0.35)
            work_out(story, work.starts - timedelta(days=9), letter=letter, work=work)
        working.start_job(story, work, self._visits.employer(story))
        self._visits.add(story, searching.client_visits(story, started))
        return work

    def _support(self, story: Story, work: Work) -> None:
        working.support(story, work)
        self._look_in(story, work, work.ends or self._calendar.today)

    def _look_in(self, story: Story, work: Work, until: date) -> None:
        for days in (16, 75, 160):
            day = work.starts + timedelta(days=days + story.chance.between(0, 6))
            if day < until:
                visit = searching.look_in(story, day)
                self._visits.add(story, [visit] if visit else [])

    def _moved_on(self, story: Story, work: Work) -> None:
        """A better job, from the Monday after the last Friday: no gap, so the clock runs on."""
        middle = work.starts + (self._calendar.today - work.starts) / 2
        first = working.ended(story, work, middle, better=True)
        self._support(story, first)
        working.end_job(story, first, known_after=-2)
        second = working.plan_work(story, (first.ends or middle) + timedelta(days=3))
        working.start_job(story, second, self._visits.employer(story, other=1))
        self._support(story, second)

    def _what_is_next(self, story: Story) -> None:
        """The newest contact ends with a promise that is still open today, for most."""
        newest = next((m for m in reversed(story.meetings) if m.is_direct), None)
        if newest is None or story.chance.yes(0.08):
            return
        due = self._calendar.today + timedelta(days=story.chance.pick_weighted(DUE))
        words = made_up("notes")["promises"][NEXT[story.plan.way]]
        newest.promise = story.fill(story.chance.pick(words))
        newest.due = max(self._calendar.open_day(due), newest.day + timedelta(days=1))
