"""A PDF shown from memory, as it will print: the bytes shown are the bytes printed and kept."""

from __future__ import annotations

from typing import Any

import pypdfium2 as pdfium
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from caseload.words import say
from ui.theme import look
from ui.theme.shapes import draw_ring

_POINTS_TO_PIXELS = 96 / 72
_LEAST, _MOST = 0.25, 4.0


def page_image(page: Any, scale: float) -> QImage:  # pypdfium2 has no types
    """One page as an image; ``scale`` 1.0 is 72 dots an inch."""
    bitmap = page.render(scale=scale, rev_byteorder=True, fill_color=(255, 255, 255, 255))
    drawn = QImage(
        bytes(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_RGBX8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888,
    )
    return drawn.copy()


class PdfPreview(QScrollArea):
    """``preview.show_pdf(data)``; whole page at first, Ctrl with + - or 0 zooms, keys scroll.

    Nothing is written to the disk. A screen reader hears the words of each page.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("ring", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWidgetResizable(True)
        self._inside = QWidget()
        self._inside.setProperty("role", "desk")
        self._down = QVBoxLayout(self._inside)
        self._down.setContentsMargins(16, 12, 16, 12)
        self._down.setSpacing(12)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)  # the desk is painted below
        self._data = b""
        self._zoom: float | None = None
        self._pages: list[_Page] = []

    def data(self) -> bytes:
        """The bytes shown."""
        return self._data

    def page_count(self) -> int:
        """How many pages."""
        return len(self._pages)

    def pages(self) -> list[QWidget]:
        """The sheets, first to last."""
        return list(self._pages)

    def show_pdf(self, data: bytes) -> None:
        """Show another document, scrolled as far as the one before."""
        place = self.verticalScrollBar().value()
        for page in self._pages:
            self._down.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._data = data
        self._pages = []
        document = pdfium.PdfDocument(data)
        try:
            count = len(document)
            for number in range(count):
                page = document[number]
                words = page.get_textpage().get_text_range()
                made = _Page(data, number, QSize(*map(round, page.get_size())))
                made.setAccessibleName(say("window.preview.page", number=number + 1, count=count))
                made.setAccessibleDescription(words)
                self._pages.append(made)
                self._down.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        finally:
            document.close()
        self._apply()
        self.verticalScrollBar().setValue(place)

    def zoom(self) -> float:
        """1.0 is paper size on a screen of 96 dots an inch."""
        if self._zoom is not None:
            return self._zoom
        if not self._pages:
            return 1.0
        size = self._pages[0].points
        room = self.viewport().size() - QSize(32, 24)
        across = room.width() / (size.width() * _POINTS_TO_PIXELS)
        down = room.height() / (size.height() * _POINTS_TO_PIXELS)
        return float(min(_MOST, max(_LEAST, min(across, down))))

    def set_zoom(self, zoom: float | None) -> None:
        """Another size; None shows the whole page."""
        self._zoom = None if zoom is None else min(_MOST, max(_LEAST, zoom))
        self._apply()

    def larger(self) -> None:
        """A quarter larger."""
        self.set_zoom(self.zoom() * 1.25)

    def smaller(self) -> None:
        """A fifth smaller."""
        self.set_zoom(self.zoom() / 1.25)

    def _apply(self) -> None:
        for page in self._pages:
            page.set_scale(self.zoom() * _POINTS_TO_PIXELS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole page in sight."""
        super().resizeEvent(event)
        if self._zoom is None:
            self._apply()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys, Home, End and arrows scroll; + and - zoom."""
        bar = self.verticalScrollBar()
        jumps = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        key = Qt.Key(event.key())
        if key in jumps:
            bar.setValue(bar.value() + jumps[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.larger()
        elif key == Qt.Key.Key_Minus:
            self.smaller()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The desk, and the ring when it has the focus."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look().colour("sunken"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring round the first page."""
        super().focusInEvent(event)
        self._ring(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._ring(False)

    def _ring(self, shown: bool) -> None:
        for page in self._pages:
            page.ring = shown
            page.update()

    def changeEvent(self, event: QEvent) -> None:
        """The desk takes the palette's ground."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().update()


class _Page(QWidget):
    """One sheet of paper."""

    def __init__(self, data: bytes, number: int, points: QSize) -> None:
        super().__init__()
        self.points = points
        self.ring = False
        self._data = data
        self._number = number
        self._scale = 1.0
        self._drawn: QImage | None = None

    def set_scale(self, scale: float) -> None:
        if scale != self._scale or self._drawn is None:
            self._scale = scale
            self._drawn = None
            width = round(self.points.width() * scale)
            self.setFixedSize(width, round(self.points.height() * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        density = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatio() != density:
            document = pdfium.PdfDocument(self._data)
            try:
                self._drawn = page_image(document[self._number], self._scale * density)
            finally:
                document.close()
            self._drawn.setDevicePixelRatio(density)
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._drawn)
        painter.setPen(QPen(look().colour("line_strong"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.ring:
            draw_ring(painter, QRectF(self.rect()), look().colour("focus"), 2)
