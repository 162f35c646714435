"""The referral in hand: its draft, who looks like the same person, and saving it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from caseload.allocation.place import CaseloadCount
from caseload.clients.client import Client
from caseload.clients.safety import SafetyKind
from caseload.errors import CaseloadError, FieldsRefused
from caseload.referrals import Pathway, Referral, ReferralState
from caseload.services.all_services import Services
from caseload.services.clients import checked
from caseload.values.dates import clock_time, long_date
from caseload.words import say
from ui.attempt import attempt, problems_of
from ui.background import Runner
from ui.privacy import names
from ui.referrals.answers import ReferralAnswers

FORM = "new_referral"


@dataclass(frozen=True)
class LookAlike:
    """Somebody on record who may be the same person. ``is_open``: supported or waiting now."""

    client: Client
    standing: str
    is_open: bool


class ReferralModel(QObject):
    """``begun`` tells that the form is to be filled, ``kept`` that the draft lies safe.

    ``look_alikes`` carries those who may be the same person, before anything is saved; ``refused``
    sentences by field; ``saved`` the client who waits now.
    """

    begun = Signal()
    kept = Signal(str)
    look_alikes = Signal(object)
    refused = Signal(object)
    saved = Signal(object)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self._background = background
        self.answers = ReferralAnswers()
        self.has_draft = False

    @property
    def today(self) -> date:
        """The day at this computer."""
        return self.services.today.day()

    def begin(self) -> None:
        """Fill the form with the draft, or start with today."""
        draft = self.services.drafts.get(form=FORM)
        self.has_draft = draft is not None
        today = self.today
        fresh = ReferralAnswers(received_on=f"{today.day} {today.month} {today.year}")
        self.answers = fresh if draft is None else ReferralAnswers.from_draft(draft)
        self.begun.emit()

    def count(self) -> CaseloadCount:
        """How full this person's caseload is."""
        return self.services.allocation.count()

    # ---- draft

    def keep(self, answers: ReferralAnswers) -> None:
        """Keep what is typed now."""
        self.answers = answers
        attempt(
            self._background,
            lambda: self.services.drafts.keep(form=FORM, content=answers.as_draft()),
            self._draft_kept,
            lambda why: self.kept.emit(why.sentence),
        )

    def _draft_kept(self, at: datetime) -> None:
        self.has_draft = True
        self.kept.emit(say("referral_page.draft_kept", time=clock_time(at.time())))

    def discard(self) -> None:
        """Throw the draft away, on purpose."""
        attempt(
            self._background,
            lambda: self.services.drafts.drop(form=FORM),
            lambda _none: self.begin(),
            lambda why: self.kept.emit(why.sentence),
        )

    # ---- saving

    def submit(self, answers: ReferralAnswers) -> None:
        """Check what was typed; then save it, or first ask about those who look alike."""
        self.answers = answers
        problems = answers.problems()
        client = answers.client()
        try:
            client = checked(client, self.today)
        except FieldsRefused as why:
            problems = why.problems | problems
        if problems:
            self.refused.emit(problems)
            return
        alike = self.services.clients.look_alikes(client)
        if alike:
            self.look_alikes.emit([self._known(one) for one in alike])
        else:
            self.save(client)

    def _known(self, client: Client) -> LookAlike:
        referral = self.services.referrals.current(client.id)
        state = referral.state if referral is not None else None
        day = _day_of(referral)
        words = say(f"referral_page.standing.{state or 'none'}", day=long_date(day) if day else "")
        is_open = state in (ReferralState.OPEN, ReferralState.WAITING)
        return LookAlike(client, words, is_open)

    def save_new(self) -> None:
        """It is a new person after all."""
        self.save(checked(self.answers.client(), self.today))

    def save(self, client: Client, *, known: bool = False) -> None:
        """Write the referral down; the client waits from the day it came. ``known``: the person is
        on record, and the details there stay as they are.
        """
        answers = self.answers
        received = answers.day("received_on") or self.today

        def receive() -> Referral:
            referral = self.services.referrals.receive(
                client=client,
                received_on=received,
                source=answers.source,
                referrer=answers.referrer,
                pathway=Pathway(answers.pathway),
                safety=answers.safety,
                safety_kind=SafetyKind(answers.safety_kind),
                no_message=answers.no_message,
                no_post=answers.no_post,
                consents=answers.answered(),
                consent_how=answers.consent_how,
                known_client=known,
                origin=self,
            )
            self.services.drafts.drop(form=FORM)
            return referral

        attempt(self._background, receive, lambda _kept: self.saved.emit(client), self._not_saved)

    def _not_saved(self, why: CaseloadError) -> None:
        self.refused.emit(problems_of(why))

    # ---- words

    def name(self, client: Client) -> str:
        """A client's name, unless names are hidden."""
        return names().client(client.name, client.id)

    def first(self, client: Client) -> str:
        """How a client is addressed, unless names are hidden."""
        return names().client(client.first_name, client.id)

    def compared(self, client: Client) -> dict[str, str]:
        """What tells two people apart, by field, in words."""
        nothing = say("referral_page.compare.nothing")
        shown = names()
        facts = {
            "name": shown.client(client.name, client.id),
            "born_on": shown.born(client.born_on),
            "nhs_number": shown.nhs_number(client.nhs_number or ""),
            "postcode": shown.address(client.postcode),
            "telephone": shown.telephone(client.telephone),
        }
        return {name: words or nothing for name, words in facts.items()}

    def typed_client(self) -> Client:
        """The client as typed, with tidy numbers, for the comparison."""
        client = self.answers.client()
        try:
            return checked(client, self.today)
        except FieldsRefused:
            return client


def _day_of(referral: Referral | None) -> date | None:
    if referral is None:
        return None
    match referral.state:
        case ReferralState.WAITING:
            return referral.waiting_since
        case ReferralState.OPEN:
            return referral.accepted_on
        case ReferralState.CLOSED:
            return referral.closed_on
    return referral.declined_on
