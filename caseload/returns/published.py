"""published.json: exactly what a reader of a return can see. Source: RULES, section 6."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caseload.returns.breakdowns import DIMENSIONS, NOT_BROKEN_DOWN, TOTAL
from caseload.returns.contracts import BASE
from caseload.returns.measures import SUBSETS
from caseload.returns.periods import Period


@dataclass(frozen=True)
class ShownTable:
    """A table as it is shown: groups with their figures, the total last; None is withheld."""

    measure: str
    dimension: str | None
    figures: tuple[tuple[str, int | None], ...]


def rounded(count: int) -> int:
    """To the nearest 5, from the true count; halves cannot occur."""
    return (count + BASE // 2) // BASE * BASE


def published_document(
    period: Period,
    tables: Sequence[ShownTable],
    *,
    hierarchies: Mapping[str, Mapping[str, Sequence[str]]],
) -> dict[str, Any]:
    """The document, ready to be written as JSON or audited."""
    measures = {table.measure for table in tables}
    periods = {}
    if (period.id,) != period.quarters:
        periods[period.id] = list(period.quarters)
    return {
        "total": TOTAL,
        "hierarchies": {
            dimension: {group: list(parts) for group, parts in groups.items()}
            for dimension, groups in hierarchies.items()
        },
        "periods": periods,
        "measure_sums": {},
        "measure_subsets": [list(pair) for pair in SUBSETS if set(pair) <= measures],
        "ratios": [],
        "tables": [
            {
                "id": f"T{number}",
                "measure": table.measure,
                "period": period.id,
                "dims": [] if table.dimension is None else [table.dimension],
                "multi": [],
                "partial": [],
                "cells": [_cell(table.dimension, *figure) for figure in table.figures],
            }
            for number, table in enumerate(tables, start=1)
        ],
    }


def _cell(dimension: str | None, group: str, value: int | None) -> dict[str, Any]:
    key = {} if dimension is None else {dimension: group}
    if value is None:
        return {"key": key, "status": "suppressed"}
    return {"key": key, "value": value, "base": BASE, "rounding": "nearest"}


def hierarchies_for(steps: Iterable[tuple[str, str]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """How the groups of breakdowns that are in use at more than one step are made up.

    ``steps`` are pairs of dimension and step. Groups of one step alone need no explaining.
    """
    used: dict[str, set[str]] = {}
    for dimension, step in steps:
        if step != NOT_BROKEN_DOWN:
            used.setdefault(dimension, set()).add(step)
    return {
        dimension: {
            group.id: group.parts
            for step in DIMENSIONS[dimension].ladder
            for group in step.groups
            if group.parts != (group.id,)
        }
        for dimension, ids in sorted(used.items())
        if len(ids) > 1
    }
