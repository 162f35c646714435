"""Consent by purpose, as words: how each stands, since when, and how the answer was given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from caseload.clients.consent import Consent, Standing, newest, standing
from caseload.people.roles import Action
from caseload.values.code_lists import codes
from caseload.values.dates import long_date
from caseload.words import say
from ui.client.view_model import ClientViewModel, Problems

FIRST = ("service", "clinical_team", "gp", "employer", "disclosure", "dwp", "letter")
"""What is asked for every day stands first; the others follow in the list's own order."""

HOW = ("in_person", "on_paper", "telephone", "video", "writing")
"""How an answer was given."""


@dataclass(frozen=True)
class PurposeWords:
    """One purpose as the list shows it. ``words`` are the agreed ones."""

    purpose: str
    name: str
    standing: Standing
    detail: str
    words: str


class ConsentViewModel:
    """Reads the answers of the client in sight."""

    def __init__(self, model: ClientViewModel) -> None:
        self.model = model
        self._answers: list[Consent] = []

    def read(self) -> None:
        """Read every answer."""
        self._answers = self.model.services.clients.consents(self.model.client_id)

    def may_write(self) -> bool:
        """Whether this person may record answers."""
        return self.model.may(Action.WRITE_CLIENT)

    def purposes(self) -> list[PurposeWords]:
        """Every purpose in its order."""
        named = codes("consent_purpose")
        order = [*FIRST, *(code for code in named if code not in FIRST)]
        return [self._purpose(code, named[code]) for code in order]

    def _purpose(self, code: str, name: str) -> PurposeWords:
        today = self.model.today
        stood = standing(self._answers, code, today)
        answer = newest(self._answers, code, today)
        return PurposeWords(
            code,
            name,
            stood,
            _detail(answer, stood),
            self.model.text(answer.words) if answer and stood is not Standing.WITHDRAWN else "",
        )

    def words_before(self, purpose: str) -> str:
        """The agreed words as they stand now, to begin with."""
        answer = newest(self._answers, purpose, self.model.today)
        return answer.words if answer else ""

    def record(
        self,
        purpose: str,
        *,
        given: bool,
        how: str,
        on: date,
        words: str,
        done: Callable[[], None],
        refused: Callable[[Problems], None],
    ) -> None:
        """Write down an answer."""
        services, model = self.model.services, self.model
        model.do(
            lambda: services.clients.record_consent(
                client_id=model.client_id,
                purpose=purpose,
                given=given,
                how=how,
                on=on,
                words=words,
                origin=model,
            ),
            lambda _kept: done(),
            refused,
            saying=say("client_consent.was_recorded"),
        )

    def withdraw(self, purpose: str, on: date, done: Callable[[], None]) -> None:
        """The client takes it back."""
        services, model = self.model.services, self.model
        model.do(
            lambda: services.clients.withdraw_consent(
                client_id=model.client_id, purpose=purpose, on=on, origin=model
            ),
            lambda _kept: done(),
            saying=say("client_consent.was_withdrawn"),
        )


def _detail(answer: Consent | None, stood: Standing) -> str:
    if answer is None:
        return say("client_consent.not_asked")
    day, how = long_date(answer.given_on), answer.how
    if not answer.given:
        return say("client_consent.said_no", day=day, how=how)
    if stood is Standing.WITHDRAWN and answer.withdrawn_on is not None:
        return say("client_consent.taken_back", day=day, back=long_date(answer.withdrawn_on))
    if stood is Standing.ASK_AGAIN:
        return say("client_consent.old", day=day, how=how)
    return say("client_consent.said_yes", day=day, how=how)
