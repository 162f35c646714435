"""The employers' page by clicking and typing: who knows them, and what may be said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.employers import EmployerContact
from tests.ui.clock import AFTERNOON
from tests.ui.employers_in_sight import at_brookside, page_of, shortcut
from tests.ui.in_window import click, press, words_on, write
from tests.ui.willow_road_team import services_of
from tests.ui_frame.accessibility import assert_accessible, settle
from ui.employers.page import EmployersPage
from ui.main_window import MainWindow
from ui.privacy import names
from ui.theme import look

TODAY = AFTERNOON.date()


@pytest.fixture
def window(qtbot: QtBot, specialist_session: Session) -> MainWindow:
    return at_brookside(qtbot, specialist_session)


def row_words(page: EmployersPage, name: str) -> str:
    table = page.listing.table
    at = next(n for n, row in enumerate(table.rows.rows) if row.cell(0).words == name)
    return str(table.rows.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole))


# ---- the list and the card


def test_the_list_says_when_how_often_and_who(window: MainWindow) -> None:
    page = page_of(window)
    assert row_words(page, "Brookside Garden Centre") == (
        "Brookside Garden Centre, 24 Nov 2026, 5 visits, you and Tom"
    )


def test_what_may_be_said_comes_first_and_larger_than_the_rest(window: MainWindow) -> None:
    said = page_of(window).card.said
    words = words_on(said)
    assert "What you may say here about Dana Petrescu" in words
    assert "“Dana works best with a short break every two hours.”" in words
    assert "About health these words, and no others" in words
    assert "Agreed on 27 October 2026, in person. It can be changed at any time." in words
    quoted = next(one for one in said.findChildren(QLabel) if one.text().startswith("“"))
    others = [
        one
        for one in page_of(window).card.findChildren(QLabel)
        if one.property("role") in ("body", "table", "small", "heading")
    ]
    assert all(quoted.font().pixelSize() > other.font().pixelSize() for other in others)


def test_nobody_is_named_who_has_not_agreed(
    window: MainWindow, specialist_session: Session
) -> None:
    services = specialist_session.services
    dana = page_of(window).model.card.may_be_said[0].client_id  # type: ignore[union-attr] # shown
    services.clients.withdraw_consent(client_id=dana, purpose="employer")
    words = words_on(page_of(window).card.said)
    assert "Do not name Dana Petrescu here." in words
    assert "short break" not in words


def test_somebody_else_can_be_asked_about_before_going_in(window: MainWindow) -> None:
    said = page_of(window).card.said
    at = said.choice.findText("Kwame Boateng")
    said.choice.setFocus()
    said.choice.setCurrentIndex(at)
    assert "What you may say here about Kwame Boateng" in words_on(said)
    assert "You may give the name and talk about skills and hours." in words_on(said)


def test_the_card_says_who_knows_them_and_who_is_there(window: MainWindow) -> None:
    words = words_on(page_of(window).card.facts)
    for said in (
        "Joan Pryce, manager, best before 10am",
        "020 7946 0177",
        "Also spoken to: Ravi Nair",
        "You, 5 visits, 1 call or message",
        "Tom Ashworth, 1 call or message",
        "Ifeoma Eze",
    ):
        assert said in words


def test_the_history_counts_visits_and_says_for_whom(window: MainWindow) -> None:
    card = page_of(window).card
    spoken = [
        one.accessibleName()
        for one in card.log.findChildren(QWidget)
        if one.accessibleName().startswith(("24 November", "13 November"))
    ]
    assert spoken[0] == (
        "24 November 2026. Phone. Joan can start Dana on 30 November, 16 hours. "
        "A vacancy. For Dana Petrescu, with Joan Pryce"
    )
    assert spoken[1].startswith("13 November 2026. Visit 5.")
    assert "5 visits: a relationship" in words_on(card)


def test_clients_of_colleagues_stay_unnamed(
    qtbot: QtBot, window: MainWindow, specialist_session: Session
) -> None:
    toms = services_of(specialist_session, "Tom Ashworth")
    referral = specialist_session.services.caseload_list.page().waiting[0].referral
    toms.allocation.accept(referral=referral, on=TODAY)
    toms.clients.record_consent(
        client_id=referral.client_id, purpose="employer", given=True, how="On paper"
    )
    print_works = specialist_session.services.employers.listing("Acton")[0].employer.id
    toms.employers.record_contact(
        contact=EmployerContact(
            employer_id=print_works, person_id="", day=TODAY, client_ids=(referral.client_id,)
        )
    )
    window.go("employers", print_works)
    words = words_on(page_of(window).card)
    assert "For a colleague’s client" in words
    assert "Mehta" not in words


def test_this_weeks_visits_are_counted_and_calls_apart(
    window: MainWindow, specialist_session: Session
) -> None:
    page = page_of(window)
    for medium in ("01", "01", "02"):
        specialist_session.services.employers.record_contact(
            contact=EmployerContact(
                employer_id=page.model.employer_id, person_id="", day=TODAY, medium=medium
            )
        )
    words = words_on(page.listing)
    assert "This week, 2 of 6" in words
    assert "2 other contacts, counted apart." in words
    assert "No visit yet for Kwame Boateng, Mei-Ling Chan" in words


def test_a_client_on_the_card_opens(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    dana = page.model.card.may_be_said[0].client_id  # type: ignore[union-attr] # shown
    link = next(
        one
        for one in page.card.said.findChildren(QPushButton)
        if one.accessibleName() == "Open the record of Dana Petrescu"
    )
    with qtbot.waitSignal(page.go) as gone:
        click(link)
    assert gone.args == ["client", dana]


# ---- filter and keys


def test_letters_filter_and_escape_comes_back_to_the_row(window: MainWindow) -> None:
    page = page_of(window)
    page.listing.table.setFocus()
    write("lot")
    assert [row.cell(0).words for row in page.listing.table.rows.rows] == ["Lotus Laundry"]
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert page.listing.table.hasFocus()
    assert len(page.listing.table.rows.rows) == 6


def test_a_filter_that_fits_nothing_says_so(window: MainWindow) -> None:
    page = page_of(window)
    shortcut("Ctrl+F")
    write("zzz")
    assert "No employer fits ‘zzz’." in words_on(page.listing)


def test_hidden_names_are_hidden_in_list_card_and_log(window: MainWindow) -> None:
    names().hide(True)
    words = words_on(page_of(window))
    for name in ("Dana", "Petrescu", "Kwame", "Ifeoma", "Parveen"):
        assert name not in words
    assert "Joan Pryce" in words


# ---- large text, long names, accessibility


def test_at_large_text_the_card_opens_as_a_page_and_escape_comes_back(window: MainWindow) -> None:
    look().wear("light", 2.0)
    settle(window)
    page = page_of(window)
    page.listing.table.setFocus()
    chosen = page.listing.table.current_id()
    QTest.keyClick(page.listing.table, Qt.Key.Key_Return)
    assert not page.listing.isVisible()
    assert page.card.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.listing.table.hasFocus()
    assert page.listing.table.current_id() == chosen


def test_the_card_is_accessible(window: MainWindow) -> None:
    assert_accessible(window)
