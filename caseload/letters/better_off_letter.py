"""The better-off letter: what a job would mean for the client's money, in words to take home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.letters.blocks import (
    Addressee,
    Answer,
    Block,
    Closing,
    Heading,
    Letterhead,
    Paragraph,
    Points,
    Printout,
    Table,
    Title,
    unbroken,
)
from caseload.letters.parties import Author, Recipient
from caseload.values.dates import long_date
from caseload.words import say


@dataclass(frozen=True)
class BetterOffLetter:
    """What one letter says, part by part; every format is laid out from these parts.

    ``offers`` says which is offer A, B and C, where they need letters. ``why`` is how pay changes
    Universal Credit, and may be empty. ``changes`` begins with what stops. ``own_line`` is a line
    that the member of staff added. ``client`` is None for a household that is nobody's record.
    """

    service: Letterhead
    client: Recipient | None
    author: Author
    written: date
    title: str
    answer: Answer
    offers: tuple[str, ...]
    table: Table
    why_heading: str
    why: tuple[str, ...]
    changes: tuple[str, ...]
    to_do: tuple[str, ...]
    left_out: tuple[str, ...]
    watch: tuple[str, ...]
    ring: str
    own_line: str
    small_print: str
    made_up: bool = False

    def printout(self) -> Printout:
        """The standard letter, and large print, which differs only in size."""
        day = long_date(self.written)
        lines = (self.client.name, *self.client.address_lines) if self.client else ()
        blocks: list[Block] = [self.service, Addressee(lines, day), Title(self.title)]
        if self.client:
            blocks.append(Paragraph(say("letters.better_off.dear", name=self.client.addressed)))
        blocks.append(self.answer)
        if self.offers:
            blocks.append(Points(self.offers))
        blocks.append(self.table)
        if self.why:
            blocks += [Heading(self.why_heading), *(Paragraph(text) for text in self.why)]
        blocks += self._points("changes", self.changes)
        blocks += self._points("to_do", self.to_do)
        if self.watch:
            blocks += self._points("watch", self.watch)
        if self.left_out:
            blocks += self._points("left_out", self.left_out)
        if self.own_line:
            blocks.append(Paragraph(self.own_line, apart=True))
        signed = say("letters.better_off.signed.by", name=self.author.name, role=self.author.role)
        blocks += [Paragraph(self.ring, apart=True), Paragraph(signed), Closing(self.small_print)]
        return Printout(
            title=self._named("document", day),
            blocks=tuple(blocks),
            written=self.written,
            author=self.service.name,
            foot=self._named("foot", unbroken(day)),
            made_up=self.made_up,
        )

    def _named(self, what: str, day: str) -> str:
        """The document's title or foot, which say whose it is so that no two are mixed up."""
        if self.client is None:
            return say(f"letters.better_off.{what}_of_nobody", date=day)
        return say(f"letters.better_off.{what}", name=self.client.name, date=day)

    @staticmethod
    def _points(part: str, items: tuple[str, ...]) -> list[Block]:
        return [Heading(say(f"letters.better_off.heading.{part}")), Points(items)]
