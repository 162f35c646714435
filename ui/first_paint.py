"""What may wait until a window stands: done once, right after it was painted first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class _Once(QObject):
    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._then = widget, then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The timer comes round when everything in the widget is painted too."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._do)
        return False

    def _do(self) -> None:
        self.deleteLater()
        self._then()


def once_painted(widget: QWidget, then: Callable[[], None]) -> None:
    """Call ``then`` when ``widget`` has been painted for the first time from now on."""
    _Once(widget, then)
