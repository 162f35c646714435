"""The page in sight and, at its right, a pane that slides in; without room, the pane alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import look

LEAST_PAGE = 440
"""A page narrower than this, in pixels at 100 % text, gives way to the pane."""


class Beside(QWidget):
    """``show_pane(pane, width)`` beside the page, ``hide_pane`` takes it away; nobody loses their
    place, because the page stays as it is.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self._pane: QWidget | None = None
        self._width: Callable[[], int] = lambda: 0
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(page, 1)
        look().changed.connect(self._arrange)

    def show_pane(self, pane: QWidget, width: Callable[[], int]) -> None:
        """Show a pane; ``width`` gives its pixels at the text size in use."""
        if self._pane is not None and self._pane is not pane:
            self.hide_pane()
        self._pane, self._width = pane, width
        if self._across.indexOf(pane) < 0:
            self._across.addWidget(pane)
        pane.show()
        self._arrange()

    def hide_pane(self) -> None:
        """Give the page the whole room again."""
        if self._pane is not None:
            self._pane.hide()
        self._pane = None
        self._page.show()

    def drop_pane(self, pane: QWidget) -> None:
        """Let a pane go, when another store opens."""
        if self._pane is pane:
            self.hide_pane()
        self._across.removeWidget(pane)
        pane.setParent(None)  # at once, or the focus would come back into it
        pane.deleteLater()

    def pane(self) -> QWidget | None:
        """The pane in sight, if any."""
        return self._pane

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window there is room for one of the two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._pane is None:
            return
        alone = look().large_text or self.width() - self._width() < look().px(LEAST_PAGE)
        self._page.setVisible(not alone)
        self._pane.setMinimumWidth(0 if alone else self._width())
        self._pane.setMaximumWidth(16_777_215 if alone else self._width())
