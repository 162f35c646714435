"""Status marks and chips, stage bars, the cap meter and initials: shape, word, then colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look
from ui.theme.shapes import (
    BOX,
    STRONG_KINDS,
    bar_colours,
    draw_bars,
    draw_disc,
    draw_mark,
    draw_stage,
)


class _Drawn(QWidget):
    """A widget that draws words of its own and gives the same words to a screen reader."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """What it says."""
        return self._words

    def _say(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()


class Mark(_Drawn):
    """Shape and word in the colour of its kind: positive, warning, danger, info, neutral."""

    def __init__(self, kind: str, words: str, role: str = "table") -> None:
        super().__init__(words)
        self._kind = kind
        self._role = role
        self._ink = ""

    def set_ink(self, role: str) -> None:
        """Paint shape and words in a role's colour, on a selection in high contrast; "" ends it."""
        self._ink = role
        self.update()

    def kind(self) -> str:
        """Which of the five kinds."""
        return self._kind

    def set_mark(self, kind: str, words: str) -> None:
        """Say something else."""
        self._kind = kind
        self._say(words)

    def _strong(self) -> bool:
        return self._kind in STRONG_KINDS

    def sizeHint(self) -> QSize:
        """Shape, gap and words."""
        metrics = look().metrics(self._role, self._strong())
        width = look().px(BOX + 6) + metrics.horizontalAdvance(self._words) + 1
        return QSize(width, max(metrics.height(), look().px(20)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shape, then words."""
        painter = QPainter(self)
        ink = look().colour(self._ink or self._kind)
        middle = QPointF(0, self.height() / 2)
        draw_mark(painter, self._kind, middle, ink, scale=look().text_scale)
        painter.setPen(ink)
        painter.setFont(look().font(self._role, self._strong()))
        box = QRectF(self.rect()).adjusted(look().px(BOX + 6), 0, 0, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self._words)


class Chip(Mark):
    """A mark on its soft ground, beside a title; at most two a page."""

    def __init__(self, kind: str, words: str) -> None:
        super().__init__(kind, words, "small")

    def _strong(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        """22 high, 7 and 8 pixels inside."""
        metrics = look().metrics("small", True)
        inside = BOX + 6 + 7 + 8
        return QSize(look().px(inside) + metrics.horizontalAdvance(self._words), look().px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, shape, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = look().colour(self.kind())
        box = QRectF(self.rect())
        neutral = self.kind() == "neutral"
        outlined = neutral or look().tokens.outlined
        edge = ink if look().tokens.outlined else look().colour("line")
        painter.setPen(QPen(edge, 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("surface" if neutral else f"{self.kind()}_soft"))
        half = box.height() / 2
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), half, half)
        middle = QPointF(look().px(7), box.center().y())
        draw_mark(painter, self.kind(), middle, ink, scale=look().text_scale)
        painter.setPen(ink)
        painter.setFont(look().font("small", True))
        room = box.adjusted(look().px(7 + BOX + 6), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._words)


class StageBars(_Drawn):
    """Five bars, then the word: ``StageBars(4, "Interviews")``; no word draws bars alone."""

    def __init__(self, step: int, words: str, *, show_words: bool = True) -> None:
        super().__init__(words)
        self._step = step
        self._show_words = show_words

    def set_stage(self, step: int, words: str) -> None:
        """Another stage, 1 to 5."""
        self._step = step
        self._say(words)

    def sizeHint(self) -> QSize:
        """Bars, gap and words."""
        metrics = look().metrics("table")
        words = metrics.horizontalAdvance(self._words) + look().px(6) if self._show_words else 0
        return QSize(look().px(48) + words + 1, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars, then words."""
        painter = QPainter(self)
        middle = QPointF(0, self.height() / 2)
        scale = look().text_scale
        draw_stage(painter, look().tokens, middle, self._step, scale=scale)
        if self._show_words:
            painter.setPen(look().colour("text"))
            painter.setFont(look().font("table"))
            box = QRectF(self.rect()).adjusted(look().px(54), 0, 0, 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self._words)


class CapMeter(_Drawn):
    """One bar a place: accent up to ``amber_from`` clients, amber after, hollow when free.

    ``words`` is the sentence for a screen reader ("22 of 25 clients"). ``wide`` fills the width.
    """

    def __init__(
        self, held: int, cap: int, words: str, *, amber_from: int = 20, wide: bool = False
    ) -> None:
        super().__init__(words)
        self._held, self._cap, self._amber_from, self._wide = held, cap, amber_from, wide
        if wide:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_held(self, held: int, cap: int, words: str, amber_from: int | None = None) -> None:
        """Another count, cap, or both."""
        self._held, self._cap = held, cap
        if amber_from is not None:
            self._amber_from = amber_from
        self._say(words)

    def sizeHint(self) -> QSize:
        """6 by 14 a bar, 2 between; it keeps its size, for the words beside it grow."""
        return QSize(self._cap * 8 - 2, look().px(14))

    def minimumSizeHint(self) -> QSize:
        """A wide one may shrink to three pixels a bar."""
        return QSize(self._cap * 5, look().px(14)) if self._wide else self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bars."""
        colours = bar_colours(look().tokens, self._held, self._cap, self._amber_from)
        edge = look().colour("text") if look().tokens.outlined else None
        draw_bars(QPainter(self), QRectF(self.rect()), colours, 2, edge)


class CountBars(_Drawn):
    """Done so far of a small number: ``CountBars(4, 6, "4 of 6 visits")``."""

    def __init__(self, done: int, of: int, words: str) -> None:
        super().__init__(words)
        self._done, self._of = done, of
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, done: int, of: int, words: str) -> None:
        """Another count."""
        self._done, self._of = done, of
        self._say(words)

    def sizeHint(self) -> QSize:
        """10 high, as wide as there is room."""
        return QSize(self._of * 22, look().px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bars."""
        colours = bar_colours(look().tokens, self._done, self._of, None)
        edge = look().colour("text") if look().tokens.outlined else None
        draw_bars(QPainter(self), QRectF(self.rect()), colours, 6, edge)


def initials(name: str) -> str:
    """The first letters of the first and last part of a name."""
    parts = name.split()
    if not parts:
        return ""
    return (parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")).upper()


class Avatar(_Drawn):
    """Initials on a soft disc; the whole name is read aloud."""

    def __init__(
        self, name: str, *, letters: str = "", size: int = 30, filled: bool = False
    ) -> None:
        super().__init__(name)
        self._letters = letters
        self._size = size
        self._filled = filled

    def set_name(self, name: str) -> None:
        """Another person."""
        self._say(name)

    def set_filled(self, filled: bool) -> None:
        """Accent ground for the chosen one."""
        self._filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(look().px(self._size), look().px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc, then letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        ground = look().colour("accent" if self._filled else "accent_soft")
        draw_disc(painter, box.center(), box.width() / 2, ground)
        if look().tokens.outlined and not self._filled:
            painter.setPen(QPen(look().colour("line"), 1))
            painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(look().colour("on_accent" if self._filled else "accent"))
        painter.setFont(look().font("tiny", True))
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignCenter), self._letters or initials(self._words)
        )
