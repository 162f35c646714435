"""The application: one window, the door before it, and the work behind it."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from caseload.settings import Settings, read_settings, write_settings
from caseload.words import say
from ui.background import Background, Runner, sentence_for
from ui.door import Door
from ui.first_paint import once_painted
from ui.main_window import MainWindow
from ui.theme import look

if TYPE_CHECKING:
    from types import TracebackType

    from caseload.app import Session
    from ui.at_work import AtWork
    from ui.lock import Clock, IdleLock

NAME = "caseload"
"""What task bars and window managers call the program, never a file of ours."""


class Application(QObject):
    """Joins window, door and work. ``background`` is replaced in tests by one that runs at once,
    and ``clocks``, the wall's and the steady one, by such as the test moves.

    The window stands first: what it is furnished with comes after its first paint.
    """

    def __init__(
        self,
        *,
        store: Path | None = None,
        settings: Settings | None = None,
        background: Runner | None = None,
        clocks: tuple[Clock, Clock] | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings or read_settings()
        if store is not None:
            self.settings = replace(self.settings, store_folder=str(store.absolute()))
        look().wear(self.settings.palette, self.settings.text_scale)
        self.window = MainWindow(furnished=False)
        self.background = background or Background(self)
        self.work: AtWork | None = None
        self._furnished = self._closed = False
        self._clocks = clocks
        self.door = Door(self.window.cover, self.background, self.settings)
        self.door.opened.connect(self._opened)
        self.door.print_pdf = self._print
        self.door.make_made_up = _make_made_up
        self.window.lock_asked.connect(self.lock)
        self.window.look_chosen.connect(self._look_chosen)
        self.window.closing.connect(self._closing)

    def show(self) -> None:
        """Show the window with the door before it."""
        self.door.show()
        once_painted(self.window, self.furnish)
        self.window.show()

    def furnish(self) -> None:
        """Make the menus and the rest of the frame, once."""
        if self._furnished:
            return
        self._furnished = True
        gc.enable()
        self.window.furnish()
        self.window.commands.on("restore_backup", self._restore)
        self.window.commands.on("open_store", self._open_store)
        self.background.run(_read_the_pages, lambda _none: None, lambda _why: None, store=False)

    @cached_property
    def idle(self) -> IdleLock:
        """What watches whether somebody is here."""
        from ui.lock import IdleLock

        made = (
            IdleLock(self.window)  # goes with the window, and never fires after it
            if self._clocks is None
            else IdleLock(self.window, clocks=self._clocks)
        )
        made.idle.connect(self._lock_after_idling)
        made.watch(self.window.windowHandle())
        return made

    # ---- unlocking and locking

    def _opened(self, session: Session) -> None:
        from ui.at_work import AtWork

        if self._closed:
            session.lock()
            return
        self.furnish()
        work = self.work
        if work is not None and work.is_of(session):
            work.go_on_with(session)
            self.window.uncover()
            work.read_again()
        else:
            if work is not None:
                work.let_go()
            work = self.work = AtWork(self.window, self.background, session)
            work.lock_minutes_chosen.connect(self.idle.set_minutes)
            work.lock_minutes_chosen.connect(self.idle.set_minutes)
            self.window.uncover()
            self.window.go("today")
        self.idle.set_minutes(session.service.lock_minutes)
        self.idle.start()
        self._remember(
            store_folder=str(session.folder),
            person_id=session.person.id,
            several=self.door.several,
        )
        work.tell_notices()

    def lock(self) -> None:
        """Hide everything and drop the keys; what is half-written is kept."""
        self._lock("unlock.locked_now")

    def _lock_after_idling(self) -> None:
        self._lock("unlock.locked_at")

    def _lock(self, words: str) -> None:
        from PySide6.QtWidgets import QToolTip

        from ui.speak import forget, speak

        work = self.work
        if work is None or self.window.is_covered():
            return
        self.idle.stop()
        note = say(words, time=work.time_now(), minutes=self.idle.minutes)
        # Out of sight first; then what was typed is kept, while the store is still open.
        self.door.show_unlock(work.session.folder, note, team=work.session.service.name)
        QToolTip.hideText()
        work.lock()
        forget()
        speak(say("window.locked"), self.window, at_once=True)

    def _restore(self) -> None:
        self.lock()
        self.door.show_restore()

    def _open_store(self) -> None:
        self.lock()
        self.door.open_other()

    def _closing(self) -> None:
        self._closed = True  # whoever is still being let in comes too late
        if self.work is not None and not self.window.is_covered():
            self.idle.stop()
            self.work.lock()

    # ---- faults of ours

    def tell_fault(
        self, _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
    ) -> None:
        """A sentence in place of a traceback, which could name somebody. Work goes on."""
        sentence = sentence_for(fault)
        if self.work is not None and not self.window.is_covered():
            self.work.refuse(say("window.title_problem"), sentence)

    # ---- what this computer remembers

    def _look_chosen(self, palette: str, scale: float) -> None:
        self._remember(palette=palette, text_scale=scale)

    def _remember(self, **changed: object) -> None:
        self.settings = replace(self.settings, **changed)  # type: ignore[arg-type] # fields by name
        write_settings(self.settings)

    def _print(self, data: bytes, title: str) -> bool:
        from ui.printing import ask_and_print

        return ask_and_print(self.window, data, title)


def _read_the_pages() -> None:
    """Read the work's code from the disk while somebody types a passphrase."""
    import_module("ui.at_work")
    import_module("ui.place_list")


def _make_made_up(folder: Path) -> tuple[Path, str, str]:
    """A made-up service in ``folder``: its store, the passphrase of everyone in it, and the
    specialist whose day is worth a look.
    """
    from caseload.demo.making import make_demo
    from caseload.demo.plan import Size
    from caseload.demo.staff import passphrase
    from caseload.people.person import Role

    made = make_demo(folder, Size())
    specialists = [one["name"] for one in made.people if one["role"] == Role.SPECIALIST]
    return made.store, passphrase(), specialists[0]


def run(store: Path | None = None) -> int:
    """Open the window and stay until it is closed."""
    application = QApplication.instance() or QApplication([NAME])
    application.setApplicationName(say("window.title"))
    background = Background()
    made = Application(store=store, background=background)
    sys.excepthook = made.tell_fault
    made.show()
    code = QApplication.exec()
    background.wait()  # a window that was closed at once leaves no thread behind
    return code
