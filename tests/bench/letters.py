"""Letters about one calculation: each format drawn, and 25 bound into one to print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from statistics import median

from caseload.better_off.case_reader import read_case
from caseload.better_off.comparison import compare
from caseload.better_off.rate_files import load_rate_book
from caseload.documents import better_off_letter_pdf
from caseload.documents.batch import on_fresh_sheets
from caseload.letters.better_off_letter import BetterOffLetter
from caseload.letters.blocks import Letterhead
from caseload.letters.composing import compose_better_off_letter
from caseload.letters.formats import LetterFormat
from caseload.letters.parties import Author, Recipient
from tests.bench.calculation import HOUSEHOLD
from tests.bench.measuring import milliseconds, told

TIMES = 20
LETTERS = 25
WRITTEN = date(2026, 11, 24)


def report() -> Iterator[str]:
    """Milliseconds for a letter of each format with two offers, and letters a second."""
    letter = _letter()
    drawn = {each: _drawing(letter, each) for each in LetterFormat}
    for each, time in drawn.items():
        yield told(f"a letter, {each}", time)
    yield told("standard letters a second", 1000 / drawn[LetterFormat.STANDARD])
    yield told(f"{LETTERS} letters drawn and bound into one", milliseconds(lambda: _batch(letter)))


def _drawing(letter: BetterOffLetter, letter_format: LetterFormat) -> float:
    draw = partial(better_off_letter_pdf, letter, letter_format)
    return median(milliseconds(draw) for _ in range(TIMES))


def _letter() -> BetterOffLetter:
    case = read_case(HOUSEHOLD)
    rates = load_rate_book().tax_year(case.tax_year)
    return compose_better_off_letter(
        compare(case.household, case.offers, rates),
        service=Letterhead("Willow Road", "12 Willow Road, London W3 4ZZ", "020 7946 0143"),
        client=Recipient("Dana Petrescu", "Dana"),
        author=Author("Nadia Farouk", "Employment Specialist", "020 7946 0199"),
        written=WRITTEN,
    )


def _batch(letter: BetterOffLetter) -> bytes:
    drawn = [better_off_letter_pdf(letter) for _ in range(LETTERS)]
    return on_fresh_sheets(drawn, title="Letters", author="Willow Road", written=WRITTEN)
