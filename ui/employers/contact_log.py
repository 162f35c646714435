"""The history of an employer: every contact, newest first, visits counted from the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from ui.theme import look
from ui.theme.shapes import draw_ring
from ui.widgets.cards import empty_layout, hairline
from ui.widgets.filling import show_filled
from ui.widgets.marks import Mark
from ui.widgets.text import label

DAY_WIDTH, HOW_WIDTH = 92, 116


@dataclass(frozen=True, slots=True)
class LogLine:
    """A contact as it is read; ``visit`` marks a visit, ``spoken`` is all of it in one sentence."""

    id: str
    day: str
    how: str
    visit: bool
    words: str
    under: str
    spoken: str
    opens: bool


class ContactLog(QWidget):
    """``show_lines([...])``; Up and Down move, Enter on one's own contact emits ``opened``."""

    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._lines: list[_Line] = []
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Replace all lines."""
        empty_layout(self._down)
        self._lines = []
        for line in lines:
            row = _Line(line)
            row.opened.connect(self.opened)
            row.stepped.connect(self._step)
            self._lines.append(row)
            self._down.addWidget(hairline())
            self._down.addWidget(row)
        show_filled(self._down)
        self._rove(0)

    def line(self, contact_id: str) -> QWidget:
        """The widget of a contact."""
        return next(row for row in self._lines if row.line.id == contact_id)

    def _step(self, steps: int) -> None:
        at = next((n for n, row in enumerate(self._lines) if row.hasFocus()), 0)
        at = min(max(0, at + steps), len(self._lines) - 1)
        self._rove(at)
        self._lines[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _rove(self, at: int) -> None:
        for n, row in enumerate(self._lines):
            here = n == at
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


class _Line(QFrame):
    opened = Signal(str)
    stepped = Signal(int)

    def __init__(self, line: LogLine) -> None:
        super().__init__()
        self.line = line
        self.setAccessibleName(line.spoken)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(4, 8, 4, 8)
        self._box.setSpacing(8)
        self._day = label(line.day, "table", "muted", wrap=False)
        self._how: QWidget
        self._how = Mark("positive", line.how) if line.visit else label(line.how, "table", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        if line.words:
            words.addWidget(label(line.words, "table"))
        if line.under:
            words.addWidget(label(line.under, "table", "muted"))
        self._box.addWidget(self._day, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self._how, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(words, 1)
        self._dress()

    def _dress(self) -> None:
        large = look().large_text
        down, row = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if large else row)
        self._box.setSpacing(2 if large else 8)
        for part, width in ((self._day, DAY_WIDTH), (self._how, HOW_WIDTH)):
            part.setMinimumWidth(0 if large else look().px(width))
            part.setMaximumWidth(16_777_215 if large else look().px(width))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_how"):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            box = QRectF(self.rect()).adjusted(0, 2, 0, -2)
            draw_ring(QPainter(self), box, look().colour("focus"), 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.opens:
            self.opened.emit(self.line.id)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        if self.line.opens:
            self.opened.emit(self.line.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
