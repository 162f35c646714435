"""Consent on the client's page: answers recorded by purpose, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.clients.consent import Standing, standing
from tests.ui.client_in_sight import (
    InSight,
    button_of,
    choose,
    client_in_sight,
    dialog_of,
    press,
    seen,
    segment_of,
    type_day,
    type_in,
)
from tests.ui.clock import AFTERNOON
from ui.client.consent_tab import ConsentTab

TODAY = AFTERNOON.date()


@pytest.fixture
def dana(qtbot: QtBot, filled_session: Session) -> InSight:
    return client_in_sight(qtbot, filled_session)


def consent(sight: InSight) -> ConsentTab:
    sight.part("consent")
    part = sight.page.part()
    assert isinstance(part, ConsentTab)
    return part


def stood(sight: InSight, purpose: str) -> Standing:
    return standing(sight.services.clients.consents(sight.client_id), purpose, TODAY)


def test_every_purpose_says_how_it_stands_and_since_when(dana: InSight) -> None:
    part = consent(dana)
    assert len(part.rows) == 16
    assert "Given" in seen(part.rows["employer"])
    assert "20 September 2026, On paper" in seen(part.rows["employer"])
    assert "Not asked yet" in seen(part.rows["dwp"])


def test_disclosure_needs_the_agreed_words_and_shows_them_large(dana: InSight) -> None:
    part = consent(dana)
    press(part.rows["disclosure"].give)
    form = part.form
    assert form.fields["words"].isVisible()
    press(form.save)
    assert form.summary.problems() == [
        "Choose the client's answer.",
        "Say how the client answered, for example on paper or by telephone.",
    ]
    press(segment_of(form.boxes["given"], "Agrees"))
    press(form.save)
    assert form.summary.problems()[0] == "Write the words that the client agreed may be said."
    type_in(form.boxes["words"], "A short break every two hours")
    choose(form.boxes["how"], "in person")
    press(form.save)
    assert stood(dana, "disclosure") is Standing.AGREED_WORDS
    told = seen(part.rows["disclosure"])
    assert "Only these words" in told
    assert "“A short break every two hours”" in told
    assert "Agreed words only" in told
    dana.part("timeline")
    assert "“A short break every two hours”" in seen(dana.page.part())


def test_a_no_is_an_answer_too(dana: InSight) -> None:
    part = consent(dana)
    press(part.rows["dwp"].give)
    assert not part.form.fields["words"].isVisible()
    press(segment_of(part.form.boxes["given"], "Does not agree"))
    choose(part.form.boxes["how"], "by telephone")
    type_day(part.form.boxes["on"], "20 11 2026")
    press(part.form.save)
    assert stood(dana, "dwp") is Standing.NOT_GIVEN
    assert "Said no on 20 November 2026, by telephone" in seen(part.rows["dwp"])


def test_withdrawing_asks_first_and_then_nothing_rests_on_it(dana: InSight) -> None:
    part = consent(dana)
    press(part.rows["employer"].withdraw)
    focused = QApplication.focusWidget()
    assert focused is button_of(dialog_of(dana.page), "Keep it")
    QTest.keyClick(button_of(dialog_of(dana.page), "Withdraw the consent"), Qt.Key.Key_Return)
    assert stood(dana, "employer") is Standing.GIVEN
    press(button_of(dialog_of(dana.page), "Keep it"))
    assert stood(dana, "employer") is Standing.GIVEN
    press(part.rows["employer"].withdraw)
    press(button_of(dialog_of(dana.page), "Withdraw the consent"))
    assert stood(dana, "employer") is Standing.WITHDRAWN
    assert "Given 20 September 2026, withdrawn 24 November 2026" in seen(part.rows["employer"])


def test_drafts_of_two_purposes_are_kept_apart(dana: InSight) -> None:
    part = consent(dana)
    press(part.rows["dwp"].give)
    choose(part.form.boxes["how"], "by telephone")
    QTest.keyClick(part.form, Qt.Key.Key_Escape)
    press(part.rows["family"].give)
    assert part.form.text("how") == ""
    QTest.keyClick(part.form, Qt.Key.Key_Escape)
    press(part.rows["dwp"].give)
    assert part.form.text("how") == "telephone"
