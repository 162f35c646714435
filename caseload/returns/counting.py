"""The true counts of one financial year: inside the application only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from caseload.returns.breakdowns import DIMENSIONS
from caseload.returns.facts import PersonFacts
from caseload.returns.measures import MEASURES, Counted, CountingRule
from caseload.returns.periods import quarter_of, read_period
from caseload.returns.reading import Place


def finest_parts(dimension: str, group: str) -> tuple[str, ...]:
    """The parts that a group of any step is made of. A part is its own only part."""
    for step in DIMENSIONS[dimension].ladder:
        for known in step.groups:
            if known.id == group:
                return known.parts
    return (group,)


class Counts:
    """Every measure, by quarter and by the finest parts of each breakdown.

    Whatever is known on ``rule.as_of`` counts; age is taken on the day of the event. All measures
    are counted, because an earlier return may have had some that the contract has no more.
    """

    def __init__(self, facts: Iterable[PersonFacts], rule: CountingRule) -> None:
        self._records: dict[tuple[str, str, str | None, str], list[Counted]] = defaultdict(list)
        for person in facts:
            for name, measure in MEASURES.items():
                for one in measure.events(person, rule):
                    quarter = quarter_of(one.on)
                    self._records[name, quarter, None, ""].append(one)
                    for dimension in DIMENSIONS.values():
                        part = dimension.part_of(person, one.on)
                        self._records[name, quarter, dimension.id, part].append(one)

    def records(
        self, measure: str, quarters: Iterable[str], dimension: str | None, parts: Iterable[str]
    ) -> tuple[Counted, ...]:
        """What was counted there, by day and then by client. No dimension: everyone."""
        found: list[Counted] = []
        for key in _keys(measure, quarters, dimension, parts):
            found += self._records.get(key, ())
        return tuple(sorted(found, key=lambda c: (c.on, c.client_id, c.job_id or "")))

    def number(
        self, measure: str, quarters: Iterable[str], dimension: str | None, parts: Iterable[str]
    ) -> int:
        """How many were counted there."""
        keys = _keys(measure, quarters, dimension, parts)
        return sum(len(self._records.get(key, ())) for key in keys)

    def at(self, place: Place) -> int:
        """The true count of a place in the published files."""
        quarters = {q for period in place.periods for q in read_period(period).quarters}
        parts: set[str] = set()
        if place.dimension is not None:
            for group in place.parts:
                parts |= set(finest_parts(place.dimension, group))
        return self.number(place.measure, quarters, place.dimension, parts)


def _keys(
    measure: str, quarters: Iterable[str], dimension: str | None, parts: Iterable[str]
) -> list[tuple[str, str, str | None, str]]:
    wanted = tuple(parts) if dimension is not None else ("",)
    return [(measure, quarter, dimension, part) for quarter in quarters for part in wanted]
