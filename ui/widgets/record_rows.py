"""Plain rows and columns of a table, and the Qt model over them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = int(Qt.ItemDataRole.UserRole)
ROW_ROLE = CELL_ROLE + 1


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: ``kind`` adds a status shape, ``stage`` five bars, ``link`` a link.

    ``full`` are the words for two-line rows and screen readers where the short ones lean on the
    column's head ("last contact 6 days ago" for "6 days").
    """

    words: str
    kind: str = ""  # positive, warning, danger, info or neutral
    tone: str = "text"  # or muted
    strong: bool = False
    stage: int | None = None
    link: bool = False
    withheld: bool = False  # a c on a sunken ground
    full: str = ""

    def said(self) -> str:
        """The words that stand alone."""
        return self.full or self.words


@dataclass(frozen=True, slots=True)
class Column:
    """A column: head, width in pixels at 100 % text, and its place in a two-line row.

    ``place``: name (first line left), state (second line left), action (first line right) or mark
    (second line right). ``stretch`` takes what is left over; ``figure`` is right-aligned.
    """

    head: str
    width: int = 120
    place: str = "state"
    stretch: bool = False
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A record's line: its id and a cell (or plain words) for each column."""

    id: Hashable
    cells: tuple[Cell | str, ...]

    def cell(self, at: int) -> Cell:
        """The cell of a column."""
        held = self.cells[at]
        return Cell(held) if isinstance(held, str) else held


class RecordModel(QAbstractTableModel):
    """Rows as they are given: sorting and filtering are done before, in Python or SQL."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.rows: list[Row] = []
        self.stacked = False

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def stack(self, stacked: bool) -> None:
        """Two-line rows in two columns, or one line in all columns."""
        if stacked != self.stacked:
            self.beginResetModel()
            self.stacked = stacked
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many records."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns: two at most when stacked."""
        if parent is not None and parent.isValid():
            return 0
        return self.sides if self.stacked else len(self.columns)

    @property
    def sides(self) -> int:
        """How many columns a two-line row has: a right one only where something stands in it."""
        return 2 if any(c.place in ("action", "mark") for c in self.columns) else 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The column's head, aligned with its cells."""
        if orientation != Qt.Orientation.Horizontal or self.stacked:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].figure
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for the eye, whole words for the ear, the record for the delegate."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if self.stacked:
            return self._stacked_data(row, index.column(), role)
        cell = row.cell(index.column())
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self.columns[index.column()].head
            return cell.full or (f"{head}: {cell.words}" if cell.words and head else cell.words)
        return None

    def _stacked_data(self, row: Row, side: int, role: int) -> object:
        lines = self.lines(row, side)
        if role == CELL_ROLE:
            return lines
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(cell.said() for line in lines for cell in line if cell.said())
        return None

    def lines(self, row: Row, side: int) -> tuple[list[Cell], list[Cell]]:
        """The cells of the first and second line of a two-line row; side 0 is left."""
        first, second = ("name", "state") if side == 0 else ("action", "mark")
        return self._at(row, first), self._at(row, second)

    def _at(self, row: Row, place: str) -> list[Cell]:
        found = [row.cell(at) for at, column in enumerate(self.columns) if column.place == place]
        return [cell for cell in found if cell.said()]

    def row_of(self, record: Hashable) -> int:
        """Where a record stands; -1 when it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.id == record), -1)
