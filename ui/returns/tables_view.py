"""The tables of a return, sheet by sheet, with what the marker means under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.returns.figure_table import FigureTable
from ui.returns.sheets import FigureKey, Sheet
from ui.widgets.cards import Card, empty_layout
from ui.widgets.filling import show_filled
from ui.widgets.text import label


class TablesView(QWidget):
    """``show_sheets(sheets, key_words)``; one figure of all of them is chosen."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[FigureTable] = []
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(16)

    def show_sheets(self, sheets: Sequence[Sheet], key_words: str) -> None:
        """Replace all tables."""
        empty_layout(self._down)
        self.tables = []
        for sheet in sheets:
            card = Card(sheet.title, aside=sheet.aside, heading=True)
            table = FigureTable(sheet)
            table.chosen.connect(self._choose)
            table.opened.connect(self.opened)
            self.tables.append(table)
            card.down.addWidget(table)
            words = " ".join(part for part in (sheet.note, key_words) if part)
            card.down.addWidget(label(words, "small", "muted"))
            self._down.addWidget(card)
        self._down.addStretch(1)
        show_filled(self._down)

    def choose(self, key: FigureKey) -> None:
        """Choose a figure in the first table that has it, and put the focus there."""
        for table in self.tables:
            if table.choose(key):
                table.setFocus()
                return

    def key(self) -> FigureKey | None:
        """The figure that is chosen."""
        return next((t.key() for t in self.tables if t.key() is not None), None)

    def _choose(self, key: object) -> None:
        for table in self.tables:
            if table is not self.sender():
                table.leave()
        self.chosen.emit(key)
