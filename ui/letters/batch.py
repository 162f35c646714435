"""Many letters printed together: chosen in a list, seen as they will print, then printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from caseload.letters.filed import FiledLetter
from caseload.services.all_services import Services
from caseload.words import say
from ui.background import Runner
from ui.letters.batch_model import BatchModel
from ui.letters.batch_rows import BatchRows
from ui.letters.batch_side import BatchSide
from ui.letters.leaving import Leaving
from ui.letters.sheet import Sheet
from ui.widgets.cards import EmptyState, pane
from ui.widgets.panes import Panes


class BatchView(QWidget):
    """``begin()`` when it comes into sight; ``said`` is what was done, ``closed`` by Escape."""

    said = Signal(str)
    closed = Signal()

    def __init__(self, services: Services, background: Runner, leaving: Leaving) -> None:
        super().__init__()
        self.model = BatchModel(services, background)
        self._leaving = leaving
        self._was_made = False
        self.rows = BatchRows(self.model)
        self.side = BatchSide(self.model)
        self.sheet = Sheet(say("letters_page.batch.sheet"))
        self.empty = EmptyState(
            say("letters_page.batch.empty"), say("letters_page.batch.why"), icon="scale"
        )
        self._main = QStackedWidget()
        for part in (self.rows, self.sheet, self.empty):
            self._main.addWidget(part)
        beside, inside = pane()
        inside.addWidget(self.side)
        panes = Panes(self._main, beside, width=352, large="below")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(panes)
        self.model.shown.connect(self._show)
        self.model.changed.connect(self.side.refresh)
        self.model.said.connect(self.said)
        self.model.refused.connect(lambda why: leaving.tell(say("letters_page.not_done"), why))
        self.side.print.clicked.connect(self.print)

    def begin(self) -> None:
        """Read what may be chosen."""
        self.refresh()
        self.focus_first()

    def refresh(self) -> None:
        """The record changed elsewhere; what is made already stays as it was seen."""
        if self.model.made is None and not self.model.making:
            self.model.load()

    def focus_first(self) -> None:
        """The first tick, or the verb that is due."""
        if self.model.made is not None:
            self.side.print.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.rows.rows:
            first = next(iter(self.rows.rows.values()))
            first.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        made = self.model.made
        if made is not None:
            self.sheet.show_pdf(made.pdf)
            self._main.setCurrentWidget(self.sheet)
        else:
            self.rows.begin()
            self._main.setCurrentWidget(self.rows if self.model.choices else self.empty)
        self.side.setVisible(bool(self.model.choices) or made is not None)
        self.side.refresh()
        focused = QApplication.focusWidget()
        lost = focused is None or not focused.isVisible()
        if self.isVisible() and (made is not None or lost or self._was_made):
            self.focus_first()
        self._was_made = made is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the letters."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def print(self) -> None:
        """Choose a printer; then file the letters and print the very same bytes."""
        made = self.model.made
        printer = self._leaving.printer() if made is not None else None
        if made is not None and printer is not None:
            self.model.file(lambda letters: self._print(letters, made.pdf, printer))

    def _print(self, letters: list[FiledLetter], pdf: bytes, printer: QPrinter) -> None:
        if self._leaving.print(pdf, printer):
            self.model.was_printed(letters)
