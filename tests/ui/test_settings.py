"""The settings by clicking and typing: the team and its caps, codes and keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseload.app import Session, enrol_with_code, store_people
from caseload.people.person import Role
from tests.ui.clock import Clock
from tests.ui.conftest import PASSPHRASE, MadeStore
from tests.ui.in_window import click, focus, found, press, words_on, write
from tests.ui.settings_in_sight import opened, page_of, shortcut, type_in
from tests.ui.slow import Slow
from tests.ui_frame.accessibility import assert_accessible, settle
from ui.main_window import MainWindow
from ui.settings.page import SettingsPage
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog

NEW = "eleven quiet rivers bend"


@pytest.fixture
def window(qtbot: QtBot, lead_session: Session) -> MainWindow:
    return opened(qtbot, lead_session)


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    return page_of(window)


def dialog_of(widget: QWidget) -> Dialog:
    return next(d for d in widget.window().findChildren(Dialog) if d.isVisible())


def choose(page: SettingsPage, name: str) -> None:
    """Move to a colleague in the table with the arrow keys."""
    table = page.people.table
    table.setFocus()
    press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(10):
        member = page.model.member(str(table.current_id()))
        if member is not None and member.person.name == name:
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(f"{name} is not in the table")


def row(page: SettingsPage, name: str) -> list[str]:
    rows = page.people.table.rows.rows
    found = next(one for one in rows if one.cell(0).words == name)
    return [found.cell(at).words for at in range(5)]


# ---- the team and its caps


def test_the_team_is_told_with_role_hours_clients_and_key(page: SettingsPage) -> None:
    assert "5 people." in words_on(page.people.head)
    assert row(page, "Nadia Farouk") == [
        "Nadia Farouk",
        "Team lead",
        "Full time",
        "22 of 25",
        "Own passphrase",
    ]
    assert row(page, "Priya Raman") == ["Priya Raman", "Specialist", "0.6", "0 of 15", "No key"]
    assert row(page, "Ellen Marsh")[3] == "–"


def test_a_cap_is_lowered_from_a_day_with_a_reason(
    page: SettingsPage, lead_session: Session
) -> None:
    choose(page, "Priya Raman")
    form = page.people.form
    assert form.fields["cap"].hint_label.text() == "15 at 0.6. It may be lower, never higher."
    type_in(form.cap, "10")
    shortcut("Ctrl+S")
    assert form.summary.problems() == [
        "Say in a few words why the cap is lower than the post allows."
    ]
    type_in(form.boxes["reason"], "New in post until January")
    later = lead_session.desk.today() + timedelta(days=7)
    day, _, _ = form.boxes["starts"].boxes()  # type: ignore[attr-defined] # a date
    type_in(day, str(later.day))
    type_in(form.boxes["starts"].boxes()[1], str(later.month))  # type: ignore[attr-defined] # a date
    shortcut("Ctrl+S")
    member = page.model.member(form.subject or "")
    assert member is not None
    assert [(cap.starts, cap.cap, cap.reason) for cap in member.coming] == [
        (later, 10, "New in post until January")
    ]
    assert "From 1 December 2026 the cap is 10." in words_on(form)


def test_a_cap_above_the_post_is_refused_beside_its_field(page: SettingsPage) -> None:
    choose(page, "Priya Raman")
    form = page.people.form
    type_in(form.cap, "18")
    shortcut("Ctrl+S")
    assert form.summary.hasFocus()
    assert form.fields["cap"].problem() == "The cap for this post is at most 15. Enter 15 or less."
    assert form.cap.text() == "18"


def test_a_cap_that_would_be_passed_says_who_must_move(page: SettingsPage) -> None:
    choose(page, "Nadia Farouk")
    form = page.people.form
    type_in(form.cap, "20")
    type_in(form.boxes["reason"], "Two days of training a week")
    shortcut("Ctrl+S")
    said = form.fields["cap"].problem()
    assert "22 clients are held, and the cap would be 20. 2 must move first." in said
    assert "able to step down" in said


def test_a_role_and_a_telephone_are_changed_and_the_last_lead_stays(
    page: SettingsPage, lead_session: Session
) -> None:
    choose(page, "Tom Ashworth")
    form = page.people.form
    form.boxes["role"].setFocus()
    press(Qt.Key.Key_Down)
    type_in(form.boxes["telephone"], "020 7946 0100")
    shortcut("Ctrl+S")
    tom = next(m.person for m in lead_session.services.people.team() if "Tom" in m.person.name)
    assert (tom.role, tom.telephone) == (Role.LEAD, "020 7946 0100")
    assert row(page, "Tom Ashworth")[1] == "Team lead"


def test_what_is_half_typed_about_a_colleague_is_given_back(
    page: SettingsPage, lead_session: Session
) -> None:
    choose(page, "Tom Ashworth")
    type_in(page.people.form.boxes["telephone"], "020 79")
    choose(page, "Priya Raman")
    assert page.people.form.text("telephone") == ""
    choose(page, "Tom Ashworth")
    assert page.people.form.text("telephone") == "020 79"
    click(page.people.form.discard)
    assert page.people.form.text("telephone") == ""
    assert lead_session.services.drafts.all() == []


def test_a_specialist_reads_and_changes_nothing(qtbot: QtBot, specialist_session: Session) -> None:
    page = page_of(opened(qtbot, specialist_session))
    words = words_on(page.people)
    assert "A team lead changes roles, hours, caps and keys." in words
    assert "Add a colleague" not in words
    assert not page.people.form.isVisible()
    assert "save" not in page.commands()


# ---- adding a colleague, codes


def test_a_colleague_is_added_and_the_code_is_shown_once(
    page: SettingsPage, lead_session: Session
) -> None:
    click(page.people.add)
    adding = page.people.adding
    write("Zofia Kowalska-Nowak")
    type_in(adding.boxes["share"], "0.4")
    shortcut("Ctrl+S")
    card = page.people.code
    words = words_on(card)
    for said in (
        "Code for Zofia Kowalska-Nowak",
        "until 1 December 2026",
        "It is shown only now.",
        "A copy of the files made before does not know that.",
        "The history names you both, because you have seen the code and could use it yourself.",
    ):
        assert said in words
    code = card.words()[0]
    assert code.replace("-", " ") in words
    printed: list[bytes] = []

    def print_pdf(data: bytes, _title: str) -> bool:
        printed.append(data)
        return True

    card.print_pdf = print_pdf
    click(card.print)
    assert printed[0].startswith(b"%PDF")
    click(card.done)
    assert card.words() == []
    assert code.replace("-", " ") not in words_on(page)
    assert row(page, "Zofia Kowalska-Nowak")[2:] == ["0.4", "0 of 10", "Code, not used yet"]
    folder = lead_session.folder
    zofia = next(p.person_id for p in store_people(folder).people if p.name.startswith("Zofia"))
    lead_session.lock()
    enrol_with_code(folder, person_id=zofia, code=code, passphrase=NEW, now=Clock()).lock()


def test_somebody_without_a_name_or_with_a_name_of_the_team_is_not_added(
    page: SettingsPage,
) -> None:
    click(page.people.add)
    shortcut("Ctrl+S")
    assert page.people.adding.summary.problems() == ["Enter the person's name."]
    type_in(page.people.adding.boxes["name"], "Priya Raman")
    shortcut("Ctrl+S")
    assert "in the team already" in page.people.adding.summary.problems()[0]
    press(Qt.Key.Key_Escape)
    assert page.people.table.isVisible()


def test_a_code_does_not_stay_on_screen_when_the_store_is_locked(page: SettingsPage) -> None:
    choose(page, "Tom Ashworth")
    click(page.people.key.code)
    assert page.people.code.words()
    page.settle()
    assert page.people.code.words() == []
    assert page.people.table.isVisible()


def test_a_new_code_for_somebody_with_a_code_is_asked_about_first(page: SettingsPage) -> None:
    choose(page, "Tom Ashworth")
    click(page.people.key.code)
    first = page.people.code.words()
    click(page.people.code.done)
    assert "has a code that was not used yet" in words_on(page.people.key)
    click(page.people.key.code)
    dialog = dialog_of(page)
    assert "A new code replaces the key of Tom Ashworth" in words_on(dialog)
    press(Qt.Key.Key_Escape)
    assert not page.people.code.isVisible()
    click(page.people.key.code)
    make = next(
        b for b in dialog_of(page).findChildren(QWidget) if b.accessibleName() == "Make the code"
    )
    click(make)
    assert page.people.code.words() != first


def test_a_key_is_taken_away_with_ones_own_passphrase(
    page: SettingsPage, lead_session: Session
) -> None:
    choose(page, "Tom Ashworth")
    click(page.people.key.code)
    click(page.people.code.done)
    click(page.people.key.remove)
    dialog = dialog_of(page)
    assert "Take away the key of Tom Ashworth?" in words_on(dialog)
    write("not my passphrase at all")
    remove = found(dialog, Button, "Take the key of Tom Ashworth away")
    click(remove)
    assert "That is not your present passphrase" in words_on(dialog)
    type_in(dialog.passphrase, PASSPHRASE)  # type: ignore[attr-defined] # of the removal
    click(remove)
    assert "Tom Ashworth no longer holds keys." in words_on(page.people)
    assert row(page, "Tom Ashworth")[4] == "No key"
    names = [p.name for p in store_people(lead_session.folder).people]
    assert "Tom Ashworth" not in names


# ---- one's own passphrase, suspicion


def test_the_passphrase_is_changed_and_the_old_one_opens_nothing(
    qtbot: QtBot, lead_session: Session, team_store: MadeStore
) -> None:
    page = page_of(opened(qtbot, lead_session, "keys"))
    keys = page.keys
    click(keys.change)
    assert keys.problems.problems() == ["Enter your present passphrase."]
    type_in(keys.present, "not my passphrase at all")
    type_in(keys.new.first, NEW)
    type_in(keys.new.again, NEW)
    click(keys.change)
    assert "not your present passphrase" in keys.problems.problems()[0]
    type_in(keys.present, PASSPHRASE)
    click(keys.change)
    assert "Your passphrase is changed." in words_on(keys)
    assert keys.new.first.text() == ""
    assert lead_session.confirm_passphrase(NEW)
    assert not lead_session.confirm_passphrase(PASSPHRASE)


def test_while_keys_change_no_key_reaches_the_page_behind(
    qtbot: QtBot, lead_session: Session
) -> None:
    slow = Slow()
    page = page_of(opened(qtbot, lead_session, "keys", slow))
    keys = page.keys
    type_in(keys.present, PASSPHRASE)
    type_in(keys.new.first, NEW)
    type_in(keys.new.again, NEW)
    click(keys.change)
    dialog = dialog_of(page)
    assert "A backup is made first" in words_on(dialog)
    assert focus() is dialog
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Tab)
    assert dialog.isVisible()
    assert focus() is dialog
    slow.finish()
    assert not dialog.isVisible()
    assert "Your passphrase is changed." in words_on(keys)


def test_a_weak_passphrase_is_refused_in_words(qtbot: QtBot, lead_session: Session) -> None:
    keys = page_of(opened(qtbot, lead_session, "keys")).keys
    type_in(keys.present, PASSPHRASE)
    type_in(keys.new.first, "short")
    type_in(keys.new.again, "short")
    click(keys.change)
    assert "Use at least 12 characters, or four words." in words_on(keys.new)


def test_new_keys_for_suspicion_give_the_suspect_a_code(
    qtbot: QtBot, lead_session: Session
) -> None:
    page = page_of(opened(qtbot, lead_session))
    choose(page, "Tom Ashworth")
    click(page.people.key.code)
    click(page.people.code.done)
    page.nav.setFocus()
    press(Qt.Key.Key_Down)
    keys = page.keys
    assert keys.isVisible()
    tick = next(iter(keys.suspects.values()))
    assert tick.accessibleName() == "Tom Ashworth"
    click(tick)
    type_in(keys.passphrase, PASSPHRASE)
    click(keys.rekey)
    words = words_on(keys)
    assert "Everything has new keys." in words
    assert "Code for Tom Ashworth" in words
    click(keys.code.done)
    assert keys.own.isVisible()


def test_typed_passphrases_are_forgotten_when_the_section_is_left(
    qtbot: QtBot, lead_session: Session
) -> None:
    page = page_of(opened(qtbot, lead_session, "keys"))
    type_in(page.keys.present, PASSPHRASE)
    page.nav.setFocus()
    press(Qt.Key.Key_Down)
    assert page.keys.present.text() == ""


# ---- large text, accessibility


def test_at_large_text_a_section_is_a_page_and_escape_comes_back(window: MainWindow) -> None:
    look().wear("light", 2.0)
    settle(window)
    page = page_of(window)
    page.nav.setFocus()
    press(Qt.Key.Key_Down)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert not page.nav.isVisible()
    assert page.keys.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.nav.hasFocus()


def test_people_and_caps_are_accessible_with_a_refusal(
    window: MainWindow, page: SettingsPage
) -> None:
    choose(page, "Priya Raman")
    type_in(page.people.form.cap, "18")
    shortcut("Ctrl+S")
    assert_accessible(window)


def test_a_code_is_accessible(window: MainWindow, page: SettingsPage) -> None:
    choose(page, "Tom Ashworth")
    click(page.people.key.code)
    assert_accessible(window)
