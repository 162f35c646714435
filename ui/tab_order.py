"""Tab goes in reading order, also to what was made after the rest of the page.

Qt's own chain follows the order in which widgets were made, so a list filled again would come
last. Here the order is that of the layouts, which is the order in which a page is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLayout,
    QMainWindow,
    QMenuBar,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

_NO_CHILDREN = (QAbstractItemView, QComboBox)


def is_stop(widget: QWidget) -> bool:
    """Whether Tab would stop at a widget."""
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def stops(root: QWidget) -> list[QWidget]:
    """The stops inside a widget, itself first, in reading order."""
    found = [root] if is_stop(root) else []
    if isinstance(root, _NO_CHILDREN):
        return found
    for child in children_in_order(root):
        if child.isVisible() and not child.isWindow():
            found += stops(child)
    return found


def children_in_order(widget: QWidget) -> list[QWidget]:
    """The children as the layout has them, then those without a layout as they were made."""
    parts = _parts(widget)
    if parts is not None:
        return [part for part in parts if part is not None]
    layout = widget.layout()
    found = list(_laid_out(layout)) if layout is not None else []
    seen = set(found)
    made = [child for child in widget.children() if isinstance(child, QWidget)]
    return found + [child for child in made if child not in seen]


def _parts(widget: QWidget) -> tuple[QWidget | None, ...] | None:
    """The parts of widgets that place their children without a layout; None for all others."""
    if isinstance(widget, QScrollArea):
        return (widget.widget(),)
    if isinstance(widget, QMenuBar):
        return (widget.cornerWidget(Qt.Corner.TopRightCorner),)
    if isinstance(widget, QMainWindow):
        return widget.menuBar(), widget.centralWidget()
    if isinstance(widget, QStackedWidget):
        return (widget.currentWidget(),)
    return None


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def step(root: QWidget, forward: bool) -> bool:
    """Move the focus one stop on inside ``root``, round its ends; False when it has no stop."""
    found = stops(root)
    if not found:
        return False
    now = QApplication.focusWidget()
    at = next((n for n, stop in enumerate(found) if stop is now), None)
    if at is None:
        at = _beside(found, now, forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    found[(at + (1 if forward else -1)) % len(found)].setFocus(reason)
    return True


def _beside(found: list[QWidget], now: QWidget | None, forward: bool) -> int:
    """Where to start from when the focus is on something that is no stop itself."""
    if now is not None:
        inside = [n for n, stop in enumerate(found) if now.isAncestorOf(stop)]
        around = [n for n, stop in enumerate(found) if stop.isAncestorOf(now)]
        if around:
            return around[-1]
        if inside:
            return inside[0] - 1 if forward else inside[0]
    return -1 if forward else 0
