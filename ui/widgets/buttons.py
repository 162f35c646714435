"""Buttons: verbs, one primary a view, the shortcut in a key cap beside the word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ui.theme import look

_GAP = 8
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_INKS = {
    "primary": "on_accent",
    "quiet": "accent",
    "link": "accent",
    "bar": "muted",
    "find": "muted",
}


class Button(QPushButton):
    """A button with a word, and maybe an icon before and a key cap after it.

    ``kind``: plain, primary (one a view), quiet (no border), link (underlined words). ``key`` is
    only shown: the shortcut itself belongs to a command. ``small`` is 28 high, ``"medium"`` 32.
    Enter presses it as Space does, unless it ``destroys`` something.
    """

    def __init__(
        self,
        words: str,
        *,
        kind: str = "plain",
        icon: str = "",
        key: str = "",
        small: bool | str = False,
        after: str = "",
        destroys: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._icon_name = icon
        self._destroys = destroys
        self._after = after
        self._key = key
        super().__init__(words.replace("&", "&&"), parent)
        self.setProperty("kind", kind)
        if small:
            self.setProperty("small", small if isinstance(small, str) else True)
        self.setAccessibleName(words)
        self.setAutoDefault(False)

    def words(self) -> str:
        """What the button says."""
        return self.text().replace("&&", "&")

    def set_words(self, words: str) -> None:
        """Change what the button says, seen and heard."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Another key cap; empty shows none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        """Another icon before the words."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def _cap_font(self) -> QFont:
        return look().font("tiny")

    def _icon_size(self) -> int:
        return look().px(15 if self.property("small") else 17)

    def _cap_width(self) -> int:
        if not self._key:
            return 0
        return look().metrics("tiny").horizontalAdvance(self._key) + look().px(10)

    def _content_width(self) -> int:
        width = self.fontMetrics().horizontalAdvance(self.words())
        if self._icon_name:
            width += self._icon_size() + (look().px(_GAP) if self.words() else 0)
        if self._after:
            width += self._icon_size() + look().px(_GAP)
        if self._key:
            width += self._cap_width() + look().px(_GAP)
        return width

    def sizeHint(self) -> QSize:
        """Wide enough for icon, words and key cap."""
        self.ensurePolished()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        content = QSize(self._content_width(), self.fontMetrics().height())
        return self.style().sizeFromContents(
            QStyle.ContentsType.CT_PushButton, option, content, self
        )

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def _ink(self) -> str:
        if not self.isEnabled():
            return "disabled"
        return _INKS.get(str(self.property("kind")), "text")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame from the style sheet, the contents by hand."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        self._draw_contents(painter)

    def _draw_contents(self, painter: QPainter) -> None:
        ink = self._ink()
        kind = self.property("kind")
        left = (self.width() - self._content_width()) / 2
        if kind == "link":
            left = 0
        elif kind == "find":
            left = look().px(10)
        middle = self.height() / 2
        size = self._icon_size()
        if self._icon_name:
            self._draw_icon(painter, self._icon_name, left, ink)
            left += size + (look().px(_GAP) if self.words() else 0)
        font = QFont(self.font())
        font.setUnderline(kind == "link")
        painter.setFont(font)
        painter.setPen(look().colour(ink))
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.words())
        left += self.fontMetrics().horizontalAdvance(self.words()) + look().px(_GAP)
        if self._key:
            cap = QRectF(0, 0, self._cap_width(), look().px(20))
            cap.moveLeft(self.width() - cap.width() - look().px(6) if kind == "find" else left)
            cap.moveTop(middle - cap.height() / 2)
            draw_key(painter, cap, self._key, ink)
        if self._after:
            self._draw_icon(painter, self._after, left, ink)

    def _draw_icon(self, painter: QPainter, name: str, left: float, ink: str) -> None:
        size = self._icon_size()
        shown = look().pixmap(name, ink, 15 if self.property("small") else 17, self)
        painter.drawPixmap(QRect(round(left), round((self.height() - size) / 2), size, size), shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; a key held down presses once."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & _HELD:
            super().keyPressEvent(event)
        elif not self._destroys and not event.isAutoRepeat():
            self.click()

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


def draw_key(painter: QPainter, box: QRectF, words: str, ink: str) -> None:
    """A key cap: thin border, 13-pixel words in the middle, in the ink of its button."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = ink in {"on_accent", "disabled", "on_selection"}
    edge = ink if whole or look().tokens.outlined else "line"
    painter.setPen(QPen(look().colour(edge), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(look().colour(ink if whole else "muted"))
    painter.setFont(look().font("tiny"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()


class WrappedLink(Button):
    """An underlined sentence that may take several lines; ``kind`` is link or problem."""

    def __init__(self, sentence: str, kind: str = "link") -> None:
        super().__init__(sentence, kind="link")
        self._tone = "danger" if kind == "problem" else "accent"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As wide as the sentence, up to 480 pixels."""
        width = min(super().sizeHint().width() + 4, look().px(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It wraps."""
        return QSize(look().px(120), look().px(24))

    def hasHeightForWidth(self) -> bool:
        """Higher where narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as needed, 24 pixels at least."""
        room = QRect(0, 0, max(width, 1), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        metrics = look().metrics("table", True)
        return max(look().px(24), metrics.boundingRect(room, flags, self.words()).height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sentence, underlined, wrapped."""
        painter = QPainter(self)
        font = look().font("table", True)
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(look().colour(self._tone))
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect(), flags, self.words())


def link(words: str) -> Button:
    """Underlined words that act when pressed."""
    return Button(words, kind="link", small=True)
