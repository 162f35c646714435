"""What is set on the settings page is what the whole application goes by."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MadeStore
from tests.ui.front_door import FrontDoor
from tests.ui.in_window import click
from tests.ui.settings_in_sight import shortcut, type_in
from ui.set_up.restore import RestorePage
from ui.settings.page import SettingsPage


@pytest.fixture
def front(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, team_store: MadeStore
) -> FrontDoor:
    made = FrontDoor(qtbot, monkeypatch, tmp_path / "home")
    folder = tmp_path / "store"
    shutil.copytree(team_store.folder, folder)
    made.open(folder)
    made.unlock()
    assert made.is_at_work()
    return made


def at_settings(front: FrontDoor, section: str) -> SettingsPage:
    front.app.window.go("settings", section)
    page = front.app.window.page()
    assert isinstance(page, SettingsPage)
    return page


def test_a_new_lock_time_holds_at_once(front: FrontDoor) -> None:
    page = at_settings(front, "service")
    type_in(page.service.form.boxes["lock_minutes"], "12")
    shortcut("Ctrl+S")
    assert front.app.idle.minutes == 12
    front.close()


def test_the_look_is_remembered_by_this_computer(front: FrontDoor) -> None:
    page = at_settings(front, "appearance")
    click(page.appearance.palettes["dark"])
    click(page.appearance.sizes.button(125))
    kept = json.loads((front.settings_folder / "settings.json").read_text("utf-8"))
    assert (kept["palette"], kept["text_scale"]) == ("dark", 1.25)
    front.close()


def test_restoring_from_the_settings_locks_and_asks_for_the_backup(front: FrontDoor) -> None:
    page = at_settings(front, "backups")
    click(page.backups.restore)
    assert not front.is_at_work()
    assert front.page(RestorePage).isVisible()
    front.close()


def test_back_up_now_in_the_menu_leads_here(front: FrontDoor) -> None:
    assert front.app.window.run("back_up")
    page = front.app.window.page()
    assert isinstance(page, SettingsPage)
    assert page.backups.isVisible()
    front.close()


def test_a_code_on_screen_is_gone_after_the_lock(front: FrontDoor) -> None:
    page = at_settings(front, "people")
    click(page.people.add)
    type_in(page.people.adding.boxes["name"], "Zofia Kowalska")
    shortcut("Ctrl+S")
    assert page.people.code.words()
    front.lock()
    assert page.people.code.words() == []
    front.unlock()
    assert front.is_at_work()
    front.close()


def test_the_employer_commands_lead_to_the_employers_from_anywhere(front: FrontDoor) -> None:
    window = front.app.window
    window.go("today")
    QTest.keyClick(
        window,
        Qt.Key.Key_E,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert window.place() == "employers"
    front.close()
