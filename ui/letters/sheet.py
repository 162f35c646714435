"""The letter itself, as the bytes that print; out of sight while names are hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from caseload.words import say
from ui.privacy import names
from ui.theme import look
from ui.widgets.cards import EmptyState
from ui.widgets.pdf_preview import PdfPreview


class Sheet(QFrame):
    """``show_pdf(data)``, or ``show_none(why)`` where the letter cannot be drawn as asked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.preview = PdfPreview(name)
        self.covered = EmptyState(say("letters_page.hidden.title"), say("letters_page.hidden.why"))
        self.none = EmptyState(say("letters_page.not_drawn"), "")
        self._pages = QStackedWidget()
        for page in (self.preview, self.covered, self.none):
            self._pages.addWidget(page)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self._pages)
        names().changed.connect(self._names_changed)
        self._names_somebody = True
        self._fit()

    def show_pdf(self, data: bytes, *, names_somebody: bool = True) -> None:
        """Show a letter; one that names nobody stays in sight while names are hidden."""
        self._names_somebody = names_somebody
        if self.preview.data() != data:
            self.preview.show_pdf(data)
        self._cover()

    def show_none(self, why: str) -> None:
        """No letter: what was seen before would not be what prints."""
        self.none.why.setText(why)
        self._pages.setCurrentWidget(self.none)

    def data(self) -> bytes:
        """The bytes shown."""
        return self.preview.data()

    def is_covered(self) -> bool:
        """Whether the letter is out of sight."""
        return self._pages.currentWidget() is self.covered

    def _names_changed(self, _hidden: bool) -> None:
        if self._pages.currentWidget() is not self.none:
            self._cover()

    def _cover(self) -> None:
        hidden = names().hidden and self._names_somebody
        self._pages.setCurrentWidget(self.covered if hidden else self.preview)

    def _fit(self) -> None:
        """Where the page around scrolls, the sheet still has room of its own."""
        self.setMinimumHeight(look().px(320) if look().large_text else 240)

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_pages"):
            self._fit()
