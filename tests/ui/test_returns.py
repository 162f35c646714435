"""The returns page by clicking and typing: gaps first, tables as they will be seen, what leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.clients.client import Client
from caseload.errors import Refused
from tests.ui.clock import Clock
from tests.ui.conftest import MadeStore
from tests.ui.in_window import click, focus, in_window, press, words_on
from tests.ui.slow import Slow
from tests.ui.willow_road_team import services_of
from tests.ui_frame.accessibility import assert_accessible, settle
from ui.background import AtOnce, Runner
from ui.main_window import MainWindow
from ui.privacy import names
from ui.returns.figure_table import FigureTable
from ui.returns.page import ReturnsPage

FAMILIES = ("Okafor", "Nowak", "Rees", "Demir", "Haidari", "Mensah", "Yılmaz", "Wiśniewska")


@pytest.fixture(scope="session")
def counted_store(team_store: MadeStore, tmp_path_factory: pytest.TempPathFactory) -> MadeStore:
    """Forty people more, referred in the summer quarter, two of them without a fact."""
    folder = tmp_path_factory.mktemp("counted") / "store"
    opened = team_store.opened(folder, Clock())
    try:
        for number in range(40):
            opened.services.referrals.receive(
                client=Client(
                    given_name=f"Person {number}",
                    family_name=FAMILIES[number % len(FAMILIES)],
                    gender="X" if number == 7 else "1" if number % 3 else "2",
                    born_on=None if number == 11 else date(1990 - number, 2, 1 + number % 27),
                ),
                received_on=date(2026, 7, 1) + timedelta(days=2 * number),
                source="A1",
            )
    finally:
        opened.lock()
    return MadeStore(folder, team_store.person_id)


@pytest.fixture
def counted(counted_store: MadeStore, tmp_path: Path, clock: Clock) -> Iterator[Session]:
    opened = counted_store.opened(tmp_path / "store", clock)
    yield opened
    opened.lock()


def opened(
    qtbot: QtBot, session: Session, background: Runner | None = None, *, as_: str = ""
) -> tuple[MainWindow, ReturnsPage]:
    services = services_of(session, as_) if as_ else session.services
    page = ReturnsPage(services, background or AtOnce())
    window = in_window(qtbot, session, "returns", page)
    session.store.board.subscribe(window.changed)
    settle(window)
    return window, page


@pytest.fixture
def window(qtbot: QtBot, counted: Session) -> MainWindow:
    return opened(qtbot, counted)[0]


def page_of(window: MainWindow) -> ReturnsPage:
    page = window.page()
    assert isinstance(page, ReturnsPage)
    return page


@pytest.fixture
def tables(window: MainWindow) -> ReturnsPage:
    """The page with the summer quarter made."""
    page = page_of(window)
    click(page.head.make)
    settle(window)
    return page


def spoken(table: FigureTable) -> list[str]:
    return [cell.spoken for row in table.sheet.rows for cell in row.cells]


def steps(page: ReturnsPage) -> list[str]:
    return [mark.words() for mark in page.head.steps.values()]


# ---- who, and what is missing


def test_a_specialist_is_told_who_makes_returns(qtbot: QtBot, specialist_session: Session) -> None:
    _, page = opened(qtbot, specialist_session)
    words = words_on(page)
    assert "Returns are made by a team lead or an administrator" in words
    assert "Ask Martin Doyle." in words


def test_what_is_missing_stands_first_and_opens_where_it_is_filled(
    qtbot: QtBot, window: MainWindow, counted: Session
) -> None:
    page = page_of(window)
    assert "2 Fill gaps, 2 left" in steps(page)
    words = words_on(page.gaps)
    assert "Person 7 Wiśniewska" in words
    assert "Date of birth" in words
    page.gaps.table.setFocus()
    with qtbot.waitSignal(page.go) as gone:
        press(Qt.Key.Key_Return)
    client = counted.services.clients.get(str(gone.args[1]))
    assert gone.args[0] == "client"
    services_of(counted, "Ellen Marsh").clients.save(
        client=replace(client, gender="2", born_on=date(1988, 1, 1))
    )
    assert "2 Fill gaps, 1 left" in steps(page)
    assert client.name not in words_on(page.gaps)


def test_hidden_names_are_hidden_in_what_is_missing(window: MainWindow) -> None:
    names().hide(True)
    words = words_on(page_of(window))
    assert "Person" not in words
    assert "Client 1" in words


def test_a_quarter_under_way_can_be_filled_and_not_made(window: MainWindow) -> None:
    page = page_of(window)
    page.head.period.setFocus()
    press(Qt.Key.Key_Up, times=3)
    assert page.model.period is not None
    assert page.model.period.id == "2026-27-Q3"
    assert "make its return from 1 January 2027" in words_on(page)
    assert not page.head.make.isVisible()


# ---- the tables


def test_the_tables_are_those_of_the_workbook_with_definitions(tables: ReturnsPage) -> None:
    headline, gender = tables.tables.tables[:2]
    assert headline.sheet.title == "Headline figures"
    assert "each counted on the day it was received" in headline.sheet.rows[0].under
    assert spoken(headline)[0].startswith("Referrals received, everyone: ")
    assert "In work at 26 weeks, everyone: withheld" in spoken(headline)
    assert gender.sheet.heads[0] == "Women"
    assert "c means" in words_on(tables.tables)
    assert "3 Check the tables" in steps(tables)


def test_why_a_figure_is_withheld_stands_beside_it_and_nowhere_else(tables: ReturnsPage) -> None:
    table = tables.tables.tables[0]
    assert table.hasFocus()
    press(Qt.Key.Key_Down, times=2)
    words = words_on(tables.why)
    assert "Why this figure is withheld" in words
    assert "Job starts, every job, everyone" in words
    assert "There are fewer than 5." in words
    assert "A reader can tell only that it is 0 to 4." in words
    assert "Every paid job started in the period" in words
    assert "fewer than 5" not in words_on(tables.tables)


def test_a_shown_figure_tells_inside_what_the_record_has(tables: ReturnsPage) -> None:
    figure = tables.model.figure((0, len(tables.model.made.tables[0].figures) - 1))  # type: ignore[union-attr] # made
    assert figure is not None
    assert f"Shown as {figure.shown}. The record has {figure.truth}." in words_on(tables.why)


def test_the_records_behind_a_figure_are_one_press_away(qtbot: QtBot, tables: ReturnsPage) -> None:
    key = tables.tables.key()
    press(Qt.Key.Key_Return)
    assert tables.records.isVisible()
    figure = tables.model.figure(key) if key is not None else None
    assert figure is not None
    assert len(tables.records.table.rows.rows) == figure.truth
    assert "Behind ‘Referrals received, everyone’" in words_on(tables.records)
    with qtbot.waitSignal(tables.go) as gone:
        press(Qt.Key.Key_Return)
    assert gone.args[0] == "client"
    press(Qt.Key.Key_Escape)
    assert tables.tables.isVisible()
    assert tables.tables.key() == key
    click(tables.why.behind)
    assert tables.records.isVisible()


def test_the_audit_is_told_in_words(tables: ReturnsPage) -> None:
    words = words_on(tables.audit)
    for said in ("Passed", "No small figure can be worked out.", "No return of this year was sent"):
        assert said in words


def test_a_refusal_stands_at_the_top_with_the_focus(
    window: MainWindow, counted: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise Refused("No safe form of this return was found.")

    monkeypatch.setattr(counted.services.returns, "make", refuse)
    page = page_of(window)
    click(page.head.make)
    assert page.problems.hasFocus()
    assert page.problems.problems() == ["No safe form of this return was found."]


def test_making_shows_that_it_works_and_can_be_cancelled(qtbot: QtBot, counted: Session) -> None:
    slow = Slow()
    _, page = opened(qtbot, counted, slow)
    click(page.head.make)
    assert page.making.bar.isVisible()
    assert focus() is page.making.cancel
    press(Qt.Key.Key_Space)
    slow.finish()
    assert page.model.made is None
    assert page.gaps.isVisible()


def test_a_change_of_the_record_makes_the_tables_old(tables: ReturnsPage, counted: Session) -> None:
    client = counted.services.clients.get(tables.model.gaps[0].client_id)
    services_of(counted, "Ellen Marsh").clients.save(
        client=replace(client, gender="2", born_on=date(1988, 1, 1))
    )
    assert "The record changed since these tables were made." in words_on(tables)
    assert not tables.head.check.isVisible()
    click(tables.head.make)
    assert "The record changed" not in words_on(tables)


# ---- what leaves


def test_everything_that_leaves_is_shown_before_a_folder_is_chosen(
    tables: ReturnsPage, tmp_path: Path
) -> None:
    tables.choose_folder = lambda _title: str(tmp_path)
    click(tables.head.check)
    words = words_on(tables.leaving)
    for said in (
        "North West London Integrated Care Board",
        "return-2026-27-Q2.xlsx",
        "12 tables",
        "No name, no date of birth, no note, and no figure from 1 to 4",
        "Nadia Farouk, which is you, today",
    ):
        assert said in words
    assert list(tmp_path.glob("return-*")) == []
    click(tables.leaving.go)
    folder = tmp_path / "return-2026-27-Q2"
    assert sorted(file.name for file in folder.iterdir()) == [
        "metadata.json",
        "published.json",
        "return-2026-27-Q2.xlsx",
    ]
    assert "The files are in the folder return-2026-27-Q2." in words_on(tables.leaving)
    assert "4 Sent" in steps(tables)
    assert not tables.leaving.go.isVisible()
    assert "Quarter 2 of 2026-27" in words_on(tables.sent)


def test_a_folder_that_holds_a_return_already_is_refused_in_words(
    tables: ReturnsPage, tmp_path: Path
) -> None:
    taken = tmp_path / "return-2026-27-Q2"
    taken.mkdir()
    (taken / "published.json").write_text("{}")
    tables.choose_folder = lambda _title: str(tmp_path)
    click(tables.head.check)
    click(tables.leaving.go)
    assert tables.leaving.problems.hasFocus()
    assert "already holds a return" in tables.leaving.problems.problems()[0]
    assert tables.model.sent == []
    assert tables.leaving.go.isVisible()


def test_no_folder_chosen_is_nothing_done(tables: ReturnsPage) -> None:
    tables.choose_folder = lambda _title: ""
    click(tables.head.check)
    click(tables.leaving.go)
    assert tables.model.sent == []


def test_an_administrator_checks_and_a_lead_approves(qtbot: QtBot, counted: Session) -> None:
    _, page = opened(qtbot, counted, as_="Ellen Marsh")
    click(page.head.make)
    click(page.head.check)
    words = words_on(page.leaving)
    assert "Not approved yet" in words
    assert "Ask Martin Doyle, Nadia Farouk to make it, check it and send it." in words
    assert not page.leaving.go.isVisible()


def test_what_was_sent_stays_as_its_reader_has_it(
    tables: ReturnsPage, counted: Session, tmp_path: Path
) -> None:
    tables.choose_folder = lambda _title: str(tmp_path)
    click(tables.head.check)
    click(tables.leaving.go)
    before = [spoken(table) for table in tables.tables.tables]
    for client in counted.services.clients.search("Person 1", limit=20):
        kept = counted.services.clients.get(client.client_id)
        services_of(counted, "Ellen Marsh").clients.save(client=replace(kept, gender="3"))
    click(next(iter(tables.sent.lines.values())))
    words = words_on(tables.sent_view)
    assert "As it was sent on 24 November 2026" in words
    assert "Approved by Nadia Farouk." in words
    assert [spoken(table) for table in tables.sent_view.tables.tables] == before
    press(Qt.Key.Key_Escape)
    assert not tables.sent_view.isVisible()


def test_the_period_list_says_what_is_not_over_and_what_was_sent(
    tables: ReturnsPage, tmp_path: Path
) -> None:
    tables.choose_folder = lambda _title: str(tmp_path)
    click(tables.head.check)
    click(tables.leaving.go)
    box: QComboBox = tables.head.period
    listed = [box.itemText(at) for at in range(box.count())]
    assert "Quarter 3 of 2026-27, 1 October to 31 December 2026 (not over yet)" in listed
    assert "Quarter 2 of 2026-27, 1 July to 30 September 2026 (sent before)" in listed


# ---- accessibility


def test_the_start_is_accessible(window: MainWindow) -> None:
    assert_accessible(window)


def test_the_tables_are_accessible(window: MainWindow, tables: ReturnsPage) -> None:
    assert_accessible(window)


def test_what_leaves_is_accessible(window: MainWindow, tables: ReturnsPage) -> None:
    click(tables.head.check)
    assert_accessible(window)
