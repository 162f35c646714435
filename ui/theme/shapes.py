"""Every shape the window draws itself: status marks, stage bars, the cap meter, key caps.

A status is a shape and a word and, last, a colour. Shapes are drawn in a box of 11 pixels.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.theme.palettes import Tokens

KINDS = ("positive", "warning", "danger", "info", "neutral")
BOX = 11.0
STRONG_KINDS = frozenset({"positive", "warning", "danger"})


@cache
def mark_path(kind: str) -> QPainterPath:
    """The outline of a status shape in a box of 11 by 11."""
    path = QPainterPath()
    if kind == "positive":
        path.addEllipse(QRectF(1, 1, 9, 9))
    elif kind == "warning":
        path.moveTo(5.5, 0.6)
        path.lineTo(10.7, 10)
        path.lineTo(0.3, 10)
        path.closeSubpath()
    elif kind == "danger":
        for point in ((5.5, 0), (11, 5.5), (5.5, 11), (0, 5.5)):
            if path.elementCount():
                path.lineTo(*point)
            else:
                path.moveTo(*point)
        path.closeSubpath()
    elif kind == "info":
        path.addEllipse(QRectF(0.8, 0.8, 9.4, 9.4))
        path.addEllipse(QRectF(2.9, 2.9, 5.2, 5.2))
    else:
        path.addRect(QRectF(1, 1, 9, 9))
        path.addRect(QRectF(2.6, 2.6, 5.8, 5.8))
    return path


def draw_mark(
    painter: QPainter, kind: str, at: QPointF, colour: QColor, *, scale: float = 1.0
) -> float:
    """Draw a status shape; ``at`` is its left edge and vertical middle. Returns its width."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.translate(at.x(), at.y() - BOX * scale / 2)
    painter.scale(scale, scale)
    painter.drawPath(mark_path(kind))
    painter.restore()
    return BOX * scale


def draw_bars(
    painter: QPainter,
    box: QRectF,
    colours: list[QColor],
    gap: float,
    edge: QColor | None = None,
) -> None:
    """Equal bars across a box, one for each colour; ``edge`` outlines every bar."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = (box.width() - gap * (len(colours) - 1)) / max(1, len(colours))
    for at, colour in enumerate(colours):
        bar = QRectF(box.left() + at * (width + gap), box.top(), width, box.height())
        painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1))
        painter.setBrush(colour)
        if edge is not None:
            bar.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(bar, 1, 1)
    painter.restore()


def bar_colours(tokens: Tokens, filled: int, total: int, amber_from: int | None) -> list[QColor]:
    """Accent up to ``amber_from`` bars, amber from there to ``filled``, hollow after."""
    hollow = QColor(0, 0, 0, 0) if tokens.outlined else tokens.colour("line")
    amber = tokens.colour("text" if tokens.outlined else "bar")
    full = tokens.colour("accent")
    last_full = total if amber_from is None else amber_from
    return [hollow if at >= filled else amber if at >= last_full else full for at in range(total)]


def draw_stage(
    painter: QPainter,
    tokens: Tokens,
    at: QPointF,
    step: int,
    *,
    scale: float = 1.0,
    chosen: bool = False,
) -> float:
    """Five bars for the stage, ``step`` of them filled; ``at`` is left edge and vertical middle.

    ``chosen`` paints them for a selected row. Returns the width drawn.
    """
    colours = bar_colours(tokens, step, 5, None)
    edge = tokens.colour("text") if tokens.outlined else None
    if chosen and tokens.outlined:
        edge = tokens.colour("on_selection")
        colours = [edge if colour.alpha() else colour for colour in colours]
    width, height = 48 * scale, 5 * scale
    draw_bars(painter, QRectF(at.x(), at.y() - height / 2, width, height), colours, 2 * scale, edge)
    return width


def draw_ring(painter: QPainter, box: QRectF, colour: QColor, radius: float) -> None:
    """The focus ring, 2 pixels wide, just inside ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def draw_disc(painter: QPainter, centre: QPointF, radius: float, ground: QColor) -> None:
    """A filled disc, for lettered offers and initials."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(centre, radius, radius)
    painter.restore()
