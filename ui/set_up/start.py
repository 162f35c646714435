"""No store yet: start, try it with made-up people, or restore a backup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from caseload.words import say
from ui.speak import speak
from ui.theme import look
from ui.widgets.gate import Gate, gate_head
from ui.widgets.text import label


class StartPage(Gate):
    """Signals ``start_asked``, ``made_up_asked``, ``restore_asked`` and ``open_asked``."""

    start_asked = Signal()
    made_up_asked = Signal()
    restore_asked = Signal()
    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__(width=560)
        self.down.addWidget(gate_head(say("set_up.start.title"), say("set_up.start.sentence")))
        self.start = Way("start", "plus")
        self.made_up = Way("made_up", "users")
        self.restore = Way("restore", "hard-drive")
        self.open = Way("open", "lock")
        self.start.setProperty("chosen", True)
        self.start.clicked.connect(self.start_asked)
        self.made_up.clicked.connect(self.made_up_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.open.clicked.connect(self.open_asked)
        for way in (self.start, self.made_up, self.restore, self.open):
            self.down.addWidget(way)
        self.problem = label("", "table", "danger", strong=True)
        self.problem.hide()
        self.down.addWidget(self.problem)
        self.doing = label("", "table", "info")
        self.doing.hide()
        self.down.addWidget(self.doing)
        self.setFocusProxy(self.start)

    def show_refusal(self, sentence: str) -> None:
        """Why that way did not work."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            speak(sentence, self, at_once=True)

    def show_busy(self, words: str) -> None:
        """What is being done meanwhile, in words; no way can be taken until it is done."""
        self.show_refusal("")
        for way in (self.start, self.made_up, self.restore, self.open):
            way.setEnabled(not words)
        self.doing.setText(words)
        self.doing.setVisible(bool(words))
        if words:
            speak(words, self)


class Way(QPushButton):
    """A way on: icon, what, a sentence, an arrow."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self._title = say(f"set_up.start.{name}")
        self._detail = say(f"set_up.start.{name}_detail")
        self._icon_name = icon
        self.setProperty("kind", "way")
        self.setAutoDefault(True)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(self._detail)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The sentence may take two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Title, sentence and 18 pixels around."""
        return look().metrics("body", True).height() + self._detail_height(width) + look().px(34)

    def _detail_height(self, width: int) -> int:
        room = QRect(0, 0, max(40, width - look().px(61 + 53)), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        return look().metrics("table").boundingRect(room, flags, self._detail).height()

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(look().px(400), self.heightForWidth(look().px(560)))

    def minimumSizeHint(self) -> QSize:
        """Narrower in a narrow window."""
        return QSize(200, look().px(78))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame from the style sheet, the contents by hand."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        size = look().px(24)
        left, right = look().px(20), look().px(20)
        middle = (self.height() - size) // 2
        usable = self.isEnabled()
        icon = look().pixmap(self._icon_name, "accent" if usable else "disabled", 24, self)
        painter.drawPixmap(QRect(left, middle, size, size), icon)
        arrow = look().pixmap("chevron-right", "text" if usable else "disabled", 18, self)
        small = look().px(18)
        spot = QRect(self.width() - right - small, (self.height() - small) // 2, small, small)
        painter.drawPixmap(spot, arrow)
        title = look().metrics("body", True).height()
        detail = self._detail_height(self.width())
        top = (self.height() - title - detail) / 2
        room = QRectF(look().px(61), top, self.width() - look().px(61 + 53), title)
        painter.setPen(look().colour("text" if usable else "disabled"))
        painter.setFont(look().font("body", True))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._title)
        painter.setPen(look().colour("muted" if usable else "disabled"))
        painter.setFont(look().font("table"))
        room = QRectF(room.left(), top + title, room.width(), detail)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self._detail)

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
