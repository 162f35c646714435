"""One of a few: a box that opens, round buttons, and a box to tick."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QRadioButton

from ui.theme import look


class Choice(QComboBox):
    """One of a few: ``Choice([("code", "Label"), ...])``; ``value()`` gives the code."""

    picked = Signal(object)

    def __init__(
        self,
        options: Iterable[tuple[object, str]] = (),
        *,
        width: int | None = None,
        dense: bool | str = False,
        empty: str | None = None,
    ) -> None:
        super().__init__()
        self._asked_width = width
        if dense:
            self.setProperty("dense", dense if isinstance(dense, str) else True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_options(options, empty=empty)
        self.currentIndexChanged.connect(lambda _at: self.picked.emit(self.value()))
        self._fit()

    def set_options(
        self, options: Iterable[tuple[object, str]], *, empty: str | None = None
    ) -> None:
        """Replace the options, keeping the chosen one; ``empty`` adds a first line with no code."""
        before = self.value()
        blocked = self.blockSignals(True)
        self.clear()
        if empty is not None:
            self.addItem(empty, None)
        for code, words in options:
            self.addItem(words, code)
        self.set_value(before)
        self.blockSignals(blocked)

    def value(self) -> object:
        """The code of the chosen line."""
        return self.currentData()

    def set_value(self, code: object) -> None:
        """Choose a line by its code; an unknown code chooses the first line."""
        for at in range(self.count()):
            if self.itemData(at) == code:
                self.setCurrentIndex(at)
                return
        self.setCurrentIndex(0 if self.count() else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page never changes an answer."""
        event.ignore()

    def _fit(self) -> None:
        if self._asked_width is not None:
            self.setFixedWidth(look().px(self._asked_width))

    def changeEvent(self, event: QEvent) -> None:
        """A new text scale widens the box."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_asked_width"):
            self._fit()


def tick_box(words: str, *, ticked: bool = False) -> QCheckBox:
    """A box to tick, its words beside it."""
    made = QCheckBox(words.replace("&", "&&"))
    made.setChecked(ticked)
    made.setAccessibleName(words)
    return made


def radio(words: str, *, chosen: bool = False) -> QRadioButton:
    """One of several, its words beside it."""
    made = QRadioButton(words.replace("&", "&&"))
    made.setChecked(chosen)
    made.setAccessibleName(words)
    return made
