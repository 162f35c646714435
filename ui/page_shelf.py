"""The pages of a window by place; each is made when it is first gone to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from ui.pages import Page


class PageShelf:
    """``add("employers", make)``, then ``at("employers")``; ``made`` are those that exist."""

    def __init__(self, stack: QStackedWidget) -> None:
        self._stack = stack
        self._makers: dict[str, Callable[[], Page]] = {}
        self._under: dict[str, str] = {}
        self._made: dict[str, Page] = {}

    def add(self, place: str, make: Callable[[], Page], under: str) -> None:
        """A page to be; ``under`` is the place of the sidebar it belongs to."""
        self._makers[place] = make
        self._under[place] = under

    def __contains__(self, place: str) -> bool:
        """Whether there is such a page, made or not."""
        return place in self._makers

    def at(self, place: str) -> Page:
        """The page of a place. Raises KeyError where there is none."""
        page = self._made.get(place)
        if page is None:
            page = self._made[place] = self._makers[place]()
            self._stack.addWidget(page.widget())
        return page

    def under(self, place: str) -> str:
        """The entry of the sidebar that stays marked."""
        return self._under[place]

    def made(self) -> list[Page]:
        """The pages that have been gone to."""
        return list(self._made.values())

    def clear(self) -> None:
        """Let every page go."""
        for page in self._made.values():
            self._stack.removeWidget(page.widget())
            page.widget().setParent(None)  # at once, or the focus would come back into it
            page.widget().deleteLater()
        self._makers, self._under, self._made = {}, {}, {}
