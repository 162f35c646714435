"""One sheet of a return's workbook, written from top to bottom in one look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from caseload.returns.tables import MARKER, Figure, Return
from caseload.words import say

FACE = "Arial"
"""On every computer that opens a workbook; ours is not."""

INK, MUTED, ACCENT, WARNING = "1B1F22", "565C60", "0E5F76", "875400"
SUNKEN, HEAD, LINE = "ECECE7", "DFEDF1", "DCDCD5"

LABEL_WIDTH, FIGURE_WIDTH, TEXT_WIDTH = 36, 13, 96
"""Widths of columns, in characters of the standard face."""

LINE_HEIGHT = 15.5
"""Points a line of text."""


def font(*, size: float = 11, bold: bool = False, colour: str = INK) -> Font:
    """The face in a size in points."""
    return Font(name=FACE, size=size, bold=bold, color=colour)


def edge(*, top: str | None = None, bottom: str | None = None) -> Border:
    """Hairlines of a cell by colour."""
    sides = {"top": top, "bottom": bottom}
    return Border(**{k: Side(style="thin", color=v) for k, v in sides.items() if v is not None})


def fill(colour: str) -> PatternFill:
    """A plain ground."""
    return PatternFill("solid", start_color=colour, end_color=colour)


class Page:
    """A sheet that is written from top to bottom."""

    def __init__(self, sheet: Worksheet, made: Return) -> None:
        self.sheet, self.made, self.row = sheet, made, 0
        sheet.sheet_view.showGridLines = False
        self._print_on_a4()

    def _print_on_a4(self) -> None:
        sheet, made = self.sheet, self.made
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.6
        words = say(
            "returns.file.head.footer", contract=made.contract.name, period=made.period.name
        )
        sheet.oddFooter.left.text = words.replace("&", "&&")
        sheet.oddFooter.right.text = "&P / &N"

    def widths(self, *widths: float) -> None:
        """The widths of the first columns."""
        for number, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width

    def cell(self, column: int, value: str | int, face: Font) -> Cell:
        """A cell of the current row, its text at the top left."""
        cell = self.sheet.cell(self.row, column, value)
        cell.font = face
        cell.alignment = Alignment(vertical="top")
        return cell

    def line(self, text: str, face: Font, *, gap: int = 0, height: float = LINE_HEIGHT) -> None:
        """A line of its own, so many rows further down."""
        self.row += 1 + gap
        self.cell(1, text, face)
        self.sheet.row_dimensions[self.row].height = height

    def title(self, text: str) -> None:
        """The title, the period, and on made-up data a banner above both."""
        if self.made.made_up:
            self.line(say("returns.file.made_up"), font(bold=True, colour=WARNING))
        self.line(text, font(size=18, bold=True, colour=ACCENT), height=26)
        self.line(self.made.period.name, font(size=12, colour=MUTED), height=18)
        self.sheet.print_title_rows = f"1:{self.row}"

    def head(self, labels: Sequence[str], *, numbers_from: int) -> None:
        """The head of a table; its columns of figures stand right."""
        self.row += 1
        lines = 1
        for column, label in enumerate(labels, start=1):
            cell = self.cell(column, label, font(bold=True))
            is_number = column >= numbers_from
            cell.alignment = Alignment(
                horizontal="right" if is_number else "left", vertical="bottom", wrap_text=True
            )
            cell.fill = fill(HEAD)
            cell.border = edge(bottom=ACCENT)
            lines = max(lines, ceil(len(label) / FIGURE_WIDTH) if is_number else 1)
        self.sheet.row_dimensions[self.row].height = LINE_HEIGHT * lines + 4

    def figure(self, column: int, figure: Figure) -> None:
        """A figure, or the marker in its place: a text, right, on a sunken ground."""
        value: str | int = MARKER if figure.value is None else figure.value
        bold = figure.is_total or figure.value is None
        cell = self.cell(column, value, font(bold=bold))
        cell.alignment = Alignment(horizontal="right", vertical="center")
        cell.number_format = "@" if figure.value is None else "#,##0"
        cell.border = edge(bottom=LINE)
        if figure.value is None:
            cell.fill = fill(SUNKEN)

    def label(self, text: str) -> None:
        """The first column of a row of figures."""
        self.row += 1
        cell = self.cell(1, text, font())
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        cell.border = edge(bottom=LINE)
        self.sheet.row_dimensions[self.row].height = 20

    def pairs(self, pairs: Iterable[tuple[str, str]], width: float) -> None:
        """Labels and what they say, in two columns; what says nothing is left out."""
        for label, text in pairs:
            if not text:
                continue
            self.row += 1
            self.cell(1, label, font(bold=True))
            said = self.cell(2, text, font())
            said.alignment = Alignment(vertical="top", wrap_text=True)
            lines = ceil(len(text) * 1.05 / width)
            self.sheet.row_dimensions[self.row].height = LINE_HEIGHT * lines + 3

    def notes_below(self) -> None:
        """What the marker means and why totals may differ, under the figures."""
        self.line(self.made.key_words, font(size=10, colour=MUTED), gap=1)
        self.line(say("returns.file.rounding"), font(size=10, colour=MUTED))
