"""The one typeface of everything we print: Source Sans 3, embedded, in two weights."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from caseload import paths
from caseload.errors import CaseloadError
from caseload.words import say

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-SemiBold"

_NO_BREAK = "\u00a0"

# Canonical combining class of accents above; heights as shares of the type size.
_ABOVE = 230
_CAPITAL = 0.13
_STACKED = 0.17

# A line keeps at least as many words when it gives one to the line below.
_FEW_WORDS = 4


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


@dataclass(frozen=True)
class Stretch:
    """Letters drawn in one go: how far from the line's beginning, and how far above its foot."""

    text: str
    across: float = 0.0
    up: float = 0.0


def stretches(text: str, font: str, size: float) -> tuple[Stretch, ...]:
    """``text`` parted where an accent has no joined form, as in Yoruba names: Ọ̀ṣun, Ẹ̀kọ́.

    The drawing library does not set such an accent on its letter, so each is placed over or under
    the middle of it, higher over a capital.
    """
    if not any(unicodedata.combining(letter) for letter in text):
        return (Stretch(text),)
    made: list[Stretch] = []
    begun, start, at = "", 0.0, 0.0
    base, stacked = "", 0
    for place, letter in enumerate(text):
        if not unicodedata.combining(letter) or place == 0:
            begun, base, stacked = begun + letter, letter, 0
            at += width_of(letter, font, size)
            continue
        if begun:
            made.append(Stretch(begun, start))
            begun = ""
        up = 0.0
        if unicodedata.combining(letter) == _ABOVE:
            up = (_CAPITAL if base.isupper() else 0.0) + stacked * _STACKED
            stacked += 1
        made.append(Stretch(letter, at - width_of(base, font, size) / 2, up * size))
        start = at
    if begun:
        made.append(Stretch(begun, start))
    return tuple(made)


def lines_of(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """``text`` in lines no wider than ``width`` points, broken at spaces.

    A line keeps the space at which it was broken, so that words read aloud stay apart; that space
    is not counted in its width. A no-break space holds its words together; a word wider than the
    whole line is broken where the line ends. A line break in ``text`` stays one. Never empty.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        first, line = len(lines), ""
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
        if len(lines) > first:
            lines[-1], line = _shared(lines[-1], line, font, size, width)
        lines.append(f"{line} ")
    lines[-1] = lines[-1][:-1]
    return tuple(lines)


def _shared(before: str, last: str, font: str, size: float, width: float) -> tuple[str, str]:
    """The last two lines, with a word moved down where the last has a single one."""
    words = before.split(" ")[:-1]
    longer = f"{words[-1]} {last}" if words else last
    if " " in last or len(words) < _FEW_WORDS or width_of(longer, font, size) > width:
        return before, last
    return " ".join(words[:-1]) + " ", longer


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
