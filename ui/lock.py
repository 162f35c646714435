"""Locking after idle time: five minutes unless set otherwise, never more than fifteen.

The lock itself is the window's cover and the application's business with the keys; this file only
watches. Time is read from the wall clock and from the steady one, so that a computer that slept
is locked when it wakes.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LEAST_MINUTES, USUAL_MINUTES, MOST_MINUTES = 1, 5, 15
_LOOK_EVERY_MS = 5000

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)

Clock = Callable[[], float]


class IdleLock(QObject):
    """``idle`` is emitted once when nobody has touched the program for ``minutes``.

    ``watch(window)`` follows the input of a window and of every window that takes the focus after
    it. ``start`` when a store is unlocked, ``stop`` when it is locked.
    """

    idle = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        minutes: int = USUAL_MINUTES,
        clocks: tuple[Clock, Clock] = (time.time, time.monotonic),
    ) -> None:
        super().__init__(parent)
        self._clocks = clocks
        self._minutes = USUAL_MINUTES
        self.set_minutes(minutes)
        self._touched = tuple(clock() for clock in clocks)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look_at_the_clock)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)

    @property
    def minutes(self) -> int:
        """How long nobody may touch it."""
        return self._minutes

    def set_minutes(self, minutes: int) -> None:
        """Set it, from 1 to 15."""
        self._minutes = min(MOST_MINUTES, max(LEAST_MINUTES, minutes))

    def start(self) -> None:
        """Begin to watch, from now."""
        self.touch()
        self._timer.start()

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()

    def is_watching(self) -> bool:
        """Whether it watches."""
        return self._timer.isActive()

    def touch(self) -> None:
        """Somebody is here."""
        self._touched = tuple(clock() for clock in self._clocks)

    def watch(self, window: QWindow | None) -> None:
        """Follow the input of a window."""
        if window is not None:
            window.installEventFilter(self)

    def look_at_the_clock(self) -> None:
        """Lock when the time has come."""
        now = tuple(clock() for clock in self._clocks)
        passed = max(after - before for after, before in zip(now, self._touched, strict=True))
        if self._timer.isActive() and passed >= self._minutes * 60:
            self.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key, press or move of the mouse means somebody is here."""
        if event.type() in _INPUT:
            self.touch()
        return super().eventFilter(watched, event)
