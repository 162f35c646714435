"""Verbs about returns: what is counted, making one, and the register of those that were sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from caseload.clients.client import Client
from caseload.errors import Refused
from caseload.jobs.job import Job
from caseload.jobs.sustainment import spell_of
from caseload.people.person import Person, Role
from caseload.people.roles import Action
from caseload.referrals import Referral
from caseload.returns.contracts import Contract, shipped_contracts
from caseload.returns.facts import PersonFacts, ReferralFacts
from caseload.returns.files import json_text, metadata_json, published_json
from caseload.returns.making import make_return
from caseload.returns.periods import Period
from caseload.returns.register import earlier_returns
from caseload.returns.sent import SentReturn
from caseload.returns.tables import Figure, Return
from caseload.services.desk import Desk
from caseload.services.return_gaps import (
    BehindFigure,
    MissingFacts,
    behind,
    missing_in,
    texts_that_stay,
)
from caseload.store.unit_of_work import Reading
from caseload.values.record import RecordId
from caseload.vocational_profiles import VocationalProfile
from caseload.words import say

if TYPE_CHECKING:
    from caseload.documents.return_files import ReturnFiles


class Returns:
    """What a person may do with returns."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def contracts(self) -> Mapping[str, Contract]:
        """The contracts by name."""
        return shipped_contracts()

    def make(self, *, contract: Contract, period: Period) -> Return:
        """Count, protect and audit; nothing is written. Raises Refused where no safe return exists.

        Takes a moment and only reads: run it off the window's thread.
        """
        self._desk.allow(Action.MAKE_RETURN)
        with self._desk.reading() as reading:
            facts = facts_of(reading)
            register = earlier_returns(reading.find(SentReturn), contract.name)
        approves = self._desk.may(Action.APPROVE_RETURN)
        return make_return(
            contract,
            period,
            facts,
            register,
            made_on=self._desk.today(),
            approved_by=self._desk.person.name if approves else "",
            approved_on=self._desk.today() if approves else None,
            made_up=self._desk.store.service().made_up,
        )

    def missing(self, *, contract: Contract, period: Period) -> list[MissingFacts]:
        """Clients counted in the period whose date of birth or gender is missing."""
        self._desk.allow(Action.MAKE_RETURN)
        with self._desk.reading() as reading:
            facts = facts_of(reading)
            return missing_in(reading, facts, contract, period, self._desk.today())

    def records_behind(self, figure: Figure) -> list[BehindFigure]:
        """The records that a figure counts, oldest first. They never leave the application."""
        self._desk.allow(Action.MAKE_RETURN)
        with self._desk.reading() as reading:
            return behind(reading, figure.records)

    def approvers(self) -> list[str]:
        """Who may approve a return, by name."""
        today = self._desk.today()
        with self._desk.reading() as reading:
            people = [p for p in reading.find(Person) if p.in_post_on(today)]
        if self._desk.alone:
            return [self._desk.person.name]
        return sorted(p.name for p in people if p.role is Role.LEAD)

    def send(self, *, made: Return, folder: Path, origin: object | None = None) -> ReturnFiles:
        """Write an approved return into a folder and put it into the register, both or neither.

        Raises Refused where nobody who may has approved it, or another was sent since it was made;
        else what ``write_return`` and ``keep`` raise.
        """
        from caseload.documents.return_files import write_return

        self._desk.allow(Action.MAKE_RETURN)
        if not made.approved_by:
            raise Refused(say("returns.refused.not_approved"))
        with self._desk.reading() as reading:
            staying = texts_that_stay(reading, approver=made.approved_by)
            sent = earlier_returns(reading.find(SentReturn), made.contract.name)
        this_year = [e for e in sent if e.financial_year == made.period.financial_year]
        if tuple(e.period_id for e in this_year) != made.audit.with_earlier:
            raise Refused(say("returns.refused.sent_meanwhile"))
        kept = self.keep(made=made, origin=origin)
        # The register comes first: after a power cut between the two there may be an entry without
        # files, which is harmless, but never files that later returns are not audited with.
        try:
            return write_return(made, folder, staying)
        except BaseException:
            with self._desk.work(Action.MAKE_RETURN, "returns.take_back", origin=origin) as work:
                work.hide(kept)
            raise

    def keep(self, *, made: Return, origin: object | None = None) -> SentReturn:
        """Put a return that is being sent into the register that later ones are audited with."""
        with self._desk.work(Action.MAKE_RETURN, "returns.keep", origin=origin) as work:
            return work.add(
                SentReturn(
                    person_id=self._desk.person.id,
                    contract=made.contract.name,
                    period=made.period.id,
                    made_at=self._desk.now(),
                    published=json_text(published_json(made)),
                    details=json_text(metadata_json(made)),
                )
            )

    def sent(self) -> list[SentReturn]:
        """The register, newest first."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.MAKE_RETURN)
            kept = reading.find(SentReturn)
        return sorted(kept, key=lambda r: (r.made_at, r.id), reverse=True)


def facts_of(reading: Reading) -> list[PersonFacts]:
    """What a return counts, of every client in the store."""
    referrals: dict[RecordId, list[ReferralFacts]] = defaultdict(list)
    for referral in reading.find(Referral):
        referrals[referral.client_id].append(
            ReferralFacts(
                referral_id=referral.id,
                received_on=referral.received_on,
                accepted_on=referral.accepted_on,
            )
        )
    profiles = {p.client_id: p.started_on for p in reading.find(VocationalProfile)}
    jobs: dict[RecordId, list[Job]] = defaultdict(list)
    for job in reading.find(Job):
        jobs[job.client_id].append(job)
    return [
        PersonFacts(
            client_id=client.id,
            born_on=client.born_on,
            gender=client.gender,
            referrals=tuple(referrals[client.id]),
            profile_started_on=profiles.get(client.id),
            jobs=tuple(spell_of(job) for job in jobs[client.id]),
        )
        for client in reading.find(Client)
    ]
