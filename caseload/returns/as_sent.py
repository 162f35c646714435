"""A period that was sent before: its figures and steps stand, whatever was corrected since.

Somebody who has both copies of a return would see in any figure that changed who was added late.
So corrections are counted in the year to date only. Source: RULES R9.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from caseload.returns.breakdowns import DIMENSIONS, TOTAL
from caseload.returns.contracts import Contract
from caseload.returns.periods import Period, read_period
from caseload.returns.register import EarlierReturn


@dataclass(frozen=True, order=True)
class Spot:
    """A figure of a return. A total belongs to a measure, whatever the breakdown beside it."""

    measure: str
    dimension: str
    group: str


def total_of(measure: str) -> Spot:
    """The total of a measure."""
    return Spot(measure, "", TOTAL)


TableName = tuple[str, str]
"""A measure and a dimension; the dimension is empty for a total alone."""


@dataclass(frozen=True)
class AsSent:
    """Figures and steps of the same days, as they were sent first."""

    values: Mapping[Spot, int | None] = field(default_factory=dict)
    steps: Mapping[TableName, str] = field(default_factory=dict)


def as_sent(register: Iterable[EarlierReturn], period: Period) -> AsSent:
    """What was sent before for the days of this period; nothing where none was."""
    values: dict[Spot, int | None] = {}
    steps: dict[TableName, str] = {}
    for earlier in register:
        if read_period(earlier.period_id).quarters != period.quarters:
            continue
        for table in earlier.published["tables"]:
            measure, dimension = table["measure"], "".join(table["dims"])
            for cell in table["cells"]:
                group = cell["key"].get(dimension, TOTAL)
                spot = total_of(measure) if group == TOTAL else Spot(measure, dimension, group)
                values.setdefault(spot, cell.get("value"))
        for shape in earlier.details["tables"]:
            steps.setdefault((shape["measure"], shape["breakdown"] or ""), shape["step"])
    return AsSent(values, steps)


@dataclass(frozen=True)
class FixedStep:
    """A step of a ladder that stands for the year, and the period it was first used for."""

    step: str
    since: str


def fixed_steps(
    contract: Contract, register: Iterable[EarlierReturn], year: str
) -> dict[TableName, FixedStep]:
    """The steps that stand for the year: the coarsest of the contract's and those sent."""
    found = {
        (measure, dimension): FixedStep(step, year)
        for measure, by in contract.ladder.get(year, {}).items()
        for dimension, step in by.items()
    }
    for earlier in register:
        for measure, by_dimension in earlier.details["ladder"].items():
            for dimension, fixed in by_dimension.items():
                sent = FixedStep(fixed["step"], fixed["since"])
                before = found.get((measure, dimension))
                place = DIMENSIONS[dimension].place
                if before is None or place(before.step) <= place(sent.step):
                    found[measure, dimension] = sent
    return found


def steps_in_use(register: Sequence[EarlierReturn]) -> list[tuple[str, str]]:
    """Pairs of dimension and step that earlier returns were shown at."""
    return [
        (shape["breakdown"], shape["step"])
        for earlier in register
        for shape in earlier.details["tables"]
        if shape["breakdown"]
    ]
