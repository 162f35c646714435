"""Logging contacts and keeping employers by clicking and typing; nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.employers import Employer
from tests.ui.clock import AFTERNOON
from tests.ui.employers_in_sight import at_brookside, opened, page_of, shortcut
from tests.ui.in_window import click, press, words_on, write
from tests.ui.willow_road_team import services_of
from tests.ui_frame.accessibility import assert_accessible
from ui.background import AtOnce
from ui.employers.page import EmployersPage
from ui.main_window import MainWindow

TODAY = AFTERNOON.date()


@pytest.fixture
def window(qtbot: QtBot, specialist_session: Session) -> MainWindow:
    return at_brookside(qtbot, specialist_session)


# ---- logging a contact


def test_a_visit_is_logged_with_the_keyboard_alone(
    window: MainWindow, specialist_session: Session
) -> None:
    page = page_of(window)
    page.listing.table.setFocus()
    shortcut("Ctrl+E")
    assert page.record.isVisible()
    press(Qt.Key.Key_Tab)  # from how it was made to the clients
    write("d")  # to Dana
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    write("Joan wants Dana from Monday.")
    shortcut("Ctrl+Return")
    assert not page.record.isVisible()
    log = specialist_session.services.employers.card(page.model.employer_id).log
    newest = next(line for line in log if line.contact.notes.startswith("Joan wants"))
    assert newest.contact.is_visit
    assert newest.client_names == ("Dana Petrescu",)
    assert newest.contact.notes == "Joan wants Dana from Monday."
    assert newest.contact.with_whom == "Joan Pryce"
    assert page.listing.table.hasFocus()


def test_alt_with_a_number_says_how(window: MainWindow, specialist_session: Session) -> None:
    page = page_of(window)
    shortcut("Ctrl+E")
    shortcut("Alt+2")
    shortcut("Ctrl+S")
    log = specialist_session.services.employers.card(page.model.employer_id).log
    assert [line.contact.medium for line in log if line.contact.day == TODAY] == ["02", "02"]


def test_who_may_not_be_named_is_told_with_the_reason(
    window: MainWindow, specialist_session: Session
) -> None:
    kwame = next(one for one in page_of(window).model.to_name()[0] if "Kwame" in one.client_name)
    specialist_session.services.clients.withdraw_consent(
        client_id=kwame.client_id, purpose="employer"
    )
    shortcut("Ctrl+E")
    form = page_of(window).record
    assert "Not to be named, because they have not agreed that employers are contacted: Kwame" in (
        words_on(form)
    )
    boxes = [one.accessibleName() for one in form.clients.findChildren(QWidget)]
    assert "Kwame Boateng" not in boxes


def test_an_employer_on_record_is_offered_and_a_new_one_is_added(
    qtbot: QtBot, window: MainWindow, specialist_session: Session
) -> None:
    page = page_of(window)
    shortcut("Ctrl+E")
    form = page.record
    form.employer.setFocus()
    form.employer.selectAll()
    write("acton")
    offer = next(iter(form.match.offers.values()))
    assert offer.words() == "Acton Print"
    click(offer)
    assert "On record" in words_on(form.match)
    form.employer.setFocus()
    form.employer.selectAll()
    write("Westway Depot")
    assert "This name is new." in words_on(form.match)
    shortcut("Ctrl+S")
    listed = specialist_session.services.employers.listing("Westway")
    assert [(row.employer.name, row.visits) for row in listed] == [("Westway Depot", 1)]
    assert page.model.employer_id == listed[0].employer.id


def test_a_day_in_the_future_is_refused_and_nothing_typed_is_lost(window: MainWindow) -> None:
    page = page_of(window)
    shortcut("Ctrl+E")
    form = page.record
    form.boxes["notes"].setFocus()
    write("Told me about Saturdays")
    form.boxes["day"].setFocus()
    year = form.boxes["day"].boxes()[2]  # type: ignore[attr-defined] # a date
    year.setFocus()
    year.selectAll()
    write("2027")
    shortcut("Ctrl+S")
    assert form.summary.hasFocus()
    assert form.fields["day"].problem() == form.summary.problems()[0]
    assert form.text("notes") == "Told me about Saturdays"


def test_half_a_contact_is_kept_given_back_and_thrown_away_on_purpose(
    qtbot: QtBot, window: MainWindow, specialist_session: Session
) -> None:
    page = page_of(window)
    shortcut("Ctrl+E")
    page.record.boxes["notes"].setFocus()
    write("Half of wh")
    press(Qt.Key.Key_Escape)
    assert not page.record.isVisible()
    assert [one.form for one in specialist_session.services.drafts.all()] == [
        "employers.record_contact"
    ]
    shortcut("Ctrl+E")
    assert page.record.text("notes") == "Half of wh"
    click(page.record.discard)
    assert specialist_session.services.drafts.all() == []
    shortcut("Ctrl+E")
    assert page.record.text("notes") == ""


def test_ones_own_contact_is_put_right(window: MainWindow, specialist_session: Session) -> None:
    page = page_of(window)
    first = page.model.card.log[0].contact  # type: ignore[union-attr] # shown
    page.card.log.line(first.id).setFocus()
    press(Qt.Key.Key_Return)
    form = page.correct
    assert form.isVisible()
    form.boxes["notes"].setFocus()
    shortcut("Ctrl+A")
    write("Joan can start Dana on 7 December.")
    shortcut("Ctrl+S")
    log = specialist_session.services.employers.card(page.model.employer_id).log
    assert (log[0].contact.notes, len(log)) == ("Joan can start Dana on 7 December.", 7)
    toms = next(line for line in log if line.person_name == "Tom Ashworth")
    page.card.all.click()
    page.card.log.line(toms.contact.id).setFocus()
    press(Qt.Key.Key_Return)
    assert not page.correct.isVisible()


def test_a_correction_shows_what_a_colleague_saved_meanwhile(
    window: MainWindow, specialist_session: Session
) -> None:
    page = page_of(window)
    first = page.model.card.log[0].contact  # type: ignore[union-attr] # shown
    page.card.log.line(first.id).setFocus()
    press(Qt.Key.Key_Return)
    page.correct.boxes["notes"].setFocus()
    write("Mine. ")
    specialist_session.services.employers.correct_contact(
        contact=replace(first, with_whom="Ravi Nair")
    )
    shortcut("Ctrl+S")
    assert page.correct.summary.isVisible()
    assert page.correct.text("with_whom") == "Ravi Nair"
    assert "Mine. " in page.correct.text("notes")
    shortcut("Ctrl+S")
    kept = page.model.card.log[0].contact  # type: ignore[union-attr] # shown
    assert (kept.with_whom, "Mine. " in kept.notes) == ("Ravi Nair", True)


# ---- employers


def test_an_employer_is_added_and_a_look_alike_is_said_first(
    qtbot: QtBot, window: MainWindow, specialist_session: Session
) -> None:
    page = page_of(window)
    shortcut("Ctrl+Shift+E")
    write("Lotus Laundry Ltd")
    assert "On record already, or very like it:" in words_on(page.add.match)
    click(next(iter(page.add.match.offers.values())))
    assert page.card.head.title.text() == "Lotus Laundry"
    shortcut("Ctrl+Shift+E")
    page.add.name.selectAll()
    write("Larch Street School")
    page.add.boxes["postcode"].setFocus()
    write("w37zz9")
    shortcut("Ctrl+S")
    assert page.add.summary.hasFocus()
    page.add.boxes["postcode"].setFocus()
    shortcut("Ctrl+A")
    write("w3 7qe")
    shortcut("Ctrl+S")
    assert page.card.head.title.text() == "Larch Street School"
    kept = specialist_session.services.employers.listing("Larch")[0].employer
    assert kept.postcode == "W3 7QE"


def test_an_employer_is_changed(window: MainWindow, specialist_session: Session) -> None:
    page = page_of(window)
    page.card.change.click()
    page.change.boxes["telephone"].setFocus()
    shortcut("Ctrl+A")
    write("020 7946 0999")
    shortcut("Ctrl+S")
    kept = specialist_session.services.employers.card(page.model.employer_id).employer
    assert (kept.telephone, kept.sector) == ("020 7946 0999", "G")


def test_an_empty_page_says_what_will_be_here(qtbot: QtBot, session: Session) -> None:
    _, page = opened(qtbot, session)
    assert "The employers you meet will be listed here" in words_on(page)
    click(page.listing.empty.act)
    assert page.add.isVisible()


def test_an_administrator_reads_and_writes_nothing(
    qtbot: QtBot, specialist_session: Session
) -> None:
    ellens = services_of(specialist_session, "Ellen Marsh")
    page = EmployersPage(ellens, AtOnce())
    qtbot.addWidget(page)
    page.show()
    page.on_shown(None)
    words = words_on(page)
    assert "Record a visit or call" not in words
    assert "You hold no clients, so there is nobody you may name here." in words
    assert "record_visit" not in page.commands()


def test_from_another_page_the_client_in_sight_is_ticked(
    qtbot: QtBot, specialist_session: Session
) -> None:
    dana = next(
        row.client_id
        for row in specialist_session.services.caseload_list.page().rows
        if row.name == "Dana Petrescu"
    )
    _, page = opened(qtbot, specialist_session, f"visit:{dana}")
    assert page.record.isVisible()
    assert page.record.clients.typed_value() == [dana]


def test_the_contact_form_is_accessible_with_a_refusal(window: MainWindow) -> None:
    shortcut("Ctrl+E")
    page_of(window).record.employer.clear()
    shortcut("Ctrl+S")
    assert_accessible(window)


def test_the_employer_form_is_accessible_with_a_long_name(
    window: MainWindow, specialist_session: Session
) -> None:
    services = specialist_session.services
    long = services.employers.save(
        employer=Employer(name="Llanfairpwllgwyngyll and Oluwaseun Abiodun Community Trust Ltd")
    )
    window.go("employers", long.id)
    page_of(window).card.change.click()
    assert_accessible(window)
