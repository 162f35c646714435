"""The focus ring: always visible, by keyboard or mouse, 2 pixels clear of the control.

Inputs turn their own border instead (style sheet), and views draw the ring inside the current
cell (their delegates), so neither gets a frame from here.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QMenu,
    QMenuBar,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.palettes import Tokens
from ui.theme.shapes import draw_ring

_CLEAR = 4  # 2 pixels of air and 2 of ring
_OWN_RING = (QLineEdit, QComboBox, QAbstractScrollArea, QAbstractItemView, QMenu, QMenuBar)


class RingStyle(QProxyStyle):
    """Paints the focus frame and says how far it stands off; given to the frame alone."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.tokens: Tokens | None = None

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Our own margin for the focus frame, Fusion's for the rest."""
        if metric in (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        ):
            return _CLEAR
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """The frame lies over the whole window, so that no parent cuts it off."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returned)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """The ring itself."""
        if element != QStyle.ControlElement.CE_FocusFrame or self.tokens is None:
            super().drawControl(element, option, painter, widget)
            return
        draw_ring(painter, QRectF(option.rect), self.tokens.colour("focus"), 8)


class FocusRing(QObject):
    """Moves one frame after the focus of the whole application."""

    def __init__(self, look: QObject) -> None:
        super().__init__(look)
        self._style = RingStyle()
        self._style.setParent(self)
        self._frame: QFocusFrame | None = None

    def dress(self, tokens: Tokens) -> None:
        """Use the palette from now on."""
        self._style.tokens = tokens
        if self._frame is not None and isValid(self._frame):
            self._frame.update()

    def follow(self, now: QWidget | None) -> None:
        """Stand around what has the focus now, where it wants a ring."""
        frame = self._frame if self._frame is not None and isValid(self._frame) else None
        if now is None or not wants_ring(now):
            if frame is not None:
                frame.setWidget(None)  # type: ignore[arg-type]  # Qt takes none: it followed it to the end
                frame.hide()
            return
        if frame is None:
            frame = QFocusFrame(now.window())
            frame.setStyle(self._style)
            self._frame = frame
        frame.setWidget(now)
        frame.show()


def wants_ring(widget: QWidget) -> bool:
    """Whether the ring stands around this widget when it has the focus."""
    if isinstance(widget, QAbstractButton):
        return True
    return not isinstance(widget, _OWN_RING) and bool(widget.property("ring"))
