"""Into work and in work: the start, hours and pay as they change, support, and the last day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from caseload.demo.diary import Order
from caseload.demo.made_up import made_up
from caseload.demo.rates_on_file import least_an_hour
from caseload.demo.story import Story
from caseload.employers import Employer
from caseload.in_work_support import add_months, contact_windows
from caseload.jobs.job import Job, PayPeriod
from caseload.services.all_services import Services
from caseload.values.money import penny
from caseload.words import say

CONTRACTS = (("permanent", 58.0), ("fixed_term", 15.0), ("zero_hours", 12.0), ("agency", 9.0),
             ("self_employed", 3.0), ("supported_internship", 1.0))  # fmt: skip
RECORDED_BEFORE = 4
"""A job is written down this many days before it starts, once the offer is certain."""


@dataclass(frozen=True)
class Work:
    """A job as it is planned. ``ends`` is the last day of work, and ``end_reason`` its code."""

    starts: date
    hours: Decimal
    extra: Decimal
    contract: str
    ends: date | None = None
    end_reason: str = ""
    sector: str = ""


def plan_work(story: Story, starts: date) -> Work:
    """A job that begins on the Monday of that week."""
    chance = story.chance
    extra = chance.pick_weighted(
        (
            ("-0.71", 2.0),
            ("0", 43.0),
            ("0.29", 15.0),
            ("0.74", 15.0),
            ("1.14", 10.0),
            ("2.09", 10.0),
            ("4.25", 5.0),
        )
    )
    hours = chance.pick_weighted(
        (("8", 6.0), ("12", 14.0), ("16", 28.0), ("20", 18.0), ("24", 12.0), ("30", 12.0),
         ("37.5", 10.0))
    )  # fmt: skip
    return Work(
        starts=story.calendar.monday(starts),
        hours=Decimal(hours),
        extra=Decimal(extra),
        contract=chance.pick_weighted(CONTRACTS),
        sector=story.employer["sector"],
    )


def start_job(
    story: Story, work: Work, employer: Employer, *, recorded: date | None = None
) -> None:
    """The job is recorded shortly before it starts; four hours are confirmed in its first week."""
    apprentice = work.contract == "permanent" and story.chance.yes(0.05)
    job = Job(
        client_id=story.client_id,
        employer_id=employer.id,
        employer_name="",
        title=story.title,
        started_on=work.starts,
        contract="apprenticeship" if apprentice else work.contract,
        sector=work.sector,
        apprenticeship=apprentice,
    )

    def begin(services: Services) -> None:
        pay = least_pay(story, work.starts) + work.extra
        story.job.happened(services.jobs.start(job=job, weekly_hours=work.hours, pay=pay))

    def confirm(services: Services) -> None:
        story.job.happened(services.jobs.confirm_four_hours(job=story.job.now()))

    day = recorded or work.starts - timedelta(days=RECORDED_BEFORE)
    story.step(story.calendar.open_day_before(day), Order.JOB, begin)
    four_hours = story.calendar.open_day(work.starts + timedelta(days=story.chance.between(2, 5)))
    if work.ends is None or four_hours <= work.ends:
        story.step(four_hours, Order.JOB, confirm)
    _changes(story, work)


def least_pay(story: Story, day: date) -> Decimal:
    """The legal minimum an hour for this client on that day."""
    return least_an_hour(story.plan.somebody.client.age_on(day), day)


def _changes(story: Story, work: Work) -> None:
    """Some months in hours change, for some; and each 1 April the legal minimum rises."""
    last = work.ends or story.calendar.today
    changes = {date(year, 4, 1): "" for year in range(work.starts.year, last.year + 1)}
    if story.chance.yes(0.3):
        changes[work.starts + timedelta(days=story.chance.between(80, 150))] = story.chance.pick(
            made_up("life")["terms"]["reasons"]
        )
    hours = work.hours
    for day, reason in sorted(changes.items()):
        if work.starts < day <= last:
            if reason:
                hours = max(hours + story.chance.pick((-4, 4, 4, 8)), Decimal(4))
            pay = least_pay(story, day) + work.extra
            change_terms(story, day, hours, pay, reason or say("demo.minimum_rose"))


def change_terms(story: Story, day: date, hours: Decimal, pay: Decimal, reason: str) -> None:
    """Hours or pay are different from that day on."""

    def change(services: Services) -> None:
        services.jobs.change_terms(
            job=story.job.now(), starts=day, weekly_hours=hours, pay=penny(pay), reason=reason
        )
        story.job.happened(services.jobs.of_client(story.client_id).lines[0].job)

    story.step(story.calendar.open_day(day), Order.JOB, change)


def support(story: Story, work: Work, *, until: date | None = None) -> None:
    """In-work contacts: before the start, in the first days, weekly, then monthly for a year."""
    last = min(d for d in (until, work.ends, story.calendar.today) if d is not None)
    story.meet(
        work.starts - timedelta(days=3),
        "job_start",
        promise=_promise(story, "in_work"),
        at_work=True,
    )
    for window in contact_windows(work.starts)[1:]:
        wide = (window.last - window.first).days
        day = window.first + timedelta(days=story.chance.between(0, max(min(wide - 3, 9), 0)))
        if story.calendar.open_day(day) > last or day > story.calendar.ago(1):
            return
        if window.number > 5 and story.chance.yes(0.5 if story.long_ago else 0.12):
            continue
        medium = story.chance.pick_weighted((("02", 55.0), ("01", 38.0), ("11", 7.0)))
        called = medium != "01"
        kind = (
            "first_shift"
            if window.number == 1
            else "first_weeks"
            if window.number < 5
            else "in_work"
        )
        notes = kind if window.number == 1 else f"{kind}_{'call' if called else 'met'}"
        story.meet(
            day,
            "in_work_client",
            story.phrase(notes),
            medium=medium,
            at_work=True,
            promise=_promise(story, "in_work") if story.chance.yes(0.6) else "",
        )


def end_job(story: Story, work: Work, *, known_after: int = 1) -> None:
    """The last day, a reason, and what was learnt; the client is met within three days."""
    last, reason = work.ends or story.calendar.today, work.end_reason

    def finish(services: Services) -> None:
        learnt = made_up("life")["job_ends"].get(reason, "")
        ended_job = services.jobs.end(
            job=story.job.now(), last_day=last, reason=reason, learnt=learnt
        )
        story.job.happened(ended_job)

    told = story.calendar.open_day(last + timedelta(days=known_after))
    story.step(told, Order.JOB, finish)
    if reason != "better_job":
        story.meet(told + timedelta(days=1), "job_loss", promise=_promise(story, "job_search"))


def ended(story: Story, work: Work, last: date, *, better: bool = False) -> Work:
    """The same job with an end on a Friday, for a reason that such jobs end for."""
    friday = last - timedelta(days=(last.weekday() - 4) % 7)
    reasons = [code for code in made_up("life")["job_ends"] if code != "better_job"]
    reason = "better_job" if better else story.chance.pick(reasons)
    return replace(work, ends=max(friday, work.starts + timedelta(days=4)), end_reason=reason)


def job_held(story: Story, employer: Employer, accepted: date) -> None:
    """Keeping work: the job was there long before the referral, and the client is off sick."""
    age = story.plan.somebody.client.age_on(story.plan.received) or 30
    since = min(story.chance.between(20, 110), max((age - 17) * 12, 6))
    started = add_months(story.plan.received, -since)
    a_month = story.chance.between(2000, 2700)
    job = Job(
        client_id=story.client_id,
        employer_id=employer.id,
        employer_name="",
        title=story.title,
        started_on=started,
        sector=story.employer["sector"],
        reported=True,
    )

    def write_down(services: Services) -> None:
        held = services.jobs.start(
            job=job, weekly_hours=Decimal(35), pay=Decimal(a_month), pay_period=PayPeriod.MONTH
        )
        story.job.happened(held)

    day = story.calendar.open_day(accepted + timedelta(days=3))
    story.step(day, Order.JOB, write_down)


def _promise(story: Story, kind: str) -> str:
    return story.fill(story.chance.pick(made_up("notes")["promises"][kind]))
