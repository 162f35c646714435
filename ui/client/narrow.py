"""Keeps a card or a form to a width that is easy to read, at every text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import look

READABLE = 860


class Narrow(QWidget):
    """``Narrow(card)``: at the left, at most ``widest`` pixels at 100 % text.

    A layout asks a limited widget for its height at the width of the column; here it is asked at
    the width it gets, so that nothing is cut.
    """

    def __init__(self, inside: QWidget, widest: int = READABLE) -> None:
        super().__init__()
        self._inside = inside
        self._widest = widest
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(inside, 1000)
        across.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        self._inside.setMaximumWidth(look().px(self._widest))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_widest"):
            self._fit()
