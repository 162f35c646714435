"""One of a few: a box that opens, round buttons, and a box to tick."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
)

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


class _Wrapping:
    """How a box or a round button lays out words that may take several lines."""

    gap = 10

    @staticmethod
    def policy() -> QSizePolicy:
        made = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        made.setHeightForWidth(True)
        return made

    @staticmethod
    def side() -> int:
        return look().px(16) + 2

    @classmethod
    def height(cls, button: QAbstractButton, width: int) -> int:
        room = QRect(0, 0, max(24, width - cls.side() - cls.gap), 10_000)
        words = button.fontMetrics().boundingRect(room, _WRAP, shown_words(button))
        return max(look().px(24), words.height() + 2)

    @classmethod
    def width(cls, button: QAbstractButton) -> int:
        words = button.fontMetrics().horizontalAdvance(shown_words(button))
        return cls.side() + (cls.gap + words + 2 if button.text() else 0)

    @classmethod
    def least(cls, button: QAbstractButton) -> QSize:
        longest = max(shown_words(button).split() or [""], key=len)
        words = button.fontMetrics().horizontalAdvance(longest) if longest else 0
        return QSize(max(24, cls.side() + cls.gap + words), look().px(24))

    @classmethod
    def draw(cls, button: QAbstractButton, part: QStyle.PrimitiveElement) -> None:
        option = QStyleOptionButton()
        option.initFrom(button)
        on = QStyle.StateFlag.State_On if button.isChecked() else QStyle.StateFlag.State_Off
        option.state |= on
        line = button.fontMetrics().height()
        side = cls.side()
        several = cls.height(button, button.width()) > look().px(24) + 2
        top = 1 + (line - side) // 2 if several else (button.height() - side) // 2
        option.rect = QRect(0, max(0, top), side, side)
        painter = QPainter(button)
        button.style().drawPrimitive(part, option, painter, button)
        usable = "text" if button.isEnabled() else "disabled"
        painter.setPen(look().colour(usable))
        room = QRect(side + cls.gap, 0, button.width() - side - cls.gap, button.height())
        middle = Qt.AlignmentFlag.AlignTop if several else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, _WRAP | int(middle), shown_words(button))


_WRAP = int(Qt.TextFlag.TextWordWrap)


def shown_words(button: QAbstractButton) -> str:
    """What a button says, without the doubled ampersands."""
    return button.text().replace("&&", "&")


class TickBox(QCheckBox):
    """A box to tick; its words wrap where there is no room."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setSizePolicy(_Wrapping.policy())

    def sizeHint(self) -> QSize:
        """In one line."""
        return QSize(_Wrapping.width(self), look().px(24))

    def minimumSizeHint(self) -> QSize:
        """The box and the longest word."""
        return _Wrapping.least(self)

    def hasHeightForWidth(self) -> bool:
        """Higher where narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        return _Wrapping.height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        """Pressing the words counts."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, then words."""
        _Wrapping.draw(self, QStyle.PrimitiveElement.PE_IndicatorCheckBox)


class RadioButton(QRadioButton):
    """One of several; its words wrap where there is no room."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setSizePolicy(_Wrapping.policy())

    def sizeHint(self) -> QSize:
        """In one line."""
        return QSize(_Wrapping.width(self), look().px(24))

    def minimumSizeHint(self) -> QSize:
        """The button and the longest word."""
        return _Wrapping.least(self)

    def hasHeightForWidth(self) -> bool:
        """Higher where narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        return _Wrapping.height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        """Pressing the words counts."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Button, then words."""
        _Wrapping.draw(self, QStyle.PrimitiveElement.PE_IndicatorRadioButton)


def tick_box(words: str, *, ticked: bool = False) -> TickBox:
    """A box to tick, its words beside it."""
    made = TickBox(words)
    made.setChecked(ticked)
    return made


def radio(words: str, *, chosen: bool = False) -> RadioButton:
    """One of several, its words beside it."""
    made = RadioButton(words)
    made.setChecked(chosen)
    return made
