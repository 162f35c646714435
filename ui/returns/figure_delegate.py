"""Draws a table of figures: heads muted, figures at the right, withheld ones on a sunken ground."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.returns.figure_parts import PART_ROLE, Index, Part, Words
from ui.returns.sheets import FigureCell
from ui.theme import look
from ui.theme.shapes import draw_ring

_PAD = 8
_WRAP = int(Qt.TextFlag.TextWordWrap)


def row_height(part: Part, width: int) -> int:
    """How high a part needs its row to be."""
    least = look().px(28 if isinstance(part, Words) and part.head else 34)
    if isinstance(part, FigureCell):
        return max(least, look().metrics("table").height() + 8)
    room = QRect(0, 0, max(24, width - 2 * _PAD), 10_000)
    role = "small" if part.head else "table"
    strong = part.head or part.strong
    high = look().metrics(role, strong).boundingRect(room, _WRAP, part.words or " ").height()
    if part.under:
        high += look().metrics("small").boundingRect(room, _WRAP, part.under).height() + 2
    return max(least, high + 12)


class FigureDelegate(QStyledItemDelegate):
    """Heads muted, figures at the right, a withheld one on a sunken ground."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        part = index.data(PART_ROLE)
        table = self.parent()
        state = getattr(option, "state", QStyle.StateFlag.State_None)
        box = QRectF(getattr(option, "rect", QRectF()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(box)
        painter.fillRect(
            QRectF(box.left(), box.bottom() - 1, box.width(), 1), look().colour("line")
        )
        inside = box.adjusted(_PAD, 0, -_PAD, 0)
        if isinstance(part, FigureCell):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._draw_figure(painter, box, part, chosen=chosen)
            focused = isinstance(table, QTableView) and table.hasFocus()
            if focused and chosen:
                ink = "on_selection" if look().tokens.outlined else "focus"
                draw_ring(painter, box.adjusted(1, 1, -1, -1), look().colour(ink), 2)
        elif isinstance(part, Words):
            self._draw_words(painter, inside, part)
        painter.restore()

    def _draw_figure(
        self, painter: QPainter, box: QRectF, cell: FigureCell, *, chosen: bool
    ) -> None:
        ground = box.adjusted(0, 0, 0, -1)
        if chosen:
            painter.fillRect(ground, look().colour("selection"))
        elif cell.withheld:
            painter.fillRect(ground, look().colour("sunken"))
        painter.setFont(look().font("table", cell.total or cell.withheld))
        painter.setPen(look().colour("on_selection" if chosen else "text"))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(box.adjusted(_PAD, 0, -2 * _PAD, 0), right, cell.shown)

    def _draw_words(self, painter: QPainter, inside: QRectF, part: Words) -> None:
        side = Qt.AlignmentFlag.AlignRight if part.right else Qt.AlignmentFlag.AlignLeft
        if part.head:
            painter.setFont(look().font("small", strong=True))
            painter.setPen(look().colour("muted"))
            room = inside.adjusted(0, 0, -_PAD if part.right else 0, -6)
            painter.drawText(room, _WRAP | int(side | Qt.AlignmentFlag.AlignBottom), part.words)
            return
        painter.setFont(look().font("table", part.strong))
        painter.setPen(look().colour("text"))
        if not part.under:
            painter.drawText(inside, _WRAP | int(side | Qt.AlignmentFlag.AlignVCenter), part.words)
            return
        top = inside.adjusted(0, 6, 0, 0)
        painter.drawText(top, _WRAP | int(side | Qt.AlignmentFlag.AlignTop), part.words)
        used = look().metrics("table", part.strong).boundingRect(top.toRect(), _WRAP, part.words)
        painter.setFont(look().font("small"))
        painter.setPen(look().colour("muted"))
        below = top.adjusted(0, used.height() + 2, 0, 0)
        painter.drawText(below, _WRAP | int(side | Qt.AlignmentFlag.AlignTop), part.under)
