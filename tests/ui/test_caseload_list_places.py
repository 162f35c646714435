"""Places on the caseload, from the page: accept, the 26th client, step down, close, transfer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.clients.client import Client
from caseload.people.person import Role
from caseload.referrals import ReferralState
from tests.ui.clock import Clock
from tests.ui.in_window import click, focus, in_window, press, tab_to, words_on, write
from tests.ui_frame.accessibility import assert_accessible
from ui.actions import command
from ui.allocation.form_dialog import FormDialog
from ui.allocation.full_caseload import FullCaseload
from ui.background import AtOnce
from ui.caseload_list.page import CaseloadListPage
from ui.main_window import MainWindow
from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField

Opened = tuple[MainWindow, CaseloadListPage]


@pytest.fixture
def opened(qtbot: QtBot, filled_session: Session) -> Opened:
    page = CaseloadListPage(filled_session.services, AtOnce())
    return in_window(qtbot, filled_session, "caseload", page), page


@pytest.fixture
def full(qtbot: QtBot, filled_session: Session) -> Opened:
    """25 of 25, and Hamid Noori waits."""
    services = filled_session.services
    for line in services.referrals.waiting_list():
        services.allocation.accept(referral=line.referral)
    hamid = Client(given_name="Hamid", family_name="Noori")
    services.referrals.receive(client=hamid, received_on=services.today.day(), source="A1")
    page = CaseloadListPage(services, AtOnce())
    return in_window(qtbot, filled_session, "caseload", page), page


def id_of(page: CaseloadListPage, name: str) -> str:
    return next(row.client_id for row in page.model.page.rows if row.name == name)


def choose(page: CaseloadListPage, name: str) -> None:
    page.table.setFocus()
    assert page.table.set_current(id_of(page, name))
    QApplication.processEvents()


def form(page: CaseloadListPage) -> FormDialog:
    dialog = page.dialogs.dialog
    assert isinstance(dialog, FormDialog)
    assert dialog.isVisible()
    return dialog


def date_of(dialog: FormDialog) -> DateField:
    box = dialog.fields["on"].input
    assert isinstance(box, DateField)
    return box


def choice_of(dialog: FormDialog, field: str) -> Choice:
    box = dialog.fields[field].input
    assert isinstance(box, Choice)
    return box


def refusal(page: CaseloadListPage) -> FullCaseload:
    dialog = page.dialogs.dialog
    assert isinstance(dialog, FullCaseload)
    assert dialog.isVisible()
    return dialog


# ---- accept


def test_somebody_who_waits_is_accepted_with_the_keyboard(
    opened: Opened, filled_session: Session, clock: Clock
) -> None:
    _, page = opened
    assert "Waiting list: 3 people, room for 3" in words_on(page.waiting)
    tab_to(page.waiting.table)
    assert "Arjun Mehta" in words_on(page.detail), "the detail follows to the waiting list"
    press(Qt.Key.Key_Return)
    assert "Take on Arjun Mehta?" in words_on(form(page))
    press(Qt.Key.Key_Return)
    held = next(r for r in page.model.page.rows if r.name == "Arjun Mehta")
    assert held.accepted_on == clock.today
    assert page.head.chip.words() == "23 of 25, room for 2"
    assert page.table.current_id() == held.client_id
    assert len(page.model.waiting()) == 2


def test_accept_is_also_a_link_and_a_button_and_the_day_can_be_changed(
    opened: Opened, clock: Clock
) -> None:
    _, page = opened
    tab_to(page.waiting.table)
    press(Qt.Key.Key_Down)
    click(page.detail.verbs["accept"])
    day = date_of(form(page))
    earlier = clock.today - timedelta(days=2)
    day.set_value(earlier)
    click(form(page).act)
    lucy = next(row for row in page.model.page.rows if row.name == "Lucy Marsh")
    assert lucy.accepted_on == earlier


def test_a_day_before_the_referral_came_is_refused_beside_the_field(opened: Opened) -> None:
    _, page = opened
    tab_to(page.waiting.table)
    press(Qt.Key.Key_Return)
    dialog = form(page)
    day = date_of(dialog)
    day.day.setText("1")
    click(dialog.act)
    sentence = "The day of acceptance must be the day the referral came, or later."
    assert dialog.fields["on"].problem() == sentence
    assert dialog.summary.problems() == [sentence]
    assert focus() is dialog.summary
    day.day.setText("31")
    click(dialog.act)
    assert "no such day" in dialog.fields["on"].problem()
    assert day.day.text() == "31", "what was typed stays"


def test_the_menu_accepts_whoever_is_next(opened: Opened) -> None:
    window, page = opened
    assert window.run("accept_client")
    assert "Take on Arjun Mehta?" in words_on(form(page))


def test_a_referral_is_declined_for_a_reason_of_the_list_alone(
    opened: Opened, filled_session: Session
) -> None:
    _, page = opened
    tab_to(page.waiting.table)
    waiting = page.model.client_id
    click(page.detail.verbs["decline"])
    dialog = form(page)
    click(dialog.act)
    assert dialog.fields["reason"].problem() == "Choose one from the list."
    choice_of(dialog, "reason").set_value("out_of_area")
    click(dialog.act)
    referral = filled_session.services.referrals.current(waiting)
    assert referral is not None
    assert referral.state is ReferralState.DECLINED
    assert len(page.model.waiting()) == 2


# ---- the 26th client


def test_the_26th_is_refused_with_the_ways_on(full: Opened, filled_session: Session) -> None:
    window, page = full
    assert page.head.chip.words() == "25 of 25, full"
    assert page.head.chip.kind() == "danger"
    assert window.run("accept_client")
    dialog = refusal(page)
    words = words_on(dialog)
    assert "You are full, so Hamid Noori cannot start yet" in words
    assert "You hold 25 clients and the cap is 25." in words
    assert "In work 21 weeks, Seamstress" in words
    assert "Missing appointments is never a reason to close" in words
    for name in ("Zainab Ali", "Niamh O’Sullivan"):
        assert f"Step down {name}" not in words
    assert focus().accessibleName() == "Keep Hamid on the waiting list"
    press(Qt.Key.Key_Return)
    assert filled_session.services.allocation.count().held == 25
    assert [line.client_name for line in page.model.waiting()] == ["Hamid Noori"]


def test_a_place_freed_from_the_refusal_leads_back_to_accepting(
    full: Opened, filled_session: Session, clock: Clock
) -> None:
    window, page = full
    window.run("accept_client")
    oksana = id_of(page, "Oksana Kovalenko")
    click(refusal(page).steps[oksana])
    write("Settled, asked for fewer calls")
    press(Qt.Key.Key_Return)
    assert "Take on Hamid Noori?" in words_on(form(page))
    press(Qt.Key.Key_Return)
    assert filled_session.services.allocation.count().held == 25
    rows = {row.name: row for row in page.model.page.rows}
    assert rows["Oksana Kovalenko"].stepped_down
    assert not rows["Hamid Noori"].stepped_down
    assert page.model.waiting() == ()


def test_the_refusal_is_accessible(full: Opened) -> None:
    window, page = full
    window.run("accept_client")
    assert refusal(page).isVisible()
    assert_accessible(refusal(page))


# ---- step down, take back, transfer, close


def test_stepping_down_needs_a_reason_and_loses_nothing_typed(opened: Opened) -> None:
    _, page = opened
    choose(page, "Samuel Asante")
    assert "step_down" in page.detail.verbs
    click(page.detail.verbs["step_down"])
    press(Qt.Key.Key_Return)
    dialog = form(page)
    assert dialog.fields["reason"].problem() == (
        "Say in a few words why the client is stepping down."
    )
    click(dialog.summary.line(0))
    write("Settled")
    press(Qt.Key.Key_Return)
    row = next(row for row in page.model.page.rows if row.name == "Samuel Asante")
    assert row.stepped_down
    assert page.head.chip.words() == "21 of 25, room for 4"
    assert page.model.client_id == row.client_id


def test_only_a_client_in_work_is_asked_to_step_down(opened: Opened) -> None:
    _, page = opened
    choose(page, "Kwame Boateng")
    assert list(page.detail.verbs) == ["transfer", "close"]


def test_every_choice_about_a_place_is_in_the_menu(opened: Opened) -> None:
    window, page = opened
    choose(page, "Samuel Asante")
    for name in ("step_down", "transfer", "close_case"):
        assert window.may(command(name)), name
    assert not window.may(command("take_back"))
    assert window.run("step_down")
    assert "Step down Samuel Asante?" in words_on(form(page))
    press(Qt.Key.Key_Escape)
    choose(page, "Beatriz Carvalho")
    assert window.may(command("take_back"))
    tab_to(page.waiting.table)
    assert window.run("decline_referral")
    assert "Decline the referral of Arjun Mehta?" in words_on(form(page))


def test_a_stepped_down_client_is_taken_back(opened: Opened) -> None:
    _, page = opened
    choose(page, "Beatriz Carvalho")
    click(page.detail.verbs["take_back"])
    press(Qt.Key.Key_Return)
    row = next(row for row in page.model.page.rows if row.name == "Beatriz Carvalho")
    assert not row.stepped_down
    assert page.head.chip.words() == "23 of 25, room for 2"


def test_closing_needs_a_reason_and_enter_alone_never_closes(
    opened: Opened, filled_session: Session
) -> None:
    window, page = opened
    choose(page, "Fatima Begum")
    fatima = page.model.client_id
    assert window.run("close_case")
    dialog = form(page)
    assert isinstance(focus(), QComboBox)
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert filled_session.services.allocation.count().held == 22
    choice_of(dialog, "reason").set_value("no_contact")
    click(dialog.act)
    assert "Record three tries to reach the client first" in dialog.summary.problems()[0]
    choice_of(dialog, "reason").set_value("moved")
    click(dialog.act)
    assert fatima not in {row.client_id for row in page.model.page.rows}
    assert page.head.chip.words() == "21 of 25, room for 4"
    change = filled_session.services.history.last_change()
    assert change is not None
    filled_session.services.history.undo(change=change)
    assert filled_session.services.allocation.count().held == 22


def test_a_transfer_needs_a_colleague_with_a_place_free(
    opened: Opened, filled_session: Session
) -> None:
    _, page = opened
    choose(page, "Rashid Karimi")
    rashid = page.model.client_id
    click(page.detail.verbs["transfer"])
    assert "There is no colleague in this store to transfer a client to." in words_on(page)
    people = filled_session.services.people
    priya = people.add_person(name="Priya Nair", role=Role.SPECIALIST, share=4)
    click(page.detail.verbs["transfer"])
    dialog = form(page)
    click(dialog.act)
    assert dialog.fields["to"].problem() == "Choose one from the list."
    choice_of(dialog, "to").set_value(priya.id)
    click(dialog.act)
    assert rashid not in {row.client_id for row in page.model.page.rows}
    assert filled_session.services.allocation.count(priya.id).held == 1
    choose(page, "Fatima Begum")
    click(page.detail.verbs["transfer"])
    dialog = form(page)
    choice_of(dialog, "to").set_value(priya.id)
    click(dialog.act)
    assert dialog.fields["to"].problem().startswith("Priya Nair holds 1 of 1 on 24 November 2026")
    assert filled_session.services.allocation.count(priya.id).held == 1


def test_a_lead_accepts_onto_the_caseload_of_a_colleague(
    opened: Opened, filled_session: Session
) -> None:
    _, page = opened
    priya = filled_session.services.people.add_person(
        name="Priya Nair", role=Role.SPECIALIST, share=60
    )
    tab_to(page.waiting.table)
    press(Qt.Key.Key_Return)
    choice_of(form(page), "person_id").set_value(priya.id)
    click(form(page).act)
    assert filled_session.services.allocation.count(priya.id).held == 1
    assert filled_session.services.allocation.count().held == 22
