"""Half-written contacts: kept from the first letter, given back, never mixed up."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseload.app import Session
from tests.ui.beside_caseload import BesideCaseload
from tests.ui.in_window import alt, click, control, focus, press, tab_to, words_on, write
from ui.record_contact.answers import Answers


@pytest.fixture
def opened(qtbot: QtBot, filled_session: Session) -> BesideCaseload:
    return BesideCaseload(qtbot, filled_session)


def test_the_draft_lies_in_the_store_a_second_after_the_last_key(
    qtbot: QtBot, opened: BesideCaseload
) -> None:
    dana = opened.begin("Dana Petrescu")
    write("Half a sen")
    qtbot.waitUntil(lambda: opened.draft(dana) is not None, timeout=2000)
    kept = opened.draft(dana)
    assert kept is not None
    assert kept.notes == "Half a sen"
    assert "Draft kept 2:41pm" in words_on(opened.pane)


def test_escape_closes_at_once_and_everything_comes_back(opened: BesideCaseload) -> None:
    dana = opened.begin("Dana Petrescu")
    alt("3")
    write("Half a sen")
    tab_to(opened.put.minutes)
    write("abc")
    press(Qt.Key.Key_Escape)
    assert not opened.pane.isVisible()
    kept = opened.draft(dana)
    assert kept is not None
    assert (kept.notes, kept.medium, kept.minutes) == ("Half a sen", "11", "abc")
    opened.begin()
    assert opened.put.client.line.text() == "Dana Petrescu", "the newest draft is resumed"
    assert opened.put.notes.words() == "Half a sen"
    assert opened.put.medium.value() == "11"
    assert opened.put.minutes.text() == "abc"
    assert "This is the draft you left" in words_on(opened.pane)


def test_another_client_has_a_draft_of_their_own(opened: BesideCaseload) -> None:
    dana = opened.begin("Dana Petrescu")
    write("About Dana")
    zainab = opened.begin("Zainab Ali")
    assert opened.put.notes.words() == ""
    write("About Zainab")
    opened.begin("Dana Petrescu")
    assert opened.put.notes.words() == "About Dana"
    kept = opened.draft(zainab)
    assert kept is not None
    assert kept.notes == "About Zainab"
    assert opened.draft(dana) is not None


def test_before_a_lock_the_draft_is_kept_at_once(opened: BesideCaseload) -> None:
    dana = opened.begin("Dana Petrescu")
    write("Somebody walked behind me")
    opened.pane.settle()
    kept = opened.draft(dana)
    assert kept is not None
    assert kept.notes == "Somebody walked behind me"


def test_discarding_the_draft_empties_the_form_and_the_store(opened: BesideCaseload) -> None:
    dana = opened.begin("Dana Petrescu")
    write("Not this")
    opened.pane.settle()
    click(opened.pane.discard)
    assert opened.draft(dana) is None
    assert opened.put.notes.words() == ""
    assert opened.put.place.text() == "Room 4"
    assert focus() is opened.put.notes


def test_saving_drops_the_draft(opened: BesideCaseload) -> None:
    dana = opened.begin("Dana Petrescu")
    write("Done")
    opened.pane.settle()
    control(Qt.Key.Key_Return)
    assert opened.draft(dana) is None
    assert opened.session.services.drafts.all() == []


@given(
    st.builds(
        Answers,
        day=st.text(max_size=12), at=st.text(max_size=8), notes=st.text(max_size=80),
        promise=st.text(max_size=30), done=st.lists(st.uuids().map(str)).map(tuple),
        book=st.booleans(), minutes=st.text(max_size=4),
    )
)  # fmt: skip
def test_a_draft_gives_back_whatever_was_typed(answers: Answers) -> None:
    assert Answers.from_draft(json.loads(json.dumps(answers.as_draft()))) == answers
