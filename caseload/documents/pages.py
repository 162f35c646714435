"""A printout as the bytes of a PDF: set, paged, drawn and tagged."""

from __future__ import annotations

import threading
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

_MADE_UP_TOP = 20
"""How far from the top the line for a made-up page begins, in the standard format."""


def pdf_of(printout: Printout, style: Style = STANDARD) -> bytes:
    """The PDF of ``printout``: tagged, PDF/UA-1, and the same bytes each time for the same words.

    Raises LettersMissing where the typeface lacks a letter.
    """
    letters: set[str] = set()
    composed: Printout = _composed(printout, letters)
    typeface.check("".join(letters - {"\n"}))
    with _one_at_a_time:
        return _drawn(composed, style)


def count_pages(printout: Printout, style: Style = STANDARD) -> int:
    """How many pages ``printout`` would take, without drawing it."""
    composed: Printout = _composed(printout, set())
    with _one_at_a_time:
        return _laid_out(composed, Types.of(style), style).last + 1


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
    root = Element("Document")
    made_up = root.child("P") if printout.made_up else None
    pieces = pieces_of(printout.blocks, style, root)
    top = style.top
    if made_up is not None:
        top = max(top + style.of(14), style.of(_MADE_UP_TOP + 14) + types.strong.leading)
    foot = types.small.leading + style.of(14)
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
        for each in layout.placed:
            if each.page == page:
                each.piece.draw(ink, each.top)
        _draw_foot(ink, printout, (page, layout.last), types, style)
    return accessibility.finished(
        ink.finish(),
        layout.root,
        title=printout.title,
        author=printout.author,
        written=printout.written,
    )


def _draw_foot(
    ink: Ink, printout: Printout, page_of: tuple[int, int], types: Types, style: Style
) -> None:
    """Whose document it is, and the number of the page."""
    page, last = page_of
    top = PAGE_HEIGHT - style.bottom - types.small.leading
    ink.rule(style.side, top - style.of(4), style.width, thick=0.75, colour=HAIRLINE)
    number = say("letters.page.number", page=page + 1, pages=last + 1)
    with ink.ornament():
        types.small.draw(ink, number, style.side + style.width, top, right=True)
        room = style.width - types.small.width_of(number) - style.of(18)
        types.small.draw(ink, types.small.lines(printout.foot, room)[0], style.side, top)


def _mark_made_up(ink: Ink, element: Element | None, types: Types, style: Style) -> None:
    """A boxed line at the top of every page; read aloud on the first."""
    words = say("letters.page.made_up")
    top, pad = style.of(_MADE_UP_TOP), style.of(8)
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
