"""A draft of linked tables: which step each stands at and what is withheld, before the audit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import log2

from caseload.returns.as_sent import AsSent, Spot, TableName, total_of
from caseload.returns.breakdowns import DIMENSIONS, NOT_BROKEN_DOWN
from caseload.returns.counting import Counts, finest_parts
from caseload.returns.measures import Counted
from caseload.returns.periods import Period
from caseload.returns.published import ShownTable, rounded
from caseload.returns.tables import MarkerKey, Why

TOTAL_WEIGHT = 1000
"""How much dearer it is to withhold a total than a group of the same size. Source: RULES R6."""


@dataclass(frozen=True)
class Draft:
    """Tables of linked measures, protected so far by the threshold, rounding and ``partners``.

    ``steps`` are by measure and dimension. ``blank`` measures are withheld whole.
    """

    counts: Counts
    period: Period
    threshold: int
    as_sent: AsSent
    steps: Mapping[TableName, str]
    partners: frozenset[Spot] = frozenset()
    blank: frozenset[str] = frozenset()

    @property
    def measures(self) -> list[str]:
        """The measures, in the order of the contract."""
        return list(dict.fromkeys(measure for measure, _ in self.steps))

    def spots(self, measure: str, dimension: str) -> list[Spot]:
        """The figures of a table, its total last."""
        groups: list[str] = []
        if dimension:
            step = DIMENSIONS[dimension].step(self.steps[measure, dimension])
            groups = [group.id for group in step.groups]
        return [Spot(measure, dimension, group) for group in groups] + [total_of(measure)]

    def records(self, spot: Spot) -> tuple[Counted, ...]:
        """What is counted there."""
        return self.counts.records(*self._at(spot))

    def count(self, spot: Spot) -> int:
        """The true count."""
        return self.counts.number(*self._at(spot))

    def _at(self, spot: Spot) -> tuple[str, tuple[str, ...], str | None, tuple[str, ...]]:
        parts = finest_parts(spot.dimension, spot.group) if spot.dimension else ()
        return spot.measure, self.period.quarters, spot.dimension or None, parts

    def value(self, spot: Spot) -> int | None:
        """The figure as it is shown; None is withheld."""
        if spot in self.as_sent.values:
            return self.as_sent.values[spot]
        return None if self.why(spot) is not None else rounded(self.count(spot))

    def why(self, spot: Spot) -> Why | None:
        """Why a figure is withheld; None where it is shown."""
        if spot in self.as_sent.values:
            if self.as_sent.values[spot] is not None:
                return None
            return Why.SMALL if self._small(spot) else Why.AS_SENT
        if self._small(spot):
            return Why.SMALL
        if spot.measure in self.blank:
            return Why.TABLE
        return Why.PARTNER if spot in self.partners else None

    def _small(self, spot: Spot) -> bool:
        return self.count(spot) < self.threshold

    @property
    def marker_key(self) -> MarkerKey:
        """'Any number' as soon as one figure is withheld that is not small."""
        spots = {spot for table in self.steps for spot in self.spots(*table)}
        small = all(self._small(spot) for spot in spots if self.value(spot) is None)
        return MarkerKey.SMALL if small else MarkerKey.ANY

    def table(self, measure: str, dimension: str) -> ShownTable:
        """A table as it is shown."""
        figures = ((spot.group, self.value(spot)) for spot in self.spots(measure, dimension))
        return ShownTable(measure, dimension or None, tuple(figures))

    def may_be_partners(self, *, totals: bool) -> list[Spot]:
        """Figures that could be withheld to protect others, the lightest first."""
        spots = {
            spot
            for table in self.steps
            for spot in self.spots(*table)
            if spot not in self.as_sent.values and self.why(spot) is None
        }
        chosen = (spot for spot in spots if totals or spot.dimension)
        return sorted(chosen, key=lambda spot: (self.weight(spot), spot))

    def weight(self, spot: Spot) -> float:
        """How much is lost by withholding a figure. Source: RULES R6."""
        return (1 if spot.dimension else TOTAL_WEIGHT) * (1 + log2(1 + self.count(spot)))

    def with_partners(self, spots: Iterable[Spot]) -> Draft:
        """The same draft with these figures withheld too."""
        return replace(self, partners=self.partners | set(spots))

    def without_partner(self, spot: Spot) -> Draft:
        """The same draft with this figure shown again."""
        return replace(self, partners=self.partners - {spot})

    def withheld_whole(self, measures: Iterable[str]) -> Draft:
        """The same draft with these measures withheld altogether."""
        return replace(self, blank=self.blank | set(measures), partners=frozenset())

    def coarser(self, measure: str, dimension: str) -> Draft | None:
        """One table a step further down its ladder; None at its end or where it was sent so."""
        if (measure, dimension) in self.as_sent.steps or not dimension:
            return None
        ladder = DIMENSIONS[dimension].ladder
        place = DIMENSIONS[dimension].place(self.steps[measure, dimension]) + 1
        if place >= len(ladder):
            return None
        steps = {**self.steps, (measure, dimension): ladder[place].id}
        return replace(self, steps=steps, partners=frozenset())

    def too_sparse(self, measure: str, dimension: str) -> bool:
        """Whether a table needs a coarser step by rule R7.

        It does with fewer than 5 people a group on average, or more than 30 % of its figures
        withheld. A measure that is small altogether is withheld at any step, so it asks for none.
        """
        spots = self.spots(measure, dimension)
        if self.steps.get((measure, dimension)) in {None, NOT_BROKEN_DOWN}:
            return False
        if self.count(spots[-1]) < self.threshold:
            return False
        withheld = sum(self.value(spot) is None for spot in spots)
        few = self.count(spots[-1]) < 5 * (len(spots) - 1)
        return few or 10 * withheld > 3 * len(spots)
