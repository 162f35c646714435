"""The clients with the waiting list under them; at large text one of the two at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseload.words import say
from ui.caseload_list.clients_table import ClientsTable
from ui.caseload_list.view_model import CaseloadListModel
from ui.caseload_list.waiting_list import WaitingList
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import EmptyState
from ui.widgets.text import label


class Lists(QFrame):
    """``table`` and ``waiting``; ``empty`` stands in their place while nobody is there.

    ``other_list`` is the button at the foot that, at large text, shows the other list.
    """

    def __init__(self, model: CaseloadListModel) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self._model = model
        self._only_waiting = False
        self.table = ClientsTable(model)
        self.waiting = WaitingList(model)
        self.empty = EmptyState(
            say("caseload_list_page.empty.title"),
            say("caseload_list_page.empty.why"),
            say("caseload_list_page.empty.act"),
            icon="plus",
            key="Ctrl N",
        )
        self.none_found = label("", "body", "muted")
        self.none_found.setContentsMargins(16, 12, 16, 12)
        self.other_list = Button("", small=True)
        self.other_list.clicked.connect(self._swap)
        self._both = QWidget()
        inside = QVBoxLayout(self._both)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.none_found, 1, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.waiting)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._both)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._stack, 1)
        down.addWidget(self._made_foot())

    def _made_foot(self) -> QWidget:
        self._foot = QWidget()
        across = QHBoxLayout(self._foot)
        across.setContentsMargins(16, 6, 16, 6)
        across.addWidget(self.other_list)
        across.addStretch(1)
        self._foot_words = label("", "table", "muted", wrap=False)
        across.addWidget(self._foot_words)
        return self._foot

    def somebody(self) -> bool:
        """Whether anybody is on the caseload or waits."""
        return bool(self._model.page.rows or self._model.waiting())

    def arrange(self) -> None:
        """Show what there is, for the text size in use."""
        self._stack.setCurrentWidget(self._both if self.somebody() else self.empty)
        large = look().large_text
        waits, some = bool(self._model.waiting()), bool(self._model.rows())
        only = large and self._only_waiting and waits
        self._foot.setVisible(large and self.somebody())
        self.other_list.setVisible(waits)
        self.other_list.set_words(
            say("caseload_list_page.waiting.back") if only else self.waiting.words()
        )
        self._foot_words.setText(
            say("caseload_list_page.enter_accepts" if only else "caseload_list_page.enter_opens")
        )
        self.waiting.fill(only)
        self.waiting.setVisible(only or not large)
        self.table.setVisible(some and not only)
        self.none_found.setVisible(not some and not only)
        self.none_found.setText(
            say("caseload_list_page.none_found", text=self._model.filter_text)
            if self._model.filter_text
            else say("caseload_list_page.only_waiting")
        )

    def mark(self) -> None:
        """Only one of the two lists has a chosen row."""
        waits = self._model.waits(self._model.client_id)
        tables = self.table, self.waiting.table
        chosen, other = reversed(tables) if waits else tables
        other.clearSelection()
        if chosen.currentIndex().isValid():
            chosen.selectRow(chosen.currentIndex().row())

    def focus_list(self) -> None:
        """The list in sight, at the chosen row; the first action where there is none."""
        if not self.somebody():
            self.empty.act.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        waits = self._model.waits(self._model.client_id)
        wanted = self.waiting.table if waits or not self.table.isVisible() else self.table
        shown = wanted if wanted.isVisible() else self.table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _swap(self) -> None:
        self._only_waiting = not self._only_waiting
        self.arrange()
        shown = self.waiting.table if self._only_waiting else self.table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
