"""What happened, newest first: date, icon, what, the words written, by whom."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import look
from ui.theme.shapes import draw_ring
from ui.widgets.cards import empty_layout
from ui.widgets.text import label

_ICON_COLUMN = 26


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timeline; ``when`` is a date as it is read ("17 November 2026")."""

    id: Hashable
    when: str
    icon: str
    title: str
    text: str = ""
    by: str = ""
    opens: bool = False


class Timeline(QWidget):
    """``timeline.show_entries([Entry(...), ...])``; Up and Down move, Enter emits ``opened``."""

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows: list[_EntryRow] = []
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Replace all entries."""
        empty_layout(self._down)
        self._rows = []
        for at, entry in enumerate(entries):
            row = _EntryRow(entry, last=at == len(entries) - 1)
            row.opened.connect(self.opened)
            row.stepped.connect(self._step)
            self._rows.append(row)
            self._down.addWidget(row)
        self._down.addStretch()
        self._rove(0)

    def row(self, entry: Hashable) -> QWidget:
        """The widget of an entry."""
        return next(row for row in self._rows if row.entry.id == entry)

    def focus_entry(self, entry: Hashable | None) -> None:
        """Put the focus on an entry; the first where it is not there, or None is asked for."""
        at = next((n for n, row in enumerate(self._rows) if row.entry.id == entry), 0)
        if self._rows:
            self._rove(at)
            self._rows[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, steps: int) -> None:
        at = next((n for n, row in enumerate(self._rows) if row.hasFocus()), 0)
        at = min(max(0, at + steps), len(self._rows) - 1)
        self._rove(at)
        self._rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _rove(self, at: int) -> None:
        for n, row in enumerate(self._rows):
            here = n == at
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


class _EntryRow(QFrame):
    opened = Signal(object)
    stepped = Signal(int)

    def __init__(self, entry: Entry, *, last: bool) -> None:
        super().__init__()
        self.entry = entry
        self._last = last
        self._text: QLabel | None = None
        spoken = (entry.when, entry.title, entry.text, entry.by)
        self.setAccessibleName(". ".join(part for part in spoken if part))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 13)
        self._box.setSpacing(0)
        self._when = label(entry.when, "table", "muted", wrap=False)
        self._box.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(entry.title, "body", strong=True))
        if entry.text:
            self._text = label(entry.text, "body")
            across = QHBoxLayout()
            across.addWidget(self._text, 1000)
            across.addStretch(1)
            words.addLayout(across)
        if entry.by:
            words.addWidget(label(entry.by, "small", "muted"))
        self._words = words
        self._box.addLayout(words, 1)
        self._dress()

    def _dress(self) -> None:
        large = look().large_text
        down, row = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if large else row)
        icon = look().px(_ICON_COLUMN)
        self._when.setFixedWidth(look().px(116))
        self._when.setContentsMargins(icon if large else 0, 1, 0, 0)
        if large:
            self._when.setMaximumWidth(16_777_215)
            self._when.setMinimumWidth(0)
        self._words.setContentsMargins(icon, 0, 4, 0)
        if self._text is not None:
            self._text.setMaximumWidth(look().px(640))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_words"):
            self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = look().px(18)
        left = 0 if look().large_text else look().px(116)
        top = look().px(3)
        spot = QRect(left - look().px(1), top, size, size)
        painter.drawPixmap(spot, look().pixmap(self.entry.icon, "muted", 18, self))
        if not self._last:
            middle = left + size // 2 - look().px(1)
            line = QRect(middle, top + size + 3, 1, max(0, self.height() - size - top - 3))
            painter.fillRect(line, look().colour("line"))
        if self.hasFocus():
            box = QRectF(self.rect()).adjusted(0, 0, 0, -4)
            draw_ring(painter, box, look().colour("focus"), 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.entry.opens:
            self.opened.emit(self.entry.id)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        if self.entry.opens:
            self.opened.emit(self.entry.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
