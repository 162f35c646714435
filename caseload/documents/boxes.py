"""The parts of a page that have a shape of their own: letterhead, answer box, recovery key."""

from __future__ import annotations

from dataclasses import dataclass

from caseload.documents.ink import Ink
from caseload.documents.lines import Type, Types, drawn, with_space
from caseload.documents.pagination import Draw, Piece
from caseload.documents.tags import Element
from caseload.documents.type_and_paper import ACCENT, TEXT, Style
from caseload.letters.blocks import (
    Addressee,
    Answer,
    KeyGroups,
    Letterhead,
    SigningLines,
)


def letterhead(block: Letterhead, types: Types, style: Style, root: Element) -> Piece:
    """The service's name and address at the left, its telephone at the right, a rule under all.

    Where the style stacks, the telephone stands under the address.
    """
    beside = bool(block.telephone) and not style.stacked
    telephone_width = types.body.width_of(block.telephone) if beside else 0.0
    width = style.width - telephone_width - style.of(18) if beside else style.width
    parts = [(types.service, block.name), (types.body, block.address)]
    if not beside:
        parts.append((types.body, block.telephone))
    said = [(kind, kind.lines(text, width), root.child("P")) for kind, text in parts if text]
    telephone = root.child("P") if beside else None
    height = sum(kind.leading * len(lines) for kind, lines, _ in said) + style.gap(9)

    def draw(ink: Ink, top: float) -> None:
        y = top
        for kind, lines, element in said:
            for line in lines:
                drawn(kind, line, element, style.side)(ink, y)
                y += kind.leading
        if telephone is not None:
            right = style.side + style.width
            drawn(types.body, block.telephone, telephone, right, right=True)(ink, top)
        ink.rule(style.side, top + height, style.width, thick=1.5, colour=ACCENT)

    return Piece(height + 1.5, draw, below=style.gap(15))


def addressee(block: Addressee, types: Types, style: Style, root: Element) -> Piece:
    """Name and address at the left, the day at the right."""
    written = types.body.width_of(block.written)
    width = style.width - written - style.of(24)
    lines = types.body.lines("\n".join(block.lines), width) if block.lines else ()
    address = root.child("P") if lines else None
    day = root.child("P")
    leading = types.body.leading

    def draw(ink: Ink, top: float) -> None:
        if address is not None:
            for place, line in enumerate(lines):
                drawn(types.body, line, address, style.side)(ink, top + place * leading)
        drawn(types.body, block.written, day, style.side + style.width, right=True)(ink, top)

    return Piece(max(1, len(lines)) * leading, draw, above=style.gap(15), below=style.gap(6))


def answer(block: Answer, types: Types, style: Style, root: Element) -> Piece:
    """The box; its words keep clear of its border."""
    across, down = style.of(13.5), style.gap(9)
    width = style.width - 2 * across
    group = root.child("Div")
    parts = [(types.body, block.lead), (types.answer, block.answer)]
    parts += [(types.body, text) for text in block.below]
    set_parts = [(kind, kind.lines(text, width), group.child("P")) for kind, text in parts]
    words = sum(kind.leading * len(lines) for kind, lines, _ in set_parts)

    def draw(ink: Ink, top: float) -> None:
        ink.box(style.side, top, style.width, words + 2 * down, colour=ACCENT)
        y = top + down
        for kind, lines, element in set_parts:
            for line in lines:
                drawn(kind, line, element, style.side + across)(ink, y)
                y += kind.leading

    return Piece(words + 2 * down, draw, above=style.gap(6), below=style.gap(7.5))


@dataclass(frozen=True)
class _KeyCell:
    x: float
    number: str
    group: str
    label: Element
    body: Element


def key_groups(block: KeyGroups, types: Types, style: Style, root: Element) -> list[Piece]:
    """Four groups a row, each with its number before it, in the order in which they are typed."""
    every = root.child("L", ("List", "ListNumbering", "Decimal"))
    across = style.width / 4
    made: list[Piece] = []
    for start in range(0, len(block.groups), 4):
        cells: list[_KeyCell] = []
        for place, group in enumerate(block.groups[start : start + 4]):
            item = every.child("LI")
            label, body = item.child("Lbl"), item.child("LBody")
            number = f"{block.first + start + place}. "
            cells.append(_KeyCell(style.side + place * across, number, group, label, body))
        made.append(_key_row(cells, types, style))
    return with_space(made, style.of(9), style.of(9))


def _key_row(cells: list[_KeyCell], types: Types, style: Style) -> Piece:
    def draw(ink: Ink, top: float) -> None:
        for cell in cells:
            # Numbers stand on the line of the large letters beside them.
            down = (
                0.312 * (types.key.size - types.muted.size)
                + (types.key.leading - types.muted.leading) / 2
            )
            drawn(types.muted, cell.number, cell.label, cell.x)(ink, top + down)
            drawn(types.key, f"{cell.group} ", cell.body, cell.x + style.of(24))(ink, top)

    return Piece(types.key.leading, draw, keep=True)


def signing_lines(block: SigningLines, types: Types, style: Style, root: Element) -> list[Piece]:
    """A label and a line to write on for each, with room for a pen."""
    made: list[Piece] = []
    height = style.of(34)
    for label in block.labels:
        element = root.child("P")
        made.append(Piece(height, _signing_line(label, element, types.body, style), keep=True))
    return with_space(made, style.of(6), style.of(6))


def _signing_line(label: str, element: Element, kind: Type, style: Style) -> Draw:
    def draw(ink: Ink, top: float) -> None:
        y = top + style.of(34) - kind.leading
        drawn(kind, label, element, style.side)(ink, y)
        start = style.side + kind.width_of(label) + style.of(8)
        end = style.side + style.width
        ink.rule(start, y + kind.leading - 3, end - start, thick=0.75, colour=TEXT)

    return draw
