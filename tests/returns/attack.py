"""A reader who attacks returns, written apart from the audit: it tries every table there is.

One measure, tables of one breakdown each, figures rounded to the nearest 5 and a marker. For every
group all rows of quarters that agree with its figures are listed; rows of groups are added up to
all totals they can have; only totals that agree with the published ones, and that every breakdown
can have, are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

Row = tuple[int, ...]


class At(NamedTuple):
    """A published figure."""

    period: str
    dimension: str
    group: str


class Reader:
    """Everything that can be worked out about one measure from (published.json, key) pairs."""

    def __init__(
        self, sent: Sequence[tuple[Mapping[str, Any], str]], measure: str, *, most: int = 130
    ) -> None:
        self.most = most
        adds_up: dict[str, list[str]] = {}
        for published, _ in sent:
            adds_up |= published["periods"]
        tables = [(t, key) for p, key in sent for t in p["tables"] if t["measure"] == measure]
        self.quarters = sorted(
            {q for t, _ in tables for q in adds_up.get(t["period"], [t["period"]])}
        )
        self.inside = {
            t["period"]: [q in adds_up.get(t["period"], [t["period"]]) for q in self.quarters]
            for t, _ in tables
        }
        self.limits: dict[At, tuple[int, int]] = {}
        self.withheld: set[At] = set()
        for table, key in tables:
            (dimension,) = table["dims"]
            for cell in table["cells"]:
                group = cell["key"][dimension]
                at = At(table["period"], "" if group == "Total" else dimension, group)
                self._see(at, cell, key)

    def _see(self, at: At, cell: Mapping[str, Any], key: str) -> None:
        if cell.get("status") == "suppressed":
            self.withheld.add(at)
            low, high = 0, 4 if key == "small" else self.most
        else:
            low, high = max(cell["value"] - 2, 5), cell["value"] + 2
        before = self.limits.get(at, (low, high))
        self.limits[at] = (max(low, before[0]), min(high, before[1]))

    def _rows(self, dimension: str, group: str) -> list[Row]:
        """Every row of quarters that agrees with this group's own figures."""
        mine = [(at, limits) for at, limits in self.limits.items() if at[1:] == (dimension, group)]
        most = [
            min((h for at, (_, h) in mine if self.inside[at.period][n]), default=self.most)
            for n in range(len(self.quarters))
        ]
        rows = product(*(range(m + 1) for m in most))
        return [
            r for r in rows if all(low <= self._over(at, r) <= high for at, (low, high) in mine)
        ]

    def _over(self, at: At, row: Row) -> int:
        return sum(n for n, inside in zip(row, self.inside[at.period], strict=True) if inside)

    def possible(self) -> dict[At, set[int]]:
        """For every published figure the numbers that it can be."""
        groups: dict[str, list[str]] = {}
        for at in self.limits:
            if at.dimension:
                names = groups.setdefault(at.dimension, [])
                if at.group not in names:
                    names.append(at.group)
        rows = {(d, g): self._rows(d, g) for d, names in groups.items() for g in names}
        totals = set(self._rows("", "Total"))
        for dimension, names in groups.items():
            totals &= _added([rows[dimension, g] for g in names], self._most_total())
        found: dict[At, set[int]] = {
            at: {self._over(at, t) for t in totals} for at in self.limits if not at.dimension
        }
        for dimension, names in groups.items():
            for group in names:
                others = [rows[dimension, g] for g in names if g != group]
                rest = _added(others, self._most_total()) if others else {(0,) * len(self.quarters)}
                fits = [
                    row
                    for row in rows[dimension, group]
                    if any(_plus(row, r) in totals for r in rest)
                ]
                for at in self.limits:
                    if at[1:] == (dimension, group):
                        found[at] = {self._over(at, row) for row in fits}
        return found

    def _most_total(self) -> Row:
        return tuple(
            min(
                (
                    h
                    for at, (_, h) in self.limits.items()
                    if not at.dimension and self.inside[at.period][n]
                ),
                default=self.most,
            )
            for n in range(len(self.quarters))
        )


def _plus(one: Row, other: Row) -> Row:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _added(choices: Sequence[Iterable[Row]], most: Row) -> set[Row]:
    """All the totals, none over ``most``, of one row from each."""
    reached: set[Row] = {(0,) * len(most)}
    for rows in choices:
        totals = {_plus(before, row) for before in reached for row in rows}
        reached = {t for t in totals if all(n <= m for n, m in zip(t, most, strict=True))}
    return reached
