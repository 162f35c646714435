"""A return as a workbook made for reading: figures, tables by each breakdown, definitions, notes.

Values only: no formula, no hidden sheet, no comment, no author, no path. Cells are not merged, so
that a screen reader meets them in order. The same return makes the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from math import ceil
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from caseload.documents.return_sheet import (
    ACCENT,
    FIGURE_WIDTH,
    HEAD,
    LABEL_WIDTH,
    LINE,
    LINE_HEIGHT,
    MUTED,
    TEXT_WIDTH,
    Page,
    edge,
    fill,
    font,
)
from caseload.returns.breakdowns import DIMENSIONS, NOT_BROKEN_DOWN
from caseload.returns.tables import Return, Table
from caseload.values.dates import long_date
from caseload.words import say

MADE_OF = "<dc:title>{title}</dc:title>"
CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "{title}</cp:coreProperties>"
)
"""The only properties that a return has: its title."""


def workbook_bytes(made: Return) -> bytes:
    """The finished workbook."""
    book = Workbook()
    summary = book.active
    summary.title = say("returns.file.sheet.summary")
    _Summary(summary, made).write()
    for name in made.contract.breakdowns:
        sheet = book.create_sheet(breakdown_sheet(name))
        _Breakdown(sheet, made, name).write()
    _Notes(book.create_sheet(say("returns.file.sheet.notes")), made).write()
    written = io.BytesIO()
    book.save(written)
    return _without_traces(written.getvalue(), made)


def breakdown_sheet(dimension: str) -> str:
    """The name of the sheet of a breakdown: ``By age``."""
    return say("returns.file.sheet.breakdown", dimension=DIMENSIONS[dimension].name.lower())


def _without_traces(data: bytes, made: Return) -> bytes:
    """The same workbook without author, program or time, packed in one order."""
    title = say("returns.file.title", commissioner=made.contract.commissioner)
    packed = io.BytesIO()
    at = made.made_on
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = CORE.format(title=MADE_OF.format(title=escape(title))).encode()
            entry = zipfile.ZipInfo(name, (max(at.year, 1980), at.month, at.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return packed.getvalue()


class _Summary(Page):
    def write(self) -> None:
        """Who asked, when, and the headline figures."""
        made, contract = self.made, self.made.contract
        self.widths(LABEL_WIDTH, FIGURE_WIDTH, TEXT_WIDTH)
        self.title(say("returns.file.title", commissioner=contract.commissioner))
        self.row += 1
        for key, text in (
            ("contract", contract.name),
            ("service", contract.service),
            ("made_on", long_date(made.made_on)),
            ("approved", _approval(made)),
            ("recipient", contract.recipient),
        ):
            if text:
                self.line(say(f"returns.file.head.{key}"), font(bold=True))
                self.cell(2, text, font())
        self.line(say("returns.file.head.headline"), font(size=14, bold=True), gap=1, height=22)
        self.head([say(f"returns.file.head.{k}") for k in ("measure", "figure")], numbers_from=2)
        counts = self.cell(3, say("returns.file.head.counts"), font(bold=True))
        counts.fill, counts.border = fill(HEAD), edge(bottom=ACCENT)
        counts.alignment = Alignment(vertical="bottom", indent=1)
        for table in _one_a_measure(made):
            self.label(table.measure.name)
            self.figure(2, table.total)
            words = self.cell(3, table.measure.definition, font(colour=MUTED))
            words.alignment = Alignment(vertical="center", wrap_text=True, indent=1)
            words.border = edge(bottom=LINE)
            lines = ceil(len(table.measure.definition) / TEXT_WIDTH)
            self.sheet.row_dimensions[self.row].height = max(20.0, LINE_HEIGHT * lines + 4)
        self.notes_below()


class _Breakdown(Page):
    def __init__(self, sheet: Worksheet, made: Return, dimension: str) -> None:
        super().__init__(sheet, made)
        self.dimension = DIMENSIONS[dimension]

    def write(self) -> None:
        """A block of tables for each step of the ladder that is in use."""
        self.widths(LABEL_WIDTH, *([FIGURE_WIDTH] * 9))
        self.title(breakdown_sheet(self.dimension.id))
        self.sheet.freeze_panes = self.sheet.cell(self.row + 1, 2)
        mine = [t for t in self.made.tables if t.dimension == self.dimension.id]
        for step in self.dimension.ladder:
            block = [table for table in mine if table.step == step.id]
            if block:
                self._block(block)
        self.notes_below()

    def _block(self, tables: Sequence[Table]) -> None:
        broken_down = tables[0].step != NOT_BROKEN_DOWN
        name = self.dimension.name
        if broken_down:
            step = self.dimension.step_name(tables[0].step)
            heading = say("returns.file.head.breakdown", dimension=name, step=step)
        else:
            heading = say("returns.file.head.not_broken_down", dimension=name.lower())
        self.line(heading, font(size=14, bold=True), gap=1, height=22)
        if not broken_down:
            self.line(say("returns.file.not_broken_down"), font(size=10, colour=MUTED))
        groups = [self.dimension.group_name(figure.group) for figure in tables[0].figures]
        self.head([say("returns.file.head.measure"), *groups], numbers_from=2)
        for table in tables:
            self.label(table.measure.name)
            for column, figure in enumerate(table.figures, start=2):
                self.figure(column, figure)


class _Notes(Page):
    def write(self) -> None:
        """What each measure counts, and what a reader must know to use the figures."""
        made, contract = self.made, self.made.contract
        self.widths(LABEL_WIDTH, TEXT_WIDTH, 26)
        self.title(say("returns.file.sheet.notes"))
        self.line(say("returns.file.head.definitions"), font(size=14, bold=True), gap=1, height=22)
        self.head(
            [say(f"returns.file.head.{k}") for k in ("measure", "counts", "unit")], numbers_from=9
        )
        for table in _one_a_measure(made):
            self.label(table.measure.name)
            unit = say(f"returns.unit.{table.measure.unit}")
            for column, text in enumerate((table.measure.definition, unit), start=2):
                cell = self.cell(column, text, font())
                cell.alignment = Alignment(vertical="center", wrap_text=True)
                cell.border = edge(bottom=LINE)
            lines = ceil(len(table.measure.definition) / TEXT_WIDTH)
            self.sheet.row_dimensions[self.row].height = max(20.0, LINE_HEIGHT * lines + 4)
        self.line(say("returns.file.head.notes"), font(size=14, bold=True), gap=1, height=22)
        gap = "gap" if contract.allowed_gap else "gap_none"
        said = {
            "people": say("returns.file.population"),
            "key": made.key_words,
            "totals": say("returns.file.rounding"),
            "method": say("returns.file.method", least=contract.threshold.value),
            "missing": say("returns.file.missing"),
            "age": say("returns.file.age") if "age" in contract.breakdowns else "",
            "gap": say(f"returns.file.{gap}", days=contract.allowed_gap),
            "groups": say("returns.file.groups"),
            "revisions": contract.revisions,
            "earlier": ", ".join(made.audit.with_earlier) or say("returns.file.head.earlier_none"),
            "sharing": contract.sharing,
        }
        self.pairs(
            ((say(f"returns.file.head.{key}"), text) for key, text in said.items()), TEXT_WIDTH
        )


def _approval(made: Return) -> str:
    if not made.approved_by or made.approved_on is None:
        return made.approved_by
    day = long_date(made.approved_on)
    return say("returns.file.head.approved_on", name=made.approved_by, day=day)


def _one_a_measure(made: Return) -> list[Table]:
    """The first table of each measure: all of them have the same total."""
    return list({table.measure_id: table for table in reversed(made.tables)}.values())[::-1]
