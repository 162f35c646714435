"""Pictures of the main screens, taken without a display: for the made-up service and the guide."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caseload.errors import StoreTrouble
from caseload.people.person import Role
from caseload.words import say

if TYPE_CHECKING:
    from caseload.app import Session
    from ui.main_window import MainWindow

SIZE = (1366, 768)


@dataclass(frozen=True)
class Shot:
    """One picture: its file name, the place, what it is about, and how it looks."""

    name: str
    place: str
    about: str | None = None
    palette: str = "light"
    scale: float = 1.0


SHOTS_OF_A_LEAD = (Shot("returns", "returns"), Shot("settings", "settings"))
"""What a specialist does not see."""


def take(store: Path, passphrase: str, folder: Path, *, person: str = "") -> list[Path]:
    """Write PNGs of the main screens of ``store`` into ``folder``; gives the files.

    ``person`` is who is unlocked: the specialist with the fullest caseload below the cap unless a
    name is given. Raises the keys' refusals and StoreTrouble, each with a sentence.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from caseload.app import unlock

    application = QApplication.instance() or QApplication([])
    taken: list[Path] = []
    session = _session(store, passphrase, person)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lead = _lead(session)
        taken += _pictures(session, folder, _shots(session), before_it=True)
        session.lock()
        if lead is not None:
            session = unlock(store, person_id=lead, passphrase=passphrase)
            taken += _pictures(session, folder, SHOTS_OF_A_LEAD)
    except OSError as trouble:
        raise StoreTrouble(say("pictures.cannot_write")) from trouble
    finally:
        session.lock()
        application.processEvents()
    return taken


def _session(store: Path, passphrase: str, person: str) -> Session:
    from caseload.app import store_people, unlock

    people = store_people(store).people
    if person:
        chosen = next(p.person_id for p in people if p.name == person)
        return unlock(store, person_id=chosen, passphrase=passphrase)
    first = unlock(store, person_id=people[0].person_id, passphrase=passphrase)
    with_keys = {p.person_id for p in people}
    team = [m for m in first.services.people.team() if m.person.id in with_keys]
    fullest = max(team, key=lambda m: (not m.count.is_full, m.count.held))
    if fullest.person.id == first.person.id:
        return first
    first.lock()
    return unlock(store, person_id=fullest.person.id, passphrase=passphrase)


def _pictures(
    session: Session, folder: Path, shots: Iterable[Shot], *, before_it: bool = False
) -> Iterator[Path]:
    """The shots, and first the page before the window where ``before_it`` asks for it."""
    from PySide6.QtWidgets import QApplication

    from ui.at_work import AtWork
    from ui.background import AtOnce
    from ui.main_window import MainWindow
    from ui.theme import look
    from ui.unlock.page import UnlockPage

    window = MainWindow()
    window.resize(*SIZE)
    work = AtWork(window, AtOnce(), session)
    look().wear("light", 1.0)
    if before_it:
        locked = UnlockPage()
        locked.show_locked("", "")
        locked.show_people([(session.person.id, session.person.name)])
        window.cover(locked)
    window.show()
    if before_it:
        yield _save(window, folder / "unlock.png")
    window.uncover()
    for shot in shots:
        look().wear(shot.palette, shot.scale)
        if not window.go(shot.place, shot.about):
            continue
        for _ in range(4):
            QApplication.processEvents()
        yield _save(window, folder / f"{shot.name}.png")
    look().wear("light", 1.0)
    work.keep_typed()
    window.close()


def _shots(session: Session) -> Iterator[Shot]:
    """Every picture, all of one look together: to change what the window wears takes seconds."""
    rows = session.services.caseload_list.page().rows
    client = _client_of_the_main_job(session) or (rows[0].client_id if rows else None)
    talk = _client_who_weighs_an_offer(session) or client
    yield Shot("today", "today")
    yield Shot("caseload", "caseload")
    if client is not None:
        yield Shot("client", "client", client)
        yield Shot("better-off", "better_off", talk)
    yield Shot("employers", "employers")
    yield Shot("letters", "letters")
    yield Shot("today-dark", "today", palette="dark")
    yield Shot("caseload-dark", "caseload", palette="dark")
    if client is not None:
        yield Shot("better-off-dark", "better_off", talk, palette="dark")
    yield Shot("caseload-contrast", "caseload", palette="contrast")
    yield Shot("caseload-200", "caseload", scale=2.0)


def _lead(session: Session) -> str | None:
    """The first team lead by name."""
    members = session.services.people.team()
    return next((m.person.id for m in members if m.person.role is Role.LEAD), None)


def _client_of_the_main_job(session: Session) -> str | None:
    """The client whose letter was made last: the one whom the main job is about."""
    letters = session.services.letters.recent(limit=1)
    return letters[0].client_id if letters else None


def _client_who_weighs_an_offer(session: Session) -> str | None:
    """Somebody out of work for whom a sum was kept: a job is still ahead of them."""
    for row in session.services.caseload_list.page().rows:
        if not row.job_title and session.services.better_off.of_client(row.client_id):
            return row.client_id
    return None


def _save(window: MainWindow, file: Path) -> Path:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    if not window.grab().save(str(file)):
        raise StoreTrouble(say("pictures.cannot_write"))
    return file
