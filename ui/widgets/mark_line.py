"""A status shape, or an icon, before a sentence that may take several lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.theme import look
from ui.theme.shapes import BOX, draw_mark
from ui.widgets.text import label, set_tone

_ICON = 16


class MarkLine(QWidget):
    """``MarkLine("warning", "Fares were not entered. The letter says so.")``.

    ``kind`` is positive, warning, danger, info or neutral, or the name of an icon. The words say
    it all; the shape only helps.
    """

    def __init__(
        self, kind: str, words: str, *, role: str = "table", tone: str = "text", icon: bool = False
    ) -> None:
        super().__init__()
        self._shape = _Shape(kind, icon=icon, role=role)
        self._label = label(words, role, tone)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._label, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> str:
        """What it says."""
        return self._label.text()

    def kind(self) -> str:
        """Which shape stands before it."""
        return self._shape.kind

    def label(self) -> QLabel:
        """The words' own widget."""
        return self._label

    def set_line(self, kind: str, words: str, tone: str = "text") -> None:
        """Say something else."""
        self._shape.kind = kind
        self._shape.update()
        self._label.setText(words)
        set_tone(self._label, tone)


class _Shape(QWidget):
    """The shape, as high as the first line of the words."""

    def __init__(self, kind: str, *, icon: bool, role: str) -> None:
        super().__init__()
        self.kind = kind
        self._icon = icon
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = _ICON if self._icon else round(BOX)
        return QSize(look().px(side), look().metrics(self._role).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._icon:
            drawn = look().pixmap(self.kind, "muted", _ICON, self)
            painter.drawPixmap(0, (self.height() - look().px(_ICON)) // 2, drawn)
            return
        middle = QPointF(0, self.height() / 2)
        draw_mark(painter, self.kind, middle, look().colour(self.kind), scale=look().text_scale)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
