"""A store that does not open, or opens to read alone: a sentence, and the way on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caseload.app import opening, unlock
from caseload.store.connection import connect
from tests.ui.front_door import OTHER_WORDS, WORDS, FrontDoor
from tests.ui.in_window import click, press, words_on
from ui.set_up.restore import RestorePage
from ui.set_up.start import StartPage
from ui.unlock.page import UnlockPage


def refusal(front: FrontDoor) -> str:
    return front.page(UnlockPage).field.problem()


# ---- a store that does not open: a sentence, and the way to a backup


def test_a_damaged_key_file(front: FrontDoor, store: Path) -> None:
    (store / "keyslots.json").write_text("{ torn", "utf-8")
    front.open(store)
    assert refusal(front).startswith("The key file keyslots.json is damaged")
    click(front.page(UnlockPage).restore)
    assert front.page(RestorePage).isVisible()


def test_a_missing_key_file(front: FrontDoor, store: Path) -> None:
    (store / "keyslots.json").unlink()
    front.open(store)
    assert refusal(front).startswith("The key file keyslots.json is missing")
    assert front.page(UnlockPage).restore.isVisible()


def test_a_key_file_of_a_newer_caseload(front: FrontDoor, store: Path) -> None:
    file = store / "keyslots.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | {"format": 99}), "utf-8")
    front.open(store)
    assert refusal(front).startswith("The key file was written by a newer version of Caseload.")


@pytest.mark.parametrize("damage", ["emptied", "torn", "gone"])
def test_a_damaged_database(front: FrontDoor, store: Path, damage: str) -> None:
    database = store / "store.db"
    for log in store.glob("store.db-*"):
        log.unlink()
    if damage == "gone":
        database.unlink()
    else:
        database.write_bytes(b"" if damage == "emptied" else b"\x00" * 8192)
    front.open(store)
    front.unlock()
    assert not front.is_at_work()
    assert "estore" in refusal(front), "the sentence says to restore a backup"
    assert front.page(UnlockPage).restore.isVisible()
    assert front.title == "Caseload"


def test_a_database_of_a_newer_caseload_is_left_alone(
    front: FrontDoor, store: Path, store_of_one: tuple[Path, str]
) -> None:
    session = unlock(store, person_id=store_of_one[1], passphrase=WORDS)
    key = session._unlocked.db_key_hex
    session.lock()
    connection = connect(store / "store.db", key)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = (store / "store.db").read_bytes()
    front.open(store)
    front.unlock()
    assert refusal(front).startswith("This store was written by a newer version of Caseload.")
    assert (store / "store.db").read_bytes() == before


def test_a_settings_file_that_is_damaged_is_the_first_start(front: FrontDoor) -> None:
    (front.settings_folder / "settings.json").write_bytes(b"\xff\xfe{[")
    front.open()
    assert front.page(StartPage).isVisible()


# ---- reading only


def test_a_second_copy_opens_to_read_and_says_who_writes(
    front: FrontDoor, team: Path, store_of_two: tuple[Path, str, str]
) -> None:
    writing = unlock(team, person_id=store_of_two[1], passphrase=WORDS)
    try:
        front.open(team)
        front.unlock(OTHER_WORDS, who="Martin Doyle")
        assert front.session.is_read_only
        seen = words_on(front.app.window)
        assert "Ruth Adeyemi has had this store open since" in seen
        assert front.app.window.banner.words().startswith("Read only. Ruth Adeyemi")
        press(Qt.Key.Key_Escape)
        assert not front.app.window.dialog_open()
        assert not front.app.window.run("new_referral")
    finally:
        writing.lock()


def test_a_folder_that_cannot_be_written_opens_to_read(
    front: FrontDoor, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write anywhere, so the refusal of the disk is played.
    monkeypatch.setattr(opening, "is_writable", lambda _folder: False)
    front.open(store)
    front.unlock()
    assert front.session.is_read_only
    assert "This folder cannot be written to" in front.app.window.banner.words()
