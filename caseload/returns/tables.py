"""A finished return as the application holds it: what is shown, and beside it what never leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caseload.returns.breakdowns import TOTAL
from caseload.returns.contracts import Contract, LadderSteps
from caseload.returns.measures import MEASURES, Counted, Measure
from caseload.returns.periods import Period
from caseload.words import say

MARKER = "c"
"""The one mark of every withheld figure, small or not. Source: RULES R3."""


class MarkerKey(StrEnum):
    """What the marker says to a reader, in the whole of one return."""

    SMALL = "small"
    """Fewer than the threshold, zero included: nothing else is withheld."""
    ANY = "any"
    """Any number, zero included: some figures are withheld to protect others."""


class Why(StrEnum):
    """Why a figure is withheld. Inside only: a reason would tell a reader which figure is small."""

    SMALL = "small"
    PARTNER = "partner"
    TABLE = "table"
    AS_SENT = "as_sent"


@dataclass(frozen=True)
class Candidates:
    """The whole numbers that a reader can think possible for a figure, from all that was sent.

    From ``lowest`` to ``highest``, both possible; ``highest`` is None where nothing bounds it.
    ``impossible`` are those between that are not; ``count`` is None where nothing bounds it.
    """

    lowest: int
    highest: int | None
    impossible: tuple[int, ...] = ()

    @property
    def count(self) -> int | None:
        """How many numbers are possible."""
        if self.highest is None:
            return None
        return self.highest - self.lowest + 1 - len(self.impossible)

    def at_least(self, needed: int) -> bool:
        """Whether so many numbers or more are possible."""
        return self.count is None or self.count >= needed

    def __contains__(self, number: int) -> bool:
        """Whether a reader can think this number possible."""
        below = self.highest is None or number <= self.highest
        return self.lowest <= number and below and number not in self.impossible


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of a table. Only ``group`` and ``value`` ever leave.

    ``value`` None is withheld. ``truth`` is the count in the record; ``records`` are what was
    counted. ``changed`` marks a figure sent before that the record no longer agrees with.
    """

    group: str
    truth: int = field(repr=False)
    value: int | None
    why: Why | None
    candidates: Candidates
    records: tuple[Counted, ...] = field(repr=False)
    changed: bool = False

    @property
    def shown(self) -> str:
        """As a reader sees it."""
        return MARKER if self.value is None else str(self.value)

    @property
    def is_total(self) -> bool:
        """Whether this is the table's total."""
        return self.group == TOTAL


@dataclass(frozen=True, kw_only=True)
class Table:
    """A measure by one breakdown at one step of its ladder; the total stands last.

    ``dimension`` None is a total alone, of a contract without breakdowns.
    """

    id: str
    measure_id: str
    dimension: str | None
    step: str
    figures: tuple[Figure, ...]

    @property
    def measure(self) -> Measure:
        """What the table counts."""
        return MEASURES[self.measure_id]

    @property
    def total(self) -> Figure:
        """The figure for everyone."""
        return self.figures[-1]

    @property
    def withheld(self) -> int:
        """How many figures are withheld, the total included."""
        return sum(figure.value is None for figure in self.figures)


@dataclass(frozen=True)
class Audit:
    """The audit that passed; without it there is no return.

    ``figures`` were checked, those shown and those a reader could work out; ``narrowest`` is the
    fewest numbers left possible for any of them (None: nothing is bounded). ``with_earlier`` are
    the periods of the earlier returns it was checked with, ``insiders`` how often somebody alone
    in a figure was imagined reading. The last stays inside.
    """

    figures: int
    narrowest: int | None
    with_earlier: tuple[str, ...]
    insiders: int = field(repr=False, default=0)


@dataclass(frozen=True, kw_only=True)
class Return:
    """A return that may be written: protected, audited and passed.

    ``ladder`` holds the steps that stand for the financial year from now on, and ``since`` the
    period with which each was first used: both are to be kept for the year. ``hierarchies`` say
    how groups are made up where a reader meets a breakdown at several steps.
    """

    contract: Contract
    period: Period
    made_on: date
    tables: tuple[Table, ...]
    marker_key: MarkerKey
    audit: Audit
    ladder: LadderSteps
    since: Mapping[str, Mapping[str, str]]
    hierarchies: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    sent_before: bool = False
    approved_by: str = ""
    approved_on: date | None = None
    made_up: bool = False

    @property
    def key_words(self) -> str:
        """What the marker means, as it stands in every file."""
        return say(f"returns.key.{self.marker_key}", most=self.contract.threshold.value - 1)

    def table(self, measure: str, dimension: str | None) -> Table:
        """The table of a measure by a breakdown. Raises KeyError."""
        found = {(t.measure_id, t.dimension): t for t in self.tables}
        return found[measure, dimension]


def why_withheld(made: Return, figure: Figure) -> str:
    """In words, for the screen only: why a figure is withheld and what a reader can tell."""
    if figure.why is None:
        return ""
    reason = say(f"returns.why.{figure.why}", least=made.contract.threshold.value)
    reader = figure.candidates
    if reader.highest is None:
        return f"{reason} {say('returns.why.reader_open', lowest=reader.lowest)}"
    told = say("returns.why.reader", lowest=reader.lowest, highest=reader.highest)
    return f"{reason} {told}"
