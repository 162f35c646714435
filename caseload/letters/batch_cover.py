"""The list on top of many letters: whose they are, how each goes, and whose is missing and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from caseload.letters.blocks import (
    Block,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Printout,
    Row,
    Table,
    Title,
)
from caseload.values.dates import long_date
from caseload.words import say


@dataclass(frozen=True)
class CoverLine:
    """One letter: whose it is, its format in words, whether it is posted, and its pages."""

    name: str
    kind: str
    posted: bool
    pages: int


def batch_cover_printout(
    lines: Sequence[CoverLine],
    missing: Sequence[tuple[str, str]],
    *,
    service: Letterhead,
    made_by: str,
    made: date,
    made_up: bool = False,
) -> Printout:
    """The list, for whoever puts the letters into envelopes; ``missing`` are names and reasons."""
    day = long_date(made)
    title = say("letter_batches.title", date=day)
    blocks: list[Block] = [
        service,
        Title(title),
        Paragraph(say("letter_batches.made", date=day, name=made_by)),
        Paragraph(say("letter_batches.count", count=len(lines))),
        Table(
            head=tuple(
                say(f"letter_batches.{head}") for head in ("client", "kind", "how", "pages")
            ),
            rows=tuple(_row(line) for line in lines),
            figures=False,
            shares=(5, 5, 3, 2),
        ),
    ]
    if missing:
        blocks += [Heading(say("letter_batches.not_in")), Facts(tuple(missing))]
    return Printout(
        title=title,
        blocks=tuple(blocks),
        written=made,
        author=service.name,
        foot=say("letter_batches.foot", date=day),
        made_up=made_up,
    )


def _row(line: CoverLine) -> Row:
    how = say("letter_batches.by_post" if line.posted else "letter_batches.by_hand")
    return Row((line.name, line.kind, how, str(line.pages)))
