"""Locking: all out of sight, keys gone, and the same words back for the same person alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import enrol_with_code, unlock
from caseload.errors import StoreTrouble
from caseload.people.person import Role
from caseload.store.lock_file import StoreLock
from tests.ui.clock import Clock
from tests.ui.conftest import MadeStore
from tests.ui.front_door import OTHER_WORDS, WORDS, FrontDoor, copied
from tests.ui.in_window import click, control, focus, press, words_on, write
from ui.caseload_list.page import CaseloadListPage
from ui.client.form import Form
from ui.client.page import ClientPage
from ui.command_palette import CommandPalette
from ui.record_contact.pane import RecordContactPane
from ui.speak import last_spoken
from ui.theme import look
from ui.unlock.page import UnlockPage
from ui.widgets.cards import SummaryList
from ui.widgets.dialog import Dialog
from ui.widgets.notes_edit import NotesEdit


@pytest.fixture(scope="module")
def shared(filled_store: MadeStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nadia's caseload in a store that Martin unlocks too."""
    folder = tmp_path_factory.mktemp("shared") / "store"
    nadia = filled_store.opened(folder, Clock())
    martin = nadia.services.people.add_person(name="Martin Doyle", role=Role.LEAD, share=100)
    code = nadia.issue_code(martin.id).code.text
    nadia.services.people.save_person(person=replace(nadia.person, role=Role.SPECIALIST))
    nadia.lock()
    enrol_with_code(folder, person_id=martin.id, code=code, passphrase=OTHER_WORDS).lock()
    unlock(folder, person_id=filled_store.person_id, passphrase=WORDS).lock()
    return folder


@pytest.fixture
def store(shared: Path, tmp_path: Path) -> Path:
    return copied(shared, tmp_path / "store")


class Hands:
    """A clock for each of the two that are asked, moved together."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def front(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, store: Path, hands: Hands
) -> Iterator[FrontDoor]:
    """Nadia is at work."""
    made = FrontDoor(qtbot, monkeypatch, tmp_path / "home")
    made.open(store, clocks=(hands, hands))
    made.unlock(WORDS, who="Nadia Farouk")
    assert made.is_at_work()
    yield made
    made.close()


def come_back(front: FrontDoor) -> None:
    front.unlock(WORDS, who="Nadia Farouk")
    assert front.is_at_work()


def somebody_else_comes(front: FrontDoor) -> None:
    front.unlock(OTHER_WORDS, who="Martin Doyle")
    assert front.is_at_work()


def client_id(front: FrontDoor, name: str = "Dana Petrescu") -> str:
    return front.session.services.clients.search(name)[0].client_id


def go(front: FrontDoor, place: str, about: object = None) -> None:
    assert front.app.window.go(place, about)
    QApplication.processEvents()


def client_page(front: FrontDoor) -> ClientPage:
    page = front.app.window.page()
    assert isinstance(page, ClientPage)
    return page


def pane(front: FrontDoor) -> RecordContactPane:
    shown = front.app.window.beside.pane()
    assert isinstance(shown, RecordContactPane)
    return shown


# ---- out of sight


def by_key(front: FrontDoor, _hands: Hands) -> None:
    front.lock()


def by_menu(front: FrontDoor, _hands: Hands) -> None:
    front.app.window.menus.actions["lock"].trigger()


def by_corner(front: FrontDoor, _hands: Hands) -> None:
    click(front.app.window.corner_bar.lock)


def by_idling(front: FrontDoor, hands: Hands) -> None:
    hands.now += 5 * 60
    front.app.idle.look_at_the_clock()


@pytest.mark.parametrize("way", [by_key, by_menu, by_corner, by_idling])
def test_each_way_to_lock_hides_everything_and_drops_the_keys(
    front: FrontDoor, hands: Hands, store: Path, way: Callable[[FrontDoor, Hands], None]
) -> None:
    go(front, "client", client_id(front))
    assert front.title == "Dana Petrescu, Caseload"
    way(front, hands)
    QApplication.processEvents()
    window = front.app.window
    assert front.title == window.windowTitle() == "Caseload"
    assert "Dana" not in words_on(window)
    assert "Petrescu" not in words_on(window)
    assert not window.menuBar().isVisible()
    assert last_spoken() == "Caseload is locked"
    with pytest.raises(StoreTrouble, match="The store is locked"):
        front.session.services.clients.search("Dana")
    held_by_nobody = StoreLock(store)
    assert held_by_nobody.take("")
    held_by_nobody.let_go()


def test_the_page_says_when_and_why_it_locked(front: FrontDoor, hands: Hands) -> None:
    by_idling(front, hands)
    assert "after 5 minutes." in front.page(UnlockPage).note.text()
    assert "What you were writing is kept" in front.page(UnlockPage).note.text()
    assert "Willow Road" in words_on(front.page(UnlockPage))
    come_back(front)
    front.lock()
    assert "minutes" not in front.page(UnlockPage).note.text()


def test_somebody_at_the_keys_is_not_locked_out(front: FrontDoor, hands: Hands) -> None:
    hands.now += 299
    QTest.keyClick(front.app.window.windowHandle(), Qt.Key.Key_Shift)
    hands.now += 299
    front.app.idle.look_at_the_clock()
    assert front.is_at_work()


def test_the_shortcuts_sleep_while_it_is_locked(front: FrontDoor) -> None:
    go(front, "caseload")
    front.lock()
    for key in (Qt.Key.Key_K, Qt.Key.Key_R, Qt.Key.Key_1, Qt.Key.Key_Z, Qt.Key.Key_N):
        control(key)
    QTest.keyClick(focus(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Escape)
    assert front.app.window.is_covered()
    assert not front.app.window.dialog_open()
    assert "Dana" not in words_on(front.app.window)


def test_dialogs_and_the_palette_go_with_it_and_come_back(front: FrontDoor) -> None:
    control(Qt.Key.Key_K)
    write("petr")
    assert "Dana Petrescu" in words_on(front.app.window)
    front.lock()
    assert "Petrescu" not in words_on(front.app.window)
    come_back(front)
    palette = front.page(CommandPalette)
    assert palette.box.text() == "petr"
    press(Qt.Key.Key_Escape)
    assert not front.app.window.dialog_open()


def test_a_look_that_changes_overnight_disturbs_nothing(front: FrontDoor) -> None:
    go(front, "client", client_id(front))
    front.lock()
    look().wear("dark", 1.5)
    QApplication.processEvents()
    look().wear("light", 1.0)
    come_back(front)
    assert front.title == "Dana Petrescu, Caseload"


def test_our_words_are_off_the_clipboard(front: FrontDoor) -> None:
    go(front, "client", client_id(front))
    client_page(front).line.clipboard.copy("Dana Petrescu, seen today")
    assert QGuiApplication.clipboard().text() == "Dana Petrescu, seen today"
    front.lock()
    assert QGuiApplication.clipboard().text() == ""


# ---- what was typed, for the same person


def test_a_contact_half_written_is_in_the_store_and_comes_back(front: FrontDoor) -> None:
    dana = client_id(front)
    go(front, "client", dana)
    control(Qt.Key.Key_R)
    pane(front).fields.inputs.notes.setFocus()
    write("She starts on Mon")
    front.lock()
    kept = unlock(front.session.folder, person_id=front.session.person.id, passphrase=WORDS)
    assert any("She starts on Mon" in draft.content for draft in kept.services.drafts.all())
    kept.lock()
    come_back(front)
    assert pane(front).fields.inputs.notes.words() == "She starts on Mon"
    assert focus() is pane(front).fields.inputs.notes
    write("day")
    assert pane(front).fields.inputs.notes.words() == "She starts on Monday"
    control(Qt.Key.Key_Return)
    newest = front.session.services.contacts.of_client(dana)[0]
    assert newest.notes == "She starts on Monday"


def form_in_sight(front: FrontDoor) -> Form:
    return next(form for form in client_page(front).findChildren(Form) if form.isVisible())


def test_a_form_half_filled_is_in_the_store_and_comes_back(front: FrontDoor) -> None:
    go(front, "client", client_id(front))
    click(client_page(front).tabs.tab("details"))
    lists = client_page(front).findChildren(SummaryList)
    click(next(one.changes["telephone"] for one in lists if "telephone" in one.changes))
    form = form_in_sight(front)
    assert focus() is form.boxes["telephone"]
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("020 7946 0999")
    front.lock()
    kept = unlock(front.session.folder, person_id=front.session.person.id, passphrase=WORDS)
    assert any("020 7946 0999" in draft.content for draft in kept.services.drafts.all())
    kept.lock()
    come_back(front)
    assert form_in_sight(front) is form
    assert form.typed()["telephone"] == "020 7946 0999"


def test_the_list_comes_back_as_it_was(front: FrontDoor) -> None:
    go(front, "caseload")
    page = front.app.window.page()
    assert isinstance(page, CaseloadListPage)
    control(Qt.Key.Key_F)
    write("al")
    press(Qt.Key.Key_Down)
    chosen, shown = page.table.current_id(), page.table.rows.rowCount()
    assert 0 < shown < 22
    front.lock()
    come_back(front)
    assert front.app.window.place() == "caseload"
    assert page.head.filter.text() == "al"
    assert (page.table.current_id(), page.table.rows.rowCount()) == (chosen, shown)
    assert front.title == "Caseload, Caseload"


def test_the_way_back_is_still_there(front: FrontDoor) -> None:
    go(front, "caseload")
    go(front, "client", client_id(front))
    front.lock()
    come_back(front)
    assert front.app.window.go_back()
    assert front.app.window.place() == "caseload"


def test_what_another_copy_saved_meanwhile_is_in_sight(front: FrontDoor) -> None:
    dana = client_id(front)
    go(front, "client", dana)
    front.lock()
    other = unlock(front.session.folder, person_id=front.session.person.id, passphrase=WORDS)
    client = other.services.clients.get(dana)
    other.services.clients.save(client=replace(client, given_name="Danuta"))
    other.lock()
    come_back(front)
    assert front.title == "Danuta Petrescu, Caseload"


def test_undo_begins_anew_after_a_lock(front: FrontDoor) -> None:
    front.lock()
    come_back(front)
    assert front.app.window.context().can_undo is False


# ---- and nothing of it for anybody else


def test_somebody_else_finds_a_window_of_their_own(front: FrontDoor) -> None:
    dana = client_id(front)
    go(front, "client", dana)
    control(Qt.Key.Key_R)
    pane(front).fields.inputs.notes.setFocus()
    write("Between us")
    Dialog(front.app.window, "About Dana Petrescu", "Not for Martin.").open()
    front.lock()
    somebody_else_comes(front)
    window = front.app.window
    assert front.session.person.name == "Martin Doyle"
    assert front.title == "Today, Caseload"
    assert not window.dialog_open()
    assert window.beside.pane() is None
    assert not window.context().can_go_back
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen = "\n".join([words_on(window), *(one.words() for one in window.findChildren(NotesEdit))])
    assert "Between us" not in seen
    assert "Dana" not in seen
    assert not window.findChildren(Dialog)
    control(Qt.Key.Key_R)
    assert "Between us" not in pane(front).fields.inputs.notes.words()


def test_the_first_one_still_has_the_draft_after_somebody_else(front: FrontDoor) -> None:
    go(front, "client", client_id(front))
    control(Qt.Key.Key_R)
    pane(front).fields.inputs.notes.setFocus()
    write("Between us")
    front.lock()
    somebody_else_comes(front)
    front.lock()
    come_back(front)
    control(Qt.Key.Key_R)
    assert pane(front).fields.inputs.notes.words() == "Between us"


def test_closing_the_window_keeps_what_was_typed(front: FrontDoor, store: Path) -> None:
    go(front, "client", client_id(front))
    control(Qt.Key.Key_R)
    pane(front).fields.inputs.notes.setFocus()
    write("Not saved yet")
    front.close()
    front.open(store)
    come_back(front)
    control(Qt.Key.Key_R)
    assert pane(front).fields.inputs.notes.words() == "Not saved yet"


def test_closing_while_locked_is_quiet(front: FrontDoor, store: Path) -> None:
    front.lock()
    front.close()
    front.open(store)
    come_back(front)
