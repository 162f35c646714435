"""Letters for the tests, made through the program's own door, and their tables read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from caseload.better_off.answer import BetterOff
from caseload.better_off.case_reader import read_case
from caseload.better_off.comparison import compare
from caseload.better_off.household import Household, Offer
from caseload.better_off.view import View
from caseload.documents import better_off_letter_pdf
from caseload.letters.better_off_letter import BetterOffLetter
from caseload.letters.blocks import Letterhead
from caseload.letters.composing import compose_better_off_letter
from caseload.letters.parties import Author, Recipient
from tests.better_off.households import published_cases, rates
from tests.documents.reading import tree_of

WRITTEN = date(2026, 11, 24)
SERVICE = Letterhead(
    "Willow Road Employment Support",
    "Willow Road Surgery, 12 Willow Road, London W3 4ZZ",
    "020 7946 0143",
)
DANA = Recipient("Dana Petrescu", "Dana", ("Flat 6, 41 Larch Street", "London W3 9ZZ"))
NAMES = ("Dana Petrescu", "Nadia Farouk", "Dana", "Employment Specialist")
NADIA = Author("Nadia Farouk", "Employment Specialist", "020 7946 0199")


def compose(result: BetterOff, **more: Any) -> BetterOffLetter:
    """The letter to Dana from Nadia."""
    parties = {"service": SERVICE, "client": DANA, "author": NADIA, "written": WRITTEN}
    return compose_better_off_letter(result, **{**parties, **more})


def letter(household: Household, *offers: Offer, **more: Any) -> BetterOffLetter:
    """The letter about these offers at the rates of 2026/27."""
    return compose(compare(household, offers, rates()), **more)


def pdf(household: Household, *offers: Offer, **more: Any) -> bytes:
    """The same as a PDF."""
    return better_off_letter_pdf(letter(household, *offers, **more))


@cache
def case_letters() -> dict[str, tuple[BetterOff, BetterOffLetter, bytes]]:
    """A letter for every published case, with all its offers."""
    made = {}
    for case in published_cases():
        read = read_case(case["inputs"])
        # In the view of the cases, so that the letter and what was published can be compared.
        result = compare(read.household, read.offers, rates(read.tax_year), View.CASES)
        composed = compose(result)
        made[case["id"]] = (result, composed, better_off_letter_pdf(composed))
    return made


Rows = dict[str, tuple[Decimal | None, ...]]
"""Each row's amounts by its words."""


def tables_of(pdf: bytes) -> list[tuple[tuple[str, ...], Rows]]:
    """Each table's column heads and rows, as they stand on the paper."""
    tables: list[list[list[str]]] = []
    for element in tree_of(pdf):
        if element.role == "Table":
            tables.append([])
        elif element.role == "TR":
            tables[-1].append([])
        elif element.role in {"TH", "TD"}:
            tables[-1][-1].append(element.words)
    return [
        (tuple(head), {row[0]: tuple(_amount(cell) for cell in row[1:]) for row in body})
        for head, *body in tables
    ]


def table_of(pdf: bytes) -> tuple[tuple[str, ...], Rows]:
    """The same of the one table of a standard letter."""
    (table,) = tables_of(pdf)
    return table


def _amount(cell: str) -> Decimal | None:
    return Decimal(cell.replace("£", "").replace(",", "").replace("−", "-")) if cell else None


def told(composed: BetterOffLetter, key: str) -> tuple[str, ...]:
    """What a part of the letter says, or its tasks of one time; nothing where it has none."""
    parts = {part.key: part for part in (*composed.parts, *composed.tasks)}
    return tuple(each.words for each in parts[key].told) if key in parts else ()


def sentences(composed: BetterOffLetter) -> Sequence[str]:
    """Everything that the letter says in whole sentences: the body without headings and table."""
    parts = (*composed.parts, *composed.tasks)
    return (
        composed.start,
        f"{composed.answer.lead} {composed.answer.answer}.",
        *composed.answer.below,
        *composed.offers,
        *(each.words for part in parts for each in part.told),
        composed.basis.estimate,
        *composed.basis.notes,
        composed.ring,
    )
