"""What stays in sight at large text while the page scrolls: the name and the safety lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseload.words import say
from ui.client import glance
from ui.client.view_model import ClientViewModel
from ui.theme import look
from ui.widgets.cards import empty_layout, hairline
from ui.widgets.marks import Mark
from ui.widgets.safety_lines import KINDS
from ui.widgets.text import OneLine, label


class Pinned(QFrame):
    """The lines that stand under the name elsewhere, with the day each was reviewed."""

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__()
        self._model = model
        self._large = look().large_text
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
        look().changed.connect(self._look_changed)

    def refresh(self) -> None:
        """Show the client in sight."""
        self._large = look().large_text
        self.name.setText(self._model.name())
        empty_layout(self._lines)
        for line, words in zip(self._model.header.safety, glance.safety(self._model), strict=True):
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(12)
            across.addWidget(Mark(KINDS[line.kind], words.kind), 0, Qt.AlignmentFlag.AlignTop)
            if look().large_text:
                both = say("client_page.pinned", words=words.words, reviewed=words.reviewed)
                across.addWidget(label(both, "table"), 1)
            else:
                across.addWidget(label(words.words, "table"), 1)
                reviewed = label(words.reviewed, "small", "muted", wrap=False)
                across.addWidget(reviewed, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(row)

    def _look_changed(self) -> None:
        """A new text size says it in another way."""
        if self._model.is_open and self._large != look().large_text:
            self.refresh()
