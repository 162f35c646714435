"""Notes: plain text that keeps itself. Tab leaves, Ctrl+Tab types a tab."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

SETTLE_MS = 1000
"""A draft is kept this long after the last key, so that a crash loses no more than two seconds."""

_DELETE_LINE = (Qt.Key.Key_K, Qt.Key.Key_U)


class NotesEdit(QPlainTextEdit):
    """``NotesEdit(lines=6)``; ``settled`` one second after the last key, and on leaving.

    ``submitted`` is emitted by Ctrl+Enter. Pasting takes the words and leaves their dress. With
    ``most`` the box grows with what is written, up to that many lines.
    """

    settled = Signal()
    submitted = Signal()

    def __init__(
        self, words: str = "", *, lines: int = 6, placeholder: str = "", most: int = 0
    ) -> None:
        super().__init__(words)
        self._lines = lines
        self._most = most
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(self.settled)
        self.textChanged.connect(self._pause.start)
        if most:
            self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def words(self) -> str:
        """What is written."""
        return self.toPlainText()

    def set_words(self, words: str) -> None:
        """Show other words without calling them a change."""
        blocked = self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(blocked)
        self._pause.stop()

    def settle(self) -> None:
        """Keep the draft now, when something is waiting to be kept."""
        if self._pause.isActive():
            self._pause.stop()
            self.settled.emit()

    def _fit(self) -> None:
        line = QFontMetrics(self.font()).lineSpacing()
        wanted = self._lines
        if self._most:
            written = round(self.document().documentLayout().documentSize().height())
            wanted = min(max(wanted, written), self._most)
        height = line * wanted + 24
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)

    def sizeHint(self) -> QSize:
        """As high as its lines, and no higher by itself."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words only."""
        if source.hasText():
            self.insertPlainText(source.text())

    def event(self, event: QEvent) -> bool:
        """The window's own shortcuts win over the editor's unseen ones."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in _DELETE_LINE:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab types a tab, Ctrl+Enter sends."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Tab:
            self.insertPlainText("\t")
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps the draft at once."""
        super().focusOutEvent(event)
        self.settle()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs other lines."""
        super().changeEvent(event)
        kinds = (QEvent.Type.StyleChange, QEvent.Type.FontChange)
        if event.type() in kinds and hasattr(self, "_lines"):
            self._fit()
