"""Several widgets of which one is in sight; those out of sight take no room, unlike in a stack."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class OneOf(QWidget):
    """``add`` widgets, the first is shown; ``show_one`` brings another into sight."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[QWidget] = []
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)

    def add(self, widget: QWidget) -> None:
        """One more; the first is in sight."""
        if self._all:  # to show it before it has a parent would open a window
            widget.hide()
        self._all.append(widget)
        self._down.addWidget(widget)

    def show_one(self, widget: QWidget) -> None:
        """Bring one into sight; never two at once, which would make the window grow."""
        for each in self._all:
            if each is not widget:
                each.hide()
        widget.show()

    def in_sight(self) -> QWidget | None:
        """The one that is shown."""
        return next((each for each in self._all if not each.isHidden()), None)
