"""The first start: set up a store and its recovery key, or try it with made-up people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caseload.errors import CaseloadError
from caseload.settings import usual_store_folder
from caseload.words import say
from ui.attempt import attempt
from ui.set_up.start import StartPage

if TYPE_CHECKING:
    from caseload.app import PrintedCode, Session
    from ui.door import Door
    from ui.recovery_paper import RecoveryPaper
    from ui.set_up.details import Details
    from ui.set_up.page import SetUpPage


class FirstStart:
    """``show()`` offers the ways to begin. Nothing is made before the paper was typed back."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def show(self, refusal: str = "") -> None:
        """Start, try it with made-up people, restore a backup, or open another store."""
        page = StartPage()
        page.start_asked.connect(self._show_set_up)
        page.made_up_asked.connect(lambda: self._make_made_up(page))
        page.restore_asked.connect(self._door.show_restore)
        page.open_asked.connect(self._door.open_other)
        self._door.put(page)
        if refusal:
            page.show_refusal(refusal)

    # ---- a store of one's own

    def _show_set_up(self) -> None:
        from caseload.app import strength_hint
        from ui.set_up.page import SetUpPage

        page = SetUpPage(strength_hint)
        page.show_folder(str(usual_store_folder()))
        page.folder_asked.connect(lambda: self._choose_for(page))
        page.back_asked.connect(self._door.show_start)
        page.create_asked.connect(lambda details, words: self._check(page, details, words))
        self._door.put(page)

    def _choose_for(self, page: SetUpPage) -> None:
        chosen = self._door.choose_folder(say("door.choose_new"))
        if chosen:
            folder = Path(chosen)
            # A folder of its own inside one that holds other things.
            taken = folder.is_dir() and any(folder.iterdir())
            page.show_folder(str(folder / say("door.new_folder") if taken else folder))

    def _check(self, page: SetUpPage, details: Details, passphrase: str) -> None:
        """What would be refused is said now, not after the recovery key was printed."""
        from caseload.app import PassphraseRefused, check_new_store

        try:
            check_new_store(Path(details.folder), passphrase=passphrase)
        except PassphraseRefused as why:
            page.show_refusal(why.sentence)
        except CaseloadError as why:
            page.show_refusal(why.sentence, "folder")
        else:
            page.show_busy(False)
            self._show_paper(page, details, passphrase)

    def _show_paper(self, page: SetUpPage, details: Details, passphrase: str) -> None:
        from ui.recovery_paper import RecoveryPaper

        def make(key: PrintedCode) -> None:
            self._create(paper, page, details, passphrase, key)

        paper = RecoveryPaper(self._door, details.team, make)
        paper.show()

    def _create(
        self,
        paper: RecoveryPaper,
        page: SetUpPage,
        details: Details,
        passphrase: str,
        key: PrintedCode,
    ) -> None:
        from caseload import app

        paper.page.show_busy(say("set_up.passphrase.creating"))

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
            self._door.put(page)
            page.show_refusal(why.sentence, "folder")

        attempt(
            self._door.background,
            work,
            lambda session: self._door.let_in(session, paper.page),
            refused,
        )

    # ---- made-up people

    def _make_made_up(self, page: StartPage) -> None:
        make = self._door.make_made_up
        chosen = self._door.choose_folder(say("door.choose_made_up")) if make is not None else ""
        if not chosen or make is None:
            return
        folder = Path(chosen) / say("door.made_up_folder")
        page.show_busy(say("door.making"))

        def refused(why: CaseloadError) -> None:
            page.show_busy("")
            page.show_refusal(why.sentence)

        def done(made: tuple[Path, str, str]) -> None:
            store, words, name = made
            note = say("door.made_up_note", words=words)
            self._door.show_unlock(store, note, title=say("unlock.opens"), name=name)

        attempt(self._door.background, lambda: make(folder), done, refused)
