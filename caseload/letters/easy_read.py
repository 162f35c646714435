"""The better-off letter in easy read: short sentences, one idea a line, a picture beside each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from caseload.letters.better_off_letter import BetterOffLetter
from caseload.letters.blocks import (
    Addressee,
    Bar,
    Bars,
    Block,
    Heading,
    Paragraph,
    Pictured,
    Printout,
    Title,
    Together,
)
from caseload.letters.outcomes import Outcome
from caseload.letters.parts import Part
from caseload.letters.pictures import Picture, picture_of
from caseload.letters.running_pages import tables_by_offer
from caseload.letters.telling import Told
from caseload.values.money import pounds
from caseload.words import say

_SENTENCE_END = re.compile(r"(?<=[.?:])\s+")
_MONEY = {
    "better": Picture.MORE_MONEY,
    "worse": Picture.LESS_MONEY,
    "same": Picture.SAME_MONEY,
}


def easy_read_printout(letter: BetterOffLetter) -> Printout:
    """Everything that the standard letter tells, in the order in which it matters."""
    return letter.laid_out([*_blocks(letter)])


def in_lines(text: str) -> tuple[str, ...]:
    """Each sentence on a line of its own."""
    return tuple(part for part in _SENTENCE_END.split(text) if part)


def _blocks(letter: BetterOffLetter) -> Iterator[Block]:
    yield letter.service
    if letter.client and letter.client.address_lines:
        yield Addressee((letter.client.name, *letter.client.address_lines), letter.day)
    yield Title(letter.title)
    yield Pictured(Picture.LETTER, tuple(_opening(letter)))
    for outcome in letter.outcomes:
        yield from _outcome(outcome, named=len(letter.outcomes) > 1 or bool(outcome.employer))
    yield from _so_far(letter)
    for part in letter.parts:
        if part.key != "could_change":
            yield from _told(part)
    yield Heading(say("letters.better_off.heading.to_do"))
    for part in letter.tasks:
        yield from _told(part, level=3)
    could_change = letter.part("could_change")
    if could_change is not None:
        yield from _told(could_change)
    yield Heading(say("letters.easy.sums"))
    yield from tables_by_offer(letter.table)
    yield from _basis(letter)
    if letter.own_line:
        yield Paragraph(letter.own_line, apart=True)
    yield Pictured(Picture.PHONE, (*in_lines(letter.ring), letter.signed))


def _opening(letter: BetterOffLetter) -> Iterator[str]:
    if letter.client:
        yield say("letters.easy.for", name=letter.client.name)
    yield say("letters.easy.from", name=letter.author.name)
    yield say("letters.easy.written", date=letter.day)
    yield from in_lines(letter.start)


def _outcome(outcome: Outcome, *, named: bool) -> Iterator[Block]:
    """One offer: how much more or less, what becomes of benefits, and both amounts as bars."""
    lines = [say(f"letters.easy.{outcome.how}", amount=pounds(outcome.week))]
    lines.append(say(f"letters.easy.{outcome.how}_month", amount=pounds(outcome.month)))
    if outcome.stops:
        lines.append(say("letters.better_off.box.stops_too", names=outcome.stops))
    elif outcome.goes_down:
        lines += in_lines(say("letters.easy.down"))
    if outcome.how == "worse":
        lines += in_lines(say("letters.easy.talk"))
    most = max(outcome.now, outcome.left)
    in_work = "after_costs" if outcome.has_costs else "in_work"
    money = (
        (say("letters.easy.now"), outcome.now),
        (say(f"letters.easy.{in_work}"), outcome.left),
    )
    yield Heading(_name(outcome, named=named))
    yield Together(
        (
            Pictured(_MONEY[outcome.how], tuple(lines), strong=1),
            Bars(
                tuple(
                    Bar(
                        name,
                        say("letters.easy.a_month", amount=pounds(amount)),
                        float(amount / most) if most > 0 else 0.0,
                    )
                    for name, amount in money
                )
            ),
        )
    )


def _name(outcome: Outcome, *, named: bool) -> str:
    head = say("letters.easy.if_you_work", hours=outcome.hours)
    if outcome.employer:
        head = say("letters.easy.if_you_work_at", hours=outcome.hours, employer=outcome.employer)
    letter = outcome.label.letter
    return say("letters.easy.offer", letter=letter, words=head) if letter and named else head


def _so_far(letter: BetterOffLetter) -> Iterator[Block]:
    """That it is an estimate, and what the figures do not hold."""
    yield Pictured(Picture.PAPER, in_lines(say("letters.easy.estimate")))
    for missing in letter.not_yet:
        head = say("letters.easy.not_yet")
        if missing.whose:
            head = say("letters.easy.not_yet_of", whose=missing.whose)
        yield Pictured(Picture.LESS_MONEY, (head, *map(_capital, missing.costs)))


def _told(part: Part, *, level: int = 2) -> Iterator[Block]:
    yield Heading(part.heading, level=level)
    for told in part.told:
        yield Pictured(picture_of(told.code, part.key), tuple(_lines(told)))


def _lines(told: Told) -> Iterator[str]:
    if told.whose:
        yield say("letters.easy.whose", label=told.whose)
    yield from in_lines(told.sentence)


def _basis(letter: BetterOffLetter) -> Iterator[Block]:
    basis = letter.basis
    yield Heading(say("letters.better_off.heading.basis"))
    yield Pictured(Picture.CALENDAR, in_lines(basis.estimate))
    told = (say("letters.easy.you_told_me"), *map(_capital, basis.told))
    yield Pictured(Picture.ASK, told)
    yield Pictured(Picture.PAPER, _flat(in_lines(note) for note in basis.notes))


def _flat(groups: Iterator[Sequence[str]]) -> tuple[str, ...]:
    return tuple(line for group in groups for line in group)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
