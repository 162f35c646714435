"""Strips across the window: a banner that stays, and work under way with its Cancel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar

from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.marks import Mark
from ui.widgets.text import label


class Banner(QFrame):
    """A sentence that stays: made-up people, read only. Hidden while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 4, 24, 4)
        self._mark = Mark("warning", "")
        self._words = label("", "table", "warning", strong=True)
        across.addWidget(self._mark)
        across.addWidget(self._words, 1)
        self.hide()

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Say something, or nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))


class BusyStrip(QFrame):
    """'Working' with a bar and Cancel; shown when work has lasted over 400 ms."""

    cancelled = Signal()

    def __init__(self, words: str, cancel: str) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 6, 24, 6)
        across.setSpacing(12)
        self._icon = QLabel()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self._bar.setMaximumWidth(200)
        self.cancel = Button(cancel, small=True)
        self.cancel.clicked.connect(self.cancelled)
        across.addWidget(self._icon)
        across.addWidget(label(words, "table", wrap=False))
        across.addWidget(self._bar)
        across.addStretch()
        across.addWidget(self.cancel)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        self._icon.setPixmap(look().pixmap("clock", "muted", 16, self))

    def changeEvent(self, event: QEvent) -> None:
        """A new palette recolours the icon."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "cancel"):
            self._dress()
