"""Tables: columns as wide as their figures need, heads repeated over a page break, rows whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseload.documents.ink import Ink
from caseload.documents.lines import Type, Types, never_one_line_alone
from caseload.documents.pagination import Draw, Piece
from caseload.documents.tags import Element
from caseload.documents.type_and_paper import HAIRLINE, PAGE_HEIGHT, TEXT, Colour, Style
from caseload.letters.blocks import Facts, Row, Table

# A table up to this share of the page goes to the next page whole; a longer one is parted by rows.
_KEPT_WHOLE = 0.5 * PAGE_HEIGHT


@dataclass(frozen=True)
class _Column:
    """Where a column of words stands: its left end, or its right end for figures."""

    x: float
    width: float
    right: bool


@dataclass(frozen=True)
class _Cell:
    text: str
    kind: Type
    role: str
    scope: str = ""


def table(block: Table, types: Types, style: Style, parent: Element) -> list[Piece]:
    """The pieces of a table, without space around it."""
    columns = _columns(block, types, style)
    element = parent.child("Table")
    head = [
        _Cell(text, types.strong, "TH" if text else "TD", "Column" if text else "")
        for text in block.head
    ]
    low = block.figures
    heads = _row(head, columns, style, element, (0.75, HAIRLINE), low=low)
    repeated = _as_ornament(head, columns, style, low=low)
    body: list[list[Piece]] = []
    for row in block.rows:
        rule = (1.5, TEXT) if row.closes else (0.75, HAIRLINE)
        pieces = _row(_cells(row, types), columns, style, element, rule, low=low)
        pieces[0] = replace(pieces[0], head=repeated)
        body.append(pieces)
    whole = sum(piece.height for pieces in (heads, *body) for piece in pieces) <= _KEPT_WHOLE
    rows = [heads, *body]
    made: list[Piece] = []
    for place, pieces in enumerate(rows):
        # Heads stay with the first row, and no last row or total goes over the page alone.
        joined = place < len(rows) - 1 and (
            whole or place in {0, len(rows) - 2} or block.rows[place].total
        )
        made += [*pieces[:-1], replace(pieces[-1], keep=joined)]
    return made


def facts(block: Facts, types: Types, style: Style, parent: Element) -> list[Piece]:
    """Names and what they are: a table whose rows have headings and whose columns have none."""
    name = 0.32 * style.width
    columns = [
        _Column(style.side, name - style.of(12), right=False),
        _Column(style.side + name, style.width - name, right=False),
    ]
    element = parent.child("Table")
    made: list[Piece] = []
    for label, value in block.pairs:
        cells = [_Cell(label, types.strong, "TH", "Row"), _Cell(value, types.body, "TD")]
        made += _row(cells, columns, style, element, (0.75, HAIRLINE), low=False)
    return made


def _cells(row: Row, types: Types) -> list[_Cell]:
    kind = types.strong if row.total else types.body
    first, *rest = row.cells
    return [_Cell(first, kind, "TH", "Row"), *(_Cell(text, kind, "TD") for text in rest)]


def _columns(block: Table, types: Types, style: Style) -> list[_Column]:
    if not block.figures:
        return _shared(block, style)
    count = len(block.head) - 1
    gap = style.of(14)
    widest = 0.0
    for place in range(1, count + 1):
        figures = [
            (types.strong if row.total else types.body).width_of(row.cells[place])
            for row in block.rows
        ]
        # A head may take several lines, so only its longest word needs the room.
        words = [types.strong.width_of(word) for word in block.head[place].split()]
        widest = max([widest, *figures, *words])
    most = 0.68 * style.width / count
    wanted = min(style.of(97), most)
    each = min(max(widest + gap, wanted), most)
    label = style.width - count * each
    right = style.side + style.width
    return [
        _Column(style.side, label, right=False),
        *(_Column(right - (count - 1 - at) * each, each - gap, right=True) for at in range(count)),
    ]


def _shared(block: Table, style: Style) -> list[_Column]:
    shares = block.shares or (1.0,) * len(block.head)
    gap = style.of(12)
    columns: list[_Column] = []
    x = style.side
    for share in shares:
        width = style.width * share / sum(shares)
        columns.append(_Column(x, width - gap, right=False))
        x += width
    columns[-1] = replace(columns[-1], width=columns[-1].width + gap)
    return columns


def _broken(
    cells: Sequence[_Cell], columns: Sequence[_Column], *, low: bool
) -> tuple[int, list[list[str]]]:
    """The number of lines of a row, and each cell's lines, set low so that figures stand level."""
    broken = [
        list(cell.kind.lines(cell.text, column.width)) if cell.text else []
        for cell, column in zip(cells, columns, strict=True)
    ]
    count = max(1, *(len(lines) for lines in broken))
    padded = [
        [""] * (count - len(lines)) + lines if low else lines + [""] * (count - len(lines))
        for lines in broken
    ]
    return count, padded


def _row(
    cells: Sequence[_Cell],
    columns: Sequence[_Column],
    style: Style,
    parent: Element,
    rule: tuple[float, Colour],
    *,
    low: bool,
) -> list[Piece]:
    row = parent.child("TR")
    elements = [
        row.child(cell.role, *((("Table", "Scope", cell.scope),) if cell.scope else ()))
        for cell in cells
    ]
    count, broken = _broken(cells, columns, low=low)
    leading = max(cell.kind.leading for cell in cells)
    pad = style.gap(3)
    keeps = never_one_line_alone(count)
    made: list[Piece] = []
    for place in range(count):
        first, last = place == 0, place == count - 1
        height = leading + (pad if first else 0.0) + (pad + style.of(0.75) if last else 0.0)
        line = [lines[place] for lines in broken]
        draw = _line(cells, columns, elements, line, pad if first else 0.0)
        if last:
            draw = _ruled(draw, style, height, rule)
        made.append(Piece(height, draw, keep=keeps[place]))
    return made


def _line(
    cells: Sequence[_Cell],
    columns: Sequence[_Column],
    elements: Sequence[Element],
    line: Sequence[str],
    pad: float,
) -> Draw:
    def draw(ink: Ink, top: float) -> None:
        for cell, column, element, text in zip(cells, columns, elements, line, strict=True):
            if text:
                with ink.meaning(element):
                    shown = text.rstrip(" ") if column.right else text
                    cell.kind.draw(ink, shown, column.x, top + pad, right=column.right)

    return draw


def _ruled(draw: Draw, style: Style, height: float, rule: tuple[float, Colour]) -> Draw:
    thick, colour = rule

    def both(ink: Ink, top: float) -> None:
        draw(ink, top)
        ink.rule(style.side, top + height - thick / 2, style.width, thick=thick, colour=colour)

    return both


def _as_ornament(
    cells: Sequence[_Cell], columns: Sequence[_Column], style: Style, *, low: bool
) -> Piece:
    """Column heads over the rest of a table: seen again, and not read aloud again."""
    count, broken = _broken(cells, columns, low=low)
    leading = max(cell.kind.leading for cell in cells)
    pad = style.gap(3)
    height = count * leading + 2 * pad + style.of(0.75)

    def draw(ink: Ink, top: float) -> None:
        with ink.ornament():
            for place in range(count):
                for cell, column, lines in zip(cells, columns, broken, strict=True):
                    if lines[place]:
                        y = top + pad + place * leading
                        shown = lines[place].rstrip(" ") if column.right else lines[place]
                        cell.kind.draw(ink, shown, column.x, y, right=column.right)
        ink.rule(style.side, top + height - 0.4, style.width, thick=0.75, colour=HAIRLINE)

    return Piece(height, draw)
