"""Says when a window was first painted, and ends the process there."""

from __future__ import annotations

import os
import time

from PySide6.QtWidgets import QApplication, QWidget

from ui.first_paint import once_painted


def tell(window: QWidget) -> None:
    """Print the time when ``window`` and everything in it has been painted."""
    once_painted(window, _told)


def tell_of_the_window() -> None:
    """The same for the window that the program opens, once its event loop begins."""
    begin = QApplication.exec

    def exec_and_tell() -> int:
        tell(next(window for window in QApplication.topLevelWidgets() if window.isVisible()))
        return begin()

    # The program is started as ever, so its way into the loop is the place to watch from.
    QApplication.exec = exec_and_tell  # type: ignore[method-assign]


def _told() -> None:
    print(time.time(), flush=True)
    os._exit(0)
