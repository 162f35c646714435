"""Money by hours worked: one line, lettered offers, cliffs named, today's money dashed."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseload.words import say
from ui.theme import look
from ui.theme.shapes import BOX, draw_mark, draw_ring
from ui.widgets.income_plot_data import (
    IncomePlotData,
    PlotCliff,
    PlotNote,
    PlotOffer,
    PlotPoint,
    nice_hours,
    nice_steps,
    plot_rows,
)
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
            _Drawing(self._data, painter, QRectF(self.rect())).draw()
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
            scales = _Drawing(self._data, None, QRectF(self.rect()))
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


class _Drawing:
    """One painting: the scales, then each layer from the back to the front."""

    def __init__(self, data: IncomePlotData, painter: QPainter | None, box: QRectF) -> None:
        self.data = data
        self._painter = painter
        self.metrics: QFontMetrics = look().metrics("small")
        amounts = [float(point.amount) for point in data.points]
        amounts += [float(offer.amount) for offer in data.offers]
        amounts.append(float(data.now))
        self.steps = nice_steps(min(amounts), max(amounts))
        self.most_hours = float(max(point.hours for point in data.points)) or 1.0
        line = self.metrics.height()
        left = max(self.metrics.horizontalAdvance(_round_pounds(at)) for at in self.steps)
        top = line * len(data.cliffs) + look().px(14)
        self.area = QRectF(box).adjusted(
            left + look().px(12), top, -look().px(14), -2 * line - look().px(8)
        )

    @property
    def painter(self) -> QPainter:
        """What it is drawn with; the scales alone need none."""
        if self._painter is None:
            raise LookupError("these are scales to measure with, not to draw on")
        return self._painter

    def hours_at(self, x: float) -> Decimal:
        """The half hour nearest to a place across."""
        share = (x - self.area.left()) / (self.area.width() or 1)
        return Decimal(round(share * self.most_hours * 2)) / 2

    def x(self, hours: Decimal | float) -> float:
        return self.area.left() + float(hours) / self.most_hours * self.area.width()

    def y(self, amount: Decimal | float) -> float:
        low, high = self.steps[0], self.steps[-1]
        share = (float(amount) - low) / ((high - low) or 1)
        return self.area.bottom() - share * self.area.height()

    def draw(self) -> None:
        self._grid()
        self._now()
        self._cliffs()
        self._line()
        self._notes()
        self._offers()

    def _grid(self) -> None:
        painter, area = self.painter, self.area
        painter.setFont(look().font("small"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        for amount in self.steps:
            level = self.y(amount)
            painter.setPen(QPen(look().colour("line"), 1))
            painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))
            painter.setPen(look().colour("muted"))
            spot = QRectF(0, level - 12, area.left() - look().px(8), 24)
            painter.drawText(spot, middle, _round_pounds(amount))
        line = self.metrics.height()
        centred = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for hours in nice_hours(self.most_hours):
            spot = QRectF(self.x(hours) - 40, area.bottom() + look().px(4), 80, line)
            painter.drawText(spot, centred, str(hours))
        spot = QRectF(0, area.bottom() + look().px(4) + line, area.right() + 14, line)
        spot.setLeft(area.left() - look().px(20))
        painter.drawText(spot, centred, self.data.across)

    def _now(self) -> None:
        painter, level = self.painter, self.y(self.data.now)
        pen = QPen(look().colour("muted"), 1.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(self.area.left(), level), QPointF(self.area.right(), level))
        painter.setFont(look().font("small"))
        painter.setPen(look().colour("muted"))
        line = self.metrics.height()
        spot = QRectF(self.area.left(), level - line - 2, self.area.width(), line)
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignRight), self.data.now_words)

    def _cliffs(self) -> None:
        painter = self.painter
        strong = look().metrics("small", True)
        line = self.metrics.height()
        for at, cliff in enumerate(sorted(self.data.cliffs, key=lambda one: one.hours)):
            place = self.x(cliff.hours)
            top = at * line
            pen = QPen(look().colour("warning"), 2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1, 1.5])
            painter.setPen(pen)
            painter.drawLine(QPointF(place, top + line + 2), QPointF(place, self.area.bottom()))
            shape = look().px(BOX + 6)
            width = shape + strong.horizontalAdvance(cliff.words)
            left = place - width / 2
            left = min(left, self.area.right() + look().px(14) - width)
            left = max(left, 2.0)
            ink = look().colour("warning")
            middle = QPointF(left, top + line / 2)
            draw_mark(painter, "warning", middle, ink, scale=look().text_scale)
            painter.setPen(ink)
            painter.setFont(look().font("small", True))
            room = QRectF(left + shape, top, self.area.right() + 14 - left - shape, line)
            words = strong.elidedText(
                cliff.words, Qt.TextElideMode.ElideRight, int(room.width()) + 2
            )
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _line(self) -> None:
        painter = self.painter
        painter.setPen(QPen(look().colour("accent"), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dots = [QPointF(self.x(one.hours), self.y(one.amount)) for one in self.data.points]
        painter.drawPolyline(QPolygonF(dots))

    def _notes(self) -> None:
        painter = self.painter
        for note in self.data.notes:
            centre = QPointF(self.x(note.hours), self.y(note.amount))
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.setBrush(look().colour("raised"))
            painter.drawEllipse(centre, 3.5, 3.5)
            painter.setPen(look().colour("muted"))
            painter.setFont(look().font("small"))
            width = self.metrics.horizontalAdvance(note.words)
            left = centre.x() + look().px(6)
            if left + width > self.area.right() + look().px(14):
                left = centre.x() - look().px(6) - width
            spot = QRectF(left, centre.y() + look().px(6), width + 2, self.metrics.height())
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignLeft), note.words)

    def _offers(self) -> None:
        painter = self.painter
        radius = look().px(10)
        for offer in self.data.offers:
            centre = QPointF(self.x(offer.hours), self.y(offer.amount))
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.setBrush(look().colour("accent" if offer.chosen else "raised"))
            painter.drawEllipse(centre, radius, radius)
            painter.setPen(look().colour("on_accent" if offer.chosen else "accent"))
            painter.setFont(look().font("small", True))
            spot = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), offer.letter)


def _round_pounds(amount: float) -> str:
    return f"£{amount:,.0f}" if amount >= 0 else f"−£{-amount:,.0f}"


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
