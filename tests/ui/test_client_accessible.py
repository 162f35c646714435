"""The client's page in the window: names, order, targets, contrast and 200 % text; keys alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.clients.safety import SafetyKind
from tests.ui.client_in_sight import seen, settle, type_day, type_in
from tests.ui_frame.accessibility import assert_accessible
from ui.background import AtOnce
from ui.client.consent_tab import ConsentTab
from ui.client.jobs_tab import JobsTab
from ui.client.page import ClientPage
from ui.client.profile_tab import ProfileTab
from ui.main_window import MainWindow
from ui.pages import PageBase
from ui.shared_screen import share_screen
from ui.theme import look


def in_window(
    qtbot: QtBot, session: Session, name: str, part: str = "timeline"
) -> tuple[MainWindow, ClientPage]:
    page = ClientPage(session.services, AtOnce())
    window = MainWindow()
    qtbot.addWidget(window)
    window.add_page("client", page, under="caseload")
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.go("client", (session.services.clients.search(name)[0].client_id, part))
    settle()
    return window, page


def _as_it_opens(_page: ClientPage) -> None:
    """Nothing is done."""


def _a_job_form_with_problems(page: ClientPage) -> None:
    part = page.part()
    assert isinstance(part, JobsTab)
    part.start_job()
    part.form.submit()


def _words_to_agree(page: ClientPage) -> None:
    part = page.part()
    assert isinstance(part, ConsentTab)
    part.ask("disclosure")


def _the_profile_together(page: ClientPage) -> None:
    part = page.part()
    assert isinstance(part, ProfileTab)
    part.write_together("hours")


@pytest.mark.parametrize(
    ("name", "part", "does"),
    [
        ("Dana Petrescu", "timeline", _as_it_opens),
        (
            "Oluwaseun Abiodun Fitzgerald-Oyelaran Montgomery",
            "jobs",
            _a_job_form_with_problems,
        ),
        ("Dana Petrescu", "consent", _words_to_agree),
        ("Dana Petrescu", "profile", _the_profile_together),
        ("Nguyễn Thị Hạnh", "details", _as_it_opens),
    ],
)
def test_every_part_is_accessible_in_every_palette_and_size(
    qtbot: QtBot,
    filled_session: Session,
    name: str,
    part: str,
    does: Callable[[ClientPage], None],
) -> None:
    client_id = filled_session.services.clients.search(name)[0].client_id
    filled_session.services.clients.add_safety_line(
        client_id=client_id,
        kind=SafetyKind.RISK,
        words="A former partner lives nearby. Meet inside, never in the car park.",
    )
    window, page = in_window(qtbot, filled_session, name, part)
    does(page)
    assert_accessible(window)


def test_a_consent_is_recorded_with_the_keyboard_alone(
    qtbot: QtBot, filled_session: Session
) -> None:
    _window, page = in_window(qtbot, filled_session, "Dana Petrescu")
    page.commands()["open_consent"]()
    part = page.part()
    assert isinstance(part, ConsentTab)
    part.rows["dwp"].give.setFocus()
    QTest.keyClick(part.rows["dwp"].give, Qt.Key.Key_Space)
    settle()
    answer = QApplication.focusWidget()
    assert answer is not None
    QTest.keyClick(answer, Qt.Key.Key_Space)
    QTest.keyClick(answer, Qt.Key.Key_Tab)
    _tab_to(part.form.boxes["how"])
    QTest.keyClick(part.form.boxes["how"], Qt.Key.Key_Down)
    type_day(part.form.boxes["on"], "20 11 2026")
    page.commands()["save"]()
    client_id = str(page.client())
    kept = filled_session.services.clients.consents(client_id)[0]
    assert (kept.purpose, kept.given, kept.how) == ("dwp", True, "in person")


def _tab_to(widget: object) -> None:
    for _ in range(20):
        now = QApplication.focusWidget()
        if now is widget:
            return
        assert now is not None
        QTest.keyClick(now, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def test_escape_closes_the_top_thing_only(qtbot: QtBot, filled_session: Session) -> None:
    window, page = in_window(qtbot, filled_session, "Dana Petrescu", "jobs")
    part = page.part()
    assert isinstance(part, JobsTab)
    part.start_job()
    type_in(part.form.employer, "Larch Lane")
    QTest.keyClick(part.form.employer, Qt.Key.Key_Escape)
    settle()
    assert part.open_now() is None
    assert window.place() == "client"


def test_the_page_never_makes_the_window_grow(qtbot: QtBot, filled_session: Session) -> None:
    window, page = in_window(qtbot, filled_session, "Dana Petrescu")
    for scale in (1.0, 2.0, 1.0):
        look().wear(text_scale=scale)
        for part in ("timeline", "profile"):
            page.show_part(part)
            settle()
            assert (window.width(), window.height()) == (1366, 768)


def test_beside_another_pane_name_and_safety_stay_in_sight(
    qtbot: QtBot, filled_session: Session
) -> None:
    window, page = in_window(qtbot, filled_session, "Dana Petrescu")
    assert not page.whole.pinned.isVisible()
    window.beside.show_pane(QWidget(), lambda: 496)
    settle()
    assert page.whole.pinned.isVisible()
    assert page.whole.pinned.name.text() == "Dana Petrescu"
    assert (window.width(), window.height()) == (1366, 768)
    window.beside.hide_pane()
    settle()
    assert not page.whole.pinned.isVisible()


def test_a_shared_screen_shows_nobody_else_until_the_page_is_left(
    qtbot: QtBot, filled_session: Session
) -> None:
    window, page = in_window(qtbot, filled_session, "Dana Petrescu", "profile")
    page.shared_screen.connect(partial(share_screen, window))
    window.add_page("today", PageBase())
    part = page.part()
    assert isinstance(part, ProfileTab)
    window.beside.show_pane(QWidget(), lambda: 496)
    part.write_together("good")
    type_in(part.together_view.questions["skills"].box, "Patient")
    settle()
    assert not window.sidebar.isVisible()
    assert not window.corner_bar.finder.isVisible()
    assert window.beside.pane() is None
    assert "Dana" not in window.windowTitle()
    assert "Shared screen: only Dana is shown" in seen(window.corner_bar)
    window.go("today")
    settle()
    assert window.sidebar.isVisible()
    assert window.corner_bar.finder.isVisible()
    drafts = filled_session.services.drafts
    kept = drafts.get(form="client.profile", subject_id=str(page.client()))
    assert kept is not None
    assert kept["skills"] == "Patient"
