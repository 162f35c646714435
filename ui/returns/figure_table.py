"""A table of figures as the commissioner sees it; each figure can be chosen and opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from caseload.words import say
from ui.returns.figure_delegate import FigureDelegate, row_height
from ui.returns.figure_parts import PART_ROLE, FigureModel, Index
from ui.returns.sheets import FigureCell, FigureKey, Sheet
from ui.theme import look
from ui.widgets.scroll import bring_into_sight

LABEL_WIDTH, LEAST_FIGURE, MOST_FIGURE = 190, 64, 116


class FigureTable(QTableView):
    """``FigureTable(sheet)``; arrow keys choose a figure, Enter or a double press opens it.

    It is as high as its rows and does not scroll: the page around it does.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.setAccessibleName(say("returns_page.table_name", title=sheet.title, step=sheet.aside))
        self.parts = FigureModel(sheet, self)
        self._delegate = FigureDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.parts)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(24)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit()

    def key(self) -> FigureKey | None:
        """The figure that is chosen; None where none is."""
        part = self._part(self.currentIndex())
        return part.key if isinstance(part, FigureCell) else None

    def choose(self, key: FigureKey) -> bool:
        """Choose a figure; False where it is not in this table."""
        place = self.parts.place_of(key)
        if place is None:
            return False
        self.setCurrentIndex(place)
        return True

    def leave(self) -> None:
        """No figure is chosen any more."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def _part(self, index: Index) -> object:
        return index.data(PART_ROLE) if index.isValid() else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell whoever explains figures."""
        super().currentChanged(current, previous)
        self.viewport().update()
        part = self._part(current)
        if isinstance(part, FigureCell):
            self.chosen.emit(part.key)
            if self.hasFocus():
                bring_into_sight(self.viewport(), self.visualRect(self.currentIndex()))

    # ---- size

    def _fit(self) -> None:
        kept = self.key()
        room = self.viewport().width() - look().px(LABEL_WIDTH)
        figures = len(self.sheet.heads)
        width = min(look().px(MOST_FIGURE), room // figures)
        self.parts.set_flat(look().large_text or (self.isVisible() and width < LEAST_FIGURE))
        if self.parts.flat:
            width = look().px(LEAST_FIGURE)
        across = self.horizontalHeader()
        for column in range(self.parts.columnCount()):
            stretch = column == 0
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Fixed
            across.setSectionResizeMode(column, mode)
            if not stretch:
                self.setColumnWidth(column, max(width, LEAST_FIGURE))
        label = self.viewport().width() - max(width, LEAST_FIGURE) * (self.parts.columnCount() - 1)
        total = 0
        for row, parts in enumerate(self.parts.parts):
            widths = [label, *([width] * (len(parts) - 1))]
            high = max(row_height(part, wide) for part, wide in zip(parts, widths, strict=True))
            self.setRowHeight(row, high)
            total += high
        if self.height() != total + 2:
            self.setFixedHeight(total + 2)
        if kept is not None and self.key() != kept:
            self.choose(kept)

    def showEvent(self, event: QShowEvent) -> None:
        """Now the room is known."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other rows."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs other rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_delegate"):
            self._fit()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(look().px(320), self.height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as a list of figures may be."""
        return QSize(look().px(200), self.height())

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from figure to figure, Enter opens."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._step(*steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.key() is not None:
                self.opened.emit(self.key())
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, across: int) -> None:
        at = self.currentIndex()
        row, column = at.row() + down, at.column() + across
        while 0 <= row < self.parts.rowCount() and 0 <= column < self.parts.columnCount():
            place = self.parts.index(row, column)
            if isinstance(self._part(place), FigureCell):
                self.setCurrentIndex(place)
                return
            row, column = row + down, column + across

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Only a figure can be chosen."""
        if isinstance(self._part(self.indexAt(event.position().toPoint())), FigureCell):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the figure under the pointer."""
        if isinstance(self._part(self.indexAt(event.position().toPoint())), FigureCell):
            self.opened.emit(self.key())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first figure."""
        super().focusInEvent(event)
        if self.key() is None:
            first = next(cell.key for row in self.sheet.rows for cell in row.cells)
            self.choose(first)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes, the figure stays chosen."""
        super().focusOutEvent(event)
        self.viewport().update()
