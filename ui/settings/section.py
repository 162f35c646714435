"""What every section of the settings is: a head, and a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.words import say
from ui.settings.view_model import SettingsModel
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import ScrollColumn


class Section(QWidget):
    """``begin`` comes each time it is brought into sight; ``refresh`` when anything was read anew.

    ``go`` asks for another place of the window. ``leave`` forgets what must not stay on screen.
    """

    go = Signal(str, str)
    said = Signal(str)

    back_asked = Signal()

    def __init__(self, model: SettingsModel, title: str, sentence: str) -> None:
        super().__init__()
        self.model = model
        self.head = PageHead(title, sentence)
        self.back = Button(say("settings_page.back"), icon="chevron-left")
        self.back.clicked.connect(self.back_asked)
        self.head.add_action(self.back)
        self._scroll = ScrollColumn(margins=(24, 4, 24, 20))
        self.down = self._scroll.down
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.setSpacing(0)
        self.whole.addWidget(self.head)
        self.whole.addWidget(self._scroll, 1)
        look().changed.connect(self._show_back)
        self._show_back()

    def _show_back(self) -> None:
        """From 150 % text the section is a page of its own, with a way back to the list."""
        self.back.setVisible(look().large_text)

    def fill_with(self, body: QWidget) -> None:
        """A body that scrolls by itself, in place of the column."""
        self._scroll.hide()
        self.whole.addWidget(body, 1)

    def begin(self) -> None:
        """It comes into sight."""
        self.refresh()

    def refresh(self) -> None:
        """Show what was read."""

    def leave(self) -> None:
        """It goes out of sight, or the store is locked."""

    def save(self) -> None:
        """Ctrl+S: the verb of the form in sight, where there is one."""

    def saves(self) -> bool:
        """Whether there is a form in sight to save."""
        return False

    def to_top(self) -> None:
        """Scroll to the top."""
        self._scroll.verticalScrollBar().setValue(0)

    @staticmethod
    def focus(widget: QWidget) -> None:
        """Put the focus somewhere."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
