"""A row of answers of which one is chosen, each with its Alt key shown before its word."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from caseload.words import say
from ui.theme import look

MENU_LETTERS = frozenset("FEGCRVH")  # owned by the menu bar


class Segments(QWidget):
    """``Segments("How", [("phone", "Phone", "2"), ...])``: code, word, Alt key or "".

    Arrow keys move inside, Tab leaves, Alt with the key picks from anywhere on the page and leaves
    the focus where it is. At large
    text the row stands upright. ``picked`` carries the code; nothing may be chosen at first.
    """

    picked = Signal(object)

    def __init__(
        self, name: str, options: Iterable[tuple[object, str, str]], *, small: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._small = small
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._codes: list[object] = []
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._buttons: list[_Segment] = []
        for code, words, key in options:
            self._add(code, words, key, name)
        for at, button in enumerate(self._buttons):
            button.set_place(at, len(self._buttons))
        if self._buttons:
            self.setFocusProxy(self._buttons[0])
        self._group.buttonClicked.connect(lambda _button: self.picked.emit(self.value()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _add(self, code: object, words: str, key: str, name: str) -> None:
        if key.upper() in MENU_LETTERS:
            raise ValueError(f"Alt+{key} belongs to a menu")
        button = _Segment(words, key, small=self._small)
        button.setAccessibleName(words)
        button.setAccessibleDescription(name)
        if key:
            button.setAccessibleDescription(say("window.alt_key", words=name, key=key))
            shortcut = QShortcut(QKeySequence(f"Alt+{key}"), self)
            shortcut.activated.connect(lambda: self._pick(code))
        self._codes.append(code)
        self._buttons.append(button)
        self._group.addButton(button)
        self._across.addWidget(button, 1)

    def _pick(self, code: object) -> None:
        """By its Alt key: what is being typed keeps the focus."""
        if self.button(code).isEnabled():
            self.set_value(code)
            self.picked.emit(code)

    def value(self) -> object:
        """The code of the chosen answer; None when none is."""
        for code, button in zip(self._codes, self._buttons, strict=True):
            if button.isChecked():
                return code
        return None

    def set_value(self, code: object) -> None:
        """Choose by code; an unknown code leaves none chosen."""
        self._group.setExclusive(False)
        for known, button in zip(self._codes, self._buttons, strict=True):
            button.setChecked(known == code)
        self._group.setExclusive(True)
        for known, button in zip(self._codes, self._buttons, strict=True):
            if known == code:
                self.setFocusProxy(button)

    def set_words(self, code: object, words: str) -> None:
        """Say an answer in other words; its code and key stay."""
        button = self._buttons[self._codes.index(code)]
        button.set_words(words)

    def button(self, code: object) -> QPushButton:
        """The button of an answer."""
        return self._buttons[self._codes.index(code)]


class _Segment(QPushButton):
    """One answer: key in muted text, then the word; soft ground and a bar when chosen."""

    def __init__(self, words: str, key: str, *, small: bool) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self._key = key
        self._small = small
        self._first = self._last = False
        self.setCheckable(True)
        self.setProperty("kind", "segment")

    def set_words(self, words: str) -> None:
        """Other words, seen and heard."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_place(self, at: int, total: int) -> None:
        """Round the outer corners of the first and the last."""
        self._first, self._last = at == 0, at == total - 1

    def sizeHint(self) -> QSize:
        """Key, word and 10 pixels either side."""
        width = look().metrics("table", True).horizontalAdvance(self._words) + look().px(20)
        if self._key:
            width += look().metrics("table").horizontalAdvance(self._key) + look().px(8)
        return QSize(width, look().px(30 if self._small else 36))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, ground, key, word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5 if self._first else -0.5, 0.5, -0.5, -0.5)
        shape = _rounded(box, 6.0, self._first, self._last)
        painter.setPen(QPen(look().colour("line_strong"), 1))
        painter.setBrush(look().colour("accent_soft" if chosen else "raised"))
        painter.drawPath(shape)
        if chosen:
            painter.setClipPath(shape)
            mark = QRectF(box.left(), box.bottom() - 3, box.width(), 3)
            painter.fillRect(mark, look().colour("accent"))
            painter.setClipping(False)
        self._draw_words(painter, chosen)

    def _draw_words(self, painter: QPainter, chosen: bool) -> None:
        usable = self.isEnabled()
        ink = "disabled" if not usable else "accent" if chosen else "text"
        width = self.sizeHint().width() - look().px(20)
        left = (self.width() - width) / 2
        centred = int(Qt.AlignmentFlag.AlignVCenter)
        if self._key:
            painter.setFont(look().font("table", chosen))
            painter.setPen(look().colour(ink if chosen or not usable else "muted"))
            room = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(room, centred, self._key)
            left += look().metrics("table").horizontalAdvance(self._key) + look().px(8)
        painter.setFont(look().font("table", chosen))
        painter.setPen(look().colour(ink))
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), centred, self._words)

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


def _rounded(box: QRectF, radius: float, left: bool, right: bool) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(box, radius, radius)
    if not left:
        path.addRect(box.adjusted(0, 0, -box.width() / 2, 0))
    if not right:
        path.addRect(box.adjusted(box.width() / 2, 0, 0, 0))
    return path.simplified()
