"""Unlocking by typing: right, wrong, whose turn, and a store that does not open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from caseload.app import unlock
from caseload.settings import Settings, read_settings, write_settings
from caseload.store.lock_file import StoreLock
from tests.ui.front_door import OTHER_WORDS, WORDS, FrontDoor, copied
from tests.ui.in_window import click, press, words_on, write
from tests.ui.keyring_in_memory import KeyringInMemory
from ui.background import AtOnce, Done, Job, Refused
from ui.set_up.start import StartPage
from ui.unlock.page import UnlockPage


@pytest.fixture
def kept_by_the_keyring() -> Iterator[dict[tuple[str, str], str]]:
    """A keyring in memory, and what it keeps."""
    before = keyring.get_keyring()
    made = KeyringInMemory()  # type: ignore[no-untyped-call] # keyring types no constructor
    keyring.set_keyring(made)
    yield made.kept
    made.kept.clear()
    keyring.set_keyring(before)


def refusal(front: FrontDoor) -> str:
    return front.page(UnlockPage).field.problem()


# ---- right


def test_the_passphrase_opens_today_and_the_computer_remembers_where(
    front: FrontDoor, store: Path, store_of_one: tuple[Path, str]
) -> None:
    front.open(store)
    assert front.title == "Caseload"
    assert not front.page(UnlockPage).who.isVisible(), "one person alone is not asked"
    front.unlock()
    assert front.is_at_work()
    assert front.title == "Today, Caseload"
    kept = read_settings()
    assert (kept.store_folder, kept.person_id, kept.several) == (
        str(store), store_of_one[1], False,
    )  # fmt: skip
    assert WORDS not in (front.settings_folder / "settings.json").read_text("utf-8")
    front.close()
    front.open()
    front.unlock()
    assert front.is_at_work()


def test_the_page_with_the_passphrase_is_gone_once_it_opened(front: FrontDoor, store: Path) -> None:
    front.open(store)
    front.unlock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert front.app.window.findChildren(UnlockPage) == []


# ---- wrong


def test_a_wrong_passphrase_says_so_empties_the_box_and_slows_down_in_words(
    front: FrontDoor, store: Path
) -> None:
    front.open(store)
    front.unlock("not those words at all")
    page = front.page(UnlockPage)
    assert refusal(front).startswith("That name and passphrase do not open this store.")
    assert page.passphrase.text() == ""
    assert page.wait.text() == "You can try again in 1 second."
    assert not page.restore.isVisible(), "a backup does not help a wrong passphrase"
    front.unlock()
    assert not front.is_at_work(), "it was too soon"
    front.until(lambda: not page.wait.isVisible())
    press(Qt.Key.Key_Return)
    assert front.is_at_work()
    assert "There was 1 wrong passphrase" in words_on(front.app.window)


def test_the_pause_outlasts_a_restart(front: FrontDoor, store: Path) -> None:
    front.open(store)
    front.unlock("not those words at all")
    front.open(store)
    assert front.page(UnlockPage).wait.isVisible()
    assert not front.page(UnlockPage).unlock.isEnabled()


def test_caps_lock_is_said(front: FrontDoor, store: Path) -> None:
    front.open(store)
    page = front.page(UnlockPage)
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        page.passphrase, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_G, none, "G")
    )
    assert page.caps.isVisible()
    assert "Caps Lock is on" in words_on(page)


def test_escape_and_enter_alone_open_nothing(front: FrontDoor, store: Path) -> None:
    front.open(store)
    click(front.page(UnlockPage).passphrase)
    press(Qt.Key.Key_Return)
    assert refusal(front) == "Enter your passphrase"
    write("half")
    press(Qt.Key.Key_Escape)
    assert front.page(UnlockPage).passphrase.text() == ""
    assert not front.is_at_work()


# ---- whose turn


def test_each_of_two_opens_with_the_passphrase_of_their_own(front: FrontDoor, team: Path) -> None:
    front.open(team)
    page = front.page(UnlockPage)
    assert page.who.isVisible()
    assert "Martin Doyle" not in front.title
    front.unlock(OTHER_WORDS, who="Ruth Adeyemi")
    assert not front.is_at_work()
    front.until(lambda: not page.wait.isVisible())
    front.unlock(OTHER_WORDS, who="Martin Doyle")
    assert front.session.person.name == "Martin Doyle"


def test_who_was_here_last_is_chosen_next_time(
    front: FrontDoor, team: Path, store_of_two: tuple[Path, str, str]
) -> None:
    front.open(team)
    front.unlock(WORDS, who="Ruth Adeyemi")
    front.close()
    front.open()
    assert front.page(UnlockPage).people.value() == store_of_two[1]
    assert read_settings().several


def test_the_keyring_opens_where_it_was_asked_to(
    front: FrontDoor, store: Path, store_of_one: tuple[Path, str], kept_by_the_keyring: object
) -> None:
    session = unlock(store, person_id=store_of_one[1], passphrase=WORDS)
    session.use_keyring(wanted=True)
    session.lock()
    front.open(store)
    click(front.page(UnlockPage).keyring)
    assert front.is_at_work()


def test_a_keyring_that_lost_the_key_leaves_the_passphrase(
    front: FrontDoor,
    store: Path,
    store_of_one: tuple[Path, str],
    kept_by_the_keyring: dict[tuple[str, str], str],
) -> None:
    session = unlock(store, person_id=store_of_one[1], passphrase=WORDS)
    session.use_keyring(wanted=True)
    session.lock()
    kept_by_the_keyring.clear()
    front.open(store)
    click(front.page(UnlockPage).keyring)
    assert refusal(front) == "The keyring has no key for this store. Type your passphrase."
    front.unlock()
    assert front.is_at_work()


# ---- another store, or none


def test_another_store_is_opened_by_its_folder_or_the_one_around_it(
    front: FrontDoor, store: Path, tmp_path: Path
) -> None:
    around = tmp_path / "elsewhere"
    copied(store, around / "store")
    front.open(store)
    for chosen in (around / "store", around):
        front.chosen = str(chosen)
        click(front.page(UnlockPage).other_store)
        assert front.app.door.folder == around / "store"
    front.unlock()
    assert front.session.folder == around / "store"


def test_a_chooser_that_is_cancelled_changes_nothing(front: FrontDoor, store: Path) -> None:
    front.open(store)
    page = front.page(UnlockPage)
    click(page.other_store)
    assert front.page(UnlockPage) is page


def test_a_folder_with_no_store_in_it_says_so_and_the_ways_on(
    front: FrontDoor, store: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    front.open(store)
    front.chosen = str(tmp_path / "empty")
    click(front.page(UnlockPage).other_store)
    assert refusal(front) == ("There is no store in this folder. Choose the folder that holds it.")
    assert front.page(UnlockPage).other_store.isVisible()
    front.chosen = str(store)
    click(front.page(UnlockPage).other_store)
    front.unlock()
    assert front.is_at_work()


def test_a_store_that_is_gone_says_where_it_was(front: FrontDoor, tmp_path: Path) -> None:
    write_settings(Settings(palette="light", store_folder=str(tmp_path / "stick" / "store")))
    front.open()
    page = front.page(StartPage)
    assert page.problem.text().startswith("The store that was open here last is not in")
    assert str(tmp_path / "stick") in page.problem.text()


# ---- typed before the names are there


class Held(AtOnce):
    """Holds work back until it is let go."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] | None = []

    def run(
        self,
        work: Callable[[], Any],
        done: Done,
        refused: Refused | None = None,
        *,
        store: bool = True,
    ) -> Job:
        if self.waiting is None:
            return super().run(work, done, refused, store=store)
        run = super().run
        self.waiting.append(lambda: run(work, done, refused, store=store))
        return Job()

    def let_go(self) -> None:
        waiting, self.waiting = self.waiting or [], None
        for one in waiting:
            one()


def test_a_passphrase_typed_at_once_waits_for_the_names(front: FrontDoor, store: Path) -> None:
    held = Held()
    front.open(store, background=held)
    front.unlock()
    assert front.page(UnlockPage).unlock.words() == "Opening"
    held.let_go()
    assert front.is_at_work()


def test_where_it_is_not_known_whose_it_is_that_is_asked_first(
    front: FrontDoor, team: Path
) -> None:
    held = Held()
    front.open(team, background=held)
    front.unlock(OTHER_WORDS)
    held.let_go()
    page = front.page(UnlockPage)
    assert page.who.isVisible()
    assert refusal(front) == ""
    assert page.passphrase.text() == OTHER_WORDS
    front.choose(page.people, "Martin Doyle")
    click(page.unlock)
    assert front.session.person.name == "Martin Doyle"


def test_a_store_chosen_meanwhile_is_the_one_that_opens(
    front: FrontDoor, store: Path, team: Path
) -> None:
    front.open(store)
    held = front.app.door.background = Held()
    front.unlock()
    front.chosen = str(team)
    click(front.page(UnlockPage).other_store)
    held.let_go()
    assert not front.is_at_work()
    assert front.app.door.folder == team


def test_a_window_closed_while_it_opens_lets_nobody_in(front: FrontDoor, store: Path) -> None:
    front.open(store)
    held = front.app.door.background = Held()
    front.unlock()
    app = front.app
    app.window.close()
    held.let_go()
    assert app.work is None
    free = StoreLock(store)
    assert free.take("")
    free.let_go()
