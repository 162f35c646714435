"""The caseload page as its user meets it: read, filter, sort, choose, tick off."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.clients.client import Client
from caseload.clients.safety import SafetyKind
from caseload.contacts.client_contact import ClientContact
from tests.ui.clock import Clock
from tests.ui.in_window import click, control, focus, in_window, press, tab_to, words_on, write
from tests.ui_frame.accessibility import assert_accessible
from ui.background import AtOnce
from ui.caseload_list.page import CaseloadListPage
from ui.caseload_list.sorting import Sort, in_order
from ui.main_window import MainWindow
from ui.privacy import names
from ui.theme import look
from ui.widgets.scroll import within_scroll

Opened = tuple[MainWindow, CaseloadListPage]


@pytest.fixture
def opened(qtbot: QtBot, filled_session: Session) -> Opened:
    page = CaseloadListPage(filled_session.services, AtOnce())
    return in_window(qtbot, filled_session, "caseload", page), page


def shown_names(page: CaseloadListPage) -> list[str]:
    return [row.cell(0).words for row in page.table.rows.rows]


def said_of(page: CaseloadListPage, name: str) -> str:
    """What a screen reader says of one row."""
    at = shown_names(page).index(name)
    model = page.table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return ", ".join(
        str(model.index(at, column).data(role)) for column in range(model.columnCount())
    )


def client_id(page: CaseloadListPage, name: str) -> str:
    return next(row.client_id for row in page.model.page.rows if row.name == name)


def choose(page: CaseloadListPage, name: str) -> None:
    page.table.setFocus()
    press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Down, times=shown_names(page).index(name) - page.table.currentIndex().row())


def test_the_count_is_said_in_words_with_the_rule_that_turns_it_amber(opened: Opened) -> None:
    _, page = opened
    assert page.head.chip.words() == "22 of 25, room for 3"
    assert page.head.chip.kind() == "warning"
    assert page.head.meter.words() == (
        "22 of 25 places held. Amber from 21: there caseload size scores 4 for fidelity, not 5."
    )
    assert page.head.aside.text() == "2 stepped down"


def test_each_row_says_everything_in_words(opened: Opened) -> None:
    _, page = opened
    assert len(shown_names(page)) == 24
    kwame = said_of(page, "Kwame Boateng")
    assert "Job search, last contact 4 days ago, Day 33, no employer yet" in kwame
    assert "3 days late" in kwame
    assert "Quiet for 21 days" in said_of(page, "Zainab Ali")
    assert "Day 26, no employer yet, 4 days left" in said_of(page, "Mei-Ling Chan")
    assert "Packer, week 3" in said_of(page, "Tomasz Wójcik")
    assert "Keeping work" in said_of(page, "Niamh O’Sullivan")
    assert "Day 14 of 14, no profile yet" in said_of(page, "Yohannes Tesfaye")


def test_stepped_down_clients_stand_last_and_say_so(opened: Opened) -> None:
    _, page = opened
    assert shown_names(page)[-2:] == [
        "Beatriz Carvalho",
        "Oluwaseun Abiodun Fitzgerald-Oyelaran Montgomery",
    ]
    assert "Quiet for 95 days" in said_of(page, "Beatriz Carvalho")
    assert "Stepped down" in said_of(page, "Beatriz Carvalho")


def test_what_needs_action_comes_first(opened: Opened) -> None:
    _, page = opened
    names_now = shown_names(page)
    assert names_now[:2] == ["Kwame Boateng", "Leyla Şahin"]
    assert set(names_now[2:7]) == {
        "Dana Petrescu", "Tomasz Wójcik", "Zainab Ali", "Mei-Ling Chan", "Yohannes Tesfaye",
    }  # fmt: skip


@pytest.mark.parametrize("sort", list(Sort))
def test_every_order_puts_what_is_missing_in_its_place(filled_session: Session, sort: Sort) -> None:
    page = filled_session.services.caseload_list.page()
    rows = in_order(reversed(page.rows), sort, page.day)
    assert len(rows) == 24
    assert [row.stepped_down for row in rows[-2:]] == [True, True]
    held = rows[:-2]
    if sort is Sort.JOB:
        weeks = [row.job_week for row in held]
        known = [week for week in weeks if week is not None]
        assert known == sorted(known, reverse=True)
        assert weeks[len(known) :] == [None] * (len(weeks) - len(known))
    if sort is Sort.FIRST_EMPLOYER:
        assert held[0].name == "Kwame Boateng"
        assert [row.name for row in held if row.clock.day_number is None] == ["Yohannes Tesfaye"]
    if sort is Sort.CONTACT:
        days = [row.contact_days or 0 for row in held]
        assert all(first >= second for first, second in pairwise(days))
    if sort is Sort.DUE:
        due = [row.due_on for row in held if row.due_on]
        assert due == sorted(due)


def test_a_new_client_whom_nobody_has_reached_stands_first_in_order_of_contact(
    session: Session, clock: Clock
) -> None:
    for given in ("Arjun", "Lucy"):
        referral = session.services.referrals.receive(
            client=Client(given_name=given), received_on=clock.today, source="A1"
        )
        session.services.allocation.accept(referral=referral)
    page = session.services.caseload_list.page()
    contact = ClientContact(client_id=page.rows[0].client_id, person_id="", day=clock.today)
    session.services.contacts.record(contact=contact)
    page = session.services.caseload_list.page()
    assert [row.name for row in in_order(page.rows, Sort.CONTACT, page.day)] == ["Lucy", "Arjun"]


def test_an_order_is_chosen_from_the_list_or_by_a_column_head(opened: Opened) -> None:
    _, page = opened
    page.head.sort.setFocus()
    press(Qt.Key.Key_Down, times=2)
    assert page.head.sort.value() == Sort.NAME
    assert shown_names(page)[:2] == ["Arjun Sethi", "Carlos Mendes"]
    head = page.table.horizontalHeader()
    at = head.sectionViewportPosition(2) + 20
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))
    assert shown_names(page)[0] == "Zainab Ali"
    assert page.head.sort.value() == Sort.CONTACT


# ---- filter


def test_letters_typed_in_the_list_filter_it_and_enter_opens(qtbot: QtBot, opened: Opened) -> None:
    _, page = opened
    page.table.setFocus()
    write("s")
    assert focus() is page.head.filter
    write("ahi")
    assert shown_names(page) == ["Leyla Şahin"], "an accent is no hindrance"
    with qtbot.waitSignal(page.go) as went:
        press(Qt.Key.Key_Return)
    assert went.args == ["client", client_id(page, "Leyla Şahin")]


def test_arrow_keys_move_through_the_results_and_escape_comes_back_to_the_same_row(
    opened: Opened,
) -> None:
    _, page = opened
    choose(page, "Ọlá Adeyẹmi")
    control(Qt.Key.Key_F)
    assert focus() is page.head.filter
    write("interviews")
    assert len(shown_names(page)) == 4
    first = page.table.current_id()
    press(Qt.Key.Key_Down)
    assert page.table.current_id() != first
    assert page.model.client_id == page.table.current_id()
    press(Qt.Key.Key_Escape, times=2)
    assert focus() is page.table
    assert page.table.current_id() == client_id(page, "Ọlá Adeyẹmi")
    assert len(shown_names(page)) == 24


def test_a_filter_that_fits_nobody_says_so(opened: Opened) -> None:
    _, page = opened
    control(Qt.Key.Key_F)
    write("zzz")
    assert "Nobody on this list has “zzz”. Press Escape to see everyone." in words_on(page)


def test_coming_back_keeps_filter_order_choice_and_scroll(opened: Opened) -> None:
    window, page = opened
    page.head.sort.set_value(Sort.NAME)
    choose(page, "Winston Grant")
    place = page.table.verticalScrollBar().value()
    window.go("caseload")
    assert page.table.current_id() == client_id(page, "Winston Grant")
    assert page.model.sort is Sort.NAME
    assert page.table.verticalScrollBar().value() == place


def test_a_change_elsewhere_is_shown_and_the_choice_stays(
    opened: Opened, filled_session: Session, clock: Clock
) -> None:
    window, page = opened
    choose(page, "Zainab Ali")
    filled_session.store.board.subscribe(window.changed)
    filled_session.services.contacts.record(
        contact=ClientContact(
            client_id=client_id(page, "Zainab Ali"), person_id="", day=clock.today
        )
    )
    assert "last contact today" in said_of(page, "Zainab Ali")
    assert page.model.client_id == client_id(page, "Zainab Ali")


# ---- detail


def test_the_detail_answers_what_was_said_and_promised(opened: Opened) -> None:
    _, page = opened
    choose(page, "Dana Petrescu")
    words = words_on(page.detail)
    for wanted in (
        "34, Talking Therapies, finding work",
        "Garden or plant work, 16 to 24 hours, near the 207 bus",
        "Last time, 17 November 2026",
        "Interview at Brookside went well.",
        "Ring Brookside about a start date",
        "Due today",
        "Job offer, then in-work plan before the first day",
        "020 7946 0018. Texts are fine. Leave no message.",
        "Not given",
        "Held since 20 September 2026",
    ):
        assert wanted in words, wanted


def test_safety_lines_stay_in_sight_however_far_one_scrolls(
    opened: Opened, filled_session: Session
) -> None:
    _, page = opened
    dana = client_id(page, "Dana Petrescu")
    filled_session.services.clients.add_safety_line(
        client_id=dana, kind=SafetyKind.RISK, words="Do not visit alone"
    )
    choose(page, "Dana Petrescu")
    words = words_on(page.detail.safety)
    assert "Risk" in words
    assert "Do not visit alone" in words
    assert "Text first. No voicemail. Not before 10am." in words
    assert "Reviewed 24 November 2026" in words
    assert not within_scroll(page.detail.safety)


def test_a_promise_is_ticked_off_in_the_detail(
    qtbot: QtBot, opened: Opened, filled_session: Session, clock: Clock
) -> None:
    _, page = opened
    choose(page, "Dana Petrescu")
    dana = client_id(page, "Dana Petrescu")
    action = page.model.page.rows[[r.client_id for r in page.model.page.rows].index(dana)]
    tick = page.detail.ticks[str(action.next_action_id)]
    with qtbot.waitSignal(page.said) as said:
        click(tick.box)
    assert said.args == ["Ticked off: Ring Brookside about a start date"]
    done = [p for p in filled_session.services.contacts.promises(dana) if p.done_on]
    assert [p.done_on for p in done] == [clock.today]
    assert str(action.next_action_id) not in page.detail.ticks
    assert "Better-off sum" in said_of(page, "Dana Petrescu")


def test_record_takes_the_chosen_client(qtbot: QtBot, opened: Opened) -> None:
    _, page = opened
    choose(page, "Zainab Ali")
    with qtbot.waitSignal(page.go) as went:
        click(page.head.record)
    assert went.args == ["record_contact", client_id(page, "Zainab Ali")]
    assert page.client() == client_id(page, "Zainab Ali")


def test_f6_goes_from_the_list_to_the_detail_and_on(opened: Opened) -> None:
    window, page = opened
    page.table.setFocus()
    window.move_pane(1)
    assert page.detail.isAncestorOf(focus())
    window.move_pane(-1)
    assert focus() is page.table


# ---- first run, privacy, large text


def test_an_empty_caseload_says_what_will_be_here_and_offers_the_first_referral(
    qtbot: QtBot, session: Session
) -> None:
    page = CaseloadListPage(session.services, AtOnce())
    in_window(qtbot, session, "caseload", page)
    words = words_on(page)
    assert "Your clients will be listed here" in words
    assert page.head.chip.words() == "0 of 25, room for 25"
    assert focus() is page.lists.empty.act
    with qtbot.waitSignal(page.go) as went:
        press(Qt.Key.Key_Space)
    assert went.args == ["new_referral", ""]


def test_hidden_names_are_nowhere_in_sight_nor_read_aloud(opened: Opened) -> None:
    window, page = opened
    choose(page, "Dana Petrescu")
    names().hide(True)
    words = words_on(window)
    for row in page.model.page.rows:
        assert row.name not in words
    for hidden in ("Dana", "Petrescu", "Mehta", "020 7946 0018"):
        assert hidden not in words, hidden
    assert "Client 1" in words


def test_at_large_text_enter_opens_the_detail_as_a_page_and_escape_comes_back(
    opened: Opened,
) -> None:
    _, page = opened
    look().wear(text_scale=2.0)
    choose(page, "Dana Petrescu")
    assert not page.detail.isVisible()
    press(Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.table.isVisible()
    assert focus() is page.detail.open_record
    press(Qt.Key.Key_Escape)
    assert focus() is page.table
    assert page.table.current_id() == client_id(page, "Dana Petrescu")


def test_at_large_text_the_waiting_list_takes_the_place_of_the_clients(opened: Opened) -> None:
    _, page = opened
    look().wear(text_scale=2.0)
    page.table.setFocus()
    assert page.lists.other_list.words() == "Waiting list: 3 people, room for 3"
    tab_to(page.lists.other_list)
    press(Qt.Key.Key_Space)
    assert page.waiting.table.isVisible()
    assert not page.table.isVisible()
    assert focus() is page.waiting.table
    assert page.lists.other_list.words() == "Back to your clients"


def test_the_page_is_accessible(opened: Opened) -> None:
    window, page = opened
    choose(page, "Dana Petrescu")
    assert_accessible(window)
