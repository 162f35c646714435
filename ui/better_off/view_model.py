"""The better-off page: who it is about, what is typed, and the answer to it at every moment."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from caseload.better_off.answer import OfferAnswer
from caseload.better_off.filing import to_json
from caseload.better_off.kept import KeptCalculation
from caseload.better_off.problems import RatesRefused
from caseload.better_off.rate_book import Rates
from caseload.better_off.rent_areas import RentAreas, lies_in_greater_london, rent_areas_of
from caseload.clients.client import Client
from caseload.errors import CaseloadError
from caseload.services.all_services import Services
from caseload.services.better_off import KnownHousehold
from caseload.services.better_off_letters import LetterToMake
from caseload.services.clients import FoundClient
from caseload.values.dates import long_date
from caseload.values.record import RecordId
from caseload.words import say
from ui.attempt import attempt
from ui.background import Runner
from ui.better_off.answers import (
    LETTERS,
    MOST_OFFERS,
    Answers,
    offer_key,
    offers_of,
    with_offer,
    without_offer,
)
from ui.better_off.draft import SumDraft
from ui.better_off.filling import at_first, inputs_of, least_pay
from ui.better_off.outcome import Outcome, work_out
from ui.privacy import names

MOST_HOURS = Decimal(80)


class BetterOffModel(QObject):
    """``set_answer`` as somebody types, ``answered`` after each; ``filled`` when all of it changed.

    ``put`` tells that one field was answered elsewhere on the page, by the plot say.
    """

    filled = Signal()
    answered = Signal()
    put = Signal(str, str)
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self._background = background
        self.rates: Rates | None = None
        self.no_rates = ""
        self.known: KnownHousehold | None = None
        self.answers: dict[str, str] = {}
        self.chosen = 0
        self.outcome: Outcome | None = None
        self._restored = False
        self._kept: tuple[Answers, RecordId] | None = None
        self._least = ""
        self._draft = SumDraft(
            services.drafts,
            background,
            lambda: (self.client_id or "", {"answers": dict(self.answers)}),
        )
        self._draft.refused.connect(self.refused)
        names().changed.connect(self._names_changed)

    # ---- who it is about

    def _names_changed(self, _hidden: bool) -> None:
        self.filled.emit()

    @property
    def client(self) -> Client | None:
        """The client whose record this is filled from; None for somebody at the desk."""
        return None if self.known is None else self.known.client

    @property
    def client_id(self) -> RecordId | None:
        """The client's id."""
        return None if self.client is None else self.client.id

    def name(self) -> str:
        """The client's whole name, or its stand-in; empty where there is no client."""
        return "" if self.client is None else names().client(self.client.name, self.client.id)

    def first_name(self) -> str:
        """How the client is addressed."""
        client = self.client
        return "" if client is None else names().client(client.first_name, client.id)

    def about(self) -> str:
        """Where the fields come from, over them."""
        if self.client is None:
            return say("better_off_page.about_nobody")
        last = None if self.known is None else self.known.last
        if last is None:
            return say("better_off_page.about", name=self.first_name())
        day = long_date(last.made_on)
        return say("better_off_page.about_last", name=self.first_name(), day=day)

    def areas(self) -> RentAreas:
        """The rent areas to offer first, by the client's postcode."""
        return rent_areas_of("" if self.client is None else self.client.postcode)

    def knows_london(self) -> bool:
        """Whether the client's postcode says if the home is in Greater London."""
        postcode = "" if self.client is None else self.client.postcode
        return lies_in_greater_london(postcode) is not None

    def open(self, client_id: RecordId | None) -> None:
        """Fill the page from a client's record, or for somebody without one. Raises Refused."""
        known = None if client_id is None else self.services.better_off.known(client_id)
        self.settle()
        self.known = known
        self._read_rates()
        self._begin(self._draft.get(client_id or ""))

    def choose_client(self, client_id: RecordId) -> None:
        """Say whose sum this is; what is typed already stays, what is empty comes from the record.

        Raises Refused.
        """
        known = self.services.better_off.known(client_id)
        typed = {key: value for key, value in self.answers.items() if value.strip()}
        first = at_first(self.known, self.rates)
        mine = {key: value for key, value in typed.items() if first.get(key) != value}
        self._drop_draft()
        self.known = known
        self.answers = at_first(known, self.rates) | mine
        self._restored = False
        self._kept = None
        self._draft.touch()
        self._fill()

    def start_again(self) -> None:
        """Forget what was typed and begin as the record has it."""
        self._drop_draft()
        self._begin(None)

    def read_again(self) -> None:
        """The client's record changed elsewhere: the name is new, what is typed stays."""
        if self.client_id is not None:
            self.known = self.services.better_off.known(self.client_id)
            self._see_kept()
            self.filled.emit()

    def _see_kept(self) -> None:
        """A letter that was filed brought the very sum that stands here into the record.

        Undone, it is there no longer.
        """
        asked, last = self.letter(), None if self.known is None else self.known.last
        if self._kept is not None and (last is None or last.id != self._kept[1]):
            self._kept = None
            self._draft.touch()
        if asked is not None and last is not None and last.inputs == asked.inputs:
            self._kept = (dict(self.answers), last.id)
            self._drop_draft()

    def search(self, text: str) -> list[FoundClient]:
        """Clients to choose from."""
        try:
            return self.services.clients.search(text, limit=8)
        except CaseloadError:
            return []

    def _read_rates(self) -> None:
        self.rates, self.no_rates = None, ""
        try:
            self.rates = self.services.better_off.rates()
        except RatesRefused as why:
            self.no_rates = why.sentence

    def _begin(self, draft: dict[str, object] | None) -> None:
        self._draft.rest()
        self._kept = None
        self._restored = bool(draft)
        typed = draft.get("answers") if draft else None
        if isinstance(typed, dict):
            self.answers = {str(key): str(value) for key, value in typed.items()}
        else:
            self.answers = at_first(self.known, self.rates)
        self._least = self.answers.get(offer_key(0, "hourly_wage"), "")
        self._fill()

    def _fill(self) -> None:
        self.chosen = min(self.chosen, self.count() - 1)
        self._work_out()
        self.filled.emit()
        self.answered.emit()

    # ---- what is typed

    def set_answer(self, key: str, typed: str) -> None:
        """One field, as it stands after a key."""
        if self.answers.get(key, "") == typed:
            return
        self.answers[key] = typed
        if key == "claimant.age":
            self._follow_age(typed)
        self._draft.touch()
        self._work_out()
        self.answered.emit()

    def _follow_age(self, age: str) -> None:
        """The pay to begin with follows the age, until somebody types another."""
        pay = offer_key(0, "hourly_wage")
        if self.rates is None or self.answers.get(pay, "") != self._least:
            return
        least = least_pay(age, self.rates)
        if least:
            self._least = least[pay]
            self.answers[pay] = self._least
            self.put.emit(pay, self._least)

    def set_hours(self, hours: Decimal) -> None:
        """The hours of the chosen offer, moved on the plot."""
        key = offer_key(self.chosen, "hours_per_week")
        shown = f"{min(MOST_HOURS, max(Decimal(0), hours)).normalize():f}"
        if self.answers.get(key, "") != shown:
            self.put.emit(key, shown)
            self.set_answer(key, shown)

    def count(self) -> int:
        """How many offers."""
        return offers_of(self.answers)

    def letters(self) -> str:
        """The letters of the offers: ``AB`` for two."""
        return LETTERS[: self.count()]

    def choose(self, offer: int) -> None:
        """Type about, and explain, another offer."""
        if offer != self.chosen and offer < self.count():
            self.chosen = offer
            self.filled.emit()
            self.answered.emit()

    def add_offer(self) -> None:
        """One more offer beside the others."""
        if self.count() < MOST_OFFERS:
            self.answers = with_offer(self.answers)
            self.chosen = self.count() - 1
            self._changed_offers()

    def remove_offer(self) -> None:
        """Take the chosen offer away; one always stays."""
        if self.count() > 1:
            self.answers = without_offer(self.answers, self.chosen)
            self.chosen = min(self.chosen, self.count() - 1)
            self._changed_offers()

    def _changed_offers(self) -> None:
        self._draft.touch()
        self._fill()

    def _work_out(self) -> None:
        self.outcome = None if self.rates is None else work_out(self.answers, self.rates)

    # ---- the answer

    def answer(self) -> OfferAnswer | None:
        """The answer to the chosen offer."""
        return None if self.outcome is None else self.outcome.answer(self.chosen)

    def has_answer(self) -> bool:
        """Whether any offer is answered."""
        return self.outcome is not None and self.outcome.answered

    def letter(self) -> LetterToMake | None:
        """What a letter about the offers answered would be made of."""
        outcome = self.outcome
        if outcome is None or outcome.result is None or outcome.read.household is None:
            return None
        offers = tuple(answer.offer for answer in outcome.result.offers)
        return LetterToMake(
            result=outcome.result,
            client_id=self.client_id,
            calculation_id=self._kept_as(),
            inputs=inputs_of(self.answers, outcome.read.household, offers),
        )

    def _kept_as(self) -> RecordId | None:
        if self._kept is None or self._kept[0] != self.answers:
            return None
        return self._kept[1]

    def is_kept(self) -> bool:
        """Whether what is shown is in the record already."""
        return self._kept_as() is not None

    def keep(self) -> None:
        """Add the calculation to the client's record."""
        asked = self.letter()
        if asked is None or asked.client_id is None or self.is_kept():
            return
        typed = dict(self.answers)

        def verb() -> KeptCalculation:
            return self.services.better_off.keep(
                client_id=asked.client_id or "",
                inputs=asked.inputs,
                result=json.dumps(to_json(asked.result), ensure_ascii=False),
                rate_year=asked.result.rates_name,
                origin=self,
            )

        attempt(
            self._background,
            verb,
            lambda kept: self._was_kept(typed, kept),
            lambda why: self.refused.emit(why.sentence),
        )

    def _was_kept(self, typed: dict[str, str], kept: KeptCalculation) -> None:
        if self.known is None or self.client_id != kept.client_id:
            return
        self._kept = (typed, kept.id)
        self.known = replace(self.known, last=kept)
        if typed == self.answers:
            self._drop_draft()
        self.said.emit(say("better_off_page.kept"))
        self.answered.emit()

    # ---- drafts

    @property
    def restored(self) -> bool:
        """Whether what stands here was typed earlier and not kept."""
        return self._restored

    def settle(self) -> None:
        """Keep what is typed now, where something is waiting to be kept."""
        self._draft.settle()

    def _drop_draft(self) -> None:
        self._restored = False
        self._draft.drop()
