"""Beside the tables: why a figure is withheld, the audit, what is missing, what was sent before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from caseload.returns.periods import read_period
from caseload.returns.sent import SentReturn
from caseload.values.dates import long_date
from caseload.words import say
from ui.returns.sheets import FigureKey, figures_in
from ui.returns.view_model import ReturnsModel
from ui.widgets.buttons import Button, WrappedLink, link
from ui.widgets.cards import Card, empty_layout
from ui.widgets.filling import show_filled
from ui.widgets.mark_line import MarkLine
from ui.widgets.marks import Chip
from ui.widgets.text import label, small_heading

MOST_SENT = 6


class WhyCard(Card):
    """The chosen figure: why it is withheld, what is behind it, what it counts."""

    asked = Signal(object)

    def __init__(self, model: ReturnsModel) -> None:
        super().__init__(say("returns_page.why.shown_title"), tight=True)
        self._model = model
        self._key: FigureKey | None = None
        self.inside = label(say("returns_page.why.inside"), "table", "muted")
        self.name = label("", "table", strong=True)
        self.words = label("", "table")
        self.behind = link("")
        self.behind.clicked.connect(lambda: self.asked.emit(self._key))
        self._counts = small_heading(say("returns_page.why.counts"))
        self.counts = label("", "table")
        for part in (self.inside, self.name, self.words, self.behind, self._counts, self.counts):
            self.down.addWidget(part)
        self.show_figure(None, "")

    def show_figure(self, key: FigureKey | None, name: str) -> None:
        """Show a figure by its place and name; None says how to choose one."""
        self._key = key
        figure = self._model.figure(key) if key is not None else None
        for part in (self.inside, self.name, self.behind, self._counts, self.counts):
            part.setVisible(figure is not None)
        if figure is None or key is None:
            self.set_title(say("returns_page.why.shown_title"))
            self.words.setText(say("returns_page.why.choose"))
            return
        why = self._model.why(figure)
        self.set_title(say(f"returns_page.why.{'title' if why else 'shown_title'}"))
        self.name.setText(name)
        self.words.setText(self._words(why, figure.shown, figure.truth, changed=figure.changed))
        count = len(figure.records)
        self.behind.set_words(say("returns_page.records", count=count))
        self.behind.setVisible(bool(count))
        self.counts.setText(self._model.definition(key))

    def _words(self, why: str, shown: str, truth: int, *, changed: bool) -> str:
        if why:
            return why
        if changed:
            return say("returns_page.why.changed", truth=truth)
        return say("returns_page.why.shown_as", shown=shown, truth=truth)


class AuditCard(Card):
    """What the audit found, in words."""

    def __init__(self, model: ReturnsModel) -> None:
        super().__init__(say("returns_page.audit.title"), tight=True)
        self._model = model
        self.head.addWidget(Chip("positive", say("returns_page.audit.passed")))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.down.addLayout(self._lines)

    def show_audit(self) -> None:
        """Show the audit of the return that was made."""
        made = self._model.made
        empty_layout(self._lines)
        if made is None:
            return
        audit = made.audit
        earlier = len(audit.with_earlier)
        passed = [
            say("returns_page.audit.small"),
            say("returns_page.earlier", count=earlier)
            if earlier
            else say("returns_page.audit.earlier_none"),
            say("returns_page.audit.alone"),
            say("returns_page.audit.narrowest", count=audit.narrowest)
            if audit.narrowest is not None
            else say("returns_page.audit.nothing_bound"),
            say("returns_page.audit.file"),
        ]
        for words in passed:
            self._lines.addWidget(MarkLine("positive", words))
        count, withheld = figures_in(made)
        told = [
            say("returns_page.figures", count=audit.figures),
            say("returns_page.audit.withheld", withheld=withheld, all=count),
        ]
        self._lines.addWidget(label(" ".join(told), "small", "muted"))
        show_filled(self._lines)


class SentCard(Card):
    """The register: every return that left; ``opened`` asks to see one as it was sent."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(say("returns_page.sent.title"), tight=True)
        self.none = label(say("returns_page.sent.none"), "table", "muted")
        self.down.addWidget(self.none)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.down.addLayout(self._lines)
        self.lines: dict[str, Button] = {}

    def show_sent(self, sent: list[SentReturn]) -> None:
        """Show the newest of the register."""
        self.none.setVisible(not sent)
        empty_layout(self._lines)
        self.lines = {}
        for one in sent[:MOST_SENT]:
            period = read_period(one.period).name
            day = long_date(one.made_at.astimezone().date())
            line = WrappedLink(say("returns_page.sent.line", period=period, day=day))
            line.clicked.connect(partial(self.opened.emit, one.id))
            self.lines[one.id] = line
            self._lines.addWidget(line)
        show_filled(self._lines)
