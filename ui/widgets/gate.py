"""The quiet page before the work: one column in the middle, nothing of the record in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label


class Gate(QWidget):
    """``gate.down`` is a column ``width`` pixels wide, in the middle, that scrolls when it must."""

    def __init__(self, *, width: int = 424, foot: str = "") -> None:
        super().__init__()
        self._column_width = width
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        self._scroll = ScrollColumn(margins=(24, 24, 24, 24), spacing=0)
        around.addWidget(self._scroll, 1)
        across = QHBoxLayout()
        across.addStretch(1)
        self._column = QWidget()
        self.down = QVBoxLayout(self._column)
        self.down.setContentsMargins(0, 0, 0, 0)
        self.down.setSpacing(12)
        across.addWidget(self._column)
        across.addStretch(1)
        self._scroll.down.addStretch(2)
        self._scroll.down.addLayout(across)
        self._scroll.down.addStretch(3)
        if foot:
            words = label(foot, "small", "muted")
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setContentsMargins(24, 0, 24, 10)
            around.addWidget(words)
        self._fit()

    def _fit(self) -> None:
        width = min(look().px(self._column_width), max(320, self.width() - 72))
        self._column.setFixedWidth(width)

    def resizeEvent(self, event: object) -> None:
        """The column gives way in a narrow window."""
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size widens the column."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_column"):
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page's ground, so that nothing shines through."""
        QPainter(self).fillRect(self.rect(), look().colour("surface"))


class Emblem(QWidget):
    """A white icon on an accent square, beside the title of a gate."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(look().px(40), look().px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Square, then icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("accent"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        size = look().px(22)
        at = (self.width() - size) // 2
        painter.drawPixmap(at, at, look().pixmap(self._icon, "on_accent", 22, self))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()


def gate_head(title: str, sentence: str, icon: str = "") -> QWidget:
    """Emblem, title and one sentence."""
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 8)
    across.setSpacing(12)
    if icon:
        across.addWidget(Emblem(icon), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(title, "title"))
    if sentence:
        words.addWidget(label(sentence, "body", "muted"))
    across.addLayout(words, 1)
    return made
