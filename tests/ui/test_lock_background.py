"""The lock with the real background: what was asked for is done and heard before the keys go."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseload.app import unlock
from tests.ui.conftest import MadeStore
from tests.ui.front_door import WORDS, FrontDoor, copied
from tests.ui.in_window import control, write
from ui.background import Background
from ui.record_contact.pane import RecordContactPane


@pytest.fixture
def front(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, filled_store: MadeStore
) -> Iterator[FrontDoor]:
    """Nadia is at work, with threads of her own."""
    made = FrontDoor(qtbot, monkeypatch, tmp_path / "home")
    made.open(copied(filled_store.folder, tmp_path / "store"), background=Background())
    come_in(made)
    yield made
    made.close()


def come_in(front: FrontDoor) -> None:
    front.unlock()
    front.until(front.is_at_work, 20_000)


def half_a_note(front: FrontDoor) -> str:
    """Begin to record for Dana; her id."""
    dana = front.session.services.clients.search("Dana Petrescu")[0].client_id
    front.app.window.go("client", dana)
    control(Qt.Key.Key_R)
    pane = front.app.window.beside.pane()
    assert isinstance(pane, RecordContactPane)
    pane.fields.inputs.notes.setFocus()
    write("She starts on Mon")
    return dana


def test_it_can_be_written_again_after_a_lock(front: FrontDoor) -> None:
    assert not front.session.is_read_only
    front.lock()
    come_in(front)
    assert not front.session.is_read_only


def test_what_waits_in_the_queue_is_done_before_the_keys_go(front: FrontDoor) -> None:
    done: list[str] = []
    background = front.app.background
    background.run(lambda: time.sleep(0.3), lambda _none: done.append("slow"))
    background.run(lambda: "next", done.append)
    half_a_note(front)
    front.lock()
    assert done == ["slow", "next"]
    kept = unlock(front.session.folder, person_id=front.session.person.id, passphrase=WORDS)
    drafts = [draft.content for draft in kept.services.drafts.all()]
    kept.lock()
    assert any("She starts on Mon" in content for content in drafts)


def test_a_contact_saved_as_the_lock_falls_is_saved(front: FrontDoor) -> None:
    dana = half_a_note(front)
    control(Qt.Key.Key_Return)
    QTest.keyClick(front.app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert front.app.window.is_covered()
    come_in(front)
    assert front.session.services.contacts.of_client(dana)[0].notes == "She starts on Mon"
    assert front.app.window.beside.pane() is None
    assert "is recorded" in front.app.window.sidebar.saved_words()


def test_closing_at_once_keeps_what_was_typed(front: FrontDoor) -> None:
    half_a_note(front)
    folder, nadia = front.session.folder, front.session.person.id
    front.close()
    kept = unlock(folder, person_id=nadia, passphrase=WORDS)
    assert not kept.is_read_only
    drafts = [draft.content for draft in kept.services.drafts.all()]
    kept.lock()
    assert any("She starts on Mon" in content for content in drafts)
