"""What stays in sight at large text while the page scrolls: the name and the safety lines."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.client import glance
from ui.client.safety_lines import KINDS
from ui.client.view_model import ClientViewModel
from ui.widgets.cards import empty_layout, hairline
from ui.widgets.marks import Mark
from ui.widgets.text import OneLine


class Pinned(QFrame):
    """One line each; the whole lines with their dates stand in the head below."""

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "top")
        self.name = OneLine("", "heading")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 6, 0, 0)
        down.setSpacing(2)
        words = QVBoxLayout()
        words.setContentsMargins(24, 0, 24, 6)
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addLayout(self._lines)
        down.addLayout(words)
        down.addWidget(hairline())

    def refresh(self) -> None:
        """Show the client in sight."""
        self.name.setText(self._model.name())
        empty_layout(self._lines)
        for line, words in zip(self._model.header.safety, glance.safety(self._model), strict=True):
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(12)
            across.addWidget(Mark(KINDS[line.kind], words.kind))
            across.addWidget(OneLine(words.words, "table"), 1)
            self._lines.addWidget(row)
