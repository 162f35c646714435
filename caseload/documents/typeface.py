"""The one typeface of everything we print: Source Sans 3, embedded, in two weights."""

from __future__ import annotations

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from caseload import paths
from caseload.errors import CaseloadError
from caseload.words import say

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-SemiBold"

_NO_BREAK = "\u00a0"


class LettersMissing(CaseloadError):
    """The typeface lacks a letter of the words to print, so a name would come out with a gap."""


@cache
def load() -> None:
    """Make both weights known to the drawing library, once."""
    for name in (REGULAR, SEMIBOLD):
        pdfmetrics.registerFont(TTFont(name, str(paths.resource("fonts", f"{name}.ttf"))))


@cache
def _letters(font: str) -> frozenset[int]:
    load()
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


def composed(text: str) -> str:
    """``text`` with each accent joined to its letter; some computers keep them apart."""
    return unicodedata.normalize("NFC", text)


def check(text: str) -> None:
    """Raise LettersMissing, naming the letters, where ``text`` holds any that we cannot draw."""
    missing = sorted(
        {
            letter
            for letter in text
            if letter != _NO_BREAK
            and not all(ord(letter) in _letters(font) for font in (REGULAR, SEMIBOLD))
        }
    )
    if missing:
        raise LettersMissing(say("letters.typeface.missing", letters=" ".join(missing)))


def width_of(text: str, font: str, size: float) -> float:
    """How wide ``text`` is drawn, in points."""
    load()
    width: float = pdfmetrics.stringWidth(text, font, size)
    return width


def lines_of(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """``text`` in lines no wider than ``width`` points, broken at spaces.

    A line keeps the space at which it was broken, so that words read aloud stay apart; that space
    is not counted in its width. A no-break space holds its words together; a word wider than the
    whole line is broken where the line ends. A line break in ``text`` stays one. Never empty.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if width_of(longer, font, size) <= width:
                line = longer
                continue
            if line:
                lines.append(f"{line} ")
            line = word
            while width_of(line, font, size) > width:
                fits = _fitting(line, font, size, width)
                lines.append(line[:fits])
                line = line[fits:]
        lines.append(f"{line} ")
    lines[-1] = lines[-1][:-1]
    return tuple(lines)


def _fitting(word: str, font: str, size: float, width: float) -> int:
    """How many letters of ``word`` fit in ``width``; at least one, and accents stay on theirs."""
    fits = 1
    while fits < len(word) and width_of(word[: fits + 1], font, size) <= width:
        fits += 1
    # Where held-together words are wider than a line, they part at their own space first.
    space = word.rfind(_NO_BREAK, 1, fits)
    if space > 0:
        return space + 1
    while 1 < fits < len(word) and unicodedata.combining(word[fits]):
        fits -= 1
    return fits
