"""The parts of the profile down the side: done, the one in hand, and those not begun."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from caseload.words import say
from ui.theme import look
from ui.theme.shapes import draw_mark


class PartList(QFrame):
    """``PartList([("want", "What you want to do"), ...])``; up and down move, Tab leaves."""

    picked = Signal(str)

    def __init__(self, parts: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(say("client_profile.parts"))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, PartButton] = {}
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        for key, words in parts:
            button = PartButton(words)
            button.clicked.connect(lambda _on=False, k=key: self.picked.emit(k))
            button.stepped.connect(self._step)
            self._group.addButton(button)
            self.buttons[key] = button
            down.addWidget(button)
        down.addStretch()

    def show_part(self, key: str) -> None:
        """The part in hand."""
        self.buttons[key].setChecked(True)
        for name, button in self.buttons.items():
            here = name == key
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.NoFocus)
            button.tell()
        self.setFocusProxy(self.buttons[key])

    def show_done(self, key: str, done: bool) -> None:
        """Whether anything is written in a part."""
        self.buttons[key].done = done
        self.buttons[key].tell()

    def _step(self, steps: int) -> None:
        keys = list(self.buttons)
        now = next(n for n, key in enumerate(keys) if self.buttons[key].isChecked())
        key = keys[min(max(0, now + steps), len(keys) - 1)]
        self.picked.emit(key)
        self.buttons[key].setFocus(Qt.FocusReason.TabFocusReason)


class PartButton(QPushButton):
    """One part: a tick, a clock or a hollow square, then its words."""

    stepped = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self.done = False
        self.setCheckable(True)
        self.setProperty("kind", "part")
        self.tell()

    def _state(self) -> str:
        return "now" if self.isChecked() else "done" if self.done else "not_begun"

    def tell(self) -> None:
        """Say the state to a screen reader, and draw it."""
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(say(f"client_profile.state.{self._state()}"))
        self.update()

    def sizeHint(self) -> QSize:
        """38 high, the mark and the words."""
        words = look().metrics("body", True).horizontalAdvance(self._words)
        return QSize(words + look().px(14 + 16 + 10 + 14), look().px(38))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between parts."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground of the part in hand, its mark, its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = self._state()
        ink = {"now": "on_selection", "done": "text", "not_begun": "muted"}[state]
        box = QRectF(self.rect())
        if state == "now":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("selection"))
            painter.drawRoundedRect(box, 6, 6)
        left, size, middle = look().px(14), look().px(16), self.height() / 2
        if state == "not_begun":
            at = QPointF(left + look().px(2), middle)
            draw_mark(painter, "neutral", at, look().colour(ink), scale=look().text_scale)
        else:
            name = "check" if state == "done" else "clock"
            icon = look().pixmap(name, ink, 16, self)
            painter.drawPixmap(QRect(left, round(middle - size / 2), size, size), icon)
        painter.setPen(look().colour(ink))
        painter.setFont(look().font("body", state == "now"))
        room = box.adjusted(left + size + look().px(10), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._words)

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
