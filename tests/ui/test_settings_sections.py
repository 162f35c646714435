"""The other settings by clicking and typing: service, backups, rates, appearance."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session, people_in_backup
from tests.ui.clock import Clock
from tests.ui.in_window import click, press, words_on, write
from tests.ui.settings_in_sight import opened, page_of, shortcut, type_in
from tests.ui_frame.accessibility import assert_accessible
from ui.main_window import MainWindow
from ui.settings.page import SettingsPage
from ui.theme import look


def at(qtbot: QtBot, session: Session, section: str) -> SettingsPage:
    return page_of(opened(qtbot, session, section))


# ---- the service


def test_the_service_is_changed_and_the_lock_follows(qtbot: QtBot, lead_session: Session) -> None:
    page = at(qtbot, lead_session, "service")
    form = page.service.form
    type_in(form.boxes["name"], "Willow Road Employment Support")
    type_in(form.boxes["risk_procedure"], "Ring the duty line first")
    type_in(form.boxes["lock_minutes"], "10")
    with qtbot.waitSignal(page.lock_minutes_chosen) as chosen:
        shortcut("Ctrl+S")
    assert chosen.args == [10]
    service = lead_session.service
    assert (service.name, service.lock_minutes) == ("Willow Road Employment Support", 10)
    assert service.risk_procedure == "Ring the duty line first"


@pytest.mark.parametrize("minutes", ["0", "16", "", "2.5"])
def test_a_lock_time_outside_one_to_fifteen_is_refused(
    qtbot: QtBot, lead_session: Session, minutes: str
) -> None:
    form = at(qtbot, lead_session, "service").service.form
    type_in(form.boxes["lock_minutes"], minutes)
    if not minutes:
        press(Qt.Key.Key_Delete)
    shortcut("Ctrl+S")
    assert form.fields["lock_minutes"].problem() == "Enter a number of minutes from 1 to 15."
    assert lead_session.service.lock_minutes == 5


def test_half_a_change_of_the_service_is_kept_and_left_as_it_was_on_purpose(
    qtbot: QtBot, lead_session: Session
) -> None:
    page = at(qtbot, lead_session, "service")
    form = page.service.form
    type_in(form.boxes["telephone"], "020 7946")
    page.nav.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert form.text("telephone") == "020 7946"
    click(form.discard)
    assert form.text("telephone") == ""
    assert lead_session.services.drafts.all() == []


def test_others_read_the_service(qtbot: QtBot, specialist_session: Session) -> None:
    words = words_on(at(qtbot, specialist_session, "service").service)
    assert "Willow Road" in words
    assert "5 minutes" in words
    assert "A team lead changes these." in words


# ---- backups


def test_a_backup_is_made_checked_and_spoken_of(
    qtbot: QtBot, lead_session: Session, tmp_path: Path, clock: Clock
) -> None:
    page = at(qtbot, lead_session, "backups")
    assert "No backup has been made yet." in words_on(page.backups)
    stick = tmp_path / "stick"
    stick.mkdir()
    page.backups.choose_folder = lambda _title: str(stick)
    click(page.backups.make)
    files = list(stick.iterdir())
    assert len(files) == 1
    assert files[0].name in words_on(page.backups)
    assert "The last backup was made today at 2:41pm." in words_on(page.backups)
    assert [p.name for p in people_in_backup(files[0])] == ["Nadia Farouk"]
    for days, said in (
        (1, "made yesterday, 24 November 2026"),
        (4, "made 5 days ago"),
        (4, "The last backup is 9 days old, from 24 November 2026. Make one now."),
    ):
        clock.move(days=days)
        page.model.load()
        assert said in words_on(page.backups)


def test_a_folder_that_cannot_be_written_is_a_sentence(
    qtbot: QtBot, lead_session: Session, tmp_path: Path
) -> None:
    page = at(qtbot, lead_session, "backups")
    page.backups.choose_folder = lambda _title: str(tmp_path / "no such stick")
    click(page.backups.make)
    assert "The backup could not be written there." in words_on(page.backups)
    assert page.backups.make.isEnabled()


def test_the_store_is_looked_over(qtbot: QtBot, lead_session: Session) -> None:
    page = at(qtbot, lead_session, "backups")
    click(page.backups.check)
    assert "The store is whole, and the history holds." in words_on(page.backups)


def test_restoring_is_asked_of_the_window(qtbot: QtBot, lead_session: Session) -> None:
    page = at(qtbot, lead_session, "backups")
    with qtbot.waitSignal(page.go) as gone:
        click(page.backups.restore)
    assert gone.args == ["restore_backup", ""]


# ---- rates


def test_every_rate_tells_value_days_source_and_whether_it_is_confirmed(
    qtbot: QtBot, lead_session: Session
) -> None:
    page = at(qtbot, lead_session, "rates")
    assert len(page.rates.table.rows.rows) > 90
    shortcut("Ctrl+F")
    write("minimum wage 21")
    assert "£12.71 an hour" in words_on(page.rates.table)
    shown = words_on(page.rates.detail)
    assert "£12.71 an hour, from 1 April 2026 to 31 March 2027." in shown
    assert "A second source agrees." in shown
    click(page.rates.copy)
    assert QApplication.clipboard().text().startswith("https://www.")


def test_rates_of_another_year_and_of_an_area(qtbot: QtBot, lead_session: Session) -> None:
    page = at(qtbot, lead_session, "rates")
    page.rates.year.setFocus()
    press(Qt.Key.Key_Down)
    page.rates.filter.setFocus()
    write("inner west london")
    assert "Inner West London" in words_on(page.rates.table)
    press(Qt.Key.Key_Escape)
    assert len(page.rates.table.rows.rows) > 700
    page.rates.year.setFocus()
    press(Qt.Key.Key_End)
    assert page.rates.year.value() == "2024/25"
    assert "£11.44 an hour" in words_on(page.rates.table)


# ---- appearance, about


def test_palette_and_text_size_are_worn_at_once(qtbot: QtBot, lead_session: Session) -> None:
    page = at(qtbot, lead_session, "appearance")
    with qtbot.waitSignal(page.look_chosen) as chosen:
        click(page.appearance.palettes["dark"])
    assert chosen.args == ["dark", 1.0]
    assert look().palette_name == "dark"
    with qtbot.waitSignal(page.look_chosen) as chosen:
        click(page.appearance.sizes.button(125))
    assert chosen.args == ["dark", 1.25]
    assert look().text_scale == 1.25


def test_whose_lists_and_letters_these_are(qtbot: QtBot, lead_session: Session) -> None:
    words = words_on(at(qtbot, lead_session, "about").about)
    for said in ("Open Government Licence", "Royal Mail", "Source Sans 3", "Lucide", "legislation"):
        assert said in words


# ---- accessibility


@pytest.mark.parametrize("section", ["keys", "service", "backups", "rates", "appearance"])
def test_every_section_is_accessible(qtbot: QtBot, lead_session: Session, section: str) -> None:
    window: MainWindow = opened(qtbot, lead_session, section)
    assert_accessible(window)
