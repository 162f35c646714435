"""Which part of a document falls on which page: nothing torn from what it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from caseload.documents.ink import Ink

Draw = Callable[[Ink, float], None]
"""Draws a part with its top at the given distance from the top of the page, in points."""


@dataclass(frozen=True)
class Piece:
    """The smallest part that is never split: a line of words, a row's line, a box.

    ``above`` and ``below`` are the least space wanted to a neighbour (the larger of two counts;
    none at the top of a page); ``keep`` holds it on one page with the next; ``head`` is drawn
    first where this piece begins a page, as a table's column heads are.
    """

    height: float
    draw: Draw
    above: float = 0.0
    below: float = 0.0
    keep: bool = False
    head: Piece | None = None


@dataclass(frozen=True)
class Placed:
    """A piece with its page, from 0, and its top."""

    page: int
    top: float
    piece: Piece


def paged(pieces: Sequence[Piece], top: float, bottom: float) -> tuple[Placed, ...]:
    """Every piece in order with its place between ``top`` and ``bottom`` of a page.

    Pieces held together go to the next page together; only where they fill more than a page
    themselves are they parted, at the last place that fits.
    """
    placed: list[Placed] = []
    page, edge, below = 0, top, 0.0
    for group in _kept_together(pieces):
        whole = _height(group)
        starts = edge == top
        room = bottom - edge - (0.0 if starts else max(below, group[0].above))
        if whole > room and not starts:
            page, edge, below = page + 1, top, 0.0
        for piece in group:
            gap = 0.0 if edge == top else max(below, piece.above)
            if edge != top and edge + gap + piece.height > bottom:
                page, edge, gap = page + 1, top, 0.0
            if edge == top and page > 0 and piece.head is not None:
                placed.append(Placed(page, edge, piece.head))
                edge += piece.head.height
            placed.append(Placed(page, edge + gap, piece))
            edge, below = edge + gap + piece.height, piece.below
    return tuple(placed)


def _kept_together(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Piece]) -> float:
    gaps = sum(max(one.below, other.above) for one, other in pairwise(group))
    return sum(piece.height for piece in group) + gaps
