"""Boxes to type or choose in. The border turns 2 pixels wide on focus and on a problem."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from caseload.values.money import pounds, read_pounds
from caseload.words import say
from ui.theme import look
from ui.widgets.buttons import draw_key


class TextInput(QLineEdit):
    """One line of text; ``width`` in pixels at 100 % text keeps it to the size of its answer."""

    def __init__(
        self,
        words: str = "",
        *,
        width: int | None = None,
        placeholder: str = "",
        dense: bool | str = False,
    ) -> None:
        super().__init__(words)
        self._asked_width = width
        self.setPlaceholderText(placeholder)
        if dense:
            self.setProperty("dense", dense if isinstance(dense, str) else True)
        self._fit()

    def _fit(self) -> None:
        if self._asked_width is not None:
            self.setFixedWidth(look().px(self._asked_width))

    def changeEvent(self, event: QEvent) -> None:
        """A new text scale widens the box."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_asked_width"):
            self._fit()


class FilterInput(TextInput):
    """Type to filter: an icon before and the shortcut after the words.

    ``left`` is emitted by Escape (back to the list) and ``moved`` by the up and down keys.
    """

    left = Signal()
    moved = Signal(int)

    def __init__(self, placeholder: str, key: str = "", *, width: int | None = None) -> None:
        super().__init__(placeholder=placeholder, width=width, dense="medium")
        self._key = key
        self.setAccessibleName(placeholder)
        self._room()

    def _room(self) -> None:
        cap = look().metrics("tiny").horizontalAdvance(self._key) + look().px(18)
        self.setTextMargins(look().px(24), 0, cap if self._key else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then icon and key cap."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = look().px(16)
        icon = look().pixmap("list-filter", "muted", 16, self)
        painter.drawPixmap(QRect(look().px(9), (self.height() - size) // 2, size, size), icon)
        if self._key:
            width = look().metrics("tiny").horizontalAdvance(self._key) + look().px(10)
            cap = QRectF(0, 0, width, look().px(20))
            cap.moveCenter(QRectF(self.rect()).center())
            cap.moveRight(self.width() - look().px(8))
            draw_key(painter, cap, self._key, "muted")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears, then leaves; arrows move in the list."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.moved.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A new text scale moves icon and cap."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_key"):
            self._room()


class NumberInput(TextInput):
    """A number at the right edge of a narrow box: hours, age, children."""

    def __init__(
        self, value: Decimal | int | None = None, *, width: int = 104, dense: bool = True
    ) -> None:
        super().__init__(width=width, dense=dense)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_value(value)

    def set_value(self, value: Decimal | int | None) -> None:
        """Show a number; None leaves the box empty."""
        self.setText("" if value is None else f"{value}")

    def value(self) -> Decimal | None:
        """The number typed; None when the box is empty. Raises ValueError with a sentence."""
        typed = self.text().strip().replace(",", "").removesuffix("%").strip()
        if not typed:
            return None
        try:
            number = Decimal(typed)
        except ArithmeticError:
            raise ValueError(say("window.number_problem")) from None
        if not number.is_finite():
            raise ValueError(say("window.number_problem"))
        return number


class MoneyInput(NumberInput):
    """Pounds and pence: shown as £1,234.56 when left, plain while typed."""

    def set_value(self, value: Decimal | int | None) -> None:
        """Show an amount in pounds; None leaves the box empty."""
        self.setText("" if value is None else pounds(Decimal(value)))

    def value(self) -> Decimal | None:
        """Pounds typed; None when empty. Raises ValueError with a sentence."""
        if not self.text().strip():
            return None
        try:
            return read_pounds(self.text())
        except ValueError:
            raise ValueError(say("window.money_problem")) from None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tidy what was typed, where it can be read."""
        super().focusOutEvent(event)
        try:
            value = self.value()
        except ValueError:
            return
        if value is not None and self.text() != pounds(value):
            self.setText(pounds(value))
