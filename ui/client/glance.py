"""The words at the head of the page: who, how far along, last time, promises, what is next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from caseload.allocation.place import PlaceEnd
from caseload.contacts.next_action import NextAction, Promiser
from caseload.referrals import ReferralState
from caseload.services.caseload_list import Stage
from caseload.services.work_record import WorkRecord
from caseload.values.dates import clock_time, day_month, long_date, weekday_date
from caseload.values.record import RecordId
from caseload.vocational_profiles import FIRST_EMPLOYER_DAYS, PROFILE_DUE_DAYS
from caseload.words import say
from ui.client.view_model import ClientViewModel

LONGEST_NOTES = 210
"""As many letters of the last notes as stand in three lines; the rest is one step away."""


@dataclass(frozen=True)
class LastTime:
    """The first block. ``contact_id`` opens the whole contact where the words were cut."""

    head: str
    words: str
    contact_id: RecordId | None = None


@dataclass(frozen=True)
class PromiseLine:
    """One promise of ours; ``kind`` is that of its mark, "" once it is done."""

    action_id: RecordId
    words: str
    kind: str
    when: str


@dataclass(frozen=True)
class NextLines:
    """The third block: the next thing, what follows it, and what the client promised."""

    first: str
    more: str
    client_promises: tuple[str, ...]


@dataclass(frozen=True)
class SafetyWords:
    """A safety line as it stands under the name."""

    kind: str
    words: str
    reviewed: str


def about(model: ClientViewModel) -> str:
    """``34, Talking Therapies, finding work, yours since 14 September 2026``."""
    header = model.header
    parts = [say("client_page.no_age") if header.age is None else str(header.age)]
    if header.client.clinical_team:
        parts.append(header.client.clinical_team)
    if header.referral is not None:
        parts.append(say(f"client_page.pathway.{header.referral.pathway}"))
    since = _since(model)
    return ", ".join([*parts, since] if since else parts)


def _since(model: ClientViewModel) -> str:
    header = model.header
    referral, place = header.referral, header.place
    if referral is None:
        return ""
    if referral.state is ReferralState.DECLINED and referral.declined_on:
        return say("client_page.declined", day=long_date(referral.declined_on))
    if referral.state is ReferralState.CLOSED and referral.closed_on:
        return say("client_page.closed", day=long_date(referral.closed_on))
    if referral.lost_job_on is not None:
        return say("client_page.lost_job", day=long_date(referral.lost_job_on))
    if place is None:
        return say("client_page.waiting", day=long_date(referral.waiting_since))
    if place.ended_by is PlaceEnd.STEPPED_DOWN and place.held_until:
        return say("client_page.stepped_down", day=long_date(place.held_until))
    held = long_date(place.held_from)
    if header.mine:
        return say("client_page.yours", day=held)
    return say("client_page.held_by", name=header.holder_name, day=held)


def stage(model: ClientViewModel) -> tuple[str, int] | None:
    """The word and the step of five; None where the client is on nobody's caseload."""
    row = model.header.row
    if row is None:
        return None
    return say(f"client_page.stage.{row.stage}"), row.stage.steps


def is_keeping_work(model: ClientViewModel) -> bool:
    """A client who keeps a job has no steps to it."""
    row = model.header.row
    return row is not None and row.stage is Stage.KEEPING_WORK


def safety(model: ClientViewModel) -> list[SafetyWords]:
    """Risk, lone-working and safe-contact lines with the day they were reviewed."""
    return [
        SafetyWords(
            say(f"safety_lines.{line.kind}"),
            model.text(line.words),
            say("safety_lines.reviewed", day=long_date(line.reviewed_on)),
        )
        for line in model.header.safety
    ]


def last_time(model: ClientViewModel) -> LastTime:
    """When and how the client was last seen, and the first words of the notes."""
    header = model.header
    if not header.notes_open:
        return LastTime(say("client_page.last"), say("client_page.notes_shut"))
    contact = header.last_contact
    if contact is None:
        return LastTime(
            say("client_page.last"), say("client_page.not_met", name=model.first_name())
        )
    head = say(
        "client_page.last_on",
        day=long_date(contact.day),
        how=say(f"clinical_line.medium.{contact.medium}"),
    )
    notes = " ".join(model.text(contact.notes).split())
    if not notes:
        return LastTime(head, say("client_page.no_notes"), contact.id)
    if len(notes) <= LONGEST_NOTES:
        return LastTime(head, notes)
    cut = notes[:LONGEST_NOTES].rsplit(" ", 1)[0].rstrip(",;:. ")
    return LastTime(head, f"{cut}…", contact.id)


def promises(model: ClientViewModel) -> list[PromiseLine]:
    """Our own promises: open ones by day, then the last ones done."""
    return [
        _promise(model, action)
        for action in model.header.promises
        if action.promiser is Promiser.STAFF
    ]


def _promise(model: ClientViewModel, action: NextAction) -> PromiseLine:
    words = model.text(action.words)
    if action.done_on is not None:
        when = say("client_page.done", day=day_month(action.done_on))
        return PromiseLine(action.id, words, "", when)
    return PromiseLine(action.id, words, *due(action.due_on, model.today))


def due(day: date, today: date) -> tuple[str, str]:
    """The kind and the words of a mark for something due on ``day``."""
    ahead = (day - today).days
    if ahead < 0:
        return "danger", say("client_page.late", count=-ahead)
    if ahead == 0:
        return "info", say("client_page.due_today")
    if ahead == 1:
        return "info", say("client_page.tomorrow")
    if ahead < 7:
        return "info", say(f"values.weekday.{day.isoweekday()}")
    return "info", day_month(day)


def next_lines(model: ClientViewModel, work: WorkRecord) -> NextLines:
    """The next appointment, else the nearest day that something is due; then what follows."""
    booked = model.header.next_appointment
    coming = [words for _, words in sorted(_coming(model, work))]
    if booked is not None:
        when = say(
            "client_page.appointment",
            day=weekday_date(booked.day),
            time=clock_time(booked.starts_at),
        )
        place = say("client_page.at", when=when, place=booked.place) if booked.place else when
        coming.insert(0, f"{place}.")
    return NextLines(
        first=coming[0] if coming else say("client_page.nothing_next"),
        more=" ".join(coming[1:3]),
        client_promises=tuple(
            say(
                "client_page.client_promised",
                name=model.first_name(),
                words=model.text(action.words).rstrip("."),
                when=due(action.due_on, model.today)[1],
            )
            for action in model.header.promises
            if action.promiser is Promiser.CLIENT and action.is_open
        ),
    )


def _coming(model: ClientViewModel, work: WorkRecord) -> Iterator[tuple[date, str]]:
    row, today = model.header.row, model.today
    for line in work.lines:
        job = line.job
        if job.started_on > today:
            yield (
                job.started_on,
                say("client_page.starts", title=job.title, day=long_date(job.started_on)),
            )
        if line.next_contact is not None:
            last = line.next_contact.last
            yield last, say("client_page.in_work_due", day=long_date(last))
        if job.ended_on is None and job.started_on <= today:
            ahead = [m for m in line.milestones if not m.reached and m.due_on >= today]
            for milestone in ahead[:1]:
                yield (
                    milestone.due_on,
                    say(
                        "client_page.reaches",
                        weeks=milestone.weeks,
                        day=long_date(milestone.due_on),
                    ),
                )
    if row is None:
        return
    if row.profile_started is None and row.job_starts is None:
        day = row.accepted_on + timedelta(days=PROFILE_DUE_DAYS)
        yield day, say("client_page.start_profile", day=long_date(day))
    if row.clock.days_left is not None and row.job_starts is None and row.profile_started:
        day = row.profile_started + timedelta(days=FIRST_EMPLOYER_DAYS)
        number = row.clock.day_number
        yield day, say("client_page.meet_employer", day=long_date(day), number=number)
