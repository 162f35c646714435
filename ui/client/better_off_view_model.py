"""Sums and letters on the client's record, as words; a letter again as the very bytes it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from caseload.better_off.answer import BetterOff, OfferAnswer
from caseload.better_off.filing import from_json
from caseload.better_off.kept import KeptCalculation
from caseload.letters.offer_labels import labels_of
from caseload.people.roles import Action
from caseload.services.letters import LetterLine
from caseload.values.dates import long_date
from caseload.values.money import pounds
from caseload.values.record import RecordId
from caseload.words import say
from ui.client.view_model import ClientViewModel


@dataclass(frozen=True)
class SumWords:
    """A calculation: when, with which rates, and a line an offer."""

    when: str
    offers: tuple[str, ...]


class BetterOffViewModel:
    """Reads what was filed for the client in sight."""

    def __init__(self, model: ClientViewModel) -> None:
        self.model = model
        self.letters: list[LetterLine] = []
        self.sums: list[SumWords] = []

    def read(self) -> None:
        """Read letters and calculations, newest first."""
        services, client_id = self.model.services, self.model.client_id
        self.letters = services.letters.of_client(client_id)
        self.sums = [sum_words(kept) for kept in services.better_off.of_client(client_id)]

    def may_open(self) -> bool:
        """Whether this person may look at the pages of a letter."""
        return self.model.may(Action.PRINT_LETTER)

    def letter_words(self, letter: LetterLine) -> tuple[str, str]:
        """Title, and when it was made and printed."""
        made = say("client_better_off.made", day=long_date(letter.made_on))
        if letter.printed_on is not None:
            made = say(
                "client_better_off.made_and_printed",
                made=made,
                day=long_date(letter.printed_on),
            )
        return self.model.text(letter.title), made

    def pages(self, letter_id: RecordId) -> bytes:
        """The letter's own bytes. Raises what the service raises."""
        return self.model.services.letters.pdf(letter_id)

    def was_printed(self, letter_id: RecordId, done: Callable[[], None]) -> None:
        """Write down that a letter was printed again."""
        services, model = self.model.services, self.model
        model.do(
            lambda: services.letters.printed(letter_id=letter_id, origin=model),
            lambda _letter: done(),
        )


def sum_words(kept: KeptCalculation) -> SumWords:
    """A calculation in words; one filed in a form not known here still shows its day."""
    when = say("client_better_off.sum", day=long_date(kept.made_on), rates=kept.rate_year)
    try:
        answer = from_json(json.loads(kept.result))
    except (ValueError, KeyError, TypeError):
        return SumWords(when, ())
    return SumWords(when, tuple(_offers(answer)))


def _offers(answer: BetterOff) -> list[str]:
    labels = labels_of([each.offer for each in answer.offers])
    return [
        say("client_better_off.offer", offer=label.head.replace("\n", ", "), answer=_told(each))
        for label, each in zip(labels, answer.offers, strict=True)
    ]


def _told(each: OfferAnswer) -> str:
    amount = each.better_off_week
    if amount == 0:
        return say("client_better_off.same")
    key = "better" if amount > 0 else "worse"
    return say(f"client_better_off.{key}", amount=pounds(abs(amount)))
