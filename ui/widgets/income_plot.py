"""Money by hours worked: one line, lettered offers, cliffs named, today's money dashed."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseload.words import say
from ui.theme import look
from ui.theme.shapes import draw_ring
from ui.widgets.income_plot_data import (
    IncomePlotData,
    PlotCliff,
    PlotNote,
    PlotOffer,
    PlotPoint,
    plot_rows,
)
from ui.widgets.income_plot_drawing import PlotDrawing
from ui.widgets.record_table import Column, RecordTable

__all__ = [
    "IncomePlot",
    "IncomePlotData",
    "PlotCliff",
    "PlotNote",
    "PlotOffer",
    "PlotPoint",
    "plot_table",
]


HALF = Decimal("0.5")


class IncomePlot(QWidget):
    """``IncomePlot("Money in a week, by hours worked").show_data(data)``; a screen reader hears
    the name and ``summary``; ``plot_table`` is its twin. Left and right, or dragging, ask for other
    hours of the chosen offer by half an hour: ``moved`` carries them.
    """

    moved = Signal(Decimal)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._data: IncomePlotData | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_data(self, data: IncomePlotData, summary: str = "") -> None:
        """Draw other numbers."""
        self._data = data
        self.setAccessibleDescription(summary or data.now_words)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the labels and a line that can be read."""
        return QSize(look().px(404), look().px(300))

    def minimumSizeHint(self) -> QSize:
        """Half of it."""
        return QSize(look().px(280), look().px(240))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The plot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._data is not None and self._data.points:
            PlotDrawing(self._data, painter, QRectF(self.rect())).draw()
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), look().colour("focus"), 6)

    def _chosen(self) -> PlotOffer | None:
        offers = () if self._data is None else self._data.offers
        return next((offer for offer in offers if offer.chosen), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the chosen offer by half an hour."""
        step = {Qt.Key.Key_Left: -HALF, Qt.Key.Key_Right: HALF}.get(Qt.Key(event.key()))
        chosen = self._chosen()
        if step is None or chosen is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        self._move(chosen.hours + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The chosen offer comes to where the plot is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows while it is dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event)

    def _drag(self, event: QMouseEvent) -> None:
        if self._data is not None and self._data.points and self._chosen() is not None:
            scales = PlotDrawing(self._data, None, QRectF(self.rect()))
            self._move(scales.hours_at(event.position().x()))

    def _move(self, hours: Decimal) -> None:
        if self._data is None:
            return
        most = max(point.hours for point in self._data.points)
        wanted = min(most, max(HALF, hours))
        chosen = self._chosen()
        if chosen is not None and wanted != chosen.hours:
            self.moved.emit(wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """A new look needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


def plot_table(name: str, data: IncomePlotData) -> RecordTable:
    """The same numbers as a table."""
    table = RecordTable(
        name,
        [
            Column(say("window.plot.hours"), 110, figure=True),
            Column(say("window.plot.amount"), 140, figure=True),
            Column(say("window.plot.what"), 200, stretch=True),
        ],
        row_height=28,
    )
    table.show_rows(plot_rows(data))
    return table
