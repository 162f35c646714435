"""What each cell of a client's row says: short words for the table, whole ones for the ear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.attention import Urgency, profile_urgency
from caseload.services.caseload_list import CaseloadRow
from caseload.values.dates import day_month, long_date
from caseload.vocational_profiles import PROFILE_DUE_DAYS
from caseload.words import say

KINDS = {Urgency.NONE: "", Urgency.SOON: "warning", Urgency.LATE: "danger"}
WEEKS_A_YEAR = 52


@dataclass(frozen=True)
class Phrase:
    """Words with the kind of their mark ("" for none); ``full`` stands alone without a head."""

    words: str
    full: str
    kind: str = ""
    quiet: bool = False  # said in a muted voice
    strong: bool = False


def stage(row: CaseloadRow) -> Phrase:
    """How far along the way; a stepped-down client holds no place, and the row says so."""
    key = "stepped_down" if row.stepped_down else row.stage.value
    words = say(f"caseload_list_page.stage.{key}")
    return Phrase(words, words, quiet=row.stepped_down)


def contact(row: CaseloadRow) -> Phrase:
    """How long since the client was really reached."""
    kind = KINDS[row.quiet]
    if row.contact_days is None:
        words = say("caseload_list_page.contact.none")
        return Phrase(words, say("caseload_list_page.contact.none_full"), kind, quiet=not kind)
    if row.contact_days == 0:
        words = say("caseload_list_page.contact.today")
        return Phrase(words, say("caseload_list_page.contact.today_full"), kind)
    count = row.contact_days
    full = "caseload_list_page.contact.quiet_full" if kind else "caseload_list_page.contact.full"
    return Phrase(say("caseload_list_page.contact.days", count=count), say(full, count=count), kind)


def employer_or_job(row: CaseloadRow, today: date) -> Phrase:
    """The job and its week; without one, the clock to the first employer contact, in words."""
    if row.job_title:
        return _job(row)
    clock = row.clock
    if clock.day_number is None:
        return _profile(row, today)
    if clock.met_on_day is not None:
        words = say("caseload_list_page.clock.met", day=clock.met_on_day)
        full = say("caseload_list_page.clock.met_full", day=clock.met_on_day)
        return Phrase(words, full, quiet=True)
    key = {Urgency.NONE: "running", Urgency.SOON: "soon", Urgency.LATE: "late"}[clock.urgency]
    key = "last_day" if clock.days_left == 0 else key
    facts = {"day": clock.day_number, "count": clock.days_left or 0}
    words = say(f"caseload_list_page.clock.{key}", **facts)
    full = say(f"caseload_list_page.clock.{key}_full", **facts)
    return Phrase(words, full, KINDS[clock.urgency], quiet=clock.urgency is Urgency.NONE)


def _job(row: CaseloadRow) -> Phrase:
    if row.job_week is None:
        day = row.job_starts
        words = say(
            "caseload_list_page.job.starts", title=row.job_title, day=day_month(day) if day else ""
        )
        return Phrase(words, words)
    if row.job_week > WEEKS_A_YEAR:
        years = row.job_week // WEEKS_A_YEAR
        words = say("caseload_list_page.job.years", title=row.job_title, count=years)
        return Phrase(words, words)
    words = say("caseload_list_page.job.week", title=row.job_title, week=row.job_week)
    return Phrase(words, words)


def _profile(row: CaseloadRow, today: date) -> Phrase:
    urgency = profile_urgency(row.accepted_on, row.profile_started, today)
    if urgency is Urgency.NONE:
        words = say("caseload_list_page.clock.not_started")
        return Phrase(words, say("caseload_list_page.clock.not_started_full"), quiet=True)
    day = (today - row.accepted_on).days
    facts = {"day": day, "most": PROFILE_DUE_DAYS}
    return Phrase(
        say("caseload_list_page.clock.no_profile", **facts),
        say("caseload_list_page.clock.no_profile_full", **facts),
        KINDS[urgency],
    )


def next_action(row: CaseloadRow) -> Phrase:
    """The first promise still open."""
    if row.next_action:
        return Phrase(row.next_action, row.next_action)
    words = say("caseload_list_page.nothing_planned")
    return Phrase(words, words, quiet=True)


def due(day: date | None, today: date) -> Phrase:
    """When a promise falls due: late in days, today, or the day."""
    if day is None:
        return Phrase("", "")
    if day < today:
        words = say("today.days_late", count=(today - day).days)
        return Phrase(words, words, "danger")
    if day == today:
        return Phrase(
            say("caseload_list_page.due.today"), say("caseload_list_page.due.today_full"),
            strong=True,
        )  # fmt: skip
    return Phrase(_short(day, today), say("caseload_list_page.due.on", day=long_date(day)))


def _short(day: date, today: date) -> str:
    """``25 Nov``, with its year where that is another one: a table cell."""
    month = say(f"values.short_month.{day.month}")
    key = (
        "caseload_list_page.due.short" if day.year == today.year else "caseload_list_page.due.year"
    )
    return say(key, day=day.day, month=month, year=day.year)


def all_words(row: CaseloadRow, today: date) -> str:
    """Everything the row says but the name, for the filter."""
    parts = (
        stage(row).words,
        employer_or_job(row, today).words,
        next_action(row).words,
        due(row.due_on, today).words,
    )
    return " ".join(parts)
