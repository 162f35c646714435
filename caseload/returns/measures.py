"""The measures of a return: what each counts, on which day, once per what, and what holds between.

All are on the event basis: a thing is counted in the period in which its day falls. The words of
each definition are in the catalogue, under ``returns.measure``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseload.jobs.sustainment import counted, first_reached
from caseload.returns.facts import PersonFacts
from caseload.words import say


class Unit(StrEnum):
    """What is counted; both kinds add up over periods."""

    EVENTS = "events"
    PEOPLE_FIRST = "people_first"
    """People, at the first time ever, so nobody twice in any number of periods."""


@dataclass(frozen=True)
class Counted:
    """One thing that was counted: the record behind a figure. Never leaves the application."""

    client_id: str
    on: date
    job_id: str | None = None
    referral_id: str | None = None


@dataclass(frozen=True)
class CountingRule:
    """What a measure needs besides the facts.

    ``as_of`` is the day up to which things are known; ``allowed_gap`` is in working days.
    """

    as_of: date
    allowed_gap: int = 0


Events = Callable[[PersonFacts, CountingRule], Iterator[Counted]]


@dataclass(frozen=True)
class Measure:
    """A measure by its id in every file: ``job_starts``."""

    id: str
    unit: Unit
    events: Events

    @property
    def name(self) -> str:
        """As a commissioner reads it."""
        return say(f"returns.measure.{self.id}.name")

    @property
    def definition(self) -> str:
        """What is counted, on which day, in one or two sentences."""
        return say(f"returns.measure.{self.id}.definition")


def _referrals(person: PersonFacts, rule: CountingRule) -> Iterator[Counted]:
    for referral in person.referrals:
        if referral.received_on <= rule.as_of:
            yield Counted(person.client_id, referral.received_on, referral_id=referral.referral_id)


def _accepted(person: PersonFacts, rule: CountingRule) -> Iterator[Counted]:
    for referral in person.referrals:
        if referral.accepted_on is not None and referral.accepted_on <= rule.as_of:
            yield Counted(person.client_id, referral.accepted_on, referral_id=referral.referral_id)


def _engaged(person: PersonFacts, rule: CountingRule) -> Iterator[Counted]:
    started = person.profile_started_on
    if started is not None and started <= rule.as_of:
        yield Counted(person.client_id, started)


def _job_starts(person: PersonFacts, rule: CountingRule) -> Iterator[Counted]:
    for spell in counted(person.jobs, rule.as_of):
        yield Counted(person.client_id, spell.started_on, job_id=spell.job_id)


def _into_work(person: PersonFacts, rule: CountingRule) -> Iterator[Counted]:
    yield from list(_job_starts(person, rule))[:1]


def _sustained(weeks: int) -> Events:
    def events(person: PersonFacts, rule: CountingRule) -> Iterator[Counted]:
        outcome = first_reached(person.jobs, weeks, as_of=rule.as_of, allowed_gap=rule.allowed_gap)
        if outcome is not None:
            yield Counted(person.client_id, outcome.on, job_id=outcome.clock.job_id)

    return events


MEASURES: Mapping[str, Measure] = {
    measure.id: measure
    for measure in (
        Measure("referrals", Unit.EVENTS, _referrals),
        Measure("referrals_accepted", Unit.EVENTS, _accepted),
        Measure("engaged", Unit.PEOPLE_FIRST, _engaged),
        Measure("job_starts", Unit.EVENTS, _job_starts),
        Measure("people_into_work", Unit.PEOPLE_FIRST, _into_work),
        Measure("sustained_13", Unit.PEOPLE_FIRST, _sustained(13)),
        Measure("sustained_26", Unit.PEOPLE_FIRST, _sustained(26)),
    )
}

SUBSETS: tuple[tuple[str, str], ...] = (("people_into_work", "job_starts"),)
"""The first is part of the second, in every period and group: a first job start is a job start.

On the event basis no more holds: who reached 26 weeks in a quarter reached 13 in an earlier one,
and who engaged in a quarter may have been referred before it.
"""
