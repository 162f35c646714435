"""A refusal, or a choice that must be made: a card over the dimmed window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.tab_order import step, stops
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label

_DIM = QColor(0, 0, 0, round(255 * 0.38))


class Dialog(QWidget):
    """``d = Dialog(page, "You are full, so Arjun cannot start yet", "You hold 25 ...")``.

    Fill ``d.down``; ``d.add_action("Put Arjun on the waiting list", primary=True)`` returns the
    button (verbs, the first is the default for Enter when primary); ``d.open()`` shows it over the
    whole window, takes the focus and keeps Tab inside. Escape or ``close_dialog`` closes it and
    gives the focus back; ``closed`` tells. A dangerous action is plain and never the default.
    """

    closed = Signal()

    def __init__(self, over: QWidget, title: str, sentence: str = "", *, width: int = 640) -> None:
        super().__init__(over.window())
        self._window = over.window()
        self._came_from: QWidget | None = None
        self._width = width
        self._default: Button | None = None
        self.setProperty("dialog", True)
        self.setAccessibleName(title)
        self._card = QFrame(self)
        self._card.setProperty("role", "dialog")
        around = QVBoxLayout(self._card)
        around.setContentsMargins(1, 1, 1, 1)
        self._scroll = ScrollColumn(margins=(27, 21, 27, 23), spacing=10)
        around.addWidget(self._scroll)
        self._title = label(title, "title")
        self._sentence = label(sentence, "body")
        if not sentence:
            self._sentence.hide()
        self.down = QVBoxLayout()
        self.down.setSpacing(0)
        self._actions = QWidget()
        self._row = Flow(self._actions, gap=8)
        self._row.setContentsMargins(0, 6, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._actions.setSizePolicy(policy)
        inside = self._scroll.down
        inside.addWidget(self._title)
        inside.addWidget(self._sentence)
        inside.addLayout(self.down)
        inside.addWidget(self._actions)
        self._actions.hide()
        self.hide()

    def add_action(
        self, words: str, *, primary: bool = False, key: str = "", destroys: bool = False
    ) -> Button:
        """A button at the foot; a primary one is the default for Enter, which never destroys."""
        kind = "primary" if primary else "plain"
        key = key or ("Enter" if primary else "")
        made = Button(words, kind=kind, key=key, destroys=destroys)
        if primary and self._default is None:
            self._default = made
        self._row.addWidget(made)
        self._actions.show()
        return made

    def add_close(self, words: str) -> Button:
        """The way back: closes as Escape does."""
        made = self.add_action(words, key="Esc")
        made.clicked.connect(self.close_dialog)
        return made

    def open(self) -> None:
        """Show it and take the focus."""
        self._came_from = QApplication.focusWidget()
        self._window.installEventFilter(self)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.place_card()
        first = self._default or next(iter(stops(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_dialog(self) -> None:
        """Close it, give the focus back, and go."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.hide()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.setParent(None)
        self.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside."""
        return step(self, forward) or True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; keep the page's shortcuts asleep behind the dialog."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self.place_card()
        inside = isinstance(watched, QWidget) and self.isAncestorOf(watched)
        if inside and event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = Qt.KeyboardModifier.ControlModifier
            alt = Qt.KeyboardModifier.AltModifier
            if event.modifiers() == control and event.key() in (Qt.Key.Key_L, Qt.Key.Key_Q):
                return False
            if event.modifiers() & (control | alt):
                event.accept()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter presses the button that has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_dialog()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            if isinstance(focused, Button):
                focused.click()
            elif self._default is not None:
                self._default.click()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pressing beside the card does nothing: the choice must be made."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dimmed ground."""
        QPainter(self).fillRect(self.rect(), _DIM)

    def place_card(self) -> None:
        """Put the card in the middle, as high as what is in it."""
        width = min(look().px(self._width), self.width() - 48)
        inside = self._scroll.inside
        layout = inside.layout()
        # Room for the words also where a scroll bar stood a moment ago, so that it goes again.
        widths = (width - 2, width - 2 - self._scroll.verticalScrollBar().sizeHint().width())
        needed = max(map(layout.totalHeightForWidth, widths)) if layout is not None else 0
        height = min(needed + 4, self.height() - 48)
        self._card.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )

    def showEvent(self, event: object) -> None:
        """Place the card once its words are measured."""
        self.place_card()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs another card."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row") and self.isVisible():
            self.place_card()
