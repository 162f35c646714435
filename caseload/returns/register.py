"""Returns that were sent before, as their readers have them: what a new one is audited with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from caseload.returns.sent import SentReturn
from caseload.returns.tables import MarkerKey


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
    def marker_key(self) -> MarkerKey:
        """What its marker told its readers."""
        return MarkerKey(self.details["protection"]["marker_key"])

    @property
    def threshold(self) -> int:
        """Counts under this were withheld."""
        return int(self.details["protection"]["threshold"])


def earlier_returns(sent: Iterable[SentReturn], contract: str) -> tuple[EarlierReturn, ...]:
    """The kept returns of one contract, first sent first."""
    mine = sorted((s for s in sent if s.contract == contract), key=lambda s: s.made_at)
    return tuple(EarlierReturn(json.loads(s.published), json.loads(s.details)) for s in mine)
