"""A line for a clinician's notes: the date, whether the client came, and the plan. Nothing else.

It says nothing of what was talked about, so that a note written for the team stays with the team.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caseload.appointments import Appointment
from caseload.contacts.client_contact import ATTENDED, ClientContact
from caseload.contacts.next_action import NextAction, Promiser
from caseload.letters.parties import Author
from caseload.values.code_lists import label
from caseload.values.dates import clock_time, long_date
from caseload.values.names import fold
from caseload.words import say


@dataclass(frozen=True)
class ClinicalFacts:
    """What the line is made of. ``others`` are the names of all other clients."""

    today: date
    last: ClientContact | None
    promises: tuple[NextAction, ...]
    appointment: Appointment | None
    author: Author
    service_name: str
    others: frozenset[str] = frozenset()


def clinical_line(facts: ClinicalFacts) -> str:
    """Plain words to paste. A promise that names another client is left out."""
    last = facts.last
    lines = [say("clinical_line.head", day=long_date(last.day if last else facts.today))]
    if last is None:
        lines.append(say("clinical_line.not_met"))
    elif last.attendance in ATTENDED:
        how = say(f"clinical_line.medium.{last.medium}")
        lines.append(say("clinical_line.attended", how=how))
    else:
        lines.append(say("clinical_line.not_attended", what=label("attendance", last.attendance)))
    plan = list(_plan(facts.promises, facts.others))
    lines.append(say("clinical_line.plan", plan=" ".join(plan)) if plan else _no_plan())
    booked = facts.appointment
    if booked is not None:
        when = say(
            "clinical_line.when", day=long_date(booked.day), time=clock_time(booked.starts_at)
        )
        lines.append(say("clinical_line.next", when=when))
    lines.append(
        say(
            "clinical_line.signed",
            name=facts.author.name,
            role=facts.author.role,
            service=facts.service_name,
        )
    )
    return "\n".join(lines)


def _no_plan() -> str:
    return say("clinical_line.no_plan")


def _plan(promises: Iterable[NextAction], others: frozenset[str]) -> Iterable[str]:
    for promise in promises:
        if not promise.is_open or _names_another(promise.words, others):
            continue
        who = "by_client" if promise.promiser is Promiser.CLIENT else "by_staff"
        yield say(
            f"clinical_line.{who}", words=promise.words.rstrip("."), day=long_date(promise.due_on)
        )


def _names_another(words: str, others: frozenset[str]) -> bool:
    told = f" {fold(words)} "
    return any(f" {fold(name)} " in told for name in others if name.strip())
