"""Everything we print: accessible PDF, and its pages as pictures.

``pdf_of(printout)`` makes the bytes that are previewed, printed and filed; the blocks of a
printout are in ``caseload.letters.blocks``.
"""

from caseload.documents.letter import better_off_letter_pdf
from caseload.documents.pages import pdf_of
from caseload.documents.preview import (
    Picture,
    page_count,
    page_png,
    page_sizes,
    render_page,
    text_of,
)
from caseload.documents.recovery_key import recovery_key_sheet
from caseload.documents.type_and_paper import STANDARD, Style
from caseload.documents.typeface import LettersMissing

__all__ = [
    "STANDARD",
    "LettersMissing",
    "Picture",
    "Style",
    "better_off_letter_pdf",
    "page_count",
    "page_png",
    "page_sizes",
    "pdf_of",
    "recovery_key_sheet",
    "render_page",
    "text_of",
]
