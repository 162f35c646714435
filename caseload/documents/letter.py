"""The better-off letter on paper: 13 point on two pages at most, large print and easy read."""

from __future__ import annotations

from itertools import product

from caseload.documents.pages import count_pages, pdf_of
from caseload.documents.type_and_paper import EASY_READ, LARGE_PRINT, STANDARD, Style
from caseload.letters.better_off_letter import BetterOffLetter
from caseload.letters.easy_read import easy_read_printout
from caseload.letters.formats import LetterFormat
from caseload.letters.running_pages import large_print_printout, standard_printout

MOST_PAGES = (2, 3)
"""Two pages where that can be; three for the rare letter that says more than two can hold."""

_SIZES = (
    STANDARD,
    Style(body=12.5),
    Style(body=12, air=0.9),
    Style(body=12, air=0.7, top=38, bottom=22),
    Style(body=12, air=0.5, top=34, bottom=20),
)
"""A letter of three very different offers is set a little smaller and closer, before it takes a
third page; never under 12 point.
"""


def better_off_letter_pdf(
    letter: BetterOffLetter,
    format: LetterFormat = LetterFormat.STANDARD,  # noqa: A002 - the word that people use for it
) -> bytes:
    """The PDF that is previewed, printed and filed: the same bytes for the same letter.

    Raises LettersMissing where a name holds a letter that the typeface lacks.
    """
    if format is LetterFormat.LARGE_PRINT:
        return pdf_of(large_print_printout(letter), LARGE_PRINT)
    if format is LetterFormat.EASY_READ:
        return pdf_of(easy_read_printout(letter), EASY_READ)
    return _standard(letter)


def _standard(letter: BetterOffLetter) -> bytes:
    whole, parted = (standard_printout(letter, whole=each) for each in (True, False))
    for most, style, printout in product(MOST_PAGES, _SIZES, (whole, parted)):
        if count_pages(printout, style) <= most:
            return pdf_of(printout, style)
    return pdf_of(parted, _SIZES[-1])
