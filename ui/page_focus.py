"""Where the focus stands in a page: whoever comes to it can go on at the keyboard at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.pages import Page


class PageFocus:
    """``leave(page)`` before another comes into sight; ``enter(page)`` puts the focus into it."""

    def __init__(self) -> None:
        self._left: dict[QWidget, QWidget] = {}

    def leave(self, page: Page) -> None:
        """Remember where the focus is in the page."""
        now = QApplication.focusWidget()
        if now is not None and page.widget().isAncestorOf(now):
            self._left[page.widget()] = now

    def enter(self, page: Page, *, again: bool = False) -> None:
        """The focus into the page, unless it is there already; ``again`` where it was left."""
        before = self._left.pop(page.widget(), None)
        if again and before is not None and self._may_stand(before, page):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        now = QApplication.focusWidget()
        if now is None or now is page.widget() or not page.widget().isAncestorOf(now):
            page.focus_first()

    def forget(self) -> None:
        """Other pages come."""
        self._left.clear()

    def _may_stand(self, widget: QWidget, page: Page) -> bool:
        return (
            isValid(widget)
            and widget.isVisible()
            and widget.isEnabled()
            and page.widget().isAncestorOf(widget)
        )
