"""Lines of words: their type, where they break, and the pieces they make on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseload.documents import typeface
from caseload.documents.ink import Ink
from caseload.documents.pagination import Draw, Piece
from caseload.documents.tags import Element
from caseload.documents.type_and_paper import ACCENT, MUTED, TEXT, Colour, Style


@dataclass(frozen=True)
class Type:
    """How words are set: font, size and the height of a line, in points, and the colour."""

    font: str
    size: float
    leading: float
    colour: Colour = TEXT

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """``text`` broken into lines of this type, each with the space at which it was broken."""
        return typeface.lines_of(text, self.font, self.size, width)

    def width_of(self, text: str) -> float:
        """How wide ``text`` is in this type."""
        return typeface.width_of(text, self.font, self.size)

    def draw(self, ink: Ink, text: str, x: float, top: float, *, right: bool = False) -> None:
        """One line, its box of ``leading`` height beginning at ``top``."""
        # The typeface reaches 1.024 of its size above the baseline and 0.400 below it.
        baseline = top + self.leading / 2 + 0.312 * self.size
        ink.words(
            text, x, baseline, size=self.size, font=self.font, colour=self.colour, right=right
        )


@dataclass(frozen=True)
class Types:
    """The types of one format."""

    body: Type
    strong: Type
    muted: Type
    title: Type
    heading: Type
    subheading: Type
    service: Type
    answer: Type
    small: Type
    key: Type
    dot: Type

    @classmethod
    def of(cls, style: Style) -> Types:
        """The types of ``style``, in the proportions of the standard format."""
        at = style.of
        body = Type(typeface.REGULAR, at(13), style.leading(17.6))
        strong = replace(body, font=typeface.SEMIBOLD)
        return cls(
            body=body,
            strong=strong,
            muted=replace(body, colour=MUTED),
            title=Type(typeface.SEMIBOLD, at(18.75), at(23.25)),
            heading=Type(typeface.SEMIBOLD, at(14), at(18)),
            subheading=strong,
            service=Type(typeface.SEMIBOLD, at(15), at(18.5), ACCENT),
            answer=Type(typeface.SEMIBOLD, at(24.75), at(28.5)),
            small=Type(
                typeface.REGULAR, max(at(12), style.least), max(at(15), 1.25 * style.least), MUTED
            ),
            key=Type(typeface.SEMIBOLD, at(20), at(30)),
            # A dot of the same type is too faint beside words of 13 point.
            dot=replace(body, size=1.35 * body.size),
        )


def never_one_line_alone(count: int) -> tuple[bool, ...]:
    """Which of ``count`` lines keep with the next, so that no page has a single one of them."""
    return tuple(
        place < count - 1 and (count <= 3 or place in {0, count - 2}) for place in range(count)
    )


def drawn(kind: Type, text: str, element: Element, x: float, *, right: bool = False) -> Draw:
    """What draws one line of ``element`` at ``x``."""

    def draw(ink: Ink, top: float) -> None:
        with ink.meaning(element):
            kind.draw(ink, text, x, top, right=right)

    return draw


def running(text: str, kind: Type, element: Element, x: float, width: float) -> list[Piece]:
    """The pieces of running words, a line each, with no space around them."""
    lines = kind.lines(text, width)
    keeps = never_one_line_alone(len(lines))
    return [
        Piece(kind.leading, drawn(kind, line, element, x), keep=keep)
        for line, keep in zip(lines, keeps, strict=True)
    ]


def together(text: str, kind: Type, element: Element, x: float, width: float) -> Piece:
    """Lines that are never parted, as one piece: a heading."""
    lines = kind.lines(text, width)

    def draw(ink: Ink, top: float) -> None:
        with ink.meaning(element):
            for place, line in enumerate(lines):
                kind.draw(ink, line, x, top + place * kind.leading)

    return Piece(len(lines) * kind.leading, draw)


def with_space(
    pieces: Sequence[Piece], above: float, below: float, *, keep: bool = False
) -> list[Piece]:
    """``pieces`` with space before and after; ``keep`` holds the last to what comes next."""
    if not pieces:
        return []
    made = list(pieces)
    made[0] = replace(made[0], above=above)
    made[-1] = replace(made[-1], below=below, keep=keep or made[-1].keep)
    return made
