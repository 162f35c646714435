"""A main pane and a side pane; from 150 % text the side moves under, or opens as a page."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.scroll import ScrollColumn

Large = Literal["below", "page", "beside"]


class Panes(QWidget):
    """``Panes(main, side, width=352, large="page")``; F6 moves between the two.

    ``fixed`` names the pane that is ``width`` wide, the other takes the rest.
    ``large``: ``below`` scrolls both as one page, ``page`` hides the side until ``open_side`` and
    Escape comes back, ``beside`` never turns. ``side_first`` puts the side at the left. With
    ``page``, ``side_closed`` tells the page to give the list its focus back. Where the main pane
    would be narrower than ``least_main``, in pixels at 100 % text, they turn as at large text.
    """

    side_closed = Signal()

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        *,
        width: int = 352,
        large: Large = "below",
        side_first: bool = False,
        fixed: Literal["side", "main"] = "side",
        least_main: int = 0,
    ) -> None:
        super().__init__()
        self.main, self.side = main, side
        self._width = width
        self._fixed = side if fixed == "side" else main
        self._large: Large = large
        self._side_first = side_first
        self._open = False
        self._least_main = least_main
        self._narrow = False
        self._scroll: ScrollColumn | None = None
        for part in (main, side):
            part.setProperty("pane", True)
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)
        self._across = QHBoxLayout()
        self._across.setSpacing(0)
        self._down.addLayout(self._across)
        look().changed.connect(self._arrange)
        self._arrange()

    def turned(self) -> bool:
        """Whether text or room is such that the side is not beside the main pane."""
        return (look().large_text or self._narrow) and self._large != "beside"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when a pane beside the page leaves too little room."""
        super().resizeEvent(event)
        narrow = bool(self._least_main) and self.width() < look().px(self._width + self._least_main)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def open_side(self) -> None:
        """Show the side pane as a page, where it is not beside the main one, and give it focus."""
        if self.turned() and self._large == "page":
            self._open = True
            self._show_one()
        self.side.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_side(self) -> bool:
        """Come back to the main pane; False when the side was not open as a page."""
        if not self._open:
            return False
        self._open = False
        self._show_one()
        self.side_closed.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape comes back from the side to the main pane."""
        if event.key() == Qt.Key.Key_Escape and self.close_side():
            return
        super().keyPressEvent(event)

    def _show_one(self) -> None:
        paged = self.turned() and self._large == "page"
        self.side.setVisible(not paged or self._open)
        self.main.setVisible(not (paged and self._open))

    def _arrange(self) -> None:
        below = self.turned() and self._large == "below"
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            focused = None  # elsewhere, where it is to stay
        first, second = (self.side, self.main) if self._side_first else (self.main, self.side)
        if self._scroll is not None:
            self._scroll.hide()
        if below:
            self._free_width()
            scroll = ScrollColumn(margins=(0, 0, 0, 0), spacing=0)
            scroll.down.addWidget(first)
            scroll.down.addWidget(second)
            scroll.down.addStretch()
            self._across.addWidget(scroll, 1)
            self._drop_scroll()
            self._scroll = scroll
        else:
            self._across.addWidget(first, 0 if first is self._fixed else 1)
            self._across.addWidget(second, 0 if second is self._fixed else 1)
            self._drop_scroll()
            if self.turned():
                self._free_width()
            else:
                self._open = False
                self._fixed.setFixedWidth(look().px(self._width))
        self.main.show()
        self.side.show()
        self._show_one()
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _free_width(self) -> None:
        self._fixed.setMinimumWidth(0)
        self._fixed.setMaximumWidth(16_777_215)

    def _drop_scroll(self) -> None:
        if self._scroll is not None:
            self._across.removeWidget(self._scroll)
            self._scroll.setParent(None)
            self._scroll.deleteLater()
            self._scroll = None
