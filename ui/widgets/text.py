"""Words on a page: a role for the size, a tone for the colour, both from the look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import look, set_variant


def label(
    words: str = "",
    role: str = "body",
    tone: str = "text",
    *,
    strong: bool | None = None,
    wrap: bool = True,
    parent: QWidget | None = None,
) -> QLabel:
    """A label: ``role`` is answer, figure, title, heading, body, table, small or tiny.

    ``tone`` is text, muted, accent, positive, warning, danger or info. Text is plain, so that a
    name with a ``<`` in it is shown as written. It wraps unless told otherwise.
    """
    made = Words(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if tone != "text":
        made.setProperty("tone", tone)
    if strong is not None:
        made.setProperty("strong", strong)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def small_heading(words: str = "") -> QLabel:
    """The muted heading of a small block (600, 14)."""
    return label(words, "small", "muted", strong=True)


def set_tone(shown: QLabel, tone: str, *, strong: bool | None = None) -> None:
    """Change the colour and the weight of a label."""
    set_variant(shown, "tone", tone)
    if strong is not None:
        set_variant(shown, "strong", strong)


class Words(QLabel):
    """A label whose height follows its own widest line, where its width is limited."""

    def heightForWidth(self, width: int) -> int:
        """As high as the words need in the width they get."""
        return super().heightForWidth(min(width, self.maximumWidth()))


class OneLine(Words):
    """One line that ends in … where there is no room; from 150 % text it wraps instead.

    All of it is read aloud, and seen by pointing at it.
    """

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        tone: str = "text",
        *,
        strong: bool | None = None,
    ) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if tone != "text":
            self.setProperty("tone", tone)
        if strong is not None:
            self.setProperty("strong", strong)
        self._fit()

    def _fit(self) -> None:
        wraps = look().large_text
        self.setWordWrap(wraps)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters: the rest may be cut."""
        return QSize(look().px(40), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whoever points at cut words sees them whole."""
        super().resizeEvent(event)
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if cut and not self.wordWrap() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, cut with … at the right edge."""
        if self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        box = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
            self.updateGeometry()
