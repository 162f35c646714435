"""What the chosen offer changes, and what the member of staff should check before saying so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt

from caseload.better_off.answer import FactKind, OfferAnswer
from caseload.words import say
from ui.widgets.cards import Card
from ui.widgets.mark_line import MarkLine
from ui.widgets.text import small_heading

_Line = tuple[str, str]
"""Kind of mark, sentence."""

CHANGES = (
    ("changes", "info", (FactKind.CHANGES,)),
    ("check", "warning", (FactKind.CHECK,)),
    ("stays", "positive", (FactKind.STAYS,)),
    ("to_do", "neutral", (FactKind.TO_DO,)),
)
"""The parts of the client's side: name, mark, kinds of fact."""

STAFF = (
    ("warning", "warning", (FactKind.WARNING,)),
    ("left_out", "neutral", (FactKind.LEFT_OUT,)),
)
"""The parts of the staff's side."""

Parts = tuple[tuple[str, str, tuple[FactKind, ...]], ...]


class FactsCard(Card):
    """Small headings, each over its sentences; sentences are the staff's own or the client's."""

    def __init__(self, title: str, parts: Parts) -> None:
        super().__init__(title, tight=True)
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._parts = parts
        self._blocks = {name: _Block(name) for name, _, _ in parts}
        for block in self._blocks.values():
            self.down.addWidget(block.heading)
            self.down.addWidget(block)
        self.down.addStretch()

    def show_facts(self, answer: OfferAnswer | None, *, to_client: bool) -> None:
        """The facts of an answer."""
        for name, mark, kinds in self._parts:
            facts = answer.told(*kinds) if answer is not None else ()
            said = (fact.you if to_client else fact.staff for fact in facts)
            block = self._blocks[name]
            block.show_lines([(mark, words) for words in said if words])
            part = "to_do_you" if to_client and name == "to_do" else name
            block.heading.setText(say(f"better_off_page.facts.{part}"))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(" ".join(self.sentences()))

    def sentences(self) -> list[str]:
        """Everything said."""
        return [words for block in self._blocks.values() for words in block.sentences()]


class _Block(Card):
    """The sentences under one small heading; widgets are used again."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.heading = small_heading(say(f"better_off_page.facts.{name}"))
        self.down.setContentsMargins(0, 0, 0, 6)
        self.down.setSpacing(4)
        self._lines: list[MarkLine] = []

    def show_lines(self, lines: Sequence[_Line]) -> None:
        while len(self._lines) < len(lines):
            made = MarkLine("info", "")
            self._lines.append(made)
            self.down.addWidget(made)
        for at, line in enumerate(self._lines):
            if at < len(lines):
                line.set_line(*lines[at])
            line.setVisible(at < len(lines))
        self.heading.setVisible(bool(lines))
        self.setVisible(bool(lines))

    def sentences(self) -> list[str]:
        return [line.words() for line in self._lines if not line.isHidden()]


def check_lines(answers: Iterable[tuple[str, OfferAnswer]]) -> list[str]:
    """What may stop, once for all offers of which it is true: ``B and C: free …``."""
    letters: dict[str, list[str]] = {}
    answered = list(answers)
    for letter, answer in answered:
        for fact in answer.told(FactKind.CHECK):
            letters.setdefault(fact.staff, []).append(letter)
    return [
        sentence
        if len(found) == len(answered)
        else say("better_off_page.facts.of", letters=_joined(found), sentence=sentence)
        for sentence, found in letters.items()
    ]


def _joined(letters: Sequence[str]) -> str:
    if len(letters) < 2:
        return "".join(letters)
    return say("better_off_page.facts.and", first=", ".join(letters[:-1]), last=letters[-1])
