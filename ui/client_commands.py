"""What may be asked about the client in sight from any page; the client's own page does most."""

from __future__ import annotations

from functools import partial

from ui.main_window import MainWindow

ON_THEIR_PAGE = (
    "open_profile",
    "open_consent",
    "open_safety",
    "record_job",
    "record_hours",
    "book_appointment",
)
"""Commands that need a tab of the client's page; asked elsewhere they lead there."""


def answer_on_their_page(window: MainWindow) -> None:
    """From every page with a client in sight: go to the client's page and do it there."""
    for name in ON_THEIR_PAGE:
        window.commands.on(name, partial(_do, window, name))


def _do(window: MainWindow, name: str) -> None:
    client = window.client()
    page = window.page() if client is not None and window.go("client", client) else None
    does = None if page is None else page.commands().get(name)
    if does is not None:
        does()
