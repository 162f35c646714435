"""Filling a layout that is in sight, so that the page around it makes room at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout


def show_filled(layout: QLayout | None) -> None:
    """Show what was just put into a layout whose page may be in sight.

    Qt itself shows it a moment later and then, where it lies a few widgets deep, tells no scroll
    area that it needs more room. What was hidden on purpose stays hidden.
    """
    for at in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(at) if layout is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                widget.show()
        elif item is not None:
            show_filled(item.layout())
