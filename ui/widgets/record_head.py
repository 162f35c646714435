"""The heads of a table: small, muted, left with their column; the sorted one in text colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme import look
from ui.widgets.record_rows import RecordModel


class RecordHead(QHeaderView):
    """Draws each head itself, because a header takes its font from a style sheet only."""

    def __init__(self, rows: RecordModel, first_pad: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self._first_pad = first_pad
        self._sorted: tuple[int, bool] | None = None
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(24)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_sort(self, column: int, descending: bool) -> None:
        """Mark the column the rows are sorted by."""
        self._sorted = (column, descending)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Ground, hairline, words, and an arrow on the sorted column."""
        painter.save()
        painter.fillRect(rect, look().colour("raised"))
        edge = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(edge, look().colour("line"))
        if self._rows.stacked or logical_index >= len(self._rows.columns):
            painter.restore()
            return
        column = self._rows.columns[logical_index]
        is_sorted = self._sorted is not None and self._sorted[0] == logical_index
        font = look().font("small", True)
        painter.setFont(font)
        painter.setPen(look().colour("text" if is_sorted else "muted"))
        pad = look().px(self._first_pad) if logical_index == 0 else look().px(8)
        room = QRectF(rect).adjusted(pad, 0, -look().px(8), 0)
        arrow = look().px(18) if is_sorted else 0
        side = Qt.AlignmentFlag.AlignRight if column.figure else Qt.AlignmentFlag.AlignLeft
        words = painter.fontMetrics().elidedText(
            column.head, Qt.TextElideMode.ElideRight, int(room.width()) - arrow
        )
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), words)
        if is_sorted and self._sorted is not None:
            size = look().px(14)
            name = "arrow-down" if self._sorted[1] is False else "arrow-up"
            left = round(room.left() + painter.fontMetrics().horizontalAdvance(words) + 4)
            if column.figure:
                left = round(room.left())
            spot = QRect(left, rect.center().y() - size // 2, size, size)
            painter.drawPixmap(spot, look().pixmap(name, "text", 14, self))
        painter.restore()
