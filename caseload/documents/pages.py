"""A printout as the bytes of a PDF: set, paged, drawn and tagged."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from caseload.documents import accessibility, typeface
from caseload.documents.ink import Ink
from caseload.documents.lines import Types, drawn
from caseload.documents.pagination import Placed, paged
from caseload.documents.setting import pieces_of
from caseload.documents.tags import Element
from caseload.documents.type_and_paper import HAIRLINE, PAGE_HEIGHT, STANDARD, TEXT, Style
from caseload.letters.blocks import Printout
from caseload.words import say

# The drawing library reads its fonts with one shared cursor.
_one_at_a_time = threading.Lock()


def pdf_of(printout: Printout, style: Style = STANDARD) -> bytes:
    """The PDF of ``printout``: tagged, PDF/UA-1, and the same bytes each time for the same words.

    Raises LettersMissing where the typeface lacks a letter.
    """
    letters: set[str] = set()
    composed: Printout = _composed(printout, letters)
    typeface.check("".join(letters - {"\n"}))
    with _one_at_a_time:
        return _drawn(composed, style)


@dataclass(frozen=True)
class _Layout:
    """Where everything falls: the tree of meaning, the line for a made-up page, the places."""

    root: Element
    made_up: Element | None
    placed: tuple[Placed, ...]

    @property
    def last(self) -> int:
        return self.placed[-1].page if self.placed else 0


def _laid_out(printout: Printout, types: Types, style: Style) -> _Layout:
    """One page where all fits on one, its number beside the small print; else as many as needed."""
    number = types.small.width_of(say("letters.page.number", page=1, pages=1)) + style.of(18)
    one = _layout(printout, style, foot=0.0, beside_small_print=number)
    if one.last == 0 and _ends_in_small_print(one.placed):
        return one
    return _layout(printout, style, foot=types.small.leading + style.of(14), beside_small_print=0.0)


def _layout(printout: Printout, style: Style, *, foot: float, beside_small_print: float) -> _Layout:
    root = Element("Document")
    made_up = root.child("P") if printout.made_up else None
    pieces = pieces_of(printout.blocks, style, root, beside_small_print=beside_small_print)
    top = style.top + (style.of(14) if made_up is not None else 0.0)
    return _Layout(root, made_up, paged(pieces, top, PAGE_HEIGHT - style.bottom - foot))


def _drawn(printout: Printout, style: Style) -> bytes:
    types = Types.of(style)
    layout = _laid_out(printout, types, style)
    ink = Ink()
    for page in range(layout.last + 1):
        if page > 0:
            ink.next_page()
        if layout.made_up is not None:
            _mark_made_up(ink, layout.made_up if page == 0 else None, types, style)
        here = [each for each in layout.placed if each.page == page]
        for each in here:
            each.piece.draw(ink, each.top)
        small_print = _ends_in_small_print(here)
        _draw_foot(ink, printout, (page, layout.last), types, style, small_print=small_print)
    return accessibility.finished(
        ink.finish(),
        layout.root,
        title=printout.title,
        author=printout.author,
        written=printout.written,
    )


def _ends_in_small_print(placed: Sequence[Placed]) -> bool:
    return bool(placed) and placed[-1].piece.at_foot


def _draw_foot(
    ink: Ink,
    printout: Printout,
    page_of: tuple[int, int],
    types: Types,
    style: Style,
    *,
    small_print: bool,
) -> None:
    """The number of the page, and on all but a single page whose document it is."""
    page, last = page_of
    top = PAGE_HEIGHT - style.bottom - types.small.leading
    if not small_print:
        ink.rule(style.side, top - style.of(4), style.width, thick=0.75, colour=HAIRLINE)
    number = say("letters.page.number", page=page + 1, pages=last + 1)
    with ink.ornament():
        types.small.draw(ink, number, style.side + style.width, top, right=True)
        if last > 0 or not small_print:
            room = style.width - types.small.width_of(number) - style.of(18)
            types.small.draw(ink, types.small.lines(printout.foot, room)[0], style.side, top)


def _mark_made_up(ink: Ink, element: Element | None, types: Types, style: Style) -> None:
    """A boxed line at the top of every page; read aloud on the first."""
    words = say("letters.page.made_up")
    top, pad = style.of(20), style.of(8)
    height = types.strong.leading + style.of(4)
    ink.box(style.side, top, types.strong.width_of(words) + 2 * pad, height, colour=TEXT)
    if element is not None:
        drawn(types.strong, words, element, style.side + pad)(ink, top + style.of(2))
        return
    with ink.ornament():
        types.strong.draw(ink, words, style.side + pad, top + style.of(2))


def _composed(value: Any, letters: set[str]) -> Any:
    """The same record with each accent joined to its letter; adds every letter to ``letters``."""
    if isinstance(value, str):
        made = typeface.composed(value)
        letters.update(made)
        return made
    if isinstance(value, tuple):
        return tuple(_composed(each, letters) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: _composed(getattr(value, each.name), letters) for each in fields(value)}
        return replace(value, **parts)
    return value
