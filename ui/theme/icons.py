"""Lucide icons recoloured for the palette in use; an icon always stands beside a word."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from caseload.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_DENSITIES = (1.0, 1.5, 2.0)


@cache
def _drawing(name: str) -> str:
    text = resource("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')


@cache
def icon_pixmap(name: str, colour: str, size: int, density: float = 1.0) -> QPixmap:
    """The icon ``size`` pixels square in ``#RRGGBB``, drawn for a screen of that density."""
    drawn = _drawing(name).replace("currentColor", colour)
    pixmap = QPixmap(round(size * density), round(size * density))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawn.encode())).render(
        painter, QRectF(0, 0, pixmap.width(), pixmap.height())
    )
    painter.end()
    pixmap.setDevicePixelRatio(density)
    return pixmap


def made_icon(name: str, colour: str, disabled: str, size: int) -> QIcon:
    """A QIcon of the drawing: its colour when usable, the disabled colour when not."""
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for density in _DENSITIES:
        icon.addPixmap(icon_pixmap(name, colour, size, density))
        icon.addPixmap(icon_pixmap(name, disabled, size, density), QIcon.Mode.Disabled)
    return icon
