"""Where the focus stands in a page: whoever comes to it can go on at the keyboard at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.tab_order import stops

if TYPE_CHECKING:
    from ui.pages import Page


class PageFocus:
    """``leave(page)`` before another comes into sight, ``turned`` once it is in sight, and
    ``enter(page)`` after it was read: that puts the focus into it.
    """

    def __init__(self) -> None:
        self._left: dict[QWidget, QWidget] = {}
        self._landed: QWidget | None = None

    def leave(self, page: Page) -> None:
        """Remember where the focus is in the page."""
        now = QApplication.focusWidget()
        if now is not None and page.widget().isAncestorOf(now):
            self._left[page.widget()] = now

    def turned(self, *, anew: bool) -> None:
        """Qt has put the focus somewhere in a page that came into sight ``anew``; nobody chose."""
        self._landed = QApplication.focusWidget() if anew else None

    def enter(self, page: Page, *, again: bool = False) -> None:
        """The focus into the page, unless the page did so; ``again`` where it was left."""
        before = self._left.pop(page.widget(), None)
        if again and before is not None and self._may_stand(before, page):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        now = QApplication.focusWidget()
        nowhere = now is None or now is page.widget() or not page.widget().isAncestorOf(now)
        if nowhere or now is self._landed:
            page.focus_first()
            if QApplication.focusWidget() is None:
                self._somewhere(page)

    def _somewhere(self, page: Page) -> None:
        """A page where nothing can be done yet has nothing to stand in: the sidebar has."""
        for root in (page.widget(), page.widget().window()):
            for stop in stops(root):
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
                return

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
