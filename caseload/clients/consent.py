"""Consent by purpose: what the client agreed to, when, how, and whether it still stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseload.values.record import Record, RecordId


class Standing(StrEnum):
    """How a purpose stands for a client today."""

    GIVEN = "given"
    AGREED_WORDS = "agreed_words"
    ASK_AGAIN = "ask_again"
    NOT_GIVEN = "not_given"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Consent(Record):
    """One answer for one purpose (code list ``consent_purpose``).

    ``words`` hold what may be said, word for word, for the purpose 'disclosure'. A consent stands
    from ``given_on`` until, not including, ``withdrawn_on``.
    """

    client_id: RecordId
    purpose: str
    given: bool
    given_on: date
    how: str
    recorded_by: RecordId
    words: str = ""
    withdrawn_on: date | None = None


def newest(consents: Iterable[Consent], purpose: str, day: date) -> Consent | None:
    """The answer that counts on ``day``: the latest one given for this purpose by then."""
    answers = [c for c in consents if c.purpose == purpose and c.given_on <= day and not c.hidden]
    return max(answers, key=lambda c: c.given_on, default=None)


def stands(consents: Iterable[Consent], purpose: str, day: date) -> bool:
    """Whether the client's consent for ``purpose`` stands on ``day``.

    Source: DOMAIN rule 2. Silence is no consent.
    """
    answer = newest(consents, purpose, day)
    if answer is None or not answer.given:
        return False
    return answer.withdrawn_on is None or day < answer.withdrawn_on


def standing(consents: Iterable[Consent], purpose: str, day: date) -> Standing:
    """The word that a screen shows for ``purpose``; older than a year says 'ask again'."""
    kept = list(consents)
    answer = newest(kept, purpose, day)
    if answer is None or not answer.given:
        return Standing.NOT_GIVEN
    if not stands(kept, purpose, day):
        return Standing.WITHDRAWN
    if (day - answer.given_on).days > 365:
        return Standing.ASK_AGAIN
    return Standing.AGREED_WORDS if purpose == "disclosure" else Standing.GIVEN
