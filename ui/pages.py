"""What the window asks of a page, of the session and of what Find returns."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caseload.changes import Changed
from ui.tab_order import stops


class Page(Protocol):
    """A page of the window. ``PageBase`` has quiet answers for everything but the first two."""

    def title(self) -> str:
        """What the title bar says of it; the page itself replaces hidden names."""
        ...

    def widget(self) -> QWidget:
        """The page's widget; made once, shown and hidden by the window."""
        ...

    def on_shown(self, about: object) -> None:
        """It comes into sight; ``about`` is what ``window.go`` was given, a client's id say."""
        ...

    def on_changed(self, changed: Changed) -> None:
        """Something was saved; show it again if it concerns this page."""
        ...

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """The commands this page answers while it is in sight, by id."""
        ...

    def client(self) -> Hashable | None:
        """The id of the client in sight, if any."""
        ...

    def can_leave(self) -> bool:
        """False when leaving must wait, because something typed could not be kept."""
        ...

    def focus_first(self) -> None:
        """Put the focus where a person at the keyboard begins."""
        ...


class PageBase(QWidget):
    """A page that is its own widget; override what it does."""

    def title(self) -> str:
        """What the title bar says of it."""
        return self.windowTitle()

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def on_shown(self, about: object) -> None:
        """Nothing to do."""

    def on_changed(self, changed: Changed) -> None:
        """Nothing to do."""

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """None of its own."""
        return {}

    def client(self) -> Hashable | None:
        """No client."""
        return None

    def can_leave(self) -> bool:
        """Nothing is in the way."""
        return True

    def focus_first(self) -> None:
        """The first stop of Tab."""
        first = next(iter(stops(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


@dataclass(frozen=True, slots=True)
class Found:
    """What Find returns: where it leads (``place`` and ``about`` go to ``window.go``)."""

    words: str
    detail: str
    place: str
    about: object = None
    icon: str = "user-round"


class Session(Protocol):
    """What the frame shows of whoever is unlocked; given by the application."""

    person: str
    role: str  # "Specialist, Willow Road"
    roles: frozenset[str]
    read_only: bool
    read_only_why: str
    made_up: bool

    def counts(self) -> Mapping[str, int]:
        """Counts for the sidebar by place: ``{"today": 5, "caseload": 22}``."""
        ...

    def find(self, text: str) -> Sequence[Found]:
        """People and employers whose name, date of birth or number fits."""
        ...

    def undo_words(self) -> str:
        """The change Ctrl+Z would undo, in words; empty when there is none."""
        ...
