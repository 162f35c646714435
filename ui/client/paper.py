"""Pages as they will print: seen first, then printed or saved as a copy, always the same bytes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from caseload.words import say
from ui import printing
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow import Flow
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.text import label


class PaperView(QFrame):
    """``show_pdf(title, data, file_name)``; ``printed`` after a print or a saved copy.

    ``closed`` asks to go back. ``file_name`` and the title in the print queue name nobody.
    """

    closed = Signal()
    printed = Signal()

    def __init__(self, name: str, back: str) -> None:
        super().__init__()
        self._queue_title = name
        self._file_name = ""
        self.setProperty("role", "plain")
        self.setProperty("pane", True)
        self.title = label("", "heading")
        self.back = Button(back, icon="chevron-left")
        self.back.clicked.connect(self.closed)
        self.print = Button(say("client_page.paper.print"), icon="printer")
        self.print.clicked.connect(self._print)
        self.save = Button(say("client_page.paper.save"))
        self.save.clicked.connect(self._save_copy)
        self.smaller = Button(say("window.preview.smaller"), small="medium")
        self.larger = Button(say("window.preview.larger"), small="medium")
        self.summary = ErrorSummary()
        self.preview = PdfPreview(name)
        self.smaller.clicked.connect(self.preview.smaller)
        self.larger.clicked.connect(self.preview.larger)
        buttons = QWidget()
        across = Flow(buttons, gap=12)
        for button in (self.back, self.print, self.save, self.smaller, self.larger):
            across.addWidget(button)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 12, 24, 12)
        down.setSpacing(10)
        down.addWidget(self.title)
        down.addWidget(buttons)
        down.addWidget(self.summary)
        down.addWidget(self.preview, 1)
        look().changed.connect(self._fit)
        self._fit()

    def show_pdf(self, title: str, data: bytes, file_name: str) -> None:
        """Show a document. ``title`` stands above it and may name the client."""
        self.title.setText(title)
        self._file_name = file_name
        self.summary.clear()
        self.preview.show_pdf(data)
        self.preview.set_zoom(1.0)  # read at once; Show smaller shows the whole page

    def focus_first(self) -> None:
        """The pages: a keyboard scrolls them at once."""
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        if printing.ask_and_print(self, self.preview.data(), self._queue_title):
            self.printed.emit()

    def _save_copy(self) -> None:
        title = say("client_page.paper.save")
        chosen, _ = QFileDialog.getSaveFileName(
            self, title, self._file_name, say("client_page.paper.kind")
        )
        if not chosen:
            return
        file = Path(chosen)
        try:
            file.write_bytes(self.preview.data())
        except OSError:
            self.summary.show_sentence(say("client_page.paper.not_written"))
            return
        self.printed.emit()

    def _fit(self) -> None:
        """Where the page around scrolls, the sheet still has room of its own."""
        self.preview.setMinimumHeight(look().px(300) if look().large_text else 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
