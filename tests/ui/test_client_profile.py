"""The vocational profile: started by the first answer, written together, printed, signed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from caseload.app import Session
from tests.ui.client_in_sight import (
    InSight,
    button_of,
    client_in_sight,
    press,
    seen,
    settle,
    type_day,
    type_in,
)
from tests.ui.clock import AFTERNOON
from ui import printing
from ui.client.profile_tab import ProfileTab
from ui.client.profile_together import TogetherView

TODAY = AFTERNOON.date()


def tab(sight: InSight) -> ProfileTab:
    part = sight.page.part()
    assert isinstance(part, ProfileTab)
    return part


def together(sight: InSight) -> TogetherView:
    view = tab(sight).together_view
    assert view.isVisible()
    return view


@pytest.fixture
def yohannes(qtbot: QtBot, filled_session: Session) -> InSight:
    """A client whose profile has not been started."""
    return client_in_sight(qtbot, filled_session, "Yohannes Tesfaye", "profile")


@pytest.fixture
def dana(qtbot: QtBot, filled_session: Session) -> InSight:
    return client_in_sight(qtbot, filled_session, "Dana Petrescu", "profile")


def test_the_first_answer_starts_the_profile_and_its_clock(qtbot: QtBot, yohannes: InSight) -> None:
    assert "The vocational profile will be here" in seen(tab(yohannes))
    press(button_of(tab(yohannes), "Write it together"))
    view = together(yohannes)
    assert "Yohannes, what work would suit you?" in seen(view)
    assert yohannes.services.vocational_profiles.of_client(yohannes.client_id) is None
    goal = view.questions["goal"].box
    type_in(goal, "I like plants")

    def started() -> bool:
        return yohannes.services.vocational_profiles.of_client(yohannes.client_id) is not None

    qtbot.waitUntil(started, timeout=4000)
    profile = yohannes.services.vocational_profiles.of_client(yohannes.client_id)
    assert profile is not None
    assert (profile.started_on, profile.goal) == (TODAY, "I like plants")
    row = yohannes.page.model.header.row
    assert row is not None
    assert row.clock.day_number == 0


def test_nobody_else_and_no_service_words_are_on_the_shared_screen(
    qtbot: QtBot, yohannes: InSight
) -> None:
    with qtbot.waitSignal(yohannes.page.shared_screen) as shared:
        press(button_of(tab(yohannes), "Write it together"))
    assert shared.args == ["Shared screen: only Yohannes is shown"]
    assert yohannes.page.title() == ""
    told = seen(yohannes.page)
    for hidden in ("Risk", "Record", "Line for the GP", "Timeline", "Talking Therapies", "Consent"):
        assert hidden not in told.splitlines()
    with qtbot.waitSignal(yohannes.page.shared_screen) as over:
        press(together(yohannes).stop)
    assert over.args == [""]
    assert yohannes.services.vocational_profiles.of_client(yohannes.client_id) is None


def test_next_saves_and_moves_on_to_the_part_it_names(dana: InSight) -> None:
    press(tab(dana).lists["want"].changes["job_titles"])
    view = together(dana)
    type_in(view.questions["job_titles"].box, "Plant nursery assistant")
    press(button_of(view, "Next: hours and travel"))
    profile = dana.services.vocational_profiles.of_client(dana.client_id)
    assert profile is not None
    assert profile.job_titles == "Plant nursery assistant"
    assert view.parts.buttons["hours"].isChecked()
    assert view.parts.buttons["want"].accessibleDescription() == "Something is written"
    press(view.hours.picks["16_24"])
    press(view.hours.picks["25_34"])
    assert view.hours.texts() == ("16", "34")
    type_in(view.hours.most, "30")
    assert view.hours.picks["25_34"].isChecked()
    type_in(view.questions["pay_needed"].box, "12.71")
    press(view.stop)
    profile = dana.services.vocational_profiles.of_client(dana.client_id)
    assert profile is not None
    assert (profile.hours_least, profile.hours_most) == (Decimal(16), Decimal(30))
    assert profile.pay_needed == Decimal("12.71")
    told = seen(tab(dana))
    assert "16 to 30 hours a week" in told
    assert "£12.71 an hour or more" in told


def test_what_cannot_be_read_is_said_beside_the_question_and_kept(dana: InSight) -> None:
    press(tab(dana).lists["hours"].changes["hours"])
    view = together(dana)
    type_in(view.hours.least, "30")
    type_in(view.hours.most, "20")
    press(view.stop)
    assert view.isVisible()
    assert view.summary.problems() == ["The most hours must be at least the fewest."]
    assert view.hours.texts() == ("30", "20")
    type_in(view.questions["pay_needed"].box, "lots")
    press(view.stop)
    assert "Enter an amount in pounds, such as 12.71" in view.summary.problems()


def test_parts_are_reached_with_the_arrow_keys_and_skipping(dana: InSight) -> None:
    press(button_of(tab(dana), "Write it together"))
    view = together(dana)
    view.show_part("want")
    view.parts.buttons["want"].setFocus()
    QTest.keyClick(view.parts.buttons["want"], Qt.Key.Key_Down)
    settle()
    assert view.hours.isVisible()
    assert view.parts.buttons["hours"].hasFocus()
    press(view.skip)
    assert view.questions["work_history"].isVisible()


def test_typed_words_survive_a_closed_window(qtbot: QtBot, filled_session: Session) -> None:
    first = client_in_sight(qtbot, filled_session, "Dana Petrescu", "profile")
    press(tab(first).lists["good"].changes["skills"])
    type_in(together(first).questions["skills"].box, "Patient, good with plants")
    first.page.settle()
    first.page.hide()
    second = client_in_sight(qtbot, filled_session, "Dana Petrescu", "profile")
    assert "Some answers were typed and not saved." in seen(tab(second))
    press(tab(second).lists["good"].changes["skills"])
    view = together(second)
    assert view.questions["skills"].text() == "Patient, good with plants"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    profile = second.services.vocational_profiles.of_client(second.client_id)
    assert profile is not None
    assert profile.skills == "Patient, good with plants"
    settle()
    assert "Some answers were typed and not saved." not in seen(tab(second))


def test_answers_saved_elsewhere_meanwhile_are_kept_too(dana: InSight) -> None:
    press(tab(dana).lists["good"].changes["skills"])
    view = together(dana)
    type_in(view.questions["skills"].box, "Patient")
    profile = dana.services.vocational_profiles.of_client(dana.client_id)
    assert profile is not None
    dana.services.vocational_profiles.save(profile=replace(profile, languages="Romanian"))
    press(view.stop)
    assert "Somebody saved this record" in seen(view.summary)
    assert view.questions["languages"].text() == "Romanian"
    press(view.stop)
    kept = dana.services.vocational_profiles.of_client(dana.client_id)
    assert kept is not None
    assert (kept.skills, kept.languages) == ("Patient", "Romanian")


def test_the_pages_seen_are_the_pages_printed_and_that_is_written_down(
    dana: InSight, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[tuple[bytes, str]] = []

    def printer(_parent: QWidget, data: bytes, title: str) -> bool:
        printed.append((data, title))
        return True

    monkeypatch.setattr(printing, "ask_and_print", printer)
    press(button_of(tab(dana), "See the pages and print"))
    paper = tab(dana).paper
    assert paper.preview.data().startswith(b"%PDF")
    press(paper.print)
    assert printed == [(paper.preview.data(), "Vocational profile, as it prints")]
    assert "Petrescu" not in printed[0][1]
    profile = dana.services.vocational_profiles.of_client(dana.client_id)
    assert profile is not None
    history = dana.services.history.of_record(profile.id)
    assert history[-1].verb == "vocational_profiles.printed"
    press(paper.back)
    assert tab(dana).in_sight() is tab(dana).home()


def test_a_copy_is_written_only_where_it_was_asked_for(
    dana: InSight, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    target = tmp_path / "copy.pdf"

    def ask(_parent: QWidget, _title: str, name: str, _kind: str) -> tuple[str, str]:
        offered.append(name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    press(button_of(tab(dana), "See the pages and print"))
    paper = tab(dana).paper
    press(paper.save)
    assert target.read_bytes() == paper.preview.data()
    assert offered == ["Vocational profile.pdf"]
    target = tmp_path / "missing" / "copy.pdf"
    press(paper.save)
    assert "could not be written there" in seen(paper.summary)


def test_the_signature_is_a_day_that_the_record_keeps(dana: InSight) -> None:
    part = tab(dana)
    type_day(part.signed_on, "1 1 2020")
    press(part.sign)
    assert part.summary.problems() == [
        "The day of signing must lie between the start of the profile and today."
    ]
    type_day(part.signed_on, "24 11 2026")
    press(part.sign)
    profile = dana.services.vocational_profiles.of_client(dana.client_id)
    assert profile is not None
    assert profile.signed_on == TODAY
    assert "Signed 24 November 2026." in seen(part)
