"""The parts of a table of figures, in a grid or one figure a row, and the Qt model over them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from caseload.words import say
from ui.returns.sheets import FigureCell, FigureKey, Sheet, SheetRow

Index = QModelIndex | QPersistentModelIndex
PART_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a place that is no figure: a head, a label, and a definition under a label."""

    words: str
    under: str = ""
    head: bool = False
    right: bool = False
    strong: bool = False


Part = Words | FigureCell


class FigureModel(QAbstractTableModel):
    """The parts in rows; ``flat`` gives every figure a row of its own."""

    def __init__(self, sheet: Sheet, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.flat = False
        self.parts: list[list[Part]] = _grid(sheet)

    def set_flat(self, flat: bool) -> None:
        if flat != self.flat:
            self.beginResetModel()
            self.flat = flat
            self.parts = _list(self.sheet) if flat else _grid(self.sheet)
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.parts)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.parts[0])

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.parts[index.row()][index.column()], FigureCell):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        part = self.parts[index.row()][index.column()]
        if role == PART_ROLE:
            return part
        if role == Qt.ItemDataRole.DisplayRole:
            return part.shown if isinstance(part, FigureCell) else part.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(part, FigureCell):
                return part.spoken
            return ". ".join(words for words in (part.words, part.under) if words)
        return None

    def place_of(self, key: FigureKey) -> Index | None:
        for row, parts in enumerate(self.parts):
            for column, part in enumerate(parts):
                if isinstance(part, FigureCell) and part.key == key:
                    return self.index(row, column)
        return None


def _grid(sheet: Sheet) -> list[list[Part]]:
    heads: list[Part] = [Words(say("returns_page.measure"), head=True)]
    heads += [Words(head, head=True, right=True) for head in sheet.heads]
    return [heads, *(_row(row) for row in sheet.rows)]


def _row(row: SheetRow) -> list[Part]:
    return [Words(row.label, row.under), *row.cells]


def _list(sheet: Sheet) -> list[list[Part]]:
    rows: list[list[Part]] = []
    for row in sheet.rows:
        if len(row.cells) == 1:
            rows.append([Words(row.label, row.under), row.cells[0]])
            continue
        rows.append([Words(row.label, strong=True), Words("")])
        for head, cell in zip(sheet.heads, row.cells, strict=True):
            rows.append([Words(head), cell])
    return rows
