"""The page as it lies: head, blocks, tabs and what is in them; compact where room is short."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QVBoxLayout, QWidget

from caseload.words import say
from ui.client.blocks import Blocks
from ui.client.header import HeaderBar
from ui.client.pinned import Pinned
from ui.client.view_model import ClientViewModel
from ui.theme import look
from ui.widgets.cards import hairline
from ui.widgets.one_of import OneOf
from ui.widgets.scroll import ScrollColumn
from ui.widgets.tabs import TabRow

NARROW = 900
"""Below this width, at 100 % text, the head scrolls with the rest."""


class WholeView(QWidget):
    """Where there is room the head stays and what is in the tab scrolls.

    At large text, and beside another pane, the whole page scrolls but for name and safety.
    """

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__()
        self.header = HeaderBar(model)
        self.pinned = Pinned(model)
        self.blocks = Blocks(model)
        self.tabs = TabRow(say("client_page.parts"))
        self.body = OneOf()
        self._scroll: ScrollColumn | None = None
        self._compact: bool | None = None
        self._middle = QFrame()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for part in (self.header, hairline(), self.blocks, hairline(), self.tabs, hairline()):
            middle.addWidget(part)
        middle.addWidget(self.body, 1)
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)
        self._down.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._down.addWidget(self.pinned)
        look().changed.connect(self._arrange)
        self._arrange()

    def refresh_head(self) -> None:
        """Show whose page it is."""
        self.header.refresh()
        self.pinned.refresh()

    def _arrange(self) -> None:
        compact = look().large_text or self.width() < look().px(NARROW)
        if compact == self._compact:
            return
        self._compact = compact
        focused = QApplication.focusWidget()  # another parent takes the focus away
        self.pinned.setVisible(compact)
        self.header.set_compact(compact)
        before, self._scroll = self._scroll, None
        if compact:
            self._scroll = ScrollColumn(margins=(0, 0, 0, 0), spacing=0)
            self._scroll.down.addWidget(self._middle)
            self._down.addWidget(self._scroll, 1)
        else:
            self._down.addWidget(self._middle, 1)
        if before is not None:
            self._down.removeWidget(before)
            before.hide()
            before.setParent(None)
            before.deleteLater()
        if focused is not None and self._middle.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """What does not fit scrolls, so any size will do."""
        return QSize(look().px(260), 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another order."""
        super().resizeEvent(event)
        self._arrange()
