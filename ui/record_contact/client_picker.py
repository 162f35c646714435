"""Choosing a client by a few letters: arrow keys move through those found, Enter chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from caseload.words import say
from ui.record_contact.people import Person
from ui.theme import look
from ui.widgets.inputs import TextInput

_ID = Qt.ItemDataRole.UserRole
MOST_ROWS = 4


class ClientPicker(QWidget):
    """A box with the chosen name; typing opens the list under it. ``chosen`` carries the id."""

    chosen = Signal(str)

    def __init__(self, name: str, find: Callable[[str], Sequence[Person]]) -> None:
        super().__init__()
        self._find = find
        self._name = ""
        self.setAccessibleName(name)
        self.line = TextInput(placeholder=say("record_contact.client_placeholder"))
        self.line.setAccessibleName(name)
        self.results = QListWidget()
        self.results.setAccessibleName(say("record_contact.clients_found"))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box = QFrame()
        self.box.setProperty("role", "card")
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self.results)
        self.box.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        down.addWidget(self.line)
        down.addWidget(self.box)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._search)
        self.line.installEventFilter(self)
        self.results.itemClicked.connect(self._take)

    def show_client(self, name: str) -> None:
        """Show whose contact it is, and close the list."""
        self._name = name
        self.line.setText(name)
        self.box.hide()

    def _search(self, text: str) -> None:
        self.results.clear()
        for person in self._find(text):
            words = say("record_contact.found", name=person.name, detail=person.detail)
            item = QListWidgetItem(words if person.detail else person.name)
            item.setData(_ID, person.client_id)
            item.setSizeHint(QSize(0, look().px(30)))
            self.results.addItem(item)
        count = self.results.count()
        self.box.setVisible(bool(count))
        self.results.setFixedHeight(look().px(30) * min(count, MOST_ROWS) + 4)
        self.results.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.box.hide()
            self.chosen.emit(str(item.data(_ID)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys, Enter and Escape work the list while it is open."""
        if watched is self.line and self.box.isVisible():
            if event.type() == QEvent.Type.FocusOut:
                self.show_client(self._name)
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        row, last = self.results.currentRow(), self.results.count() - 1
        if key == Qt.Key.Key_Down:
            self.results.setCurrentRow(min(row + 1, last))
        elif key == Qt.Key.Key_Up:
            self.results.setCurrentRow(max(row - 1, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.results.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.show_client(self._name)
        else:
            return False
        return True
