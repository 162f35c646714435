"""F6: from pane to pane, each remembering where in it the focus was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.tab_order import is_stop, stops

_LAST = "focus_before"


def panes_of(page: QWidget) -> list[QWidget]:
    """The panes of a page from left to right, then down; the page itself when it names none."""
    found = [
        child
        for child in page.findChildren(QWidget)
        if child.property("pane") and child.isVisible() and first_stop(child) is not None
    ]
    outer = [
        pane
        for pane in found
        if not any(one is not pane and one.isAncestorOf(pane) for one in found)
    ]
    return sorted(outer, key=lambda pane: _place(pane, page)) or [page]


def _place(pane: QWidget, page: QWidget) -> tuple[int, int]:
    at = pane.mapTo(page, QPoint(0, 0))
    return at.x(), at.y()


def next_pane(
    sidebar: QWidget, page: QWidget | None, steps: int, also: Sequence[QWidget] = ()
) -> None:
    """Move the focus ``steps`` panes on; ``also`` are panes beside the page."""
    panes = [sidebar, *(panes_of(page) if page is not None else []), *also]
    now = QApplication.focusWidget()
    at = next((n for n, pane in enumerate(panes) if now and _holds(pane, now)), 0)
    if now is not None:
        panes[at].setProperty(_LAST, now)
    target = panes[(at + steps) % len(panes)]
    before = target.property(_LAST)
    if isinstance(before, QWidget) and isValid(before) and before.isVisible():
        before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    stop = first_stop(target)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def first_stop(pane: QWidget) -> QWidget | None:
    """Where a pane takes the focus: where it says so itself, else its first stop."""
    proxy = pane.focusProxy()
    if proxy is not None and is_stop(proxy):
        return proxy
    return next(iter(stops(pane)), None)
