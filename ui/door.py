"""Before the work: starting, setting up, unlocking, restoring. Gives an unlocked session.

The application's engine (database, keys) is imported after the first paint, so that the window
stands at once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caseload.errors import CaseloadError
from caseload.settings import Settings, usual_store_folder
from caseload.words import say
from ui.attempt import attempt
from ui.background import Runner
from ui.unlock.page import UnlockPage

if TYPE_CHECKING:
    from caseload.app import Session
    from ui.set_up.details import Details

KEY_FILE = "keyslots.json"


class Door(QObject):
    """``show()`` puts the right page before the window; ``opened`` gives the session.

    ``cover`` is the window's: it hides everything behind a page. Folders and files are chosen
    through ``choose_folder`` and ``choose_file``, which tests replace.
    """

    opened = Signal(object)

    def __init__(
        self, cover: Callable[[QWidget], None], background: Runner, settings: Settings
    ) -> None:
        super().__init__()
        self._cover = cover
        self._background = background
        self.folder = Path(settings.store_folder) if settings.store_folder else None
        self._last = settings.person_id
        self._attempts: Any = None
        self.choose_folder: Callable[[str], str] = lambda title: QFileDialog.getExistingDirectory(
            None, title
        )
        self.choose_file: Callable[[str], str] = lambda title: QFileDialog.getOpenFileName(
            None, title, filter=say("door.backup_filter")
        )[0]
        self.make_made_up: Callable[[Path], tuple[Path, str]] | None = None
        self.print_pdf: Callable[[bytes, str], bool] | None = None

    # ---- which page

    def show(self, note: str = "") -> None:
        """Unlock where there is a store, else the first start."""
        folder = self.folder or usual_store_folder()
        if (folder / KEY_FILE).exists() or (self.folder and self.folder.exists()):
            self.show_unlock(folder, note)
        else:
            self.show_start()

    def show_unlock(self, folder: Path, note: str = "") -> None:
        """Ask for the passphrase of ``folder``; the names come right after the first paint."""
        self.folder = folder
        page = UnlockPage()
        page.show_locked("", note)
        page.unlock_asked.connect(lambda who, words: self._unlock(page, who, words))
        page.keyring_asked.connect(lambda who: self._unlock_by_keyring(page, who))
        page.forgotten_asked.connect(lambda: self._show_forgotten(folder))
        page.other_store_asked.connect(self.open_other)
        self._cover(page)
        page.setFocus()
        QTimer.singleShot(0, page, lambda: self._show_people(page, folder))

    def _show_people(self, page: UnlockPage, folder: Path) -> None:
        from caseload.app import has_keyring, store_people

        try:
            known = store_people(folder)
        except CaseloadError as why:
            page.show_refusal(why.sentence)
            return
        people = [(person.person_id, person.name) for person in known.people]
        last = self._last if self._last in {who for who, _ in people} else None
        page.show_people(people, last)
        page.offer_keyring(any(has_keyring(person) for person in known.people))

    def _unlock_by_keyring(self, page: UnlockPage, person_id: object) -> None:
        from caseload import app

        folder = self.folder
        if folder is not None:
            attempt(
                self._background,
                lambda: app.unlock_by_keyring(folder, person_id=str(person_id or "")),
                self.opened.emit,
                lambda why: page.show_refusal(why.sentence),
            )

    def _unlock(self, page: UnlockPage, person_id: object, passphrase: str) -> None:
        from caseload import app

        folder = self.folder
        if folder is None:
            return
        if self._attempts is None or self._attempts[0] != folder:
            self._attempts = (folder, app.attempts_on(folder))
        attempts = self._attempts[1]
        who = str(person_id or "")
        page.show_busy(True)

        def refused(why: CaseloadError) -> None:
            page.show_refusal(why.sentence)
            if attempts.wait_seconds:
                page.show_wait(int(attempts.wait_seconds + 0.999))

        attempt(
            self._background,
            lambda: app.unlock(folder, person_id=who, passphrase=passphrase, attempts=attempts),
            self.opened.emit,
            refused,
        )

    # ---- the first start

    def show_start(self, refusal: str = "") -> None:
        """Start, try it with made-up people, restore a backup, or open another store."""
        from ui.set_up.start import StartPage

        page = StartPage()
        page.start_asked.connect(self._show_set_up)
        page.made_up_asked.connect(lambda: self._make_made_up(page))
        page.restore_asked.connect(self._show_restore)
        page.open_asked.connect(self.open_other)
        self._cover(page)
        page.setFocus()
        if refusal:
            page.show_refusal(refusal)

    def open_other(self) -> None:
        """Choose the folder of another store."""
        chosen = self.choose_folder(say("door.choose_store"))
        if chosen:
            self.show_unlock(Path(chosen))

    def _make_made_up(self, page: Any) -> None:
        make = self.make_made_up
        chosen = self.choose_folder(say("door.choose_made_up")) if make is not None else ""
        if not chosen or make is None:
            return
        folder = Path(chosen) / say("door.made_up_folder")
        page.setEnabled(False)

        def refused(why: CaseloadError) -> None:
            page.setEnabled(True)
            page.show_refusal(why.sentence)

        attempt(
            self._background,
            lambda: make(folder),
            lambda made: self.show_unlock(made[0], say("door.made_up_note", words=made[1])),
            refused,
        )

    def _show_set_up(self) -> None:
        from caseload.app import strength_hint
        from ui.set_up.page import SetUpPage

        page = SetUpPage(strength_hint)
        page.details.folder.setText(str(usual_store_folder()))
        page.folder_asked.connect(lambda: self._choose_for(page))
        page.back_asked.connect(self.show_start)
        page.create_asked.connect(lambda details, words: self._show_key(page, details, words))
        self._cover(page)
        page.setFocus()

    def _choose_for(self, page: Any) -> None:
        chosen = self.choose_folder(say("door.choose_new"))
        if chosen:
            page.show_folder(str(Path(chosen) / "caseload"))

    def _show_key(self, set_up: Any, details: Details, passphrase: str) -> None:
        """The recovery key is made, printed and typed back before there is a store to lose."""
        from caseload.app import new_recovery_key
        from ui.set_up.recovery_key import RecoveryKeyPage

        key = new_recovery_key()
        page = RecoveryKeyPage()
        page.show_key(key.text, lambda typed: "" if key.matches(typed) else say("door.key_differs"))
        page.print_asked.connect(lambda text: self._print_key(details.team, text))
        page.finished.connect(lambda: self._create(set_up, details, passphrase, key))
        self._cover(page)
        page.setFocus()

    def _print_key(self, team: str, text: str) -> None:
        from caseload.app import recovery_key_pdf

        if self.print_pdf is not None:
            made = date.today()  # noqa: DTZ011 - the day on the wall goes on the paper
            self.print_pdf(recovery_key_pdf(team, text, made), say("door.key_title"))

    def _create(self, set_up: Any, details: Details, passphrase: str, key: Any) -> None:
        from caseload import app

        def work() -> Session:
            folder = Path(details.folder)
            created = app.create_store_for(
                folder,
                service_name=details.team,
                name=details.person,
                alone=details.alone,
                share=int(details.share * 100),
                passphrase=passphrase,
                recovery_key=key,
            )
            return app.unlock(folder, person_id=created.person_id, passphrase=passphrase)

        def refused(why: CaseloadError) -> None:
            self._cover(set_up)
            set_up.show_refusal(why.sentence)

        attempt(self._background, work, self.opened.emit, refused)

    # ---- a forgotten passphrase, a backup

    def _show_forgotten(self, folder: Path) -> None:
        from caseload.app import store_people, strength_hint
        from ui.unlock.forgotten import ForgottenPage

        page = ForgottenPage(strength_hint)
        page.back_asked.connect(lambda: self.show_unlock(folder))
        page.enrol_asked.connect(
            lambda who, kind, printed, words: self._enrol(page, (who, kind, printed, words))
        )
        self._cover(page)
        page.setFocus()
        try:
            page.show_people([(p.person_id, p.name) for p in store_people(folder).people])
        except CaseloadError as why:
            page.show_refusal(why.sentence, "printed")

    def _enrol(self, page: Any, asked: tuple[object, str, str, str]) -> None:
        from caseload import app

        person, kind, printed, passphrase = asked
        folder, who = self.folder, str(person or "")
        if folder is None:
            return
        if kind == "code":
            attempt(
                self._background,
                lambda: app.enrol_with_code(
                    folder, person_id=who, code=printed, passphrase=passphrase
                ),
                self.opened.emit,
                lambda why: page.show_refusal(why.sentence, "printed"),
            )
            return
        self._new_key_after_use(page, folder, asked)

    def _new_key_after_use(
        self, page: Any, folder: Path, asked: tuple[object, str, str, str]
    ) -> None:
        """A used recovery key is replaced: the new one is printed and typed back first."""
        from caseload import app
        from ui.set_up.recovery_key import RecoveryKeyPage

        person, _, printed, passphrase = asked
        key = app.new_recovery_key()
        shown = RecoveryKeyPage()
        shown.show_key(
            key.text, lambda typed: "" if key.matches(typed) else say("door.key_differs")
        )

        def refused(why: CaseloadError) -> None:
            self._cover(page)
            page.show_refusal(why.sentence, "printed")

        def enrol() -> None:
            attempt(
                self._background,
                lambda: app.enrol_with_recovery_key(
                    folder,
                    typed=printed,
                    person_id=str(person or ""),
                    passphrase=passphrase,
                    new_recovery_key=key,
                ),
                self.opened.emit,
                refused,
            )

        shown.print_asked.connect(lambda text: self._print_key("", text))
        shown.finished.connect(enrol)
        self._cover(shown)
        shown.setFocus()

    def _show_restore(self) -> None:
        from ui.set_up.restore import RestorePage

        page = RestorePage()
        page.back_asked.connect(self.show)
        page.file_asked.connect(lambda: self._choose_backup(page))
        page.restore_asked.connect(lambda who, kind, secret: self._restore(page, who, kind, secret))
        self._backup: Path | None = None
        self._cover(page)
        page.setFocus()

    def show_restore(self) -> None:
        """Restore a backup, asked from the menu."""
        self._show_restore()

    def _choose_backup(self, page: Any) -> None:
        from caseload.app import people_in_backup

        chosen = self.choose_file(say("door.choose_backup"))
        if not chosen:
            return
        try:
            people = people_in_backup(Path(chosen))
        except CaseloadError as why:
            page.show_refusal(why.sentence, "file")
            return
        self._backup = Path(chosen)
        page.show_file(chosen)
        page.show_people([(person.person_id, person.name) for person in people])

    def _restore(self, page: Any, person: object, kind: str, secret: str) -> None:
        from caseload import app

        backup, folder = self._backup, self.folder or usual_store_folder()
        if backup is None:
            page.show_refusal(say("door.no_backup"), "file")
            return
        attempt(
            self._background,
            lambda: app.restore(
                backup,
                folder,
                person_id=str(person or "") or None,
                passphrase=secret if kind == "passphrase" else None,
                recovery_key=secret if kind == "recovery" else None,
            ),
            lambda restored: self.show_unlock(folder, restored.sentence),
            lambda why: page.show_refusal(why.sentence, "secret"),
        )
