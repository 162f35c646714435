"""A pen for small pictures: lines and shapes on a square of a hundred by a hundred, y downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from caseload.documents import typeface
from caseload.documents.type_and_paper import ACCENT, PAGE_HEIGHT, TEXT, Colour, colour

PALE = colour("#D5E7EC")
GOLD = colour("#F5DC96")
ROSE = colour("#F2CFC9")
WHITE = colour("#FFFFFF")

Point = tuple[float, float]


@dataclass(frozen=True)
class Pen:
    """Draws with its square's top left at ``x``, ``y`` on the page, ``size`` points wide."""

    canvas: Canvas
    x: float
    y: float
    size: float

    def line(self, *points: Point, thick: float = 4, tone: Colour = TEXT) -> None:
        """A line through the points."""
        self._shape(points, fill=None, thick=thick, tone=tone, closed=False)

    def area(self, *points: Point, fill: Colour = PALE, thick: float = 4) -> None:
        """An outlined area with straight sides."""
        self._shape(points, fill=fill, thick=thick, tone=TEXT, closed=True)

    def circle(self, centre: Point, radius: float, *, fill: Colour | None = PALE) -> None:
        """An outlined circle; without ``fill`` only its line."""
        self._tones(fill, 4, TEXT)
        across, down = self._at(centre)
        self.canvas.circle(
            across, down, radius * self._scale, stroke=1, fill=0 if fill is None else 1
        )

    def box(
        self,
        corner: Point,
        width: float,
        height: float,
        *,
        fill: Colour = PALE,
        round_by: float = 4,
    ) -> None:
        """An outlined box with rounded corners, from its top left."""
        self._tones(fill, 4, TEXT)
        left, top = self._at(corner)
        scale = self._scale
        self.canvas.roundRect(
            left,
            top - height * scale,
            width * scale,
            height * scale,
            round_by * scale,
            stroke=1,
            fill=1,
        )

    def curves(self, start: Point, *curves: tuple[Point, Point, Point], fill: Colour) -> None:
        """An outlined area with round sides, each by two points that pull it and its end."""
        self._tones(fill, 4, TEXT)
        path = self.canvas.beginPath()
        path.moveTo(*self._at(start))
        for first, second, end in curves:
            path.curveTo(*self._at(first), *self._at(second), *self._at(end))
        path.close()
        self.canvas.drawPath(path, stroke=1, fill=1)

    def sign(self, text: str, centre: Point, height: float, *, tone: Colour = TEXT) -> None:
        """A letter or sign of ``height``, in the middle of ``centre``."""
        size = height * self._scale / 0.66
        width = typeface.width_of(text, typeface.SEMIBOLD, size)
        across, down = self._at(centre)
        self.canvas.setFillColorRGB(*tone)
        self.canvas.setFont(typeface.SEMIBOLD, size)
        self.canvas.drawString(across - width / 2, down - 0.33 * size, text)

    def coin(self, centre: Point, radius: float) -> None:
        """A pound coin."""
        self.circle(centre, radius, fill=GOLD)
        self.sign("£", centre, radius * 1.1)

    def arrow(self, start: Point, end: Point, *, head: float = 12) -> None:
        """A thick arrow straight up or down."""
        self.line(start, end, thick=8, tone=ACCENT)
        across, down = end
        back = head if end[1] < start[1] else -head
        self.line(
            (across - head, down + back), end, (across + head, down + back), thick=8, tone=ACCENT
        )

    def _shape(
        self,
        points: Sequence[Point],
        *,
        fill: Colour | None,
        thick: float,
        tone: Colour,
        closed: bool,
    ) -> None:
        self._tones(fill, thick, tone)
        path = self.canvas.beginPath()
        path.moveTo(*self._at(points[0]))
        for point in points[1:]:
            path.lineTo(*self._at(point))
        if closed:
            path.close()
        self.canvas.drawPath(path, stroke=1, fill=0 if fill is None else 1)

    @property
    def _scale(self) -> float:
        return self.size / 100

    def _at(self, point: Point) -> Point:
        return (
            self.x + point[0] * self._scale,
            PAGE_HEIGHT - self.y - point[1] * self._scale,
        )

    def _tones(self, fill: Colour | None, thick: float, tone: Colour) -> None:
        if fill is not None:
            self.canvas.setFillColorRGB(*fill)
        self.canvas.setStrokeColorRGB(*tone)
        self.canvas.setLineWidth(thick * self._scale)
        self.canvas.setLineCap(1)
        self.canvas.setLineJoin(1)
