"""A row for a widget that has a widest width, so that its height is that of the width it gets.

A column asks a widget with a layout how high it is in the whole width, whatever its maximum.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget


def at_widest(widget: QWidget) -> QHBoxLayout:
    """The widget at the left of a row, as wide as it may be."""
    across = QHBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(widget, 1)
    across.addStretch(0)
    return across
