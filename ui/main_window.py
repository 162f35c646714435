"""The window's frame: menus, sidebar, banner, the page in sight and the way back.

It knows no service. The application gives it a ``Session`` and pages; the window asks pages what
they answer to and tells them what changed. ``cover`` hides everything behind a page of its own
(unlocking, setting up), keeps all state, and names nobody in the title.

A window that opens covered is furnished after its first paint, so that it stands at once: what
the frame is made of is imported then, not before.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseload.words import say
from ui.covering import Covering, dialogs_of
from ui.page_focus import PageFocus
from ui.page_shelf import PageShelf
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from caseload.changes import Changed
    from ui.actions import Command, Context
    from ui.pages import Page, Session


class _Visit(NamedTuple):
    place: str
    about: object


class MainWindow(QMainWindow):
    """``add_page("today", page)``, ``show_session(session)``, ``go("client", client_id)``.

    ``commands.on(id, handler)`` registers what a command does; a page's own answers come first.
    With ``furnished=False`` call ``furnish()`` before anything but ``cover``.
    ``look_chosen`` carries palette and text scale for whoever keeps settings; ``lock_asked`` asks
    the application to lock; ``closing`` is the last moment to keep what is being typed.
    """

    look_chosen = Signal(str, float)
    lock_asked = Signal()
    work_cancelled = Signal()
    closing = Signal()
    went = Signal(str)

    def __init__(self, *, furnished: bool = True) -> None:
        super().__init__()
        look()
        self._session: Session | None = None
        self._page_focus = PageFocus()
        self._here: _Visit | None = None
        self._before: list[_Visit] = []
        self._shell = QWidget()
        self._shell.setProperty("role", "page")
        self._root = QStackedWidget()
        self._root.addWidget(self._shell)
        self.setCentralWidget(self._root)
        self._covering = Covering(self, self._root, self._shell)
        self._furnished = False
        self.setWindowTitle(say("window.title"))
        self.setMinimumSize(800, 560)
        self.resize(1366, 740)
        if furnished:
            self.furnish()

    def furnish(self) -> None:
        """Make menus, sidebar and commands; once is enough."""
        if self._furnished:
            return
        self._furnished = True
        from ui.actions import Commands
        from ui.frame_commands import FrameCommands
        from ui.menus import Menus
        from ui.privacy import names

        self.commands = Commands()
        self._build()
        self.menus = Menus(self.menuBar(), self.run, self.may, self.context)
        self._put_corner()
        FrameCommands(self).register()
        names().changed.connect(self._names_changed)
        self.menuBar().setVisible(not self.is_covered())

    def _build(self) -> None:
        from ui.actions import PLACES, command
        from ui.beside import Beside
        from ui.widgets.sidebar import Sidebar
        from ui.widgets.strips import Banner, BusyStrip

        self.menuBar().setNativeMenuBar(sys.platform == "darwin")
        places = [(place, command(name).name, command(name).icon) for name, place in PLACES.items()]
        self.sidebar = Sidebar(say("window.places"), places)
        self.sidebar.gone.connect(self.go)
        self.banner = Banner()
        self.busy = BusyStrip(say("window.working"), say("window.cancel"))
        self.busy.cancelled.connect(self.work_cancelled)
        self._stack = QStackedWidget()
        self._pages = PageShelf(self._stack)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.banner)
        self._top = QVBoxLayout()
        right.addLayout(self._top)
        self.beside = Beside(self._stack)
        right.addWidget(self.beside, 1)
        right.addWidget(self.busy)
        across = QHBoxLayout(self._shell)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addLayout(right, 1)

    def _put_corner(self) -> None:
        from ui.menus import Corner

        self.corner_bar = Corner(self.run)
        if self.menuBar().isNativeMenuBar():
            self._top.addWidget(self.corner_bar, 0, Qt.AlignmentFlag.AlignRight)
        else:
            self.menuBar().setCornerWidget(self.corner_bar, Qt.Corner.TopRightCorner)

    # ---- session and pages

    def show_session(self, session: Session | None) -> None:
        """Who is unlocked; None when nobody is. Forgets the way back."""
        self._session = session
        self._before = []
        self._here = None
        if session is not None:
            self.sidebar.show_person(session.person, session.role)
            words = [say("window.made_up")] if session.made_up else []
            words += (
                [say("window.read_only_banner", why=session.read_only_why)]
                if session.read_only
                else []
            )
            self.banner.show_words(" ".join(words))
            self.refresh_counts()

    def show_session_again(self, session: Session) -> None:
        """The same person is back after a lock: the way back and the page in sight stay."""
        before, here = self._before, self._here
        self.show_session(session)
        self._before, self._here = before, here
        self.refresh_title()

    def session(self) -> Session | None:
        """Who is unlocked."""
        return self._session

    def add_page(self, place: str, page: Page, *, under: str = "") -> None:
        """Add a page that is made; ``under`` is the place of the sidebar it belongs to, its own by
        default.
        """
        self.add_place(place, lambda: page, under=under)
        self._pages.at(place)

    def add_place(self, place: str, make: Callable[[], Page], *, under: str = "") -> None:
        """Add a page that is made when it is first gone to."""
        self._pages.add(place, make, under or place)

    def drop_pages(self) -> None:
        """Let every page go, when another store opens."""
        self._pages.clear()
        self._here, self._before = None, []
        self._page_focus.forget()

    def start_afresh(self) -> None:
        """Nothing of whoever was here stays: pages, dialogs, the last words, the focus."""
        for dialog in dialogs_of(self):
            dialog.hide()
            dialog.setParent(None)
            dialog.deleteLater()
        self.drop_pages()
        self._covering.forget_focus()
        self.sidebar.show_saved("")
        self._session = None

    def page(self) -> Page | None:
        """The page in sight."""
        return None if self._here is None else self._pages.at(self._here.place)

    def place(self) -> str:
        """Where we are."""
        return "" if self._here is None else self._here.place

    def go(self, place: str, about: object = None) -> bool:
        """Show a page; False when the page in sight could not be left, or there is none such."""
        if place not in self._pages or not self._may_leave():
            if self._here is not None:
                self.sidebar.show_place(self._pages.under(self._here.place))
            return False
        visit = _Visit(place, about)
        if self._here is not None and self._here != visit:
            self._before.append(self._here)
            del self._before[:-50]
        self._show(visit)
        self._page_focus.enter(self._pages.at(place))
        return True

    def go_back(self) -> bool:
        """Come back to the page before; False when there is none."""
        if not self._before or not self._may_leave():
            return False
        visit = self._before.pop()
        self._show(visit)
        self._page_focus.enter(self._pages.at(visit.place), again=True)
        return True

    def _may_leave(self) -> bool:
        page = self.page()
        return page is None or page.can_leave()

    def _show(self, visit: _Visit) -> None:
        left = self.page()
        if left is not None:
            self._page_focus.leave(left)
        self._here = visit
        page = self._pages.at(visit.place)
        self._stack.setCurrentWidget(page.widget())
        self._page_focus.turned(anew=page is not left)
        self.sidebar.show_place(self._pages.under(visit.place))
        page.on_shown(visit.about)
        self.refresh_title()
        self.refresh_counts()
        self.went.emit(visit.place)

    def changed(self, changed: Changed) -> None:
        """Tell every page there is what was saved."""
        for page in self._pages.made():
            page.on_changed(changed)
        self.refresh_counts()
        self.refresh_title()

    def refresh_counts(self) -> None:
        """Show the counts of the sidebar again."""
        if self._session is not None:
            self.sidebar.show_counts(self._session.counts())

    def refresh_title(self) -> None:
        """Show the page's title; while covered, the program's name alone."""
        page = self.page()
        if self.is_covered() or page is None or not page.title():
            self.setWindowTitle(say("window.title"))
        else:
            self.setWindowTitle(say("window.title_of_page", page=page.title()))

    def _names_changed(self, hidden: bool) -> None:
        from ui.speak import speak

        self.corner_bar.show_hidden(hidden)
        self.refresh_title()
        speak(say("window.names_hidden" if hidden else "window.names_shown"), self)

    # ---- commands

    def context(self) -> Context:
        """What is true right now, for whoever decides what is allowed."""
        from ui.actions import Context
        from ui.privacy import names

        session, page = self._session, self.page()
        undo = session.undo_words() if session is not None else ""
        self.menus.undo_words = undo
        return Context(
            unlocked=session is not None and not self.is_covered(),
            dialog_open=self.dialog_open(),
            read_only=session is not None and session.read_only,
            roles=session.roles if session is not None else frozenset(),
            page=self.place(),
            client=page.client() if page is not None else None,
            page_commands=frozenset(page.commands()) if page is not None else frozenset(),
            can_undo=bool(undo),
            can_go_back=bool(self._before),
            names_hidden=names().hidden,
            palette=look().choice,
            text_scale=look().text_scale,
        )

    def _answer(self, name: str) -> Callable[[], None] | None:
        page = self.page()
        own = page.commands() if page is not None and not self.is_covered() else {}
        return self.commands.answer(name, own)

    def may(self, known: Command) -> bool:
        """Whether a command is allowed now and somebody answers it."""
        return self._answer(known.id) is not None and known.allowed(self.context())

    def run(self, name: str) -> bool:
        """Do a command by its id; False when it is not allowed now."""
        from ui.actions import command

        known = command(name)
        answer = self._answer(name)
        if answer is None or not known.allowed(self.context()):
            return False
        answer()
        return True

    def client(self) -> Hashable | None:
        """The client in sight."""
        page = self.page()
        return page.client() if page is not None else None

    def move_pane(self, steps: int) -> None:
        """F6: to the next pane of the page, or the sidebar."""
        from ui.focus_panes import next_pane

        if self.is_covered():
            return
        pane = self.beside.pane()
        also = [] if pane is None else [pane]
        page = self._stack.currentWidget() if self._stack.isVisible() else None
        next_pane(self.sidebar, page, steps, also)

    # ---- covering

    def cover(self, widget: QWidget) -> None:
        """Hide everything behind a page of its own; the title names nobody. State stays."""
        self._covering.cover(widget)
        self.refresh_title()

    def uncover(self) -> None:
        """Show the page again, as it was left."""
        self._covering.uncover()
        self.refresh_title()

    def is_covered(self) -> bool:
        """Whether something hides the page."""
        return self._covering.is_covered()

    def dialog_open(self) -> bool:
        """Whether a dialog waits for an answer."""
        return any(dialog.isVisible() for dialog in dialogs_of(self))

    # ---- the rest

    def show_saved(self, words: str) -> None:
        """'Saved 2:41pm' at the foot of the sidebar, and said aloud."""
        from ui.speak import speak

        self.sidebar.show_saved(words)
        speak(words, self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in reading order and comes round."""
        from ui.tab_order import step

        return step(self, forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape comes back to the page before, when nothing nearer took it."""
        if event.key() == Qt.Key.Key_Escape and not self.is_covered() and self.go_back():
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The last moment to keep what is being typed."""
        self.closing.emit()
        super().closeEvent(event)
