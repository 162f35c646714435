"""The better-off letter in running words: the standard letter, and large print beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from caseload.letters.better_off_letter import BetterOffLetter
from caseload.letters.blocks import (
    Addressee,
    Block,
    Heading,
    Paragraph,
    Points,
    Printout,
    Row,
    Table,
    Title,
    Together,
)
from caseload.letters.parts import Part
from caseload.letters.tasks import When
from caseload.values.money import pounds
from caseload.words import say

_AFTER_TASKS = "could_change"
_ALWAYS = 2
"""Take-home pay and Universal Credit are told also where they are nothing."""


def standard_printout(letter: BetterOffLetter, *, whole: bool = True) -> Printout:
    """One table for all offers; ``whole`` keeps what to do on one side of the paper, and the end
    of the letter together.
    """
    return letter.laid_out([*_blocks(letter, (letter.table,), tasks=whole, end=whole)])


def large_print_printout(letter: BetterOffLetter) -> Printout:
    """The same words; a table for each offer, so that no amount is broken at that size."""
    tables = tables_by_offer(letter.table)
    return letter.laid_out([*_blocks(letter, tables, tasks=False, end=True)])


def tables_by_offer(table: Table) -> tuple[Table, ...]:
    """``table`` as one of three columns for each offer: the words, now, and the offer.

    A line that is nothing now and in this offer is in the tables of the others alone.
    """
    nothing = pounds(Decimal(0))
    tables = []
    for place in range(2, len(table.head)):
        rows = []
        for number, row in enumerate(table.rows):
            first, now, offer = row.cells[0], row.cells[1], row.cells[place]
            if row.total or number < _ALWAYS or not now == offer == nothing:
                rows.append(Row((first, now, offer), row.total, row.closes))
        tables.append(Table((*table.head[:2], table.head[place]), tuple(rows)))
    return tuple(tables)


def _blocks(
    letter: BetterOffLetter, tables: tuple[Table, ...], *, tasks: bool, end: bool
) -> Iterator[Block]:
    """``tasks`` and ``end`` say whether these parts go over to the next page whole."""
    lines = (letter.client.name, *letter.client.address_lines) if letter.client else ()
    yield letter.service
    yield Addressee(lines, letter.day)
    yield Title(letter.title)
    yield Paragraph("\n".join(filter(None, (letter.greeting, letter.start))))
    yield letter.answer
    if letter.offers:
        yield Points(letter.offers)
    yield from tables
    for part in letter.parts:
        if part.key != _AFTER_TASKS:
            yield from _told(part)
    yield from _held(tuple(_tasks(letter)), tasks)
    could_change = letter.part(_AFTER_TASKS)
    if could_change is not None:
        yield from _told(could_change)
    yield from _held(tuple(_end(letter)), end)


def _held(blocks: tuple[Block, ...], whole: bool) -> tuple[Block, ...]:
    return (Together(blocks),) if whole else blocks


def _end(letter: BetterOffLetter) -> Iterator[Block]:
    yield Heading(say("letters.better_off.heading.basis"))
    yield Paragraph(letter.basis.words)
    if letter.own_line:
        yield Paragraph(letter.own_line, apart=True)
    yield Paragraph(f"{letter.ring}\n{letter.signed}", apart=True)


def _tasks(letter: BetterOffLetter) -> Iterator[Block]:
    yield Heading(say("letters.better_off.heading.to_do"))
    for part in letter.tasks:
        yield Heading(part.heading, level=3)
        yield Points(tuple(told.words for told in part.told), boxes=part.key != When.LATER)


def _told(part: Part) -> Iterator[Block]:
    yield Heading(part.heading)
    yield Points(tuple(told.words for told in part.told))
