"""Restoring a backup: the file, who it is, and what opens it; then the store is locked as ever."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caseload.errors import CaseloadError
from caseload.settings import usual_store_folder
from caseload.words import say
from ui.attempt import attempt
from ui.set_up.restore import RestorePage

if TYPE_CHECKING:
    from caseload.app import PersonWithKeys
    from ui.door import Door


class Restoring:
    """``show()`` asks for the backup. A store that stands in its place is moved aside, and kept."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._backup: Path | None = None
        self._folder = door.folder or usual_store_folder()
        self.page = RestorePage()
        self.page.back_asked.connect(door.show)
        self.page.file_asked.connect(self._choose)
        self.page.restore_asked.connect(self._restore)

    def show(self) -> None:
        """Show the page."""
        self._door.put(self.page)

    def _choose(self) -> None:
        from caseload.app import people_in_backup

        chosen = self._door.choose_file(say("door.choose_backup"))
        if not chosen:
            return
        backup = Path(chosen)

        def known(people: tuple[PersonWithKeys, ...]) -> None:
            self._backup = backup
            self.page.show_file(str(backup))
            self.page.show_people([(person.person_id, person.name) for person in people])

        attempt(
            self._door.background,
            lambda: people_in_backup(backup),
            known,
            lambda why: self.page.show_refusal(why.sentence, "file"),
        )

    def _restore(self, person: object, kind: str, secret: str) -> None:
        from caseload import app

        backup, folder = self._backup, self._folder
        if backup is None:
            return  # the page asks for the file before it asks this

        def refused(why: CaseloadError) -> None:
            opens = isinstance(why, (app.WrongSecret, app.TooSoon, app.MistypedCode))
            self.page.show_refusal(why.sentence, "secret" if opens else "file")

        attempt(
            self._door.background,
            lambda: app.restore(
                backup,
                folder,
                person_id=str(person or "") or None,
                passphrase=secret if kind == "passphrase" else None,
                recovery_key=secret if kind == "recovery" else None,
            ),
            lambda done: self._door.show_unlock(folder, done.sentence, title=say("unlock.opens")),
            refused,
        )
