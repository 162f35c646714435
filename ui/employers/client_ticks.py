"""For which clients a contact was: boxes to tick, one stop for Tab, letters jump to a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.values.names import fold
from ui.widgets.cards import empty_layout
from ui.widgets.choices import TickBox
from ui.widgets.filling import show_filled
from ui.widgets.flow import Flow
from ui.widgets.text import label


class ClientTicks(QWidget):
    """``show_clients([(id, name), ...], nobody=...)``; ``typed_value()`` are the ids ticked.

    Arrow keys move between names, a letter jumps to the next name with a part that begins so,
    Space ticks, and Tab leaves. What was ticked before stays ticked where it is still shown.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._ticks: dict[str, _Tick] = {}
        self._wanted: list[str] = []
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self._boxes = QWidget()
        self._flow = Flow(self._boxes, gap=10)
        self._nobody = label("", "table", "muted")
        down.addWidget(self._boxes)
        down.addWidget(self._nobody)
        self._nobody.hide()

    def show_clients(self, clients: Sequence[tuple[str, str]], *, nobody: str) -> None:
        """Replace the boxes; ``nobody`` stands where there are none."""
        empty_layout(self._flow)
        self._ticks = {}
        for client_id, name in clients:
            tick = _Tick(name)
            tick.setAccessibleDescription(self.accessibleName())
            tick.setChecked(client_id in self._wanted)
            tick.toggled.connect(self._toggled)
            tick.stepped.connect(self._step)
            tick.lettered.connect(self._jump)
            self._ticks[client_id] = tick
            self._flow.addWidget(tick)
        show_filled(self._flow)
        self._rove(0)
        self._nobody.setText(nobody)
        self._nobody.setVisible(not clients)
        self._boxes.setVisible(bool(clients))

    def tick(self, client_id: str) -> TickBox:
        """The box of a client."""
        return self._ticks[client_id]

    def typed_value(self) -> Any:
        """The ids ticked, in the order shown."""
        return [client_id for client_id, tick in self._ticks.items() if tick.isChecked()]

    def set_typed_value(self, value: Any) -> None:
        """Tick these and no others."""
        self._wanted = list(value or ())
        for client_id, tick in self._ticks.items():
            tick.setChecked(client_id in self._wanted)

    def when_typed(self, then: Callable[[], None]) -> None:
        """Call ``then`` whenever a box is ticked or its tick taken away."""
        self.changed.connect(then)

    def _toggled(self, _on: bool) -> None:
        self._wanted = self.typed_value()
        self.changed.emit()

    def _at(self) -> int:
        return next((n for n, tick in enumerate(self._ticks.values()) if tick.hasFocus()), 0)

    def _step(self, steps: int) -> None:
        self._go(min(max(0, self._at() + steps), len(self._ticks) - 1))

    def _jump(self, letter: str) -> None:
        ticks = list(self._ticks.values())
        here = self._at()
        for n in [*range(here + 1, len(ticks)), *range(here + 1)]:
            if any(
                part.startswith(fold(letter)) for part in fold(ticks[n].accessibleName()).split()
            ):
                self._go(n)
                return

    def _go(self, at: int) -> None:
        self._rove(at)
        list(self._ticks.values())[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _rove(self, at: int) -> None:
        for n, tick in enumerate(self._ticks.values()):
            here = n == at
            tick.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here:
                self.setFocusProxy(tick)


class _Tick(TickBox):
    stepped = Signal(int)
    lettered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and letters move; Space is the box's own."""
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif event.text().strip() and event.text().isalpha():
            self.lettered.emit(event.text())
        else:
            super().keyPressEvent(event)
