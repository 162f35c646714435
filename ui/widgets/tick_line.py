"""A box to tick with words that may take several lines, and a mark or a muted line under them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from ui.theme import look
from ui.widgets.text import label


class TickLine(QWidget):
    """``TickLine("Ring Brookside", under="Due today", tone="info")``; ``ticked`` tells.

    The words belong to the box: pressing them ticks it, and a screen reader hears both lines.
    """

    ticked = Signal(bool)

    def __init__(self, words: str, *, under: str = "", tone: str = "muted") -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(under)
        self.box.toggled.connect(self.ticked)
        self._words = _Words(words, self.box)
        across = QGridLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setHorizontalSpacing(8)
        across.setVerticalSpacing(0)
        across.addWidget(self.box, 0, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 0, 1)
        if under:
            across.addWidget(label(under, "table", tone, strong=tone != "muted"), 1, 1)
        across.setColumnStretch(1, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.box)
        self._fit()

    def words(self) -> str:
        """What is to be ticked."""
        return self.box.accessibleName()

    def set_words(self, words: str) -> None:
        """Say something else."""
        self.box.setAccessibleName(words)
        self._words.setText(words)

    def is_ticked(self) -> bool:
        """Whether the box is ticked."""
        return self.box.isChecked()

    def set_ticked(self, ticked: bool) -> None:
        """Tick the box or take the tick away, without telling."""
        blocked = self.box.blockSignals(True)
        self.box.setChecked(ticked)
        self.box.blockSignals(blocked)

    def _fit(self) -> None:
        self.box.setFixedSize(look().px(24), look().px(24))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs another box."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_words"):
            self._fit()


class _Words(QLabel):
    """Words that tick their box when pressed."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        self._box = box
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "table")
        self.setWordWrap(True)
        self.setContentsMargins(0, 2, 0, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick, or take the tick away."""
        self._box.toggle()
        event.accept()
