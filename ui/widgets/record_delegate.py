"""Draws the cells of a table: marks, stage bars, links, the current row, … where text is cut."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import look
from ui.theme.shapes import BOX, STRONG_KINDS, draw_mark, draw_ring, draw_stage
from ui.widgets.record_rows import CELL_ROLE, Cell, RecordModel

_PAD = 8


@dataclass(frozen=True, slots=True)
class _How:
    """How words are drawn in a cell."""

    role: str = "table"
    chosen: bool = False
    strong: bool = False
    right: bool = False
    whole: bool = False  # the words that stand alone, not those that lean on the head
    muted: bool = False


class RecordDelegate(QStyledItemDelegate):
    """One delegate for one-line and two-line rows."""

    def __init__(self, table: QObject, *, row_height: int, first_pad: int = 16) -> None:
        super().__init__(table)
        self.row_height = row_height
        self.first_pad = first_pad
        self.ring = False
        self.current_row = -1

    def height(self, stacked: bool, lines: int = 1) -> int:
        """The height of a row by the font; ``lines`` under the first of a stacked one."""
        line = look().metrics("table").height()
        if stacked:
            return look().metrics("body").height() + line * max(1, lines) + look().px(8)
        return max(look().px(self.row_height), line + 1, 24)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Rows have a fixed height, so this is never the width asked for."""
        return QSize(look().px(80), self.height(False))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, contents, edges."""
        model = index.model()
        if not isinstance(model, RecordModel):
            return
        state = getattr(option, "state", QStyle.StateFlag.State_None)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(getattr(option, "rect", QRectF()))
        first, last = index.column() == 0, index.column() == model.columnCount() - 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(box)
        if chosen:
            painter.fillRect(box, look().colour("selection"))
        elif model.stacked or self.row_height >= 32:
            bottom = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
            painter.fillRect(bottom, look().colour("line"))
        if chosen and first:
            mark = "on_selection" if look().tokens.outlined else "accent"
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), look().colour(mark))
        pad = look().px(self.first_pad) if first else look().px(_PAD)
        inside = box.adjusted(pad, 0, -look().px(_PAD if last else 4), 0)
        if model.stacked:
            how = _How(chosen=chosen, strong=first, whole=True)
            self._draw_lines(painter, inside, index.data(CELL_ROLE), how)
        else:
            figure = model.columns[index.column()].figure
            how = _How(chosen=chosen, strong=chosen and first, right=figure)
            self._draw_cell(painter, inside, box, index.data(CELL_ROLE), how)
        if self.ring and index.row() == self.current_row:
            self._draw_row_ring(painter, box, first, last)
        painter.restore()

    def _draw_row_ring(self, painter: QPainter, box: QRectF, first: bool, last: bool) -> None:
        outlined = look().tokens.outlined
        clear = 2.0 if outlined else 0.0
        left = clear if first else -20.0
        right = -clear if last else 20.0
        ink = "on_selection" if outlined else "focus"
        draw_ring(painter, box.adjusted(left, clear, right, -clear), look().colour(ink), 2)

    def _ink(self, cell: Cell, chosen: bool) -> QColor:
        if chosen and look().tokens.outlined:
            return look().colour("on_selection")
        if cell.kind:
            return look().colour(cell.kind)
        if cell.link:
            return look().colour("accent")
        if cell.tone == "muted":
            return look().colour("muted")
        return look().colour("on_selection" if chosen else "text")

    def _draw_cell(
        self, painter: QPainter, inside: QRectF, box: QRectF, cell: Cell, how: _How
    ) -> None:
        if cell.withheld and not how.chosen:
            painter.fillRect(box.adjusted(0, 0, 0, -1), look().colour("sunken"))
        if how.right:
            inside.adjust(0, 0, -look().px(_PAD - 4), 0)
        self._draw_words(painter, inside, cell, how)

    def _draw_words(self, painter: QPainter, inside: QRectF, cell: Cell, how: _How) -> float:
        """Draw one cell's mark, bars and words; returns where the words end."""
        scale = look().text_scale
        left, middle = inside.left(), inside.center().y()
        ink = self._ink(cell, how.chosen)
        heavy = how.strong or cell.strong or cell.kind in STRONG_KINDS or cell.withheld
        words = cell.said() if how.whole else cell.words
        if cell.stage is not None and not how.whole:
            at = QPointF(left, middle)
            tokens = look().tokens
            draw_stage(painter, tokens, at, cell.stage, scale=scale, chosen=how.chosen)
            left += look().px(55)
        if cell.kind:
            draw_mark(painter, cell.kind, QPointF(left, middle), ink, scale=scale)
            left += look().px(BOX + 6)
        font = look().font(how.role, heavy)
        font.setUnderline(cell.link)
        painter.setFont(font)
        painter.setPen(ink)
        metrics = QFontMetrics(font)
        room = max(0.0, inside.right() - left)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room) + 1)
        side = Qt.AlignmentFlag.AlignRight if how.right else Qt.AlignmentFlag.AlignLeft
        spot = QRectF(left, inside.top(), room, inside.height())
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
        return left + metrics.horizontalAdvance(shown)

    def _draw_lines(
        self,
        painter: QPainter,
        inside: QRectF,
        lines: tuple[list[Cell], list[Cell]],
        how: _How,
    ) -> None:
        name_side = how.strong
        line = look().metrics("table").height()
        upper = QRectF(inside.left(), inside.top() + look().px(4), inside.width(), 0)
        upper.setHeight(look().metrics("body").height())
        for cell in lines[0][:1]:
            self._draw_words(painter, upper, cell, replace(how, role="body"))
        second = replace(how, strong=False, muted=name_side)
        top = upper.bottom()
        for row in flowed(lines[1], inside.width(), name_side):
            left = inside.left()
            for cell in row:
                room = QRectF(left, top, inside.right() - left, line)
                left = self._draw_words(painter, room, cell, second) + _gap(cell)
            top += line


def flowed(cells: list[Cell], width: float, muted: bool) -> list[list[Cell]]:
    """The second line of a two-line row, broken into as many lines as its facts need."""
    rows: list[list[Cell]] = []
    left = 0.0
    for at, cell in enumerate(cells):
        plain = muted and not cell.kind
        comma = "," if plain and at + 1 < len(cells) and not cells[at + 1].kind else ""
        shown = Cell(cell.said() + comma, tone="muted") if plain else replace(cell, stage=None)
        needed = _width(shown)
        if not rows or left + needed > width:
            rows.append([])
            left = 0.0
        rows[-1].append(shown)
        left += needed + _gap(shown)
    return rows


def _width(cell: Cell) -> float:
    heavy = cell.strong or cell.kind in STRONG_KINDS
    shape = look().px(BOX + 6) if cell.kind else 0
    return shape + look().metrics("table", heavy).horizontalAdvance(cell.said())


def _gap(cell: Cell) -> int:
    if cell.words.endswith(","):
        return look().metrics("table").horizontalAdvance(" ")
    return look().px(14)
