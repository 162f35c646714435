"""One painting of an income plot: the scales, then each layer from the back to the front."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF

from ui.theme import look
from ui.theme.shapes import BOX, draw_mark
from ui.widgets.income_plot_data import IncomePlotData, PlotOffer, nice_hours, nice_steps


class PlotDrawing:
    """``PlotDrawing(data, painter, box).draw()``; without a painter only its scales are of use."""

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
        self.taken: list[QRectF] = []
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
        """Where so many hours stand across."""
        return self.area.left() + float(hours) / self.most_hours * self.area.width()

    def y(self, amount: Decimal | float) -> float:
        """Where an amount stands down."""
        low, high = self.steps[0], self.steps[-1]
        share = (float(amount) - low) / ((high - low) or 1)
        return self.area.bottom() - share * self.area.height()

    def draw(self) -> None:
        """All of it."""
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
        spot = self._room_along(level)
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignRight), self.data.now_words)
        self.taken += [spot, QRectF(self.area.left(), level - 1, self.area.width(), 2)]

    def _room_along(self, level: float) -> QRectF:
        """Where the words of the dashed line stand most clear of offers and of the line itself."""
        width = self.metrics.horizontalAdvance(self.data.now_words) + 2
        height = self.metrics.height()
        right, left = self.area.right() - width, self.area.left() + look().px(6)
        over, under = level - height - 2, level + 2
        spots = [
            QRectF(x, y, width, height) for x, y in ((right, over), (right, under), (left, over))
        ]
        inside = [spot for spot in spots if spot.bottom() <= self.area.bottom()]
        return min(inside, key=self._hits)

    def _hits(self, spot: QRectF) -> int:
        """How much of the drawing a place covers."""
        discs = sum(spot.intersects(self._disc(offer)) for offer in self.data.offers)
        dots = (QPointF(self.x(one.hours), self.y(one.amount)) for one in self.data.points)
        return 10 * discs + sum(spot.contains(dot) for dot in dots)

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
            first = line * len(self.data.cliffs) + 2  # below the words of all of them
            painter.drawLine(QPointF(place, first), QPointF(place, self.area.bottom()))
            self.taken.append(QRectF(place - 1, self.area.top(), 2, self.area.height()))
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
        self.taken += [self._disc(offer) for offer in self.data.offers]
        for note in self.data.notes:
            centre = QPointF(self.x(note.hours), self.y(note.amount))
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.setBrush(look().colour("raised"))
            painter.drawEllipse(centre, 3.5, 3.5)
            spot = self._room_beside(centre, note.words)
            if spot is None:
                continue  # the table says it
            self.taken.append(spot)
            painter.setPen(look().colour("muted"))
            painter.setFont(look().font("small"))
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignLeft), note.words)

    def _room_beside(self, centre: QPointF, words: str) -> QRectF | None:
        """Where words stand clear of all others: under the line at the right, else around it."""
        width, height = self.metrics.horizontalAdvance(words) + 2, self.metrics.height()
        gap = look().px(6)
        right, left = centre.x() + gap, centre.x() - gap - width
        under, over = centre.y() + gap, centre.y() - gap - height
        for x, y in ((right, under), (left, over), (left, under)):
            spot = QRectF(x, y, width, height)
            inside = self.area.adjusted(0, 0, look().px(14), 0).contains(spot)
            if inside and not any(spot.intersects(other) for other in self.taken):
                return spot
        return None

    def _disc(self, offer: PlotOffer) -> QRectF:
        radius = look().px(10)
        left, top = self.x(offer.hours) - radius, self.y(offer.amount) - radius
        return QRectF(left, top, 2 * radius, 2 * radius)

    def _offers(self) -> None:
        painter = self.painter
        for offer in self.data.offers:
            spot = self._disc(offer)
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.setBrush(look().colour("accent" if offer.chosen else "raised"))
            painter.drawEllipse(spot)
            painter.setPen(look().colour("on_accent" if offer.chosen else "accent"))
            painter.setFont(look().font("small", True))
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), offer.letter)


def _round_pounds(amount: float) -> str:
    return f"£{amount:,.0f}" if amount >= 0 else f"−£{-amount:,.0f}"
