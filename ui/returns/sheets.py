"""A return as sheets of figures, in the order of its workbook: headline, then each breakdown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from caseload.returns.breakdowns import DIMENSIONS, NOT_BROKEN_DOWN, TOTAL
from caseload.returns.measures import MEASURES
from caseload.returns.sent import SentReturn
from caseload.returns.tables import MARKER, Return
from caseload.words import say

FigureKey = tuple[int, int]
"""Which figure of which table: both counted from 0 in the order of the return."""


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A figure as it is shown; ``name`` says which it is in words that stand alone."""

    key: FigureKey
    shown: str
    name: str
    total: bool

    @property
    def withheld(self) -> bool:
        """Whether the marker stands in its place."""
        return self.shown == MARKER

    @property
    def spoken(self) -> str:
        """For a screen reader: which figure, and what it is."""
        value = say("returns_page.withheld") if self.withheld else self.shown
        return say("returns_page.figure_spoken", name=self.name, value=value)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A measure with its figures; ``under`` is its definition where there is room for it."""

    label: str
    cells: tuple[FigureCell, ...]
    under: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of figures under a title; ``note`` says what a reader may wonder about."""

    title: str
    aside: str
    heads: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    measure: str
    dimension: str
    step: str
    figures: tuple[tuple[str, str], ...]


def sheets_of(made: Return) -> list[Sheet]:
    """The sheets of a finished return."""
    return _sheets(
        [
            _Table(
                table.measure_id,
                table.dimension or "",
                table.step,
                tuple((figure.group, figure.shown) for figure in table.figures),
            )
            for table in made.tables
        ]
    )


def sheets_sent(sent: SentReturn) -> list[Sheet]:
    """The sheets of a return as it was sent."""
    published, details = json.loads(sent.published), json.loads(sent.details)
    steps = {(t["measure"], t["breakdown"] or ""): t["step"] for t in details["tables"]}
    tables = []
    for table in published["tables"]:
        dimension = "".join(table["dims"])
        figures = tuple(
            (cell["key"].get(dimension, TOTAL), str(cell.get("value", MARKER)))
            for cell in table["cells"]
        )
        step = steps.get((table["measure"], dimension), NOT_BROKEN_DOWN)
        tables.append(_Table(table["measure"], dimension, step, figures))
    return _sheets(tables)


def figures_in(made: Return) -> tuple[int, int]:
    """How many figures leave, each total counted once, and how many of them are withheld."""
    figures = {
        (table.measure_id, "" if figure.is_total else table.dimension, figure.group): figure.shown
        for table in made.tables
        for figure in table.figures
    }
    return len(figures), sum(shown == MARKER for shown in figures.values())


def _sheets(tables: Sequence[_Table]) -> list[Sheet]:
    numbered = list(enumerate(tables))
    first: dict[str, tuple[int, _Table]] = {}
    for at, table in numbered:
        first.setdefault(table.measure, (at, table))
    headline = Sheet(
        say("returns_page.headline"),
        say("returns_page.as_seen"),
        (say("returns_page.figure"),),
        tuple(
            SheetRow(
                MEASURES[measure].name,
                (_cell(at, len(table.figures) - 1, table),),
                MEASURES[measure].definition,
            )
            for measure, (at, table) in first.items()
        ),
    )
    return [headline, *_breakdowns(numbered)]


def _breakdowns(numbered: Sequence[tuple[int, _Table]]) -> list[Sheet]:
    sheets = []
    for dimension in dict.fromkeys(t.dimension for _, t in numbered if t.dimension):
        known = DIMENSIONS[dimension]
        for step in known.ladder:
            block = [(n, t) for n, t in numbered if (t.dimension, t.step) == (dimension, step.id)]
            if not block:
                continue
            heads = tuple(known.group_name(group) for group, _ in block[0][1].figures)
            rows = tuple(
                SheetRow(
                    MEASURES[table.measure].name,
                    tuple(_cell(at, n, table) for n in range(len(table.figures))),
                )
                for at, table in block
            )
            title = say("returns_page.by", dimension=known.name.lower())
            whole = step.id == NOT_BROKEN_DOWN
            note = say("returns.file.not_broken_down") if whole else ""
            sheets.append(Sheet(title, known.step_name(step.id), heads, rows, note))
    return sheets


def _cell(at: int, n: int, table: _Table) -> FigureCell:
    group, shown = table.figures[n]
    measure = MEASURES[table.measure].name
    if group == TOTAL:
        return FigureCell((at, n), shown, say("returns_page.everyone", measure=measure), total=True)
    named = DIMENSIONS[table.dimension].group_name(group)
    lower = named[:1].lower() + named[1:]
    name = say("returns_page.of_group", measure=measure, group=lower)
    return FigureCell((at, n), shown, name, total=False)
