"""Covering the window: menus and dialogs go out of sight with the page, and come back with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid


def dialogs_of(window: QWidget) -> list[QWidget]:
    """The dialogs that lie over a window, shown or hidden."""
    found = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in found if child.property("dialog")]


class Covering:
    """Swaps what the window shows for a page of its own (unlocking, setting up), and back."""

    def __init__(self, window: QMainWindow, root: QStackedWidget, shell: QWidget) -> None:
        self._window, self._root, self._shell = window, root, shell
        self._focus_before: QWidget | None = None

    def is_covered(self) -> bool:
        """Whether something hides the page."""
        return self._root.currentWidget() is not self._shell

    def cover(self, widget: QWidget) -> None:
        """Hide everything behind ``widget`` and give it the focus."""
        if not self.is_covered():
            self._focus_before = QApplication.focusWidget()
        popup = QApplication.activePopupWidget()
        while popup is not None and popup.close():
            popup = QApplication.activePopupWidget()
        if self._root.indexOf(widget) < 0:
            self._root.addWidget(widget)
        self._root.setCurrentWidget(widget)
        self._show_menus(False)
        for dialog in dialogs_of(self._window):
            dialog.hide()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_focus(self) -> None:
        """What had the focus is going."""
        self._focus_before = None

    def _show_menus(self, shown: bool) -> None:
        bar = self._window.menuWidget()  # none is made for a window that is not furnished yet
        if bar is not None:
            bar.setVisible(shown)

    def uncover(self) -> None:
        """Show the page again, the focus where it was."""
        if not self.is_covered():
            return
        self._root.setCurrentWidget(self._shell)
        self._show_menus(True)
        for dialog in dialogs_of(self._window):
            dialog.show()
            dialog.raise_()
        before = self._focus_before
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_before = None
