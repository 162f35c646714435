"""Verbs about referrals: receiving one, who is waiting, and declining for the client's reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from caseload.clients.client import Client
from caseload.clients.consent import Consent
from caseload.clients.safety import SafetyKind, SafetyLine
from caseload.errors import FieldsRefused, Refused
from caseload.people.roles import Action
from caseload.referrals import Pathway, Referral, ReferralState, waiting_order
from caseload.services.clients import checked
from caseload.services.desk import Desk
from caseload.store.unit_of_work import Reading
from caseload.values.code_lists import codes
from caseload.values.record import RecordId
from caseload.words import say


@dataclass(frozen=True)
class Waiting:
    """One line of the waiting list, in the order of who is next."""

    referral: Referral
    client_name: str
    days: int


class Referrals:
    """What a person may do with referrals."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def receive(
        self,
        *,
        client: Client,
        received_on: date,
        source: str,
        referrer: str = "",
        pathway: Pathway = Pathway.FINDING_WORK,
        safety: str = "",
        safety_kind: SafetyKind = SafetyKind.RISK,
        no_message: bool = False,
        no_post: bool = False,
        consents: Mapping[str, bool] | None = None,
        consent_how: str = "",
        known_client: bool = False,
        origin: object | None = None,
    ) -> Referral:
        """Write down a referral; the client waits from ``received_on`` on.

        ``known_client``: the person is on record already and is referred again. A safety line given
        here stands in the header from the start. ``consents`` are the answers that came with the
        referral, purpose to given or not; 'disclosure' needs agreed words and is asked later.
        Raises FieldsRefused.
        """
        today = self._desk.today()
        asked = consents or {}
        problems = _consent_problems(asked, consent_how)
        if received_on > today:
            problems["received_on"] = say("referrals.received_in_future")
        if source not in codes("source_of_referral"):
            problems["source"] = say("clients.choose_from_list")
        tidy = client
        try:
            tidy = client if known_client else checked(client, today)
        except FieldsRefused as refused:
            problems = refused.problems | problems
        if problems:
            raise FieldsRefused(problems)
        with self._desk.work(Action.ENTER_REFERRAL, "referrals.receive", origin=origin) as work:
            if known_client:
                _refuse_if_open(work, client)
            else:
                work.add(tidy)
            if safety.strip():
                work.add(
                    SafetyLine(
                        client_id=client.id,
                        kind=safety_kind,
                        words=safety.strip(),
                        no_message=no_message,
                        no_post=no_post,
                        reviewed_on=today,
                        recorded_by=self._desk.person.id,
                    )
                )
            for purpose, given in asked.items():
                work.add(
                    Consent(
                        client_id=client.id,
                        purpose=purpose,
                        given=given,
                        given_on=received_on,
                        how=consent_how.strip(),
                        recorded_by=self._desk.person.id,
                    )
                )
            return work.add(
                Referral(
                    client_id=client.id,
                    received_on=received_on,
                    source=source,
                    referrer=referrer.strip(),
                    pathway=pathway,
                    employed_at_referral=pathway is Pathway.KEEPING_WORK,
                )
            )

    def decline(
        self,
        *,
        referral: Referral,
        reason: str,
        on: date | None = None,
        origin: object | None = None,
    ) -> Referral:
        """End a referral that was never accepted, for a reason that is the client's or a fact.

        Zero exclusion: the list of reasons holds nothing that judges readiness.
        """
        if reason not in codes("decline_reason"):
            raise FieldsRefused({"reason": say("clients.choose_from_list")})
        if referral.state is not ReferralState.WAITING:
            raise Refused(say("referrals.not_waiting"))
        with self._desk.work(Action.ENTER_REFERRAL, "referrals.decline", origin=origin) as work:
            return work.change(
                replace(referral, declined_on=on or self._desk.today(), decline_reason=reason)
            )

    def waiting_list(self) -> list[Waiting]:
        """Everyone who waits, who is next first. Days are counted to today."""
        with self._desk.reading() as reading:
            return waiting(reading, self._desk.today())

    def current(self, client_id: RecordId) -> Referral | None:
        """The client's newest referral."""
        with self._desk.reading() as reading:
            return newest_referral(reading, client_id)


def waiting(reading: Reading, today: date) -> list[Waiting]:
    """The waiting list at one moment."""
    referrals = [
        r
        for r in reading.find(Referral, declined_on=None, closed_on=None)
        if r.state is ReferralState.WAITING
    ]
    ids = {r.client_id for r in referrals}
    names = {c.id: c.name for c in reading.find(Client, id=ids)} if ids else {}
    return [
        Waiting(r, names.get(r.client_id, ""), (today - r.waiting_since).days)
        for r in sorted(referrals, key=waiting_order)
    ]


def newest_referral(reading: Reading, client_id: RecordId) -> Referral | None:
    """The client's newest referral, whatever its state."""
    found = reading.find(Referral, client_id=client_id)
    return max(found, key=lambda r: (r.received_on, r.version, r.id), default=None)


def _refuse_if_open(reading: Reading, client: Client) -> None:
    newest = newest_referral(reading, client.id)
    if newest and newest.state in (ReferralState.OPEN, ReferralState.WAITING):
        raise Refused(say("referrals.already_open", name=client.name))


def _consent_problems(asked: Mapping[str, bool], how: str) -> dict[str, str]:
    problems = {}
    if asked and not how.strip():
        problems["consent_how"] = say("clients.consent_how")
    if asked.get("disclosure"):
        problems["consents"] = say("clients.disclosure_words")
    elif not asked.keys() <= codes("consent_purpose").keys():
        problems["consents"] = say("clients.choose_from_list")
    return problems
