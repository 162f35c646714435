"""The table of records: one line a record, two lines where the text is large or room is short."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme import look
from ui.widgets.record_delegate import RecordDelegate, flowed
from ui.widgets.record_head import RecordHead
from ui.widgets.record_rows import Cell, Column, Index, RecordModel, Row
from ui.widgets.scroll import bring_into_sight, within_scroll

__all__ = ["Cell", "Column", "RecordTable", "Row"]


class RecordTable(QTableView):
    """``RecordTable("Your clients", [Column("Name", 150, "name"), ...], row_height=24)``.

    ``show_rows`` keeps the current record and the scroll. Sorting is the caller's: a head that is
    pressed emits ``sort_asked``. ``current_changed`` and ``opened`` (Enter, double press) carry the
    record's id; ``typed`` carries letters typed in the table, for the filter box; ``linked`` the id
    of a row whose link was pressed. ``stacked`` keeps two-line rows at every width; columns that
    all have the place name or state then stand in one column.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    typed = Signal(str)
    sort_asked = Signal(int)
    linked = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        row_height: int = 38,
        head: bool = True,
        first_pad: int = 16,
        stacked: bool = False,
    ) -> None:
        super().__init__()
        self._columns = list(columns)
        self._show_head = head
        self._stacked = stacked
        self._told: Hashable | None = None
        self.setAccessibleName(name)
        self.rows = RecordModel(columns, self)
        self._delegate = RecordDelegate(self, row_height=row_height, first_pad=first_pad)
        self.setItemDelegate(self._delegate)
        self.setModel(self.rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        upright = self.verticalHeader()
        upright.hide()
        upright.setMinimumSectionSize(24)
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = RecordHead(self.rows, first_pad, self)
        self._head = across
        self.setHorizontalHeader(across)
        across.sectionClicked.connect(self.sort_asked)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit()

    # ---- rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows; the same record stays current, the list stays where it was."""
        kept = self.current_id()
        place = self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        self._fit()
        if kept is not None and self.rows.row_of(kept) >= 0:
            self._set_current(self.rows.row_of(kept))
        elif rows:
            self._set_current(0)
        self.verticalScrollBar().setValue(place)
        self._tell()

    def current_id(self) -> Hashable | None:
        """The id of the current record; None when the table is empty."""
        index = self.currentIndex()
        if not index.isValid() or index.row() >= len(self.rows.rows):
            return None
        return self.rows.rows[index.row()].id

    def set_current(self, record: Hashable) -> bool:
        """Make a record current and bring it into sight; False when it is not shown."""
        row = self.rows.row_of(record)
        if row < 0:
            return False
        self._set_current(row)
        self.scrollTo(self.currentIndex())
        return True

    def move(self, steps: int) -> None:  # type: ignore[override]  # rows move, not the widget
        """Move the current row up or down, as the arrow keys do."""
        row = min(max(0, self.currentIndex().row() + steps), len(self.rows.rows) - 1)
        if row >= 0:
            self._set_current(row)
            self.scrollTo(self.currentIndex())

    def _set_current(self, row: int) -> None:
        self.setCurrentIndex(self.rows.index(row, 0))
        self.selectRow(row)

    def _tell(self) -> None:
        now = self.current_id()
        if now != self._told:
            self._told = now
            self.current_changed.emit(now)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell whoever shows the detail."""
        super().currentChanged(current, previous)
        self._delegate.current_row = current.row()
        self.viewport().update()
        if self.hasFocus() and within_scroll(self):
            bring_into_sight(self.viewport(), self.visualRect(self.currentIndex()))
        self._tell()

    def copy(self) -> None:
        """Copy the current row as it is shown, hidden names and all."""
        index = self.currentIndex()
        if index.isValid():
            columns = range(self.rows.columnCount())
            shown = [str(index.siblingAtColumn(at).data() or "") for at in columns]
            QGuiApplication.clipboard().setText("\t".join(shown))

    # ---- heads

    def show_sort(self, column: int, *, descending: bool = False) -> None:
        """Mark the column the caller sorted by."""
        self._head.show_sort(column, descending)

    # ---- size

    def natural_width(self) -> int:
        """The width the columns need at this text size; one that stretches may give a quarter."""
        return sum(
            look().px(column.width * (0.75 if column.stretch else 1)) for column in self._columns
        )

    def natural_height(self) -> int:
        """The height of the head and every row, for tables that do not scroll."""
        head = self.horizontalHeader().height() if not self.horizontalHeader().isHidden() else 0
        row = self._delegate.height(self.rows.stacked, self._second_lines())
        return head + row * max(1, len(self.rows.rows)) + 2

    def _second_lines(self) -> int:
        """How many lines the fullest record needs under its first, when stacked."""
        if not self.rows.stacked:
            return 1
        half = self.viewport().width() // self.rows.sides
        rooms = (half - look().px(self._delegate.first_pad + 4), half - look().px(16))
        return max(
            (
                len(flowed(self.rows.lines(row, side)[1], rooms[side], side == 0))
                for row in self.rows.rows
                for side in (0, 1)
            ),
            default=1,
        )

    def _fit(self) -> None:
        self._flatten()
        kept = self.current_id()
        stacks = any(column.place != "state" for column in self._columns)
        narrow = self.viewport().width() < self.natural_width() and self.isVisible()
        self.rows.stack(self._stacked or (stacks and (look().large_text or narrow)))
        height = self._delegate.height(self.rows.stacked, self._second_lines())
        self.verticalHeader().setDefaultSectionSize(height)
        across = self.horizontalHeader()
        across.setVisible(self._show_head and not self.rows.stacked)
        across.setFixedHeight(max(look().px(28), 28))
        for at in range(self.rows.columnCount()):
            stretch = self.rows.stacked or self._columns[at].stretch
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Fixed
            across.setSectionResizeMode(at, mode)
            if not stretch:
                self.setColumnWidth(at, look().px(self._columns[at].width))
        if kept is not None and self.current_id() != kept:
            self.set_current(kept)

    def _flatten(self) -> None:
        """Inside a page that scrolls the table shows all its rows and does not scroll itself."""
        if not within_scroll(self):
            return
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if self.height() != self.natural_height():
            self.setFixedHeight(self.natural_height())

    def showEvent(self, event: QShowEvent) -> None:
        """Now the room and the page around are known."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the rows when there is no room for the columns."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size changes heights and widths."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_delegate"):
            self._fit()

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters go to the filter; the rest is the table's."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if self.current_id() is not None:
                self.opened.emit(self.current_id())
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; start at the first row."""
        super().focusInEvent(event)
        self._delegate.ring = True
        if not self.currentIndex().isValid() and self.rows.rows:
            self._set_current(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring, keep the row."""
        super().focusOutEvent(event)
        self._delegate.ring = False
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the record under the pointer."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self.rows.rows[index.row()].id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A link in a row acts when pressed."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        row = self.rows.rows[index.row()]
        cells = [row.cell(index.column())]
        if self.rows.stacked:
            cells = [cell for line in self.rows.lines(row, index.column()) for cell in line]
        if any(cell.link for cell in cells):
            self.linked.emit(row.id)
