"""While a client looks on: no sidebar, no finding of other people, and nobody beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def share_screen(window: MainWindow, words: str) -> None:
    """Show only the page, and ``words`` that say whose screen it is; "" shows all again."""
    if words:
        window.beside.hide_pane()
    window.sidebar.setVisible(not words)
    window.corner_bar.show_shared(words)
    window.refresh_title()
