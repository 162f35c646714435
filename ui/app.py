"""The application: one window, the door before it, and the work behind it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from caseload.settings import Settings, read_settings, write_settings
from caseload.words import say
from ui.background import Background, Runner
from ui.door import Door
from ui.lock import IdleLock
from ui.main_window import MainWindow
from ui.theme import look

if TYPE_CHECKING:
    from caseload.app import Session
    from ui.at_work import AtWork


class Application(QObject):
    """Joins window, door and work. ``background`` is replaced in tests by one that runs at once."""

    def __init__(
        self,
        *,
        store: Path | None = None,
        settings: Settings | None = None,
        background: Runner | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings or read_settings()
        if store is not None:
            self.settings = replace(self.settings, store_folder=str(store))
        look().wear(self.settings.palette, self.settings.text_scale)
        self.window = MainWindow()
        self.background = background or Background(self)
        self.work: AtWork | None = None
        self.door = Door(self.window.cover, self.background, self.settings)
        self.door.opened.connect(self._opened)
        self.door.print_pdf = self._print
        self.idle = IdleLock(self)
        self.idle.idle.connect(self.lock)
        self.window.lock_asked.connect(self.lock)
        self.window.look_chosen.connect(self._look_chosen)
        self.window.closing.connect(self._closing)
        self.window.commands.on("restore_backup", self._restore)
        self.window.commands.on("open_store", self._open_store)

    def show(self) -> None:
        """Show the window with the door before it."""
        self.door.show()
        self.window.show()
        handle = self.window.windowHandle()
        if handle is not None:
            self.idle.watch(handle)

    # ---- unlocking and locking

    def _opened(self, session: Session) -> None:
        from ui.at_work import AtWork

        same = (
            self.work is not None
            and self.work.session.person.id == session.person.id
            and self.work.session.folder == session.folder
        )
        if self.work is not None and same:
            self.work.go_on_with(session)
        else:
            self.work = AtWork(self.window, self.background, session)
            self.window.go("today")
        self.window.uncover()
        self.idle.set_minutes(session.service.lock_minutes)
        self.idle.start()
        self._remember(store_folder=str(session.folder), person_id=session.person.id)
        self.work.tell_notices()

    def lock(self) -> None:
        """Hide everything and drop the keys; what is half-written is kept."""
        if self.work is None or self.window.is_covered():
            return
        self.idle.stop()
        note = self.work.lock()
        self.door.show_unlock(self.work.session.folder, note)

    def _restore(self) -> None:
        self.lock()
        self.door.show_restore()

    def _open_store(self) -> None:
        self.lock()
        self.door.open_other()

    def _closing(self) -> None:
        if self.work is not None and not self.window.is_covered():
            self.work.lock()

    # ---- what this computer remembers

    def _look_chosen(self, palette: str, scale: float) -> None:
        self._remember(palette=palette, text_scale=scale)

    def _remember(self, **changed: object) -> None:
        self.settings = replace(self.settings, **changed)  # type: ignore[arg-type] # fields by name
        write_settings(self.settings)

    def _print(self, data: bytes, title: str) -> bool:
        from ui.printing import ask_and_print

        return ask_and_print(self.window, data, title)


def run(store: Path | None = None) -> int:
    """Open the window and stay until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName(say("window.title"))
    made = Application(store=store)
    made.show()
    return application.exec() if isinstance(application, QApplication) else 0
