"""Risk, lone-working and safe-contact lines, with the day each was reviewed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseload.clients.safety import SafetyKind
from caseload.words import say
from ui.client.glance import SafetyWords
from ui.theme import look
from ui.widgets.buttons import link
from ui.widgets.cards import empty_layout
from ui.widgets.flow import Flow
from ui.widgets.marks import Mark
from ui.widgets.safety_lines import KINDS
from ui.widgets.text import label


class HeadSafety(QWidget):
    """Each line with its kind and the day it was reviewed; a quiet sentence where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("client_page.safety_name"))
        self.add = link(say("client_page.add_safety"))
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(2)
        self._none = QWidget()
        across = Flow(self._none, gap=8)
        across.addWidget(label(say("client_page.no_safety"), "table", "muted", wrap=False))
        across.addWidget(self.add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._down.addWidget(self._none)
        self._down.addLayout(self._lines)

    def count(self) -> int:
        """How many lines stand."""
        return self._lines.count()

    def show_lines(self, lines: list[tuple[SafetyKind, SafetyWords]], *, may_add: bool) -> None:
        """Replace everything shown."""
        empty_layout(self._lines)
        self._none.setVisible(not lines)
        self.add.setVisible(may_add)
        for kind, words in lines:
            self._lines.addWidget(_SafetyLine(KINDS[kind], words))


class _SafetyLine(QWidget):
    def __init__(self, kind: str, words: SafetyWords) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        self._box.addWidget(Mark(kind, words.kind), 0, top)
        self._box.addWidget(label(words.words, "table"), 1, top)
        self._box.addWidget(label(words.reviewed, "small", "muted", wrap=False), 0, top)
        self._turn()

    def _turn(self) -> None:
        large = look().large_text
        self._box.setSpacing(2 if large else 10)
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(column if large else row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_box"):
            self._turn()
