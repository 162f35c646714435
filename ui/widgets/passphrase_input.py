"""A box for a passphrase: hidden, may be pasted, says when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from caseload.words import say
from ui.theme import look
from ui.widgets.buttons import link
from ui.widgets.inputs import TextInput


class PassphraseInput(TextInput):
    """Hidden typing with a Show link; ``caps_lock`` tells whether Caps Lock seems to be on."""

    caps_lock = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._show = link(say("window.show"))
        self._show.setParent(self)
        self._show.setCursor(Qt.CursorShape.PointingHandCursor)
        self._show.clicked.connect(lambda: self.show_words(self._hidden()))
        self._show.installEventFilter(self)
        self.show_words(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """When the link takes another size, it takes another place."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._place()
        return super().eventFilter(watched, event)

    def _hidden(self) -> bool:
        return self.echoMode() == QLineEdit.EchoMode.Password

    def show_words(self, shown: bool) -> None:
        """Show what is typed, or dots."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._show.set_words(say("window.hide" if shown else "window.show"))
        self._show.setAccessibleName(
            say("window.hide_passphrase" if shown else "window.show_passphrase")
        )
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A capital without Shift, or a small letter with it, means Caps Lock is on."""
        super().keyPressEvent(event)
        typed = event.text()
        if len(typed) == 1 and typed.isalpha() and typed.lower() != typed.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(typed.isupper() != shift)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the Show link at the right edge."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        size = self._show.sizeHint()
        self.setTextMargins(0, 0, size.width() + look().px(8), 0)
        self._show.setGeometry(
            self.width() - size.width() - look().px(10),
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
