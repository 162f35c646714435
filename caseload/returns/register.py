"""Returns that were sent before, as their readers have them: what a new one is audited with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from caseload.errors import Refused
from caseload.returns.periods import read_period
from caseload.returns.sent import SentReturn
from caseload.returns.tables import MarkerKey
from caseload.words import say


@dataclass(frozen=True)
class EarlierReturn:
    """One sent return: its published.json and its metadata.json."""

    published: Mapping[str, Any]
    details: Mapping[str, Any]

    @property
    def period_id(self) -> str:
        """The period it was made for."""
        return str(self.details["period"]["id"])

    @property
    def financial_year(self) -> str:
        """The financial year it lies in. Raises Refused where the period is none."""
        return read_period(self.period_id).financial_year

    @property
    def marker_key(self) -> MarkerKey:
        """What its marker told its readers."""
        return MarkerKey(self.details["protection"]["marker_key"])

    @property
    def threshold(self) -> int:
        """Counts under this were withheld."""
        return int(self.details["protection"]["threshold"])


def earlier_returns(sent: Iterable[SentReturn], contract: str) -> tuple[EarlierReturn, ...]:
    """The kept returns of one contract, first sent first.

    Raises Refused where one cannot be read: a new return could not be checked with it.
    """
    mine = sorted((s for s in sent if s.contract == contract), key=lambda s: s.made_at)
    return tuple(_read(one) for one in mine)


def _read(sent: SentReturn) -> EarlierReturn:
    try:
        found = EarlierReturn(json.loads(sent.published), json.loads(sent.details))
        _ = found.financial_year, found.marker_key, found.threshold
    except (ValueError, KeyError, TypeError):
        raise Refused(say("returns.refused.earlier_unread", period=sent.period)) from None
    return found
