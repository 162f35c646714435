"""How each block is set: its size, its place, and its meaning for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseload.documents import tables
from caseload.documents.boxes import (
    addressee,
    answer,
    key_groups,
    letterhead,
    signing_lines,
)
from caseload.documents.ink import Ink
from caseload.documents.lines import Type, Types, running, together, with_space
from caseload.documents.pagination import Piece
from caseload.documents.pictured import bars, pictured
from caseload.documents.tags import Element
from caseload.documents.type_and_paper import TEXT, Style
from caseload.letters.blocks import (
    Addressee,
    Answer,
    Bars,
    Block,
    Facts,
    Heading,
    KeyGroups,
    Letterhead,
    Paragraph,
    Pictured,
    Points,
    SigningLines,
    Table,
    Title,
    Together,
)

_SHORT_LIST = 4
"""A list of up to so many lines is not parted by the end of a page."""


def pieces_of(blocks: Sequence[Block], style: Style, root: Element) -> list[Piece]:
    """The pieces of ``blocks`` in order; their elements are added to ``root`` in the same order."""
    types = Types.of(style)
    made: list[Piece] = []
    for block in blocks:
        if isinstance(block, Together):
            held = pieces_of(block.blocks, style, root)
            made += [*(replace(piece, keep=True) for piece in held[:-1]), *held[-1:]]
        elif isinstance(block, Title | Heading | Paragraph | Points):
            made += _words(block, types, style, root)
        else:
            made += _shape(block, types, style, root)
    return made


def _words(
    block: Title | Heading | Paragraph | Points, types: Types, style: Style, root: Element
) -> list[Piece]:
    match block:
        case Title(text):
            words = together(text, types.title, root.child("H1"), style.side, style.width)
            return with_space([words], style.gap(15), style.gap(6), keep=True)
        case Heading(text, level):
            return _heading(text, level, types, style, root)
        case Paragraph(text, strong, apart):
            kind = types.strong if strong else types.body
            lines = running(text, kind, root.child("P"), style.side, style.width)
            return with_space(lines, style.gap(12 if apart else 0), style.gap(6))
        case Points():
            return _points(block, types, style, root)


def _shape(
    block: Letterhead
    | Addressee
    | Answer
    | Table
    | Facts
    | KeyGroups
    | SigningLines
    | Pictured
    | Bars,
    types: Types,
    style: Style,
    root: Element,
) -> list[Piece]:
    match block:
        case Letterhead():
            made = [letterhead(block, types, style, root)]
        case Addressee():
            made = [addressee(block, types, style, root)]
        case Answer():
            made = [answer(block, types, style, root)]
        case Table():
            pieces = tables.table(block, types, style, root)
            made = with_space(pieces, style.gap(7.5), style.gap(8))
        case Facts():
            made = with_space(tables.facts(block, types, style, root), style.gap(3), style.gap(8))
        case KeyGroups():
            made = key_groups(block, types, style, root)
        case SigningLines():
            made = signing_lines(block, types, style, root)
        case Pictured():
            made = [pictured(block, types, style, root)]
        case _:
            made = bars(block, types, style, root)
    return made


def _heading(text: str, level: int, types: Types, style: Style, root: Element) -> list[Piece]:
    main = level == 2
    kind = types.heading if main else types.subheading
    words = together(text, kind, root.child(f"H{level}"), style.side, style.width)
    above, below = (11.25, 3) if main else (8, 1)
    return with_space([words], style.gap(above), style.gap(below), keep=True)


def _points(block: Points, types: Types, style: Style, root: Element) -> list[Piece]:
    numbering = "Decimal" if block.numbered else "None" if block.boxes else "Disc"
    every = root.child("L", ("List", "ListNumbering", numbering))
    indent = style.of(20 if block.numbered or block.boxes else 15)
    made: list[Piece] = []
    for number, text in enumerate(block.items, start=1):
        item = every.child("LI")
        label = None if block.boxes else item.child("Lbl")
        body = item.child("LBody")
        words = running(text, types.body, body, style.side + indent, style.width - indent)
        if label is None:
            words[0] = _boxed(words[0], types.body, style)
        elif block.numbered:
            words[0] = _labelled(words[0], types.body, f"{number}. ", label, style.side)
        else:
            words[0] = _labelled(words[0], types.dot, "• ", label, style.side + style.of(1.5))
        # Neither the first nor the last point stands on a page by itself.
        joined = len(block.items) > 1 and number in {1, len(block.items) - 1}
        made += with_space(words, style.gap(2.25), style.gap(2.25), keep=joined)
    if len(made) <= _SHORT_LIST:
        made = [replace(piece, keep=True) for piece in made[:-1]] + made[-1:]
    return with_space(made, style.gap(2.25), style.gap(6))


def _labelled(piece: Piece, kind: Type, text: str, label: Element, x: float) -> Piece:
    def draw(ink: Ink, top: float) -> None:
        with ink.meaning(label):
            kind.draw(ink, text, x, top)
        piece.draw(ink, top)

    return Piece(piece.height, draw, keep=piece.keep)


def _boxed(piece: Piece, kind: Type, style: Style) -> Piece:
    """An empty box before the line, as high as its capitals and a little more."""
    size = 0.8 * kind.size

    def draw(ink: Ink, top: float) -> None:
        y = top + (kind.leading - size) / 2
        ink.box(style.side + style.of(1), y, size, size, colour=TEXT, thick=0.9, round_by=1.5)
        piece.draw(ink, top)

    return Piece(piece.height, draw, keep=piece.keep)
