"""The better-off letter: what a job would mean for the client's money, in words to take home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.letters.basis import Basis
from caseload.letters.blocks import Answer, Block, Letterhead, Printout, Table, unbroken
from caseload.letters.outcomes import Outcome
from caseload.letters.parties import Author, Recipient
from caseload.letters.parts import NotYet, Part
from caseload.values.dates import long_date
from caseload.words import say


@dataclass(frozen=True)
class BetterOffLetter:
    """What one letter says, part by part; every format is laid out from these parts.

    ``offers`` says which is offer A, B and C, where they need letters; ``outcomes`` what each comes
    to; ``not_yet`` names the costs that are not taken off. ``start`` and ``ring`` say whom to ask.
    ``own_line`` is a line that the member of staff added. ``client`` is None for a household that
    is nobody's record.
    """

    service: Letterhead
    client: Recipient | None
    author: Author
    written: date
    title: str
    start: str
    answer: Answer
    offers: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    not_yet: tuple[NotYet, ...]
    table: Table
    parts: tuple[Part, ...]
    tasks: tuple[Part, ...]
    basis: Basis
    own_line: str
    ring: str
    made_up: bool = False

    def part(self, key: str) -> Part | None:
        """The part of that key; None where there is nothing to tell in it."""
        return next((part for part in self.parts if part.key == key), None)

    @property
    def day(self) -> str:
        """The day of the letter in words."""
        return long_date(self.written)

    @property
    def greeting(self) -> str:
        """``Dear Dana,``; empty where it is addressed to nobody."""
        return say("letters.better_off.dear", name=self.client.addressed) if self.client else ""

    @property
    def signed(self) -> str:
        """Who answers for it, and their role."""
        return say("letters.better_off.signed.by", name=self.author.name, role=self.author.role)

    def laid_out(self, blocks: list[Block]) -> Printout:
        """``blocks`` as a document that says whose it is, so that no two are mixed up."""
        return Printout(
            title=self._named("document", self.day),
            blocks=tuple(blocks),
            written=self.written,
            author=self.service.name,
            foot=self._named("foot", unbroken(self.day)),
            made_up=self.made_up,
        )

    def _named(self, what: str, day: str) -> str:
        if self.client is None:
            return say(f"letters.better_off.{what}_of_nobody", date=day)
        return say(f"letters.better_off.{what}", name=self.client.name, date=day)
