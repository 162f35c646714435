"""Before the work: which page stands before the window, and unlocking. Gives an unlocked session.

The application's engine (database, keys) is imported after the first paint, so that the window
stands at once. The first start, the way back and restoring are files of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caseload.words import say
from ui.first_paint import once_painted
from ui.unlock.page import UnlockPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from caseload.app import Attempts, Session, StorePeople
    from caseload.errors import CaseloadError
    from caseload.settings import Settings
    from ui.background import Runner

KEY_FILE = "keyslots.json"
INSIDE = "store"
"""What a folder calls the store that lies inside it, as the made-up service does."""


class Door(QObject):
    """``show()`` puts the right page before the window; ``opened`` gives the session.

    ``cover`` is the window's: it hides everything behind a page. Folders and files are chosen
    through ``choose_folder`` and ``choose_file``, paper is printed by ``print_pdf``, and
    ``make_made_up`` fills a folder with a made-up service: it gives the store, the passphrase of
    everyone in it, and whose day is worth a look.
    """

    opened = Signal(object)

    def __init__(
        self, cover: Callable[[QWidget], None], background: Runner, settings: Settings
    ) -> None:
        super().__init__()
        self._cover = cover
        self.background = background
        self.folder = Path(settings.store_folder) if settings.store_folder else None
        self._last = settings.person_id
        self.several = settings.several
        self._attempts: tuple[Path, Attempts] | None = None
        self._pages: list[QWidget] = []
        self._named = ""
        self._names_come = False
        self._too_early = ""  # a passphrase that was given before the names were known
        self._way: object = None  # whoever the buttons of the page belong to
        self.choose_folder: Callable[[str], str] = _ask_for_a_folder
        self.choose_file: Callable[[str], str] = _ask_for_a_backup
        self.make_made_up: Callable[[Path], tuple[Path, str, str]] | None = None
        self.print_pdf: Callable[[bytes, str], bool] = lambda _data, _title: False

    # ---- which page

    def show(self) -> None:
        """Unlock where there is a store, else the first start."""
        folder = self.folder or _usual()
        if (folder / KEY_FILE).exists() or (self.folder is not None and self.folder.exists()):
            self.show_unlock(folder, title=say("unlock.opens"), at_once=False)
        elif self.folder is not None:
            self.show_start(say("door.gone", folder=self.folder))
        else:
            self.show_start()

    def put(self, page: QWidget, *, over: bool = False) -> None:
        """Show a page before the window. The one before goes with all that was typed in it, unless
        this one lies ``over`` it; putting a page again drops what lay over it.
        """
        keep = self._pages[: self._pages.index(page)] if page in self._pages else []
        if over:
            keep = list(self._pages)
        self._cover(page)  # first, so that nothing shows through in between
        for gone in self._pages:
            if gone is not page and gone not in keep:
                gone.deleteLater()
        self._pages = [*keep, page]

    def clear(self) -> None:
        """Drop every page and what was typed in it, when the work is in sight again."""
        for page in self._pages:
            page.deleteLater()
        self._pages = []
        self._way = None

    def show_start(self, refusal: str = "") -> None:
        """Start, try it with made-up people, restore a backup, or open another store."""
        from ui.first_start import FirstStart

        way = self._way = FirstStart(self)
        way.show(refusal)

    def show_restore(self) -> None:
        """Restore a backup."""
        from ui.restoring import Restoring

        way = self._way = Restoring(self)
        way.show()

    def open_other(self) -> None:
        """Choose the folder of another store, or the folder that it lies in."""
        chosen = self.choose_folder(say("door.choose_store"))
        if not chosen:
            return
        folder = Path(chosen)
        inside = folder / INSIDE
        if not (folder / KEY_FILE).exists() and (inside / KEY_FILE).exists():
            folder = inside
        self.show_unlock(folder, title=say("unlock.opens"))

    # ---- unlocking

    def show_unlock(
        self,
        folder: Path,
        note: str = "",
        *,
        team: str = "",
        title: str = "",
        name: str = "",
        at_once: bool = True,
    ) -> None:
        """Ask for the passphrase of ``folder``. The names come at once, or after the first paint
        of the page; ``name`` is chosen, where it is among them, before whoever was here last.
        """
        self.folder, self._named = folder, name
        page = UnlockPage()
        page.show_locked(team, note, title=title)
        page.expect_several(self.several)
        page.unlock_asked.connect(lambda who, words: self._unlock(page, folder, who, words))
        page.keyring_asked.connect(lambda who: self._unlock_by_keyring(page, folder, who))
        page.forgotten_asked.connect(lambda: self._show_way_back(folder))
        page.other_store_asked.connect(self.open_other)
        page.restore_asked.connect(self.show_restore)
        self.put(page)
        self._names_come, self._too_early = True, ""
        if at_once:
            self._look_for_people(page, folder)
        else:
            once_painted(page, lambda: self._look_for_people(page, folder))

    def _look_for_people(self, page: UnlockPage, folder: Path) -> None:
        """Who can unlock. The engine is read from the disk meanwhile, off the GUI thread."""
        from ui.attempt import attempt

        def look() -> tuple[StorePeople, Attempts]:
            from caseload.app import store_people

            return store_people(folder), self._attempts_on(folder)

        def found(looked: tuple[StorePeople, Attempts]) -> None:
            if page in self._pages:
                self._show_people(page, *looked)

        def refused(why: CaseloadError) -> None:
            self._names_come, self._too_early = False, ""
            if page in self._pages:
                page.offer_restore(True)
                page.show_refusal(why.sentence)

        attempt(self.background, look, found, refused)

    def _show_people(self, page: UnlockPage, known: StorePeople, attempts: Attempts) -> None:
        from caseload.app import has_keyring

        people = [(person.person_id, person.name) for person in known.people]
        self.several = not known.alone
        named = [who for who, name in people if name == self._named]
        known_here = [who for who, _ in people if who == self._last]
        last = next(iter(named + known_here), None)
        page.show_people(people, last)
        self._names_come = False
        page.offer_keyring(any(has_keyring(person) for person in known.people))
        _show_wait(page, attempts)
        given, self._too_early = self._too_early, ""
        if given and (known.alone or last):
            self._unlock(page, known.folder, page.people.value(), given)
        elif given:
            page.show_busy(False)  # it is asked now who that was

    def _attempts_on(self, folder: Path) -> Attempts:
        """The wrong attempts on a store, counted for as long as the program runs."""
        from caseload.app import attempts_on

        if self._attempts is None or self._attempts[0] != folder:
            self._attempts = (folder, attempts_on(folder))
        return self._attempts[1]

    def _unlock(self, page: UnlockPage, folder: Path, person_id: object, passphrase: str) -> None:
        from caseload import app
        from ui.attempt import attempt

        page.show_busy(True)
        if self._names_come:
            self._too_early = passphrase
            return
        attempts = self._attempts_on(folder)
        who = str(person_id or "")
        attempt(
            self.background,
            lambda: app.unlock(folder, person_id=who, passphrase=passphrase, attempts=attempts),
            lambda session: self.let_in(session, page),
            lambda why: self._refused(page, attempts, why),
        )

    def _refused(self, page: UnlockPage, attempts: Attempts, why: CaseloadError) -> None:
        from caseload.app import TooSoon, WrongSecret

        # A wrong passphrase is tried again; what is wrong with the store needs another way on.
        page.offer_restore(not isinstance(why, (WrongSecret, TooSoon)))
        page.show_refusal(why.sentence)
        _show_wait(page, attempts)

    def _unlock_by_keyring(self, page: UnlockPage, folder: Path, person_id: object) -> None:
        from caseload import app
        from ui.attempt import attempt

        page.show_busy(True)
        attempt(
            self.background,
            lambda: app.unlock_by_keyring(folder, person_id=str(person_id or "")),
            lambda session: self.let_in(session, page),
            lambda why: page.show_refusal(why.sentence),
        )

    def let_in(self, session: Session, page: QWidget) -> None:
        """Somebody is unlocked: remember who, and let every page before the work go.

        Where the person left ``page`` meanwhile, for another store say, nobody comes in.
        """
        if page not in self._pages:
            session.lock()
            return
        self.folder, self._last = session.folder, session.person.id
        self.opened.emit(session)
        self.clear()

    def _show_way_back(self, folder: Path) -> None:
        from ui.way_back import WayBack

        way = self._way = WayBack(self, folder, self._attempts_on(folder))
        way.show(self._last)


def _show_wait(page: UnlockPage, attempts: Attempts) -> None:
    if attempts.wait_seconds:
        page.show_wait(int(attempts.wait_seconds + 0.999))


def _usual() -> Path:
    from caseload.settings import usual_store_folder

    return usual_store_folder()


def _ask_for_a_folder(title: str) -> str:
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getExistingDirectory(None, title)


def _ask_for_a_backup(title: str) -> str:
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getOpenFileName(None, title, filter=say("door.backup_filter"))[0]
