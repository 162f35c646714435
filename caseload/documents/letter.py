"""The better-off letter on paper: 13 point, two pages at most."""

from __future__ import annotations

from caseload.documents.pages import pdf_of
from caseload.documents.preview import page_count
from caseload.documents.type_and_paper import STANDARD, Style
from caseload.letters.better_off_letter import BetterOffLetter

MOST_PAGES = 2

_SIZES = (STANDARD, Style(body=12.5), Style(body=12))
"""A letter of three very different offers is set a little smaller, before it takes a third page."""


def better_off_letter_pdf(letter: BetterOffLetter) -> bytes:
    """The PDF that is previewed, printed and filed: the same bytes for the same letter.

    Raises LettersMissing where a name holds a letter that the typeface lacks.
    """
    printout = letter.printout()
    made = b""
    for style in _SIZES:
        made = pdf_of(printout, style)
        if page_count(made) <= MOST_PAGES:
            break
    return made
