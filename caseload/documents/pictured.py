"""Easy read on paper: a picture at the left and a few lines at the right, and amounts as bars."""

from __future__ import annotations

from caseload.documents.ink import Ink
from caseload.documents.lines import Types, drawn
from caseload.documents.pagination import Draw, Piece
from caseload.documents.pen import GOLD, PALE
from caseload.documents.tags import Element
from caseload.documents.type_and_paper import Colour, Style
from caseload.letters.blocks import Bars, Pictured

_SIDE = 50
"""The side of a picture, in the standard format."""


def pictured(block: Pictured, types: Types, style: Style, root: Element) -> Piece:
    """The picture and its lines, each a paragraph; never parted by the end of a page."""
    side = style.of(_SIDE)
    left = style.side + side + style.of(16)
    width = style.side + style.width - left
    between = style.gap(3)
    said = []
    for place, text in enumerate(block.lines):
        kind = types.title if place < block.strong else types.body
        said.append((kind, kind.lines(text, width), root.child("P")))
    words = sum(kind.leading * len(lines) for kind, lines, _ in said) + between * (len(said) - 1)
    height = max(side, words)

    def draw(ink: Ink, top: float) -> None:
        ink.picture(block.picture, style.side, top + max(0.0, (min(height, side) - side) / 2), side)
        y = top + max(0.0, (side - words) / 2)
        for kind, lines, element in said:
            for line in lines:
                drawn(kind, line, element, left)(ink, y)
                y += kind.leading
            y += between

    return Piece(height, draw, above=style.gap(9), below=style.gap(9))


def bars(block: Bars, types: Types, style: Style, root: Element) -> list[Piece]:
    """A line of words over each bar; the first bar is the one to compare with."""
    left = style.side + style.of(_SIDE + 16)
    longest = style.side + style.width - left
    thick = style.of(13)
    made: list[Piece] = []
    for place, bar in enumerate(block.bars):
        wide = max(2.0, longest * min(1.0, max(0.0, bar.share)))
        words = drawn(types.body, f"{bar.name} {bar.amount}", root.child("P"), left)
        draw = _over(words, types.body.leading, (left, wide, thick), GOLD if place == 0 else PALE)
        height = types.body.leading + thick
        last = place == len(block.bars) - 1
        made.append(Piece(height, draw, above=style.gap(4), below=style.gap(4), keep=not last))
    return made


def _over(words: Draw, height: float, bar: tuple[float, float, float], tone: Colour) -> Draw:
    """The words, and under them a bar: its left end, its width and how thick it is."""
    left, wide, thick = bar

    def draw(ink: Ink, top: float) -> None:
        words(ink, top)
        ink.bar(left, top + height, wide, thick, fill=tone)

    return draw
