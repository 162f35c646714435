"""The head of the client's page: last time, promises and next at a glance, and what it may do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.appointments import Appointment
from caseload.changes import Changed
from caseload.clients.safety import SafetyKind
from caseload.contacts.client_contact import ClientContact
from caseload.contacts.next_action import Promiser
from caseload.services.contacts import Promise
from tests.team import Team, accepted, team_in
from tests.ui.client_in_sight import (
    InSight,
    button_of,
    client_in_sight,
    page_of,
    press,
    seen,
    settle,
    type_in,
)
from tests.ui.clock import AFTERNOON
from ui.client.details_tab import DetailsTab
from ui.privacy import names

TODAY = AFTERNOON.date()


@pytest.fixture
def dana(qtbot: QtBot, filled_session: Session) -> InSight:
    return client_in_sight(qtbot, filled_session)


def test_the_head_says_who_how_far_and_since_when(dana: InSight) -> None:
    head = seen(dana.page.header)
    assert "Dana Petrescu" in head
    assert "34, Talking Therapies, finding work, yours since 20 September 2026" in head
    assert "Interviews, step 4 of 5" in head
    assert dana.page.title() == "Dana Petrescu"
    assert dana.page.client() == dana.client_id


def test_safety_lines_stand_in_the_head_with_the_day_they_were_reviewed(dana: InSight) -> None:
    assert "Text first. No voicemail. Not before 10am." in seen(dana.page.header)
    dana.services.clients.add_safety_line(
        client_id=dana.client_id, kind=SafetyKind.RISK, words="Meet inside, never in the car park."
    )
    dana.page.on_changed(Changed(frozenset({"safety_line"}), frozenset({dana.client_id})))
    head = seen(dana.page.header)
    assert head.index("Meet inside, never in the car park.") < head.index("Text first.")
    assert head.count("Reviewed 24 November 2026") == 2


def test_who_has_no_safety_line_is_one_press_from_the_first(
    qtbot: QtBot, filled_session: Session
) -> None:
    kwame = client_in_sight(qtbot, filled_session, "Kwame Boateng")
    assert "No risk or safe-contact lines are recorded." in seen(kwame.page.header)
    press(kwame.page.header.safety.add)
    assert kwame.page.tabs.key() == "details"
    assert kwame.page.part().open_now() is not None


def test_last_time_promises_and_next_stand_in_this_order(dana: InSight) -> None:
    services = dana.services
    services.contacts.promise(
        client_id=dana.client_id,
        promise=Promise("Bring the payslip", TODAY + timedelta(days=2), Promiser.CLIENT),
    )
    services.appointments.book(
        appointment=Appointment(
            client_id=dana.client_id,
            person_id="",
            day=TODAY + timedelta(days=2),
            starts_at=time(15, 30),
            place="Room 4",
        )
    )
    dana.page.on_changed(Changed(frozenset(), frozenset({dana.client_id})))
    told = seen(dana.page.blocks)
    last, promised, coming = (
        told.index(words)
        for words in ("Last time, 17 November 2026, in person", "You promised", "Next")
    )
    assert last < promised < coming
    assert "Interview at Brookside went well." in told[last:promised]
    assert "Ring Brookside about a start date" in told[promised:coming]
    assert "Due today" in told[promised:coming]
    assert "Thursday 26 November 2026, 3:30pm, Room 4." in told[coming:]
    assert "Dana promised: Bring the payslip (Thursday)." in told[coming:]


def test_a_promise_is_ticked_off_where_it_stands(qtbot: QtBot, dana: InSight) -> None:
    row = dana.page.blocks.rows()[0]
    with qtbot.waitSignal(dana.page.said) as said:
        QTest.mouseClick(row.box, Qt.MouseButton.LeftButton)
    assert said.args == ["Ticked off. Ctrl Z takes it back."]
    kept = {a.words: a.done_on for a in dana.services.contacts.promises(dana.client_id)}
    assert kept["Ring Brookside about a start date"] == TODAY
    assert "Done 24 November" in seen(dana.page.blocks)
    change = dana.services.history.last_change()
    assert change is not None
    dana.services.history.undo(change=change)
    dana.page.on_changed(Changed(frozenset(), frozenset({dana.client_id})))
    assert dana.page.blocks.rows()[0].line.kind == "info"


def test_the_words_of_a_promise_tick_it_too(dana: InSight) -> None:
    row = dana.page.blocks.rows()[0]
    spot = row.rect().center()
    words = row.childAt(spot)
    assert words is not None
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    settle()
    assert not dana.services.contacts.promises(dana.client_id, open_only=True)[0].done_on
    done = [a for a in dana.services.contacts.promises(dana.client_id) if a.done_on]
    assert [a.words for a in done] == ["Ring Brookside about a start date"]


def test_many_promises_are_shown_when_asked_for(dana: InSight) -> None:
    for number in range(6):
        dana.services.contacts.promise(
            client_id=dana.client_id,
            promise=Promise(f"Promise {number}", TODAY + timedelta(days=20 + number)),
        )
    dana.page.on_changed(Changed(frozenset(), frozenset({dana.client_id})))
    assert len(dana.page.blocks.rows()) == 4
    press(button_of(dana.page.blocks, "Show 4 more"))
    assert len(dana.page.blocks.rows()) == 8


def test_long_notes_are_cut_in_the_head_and_read_in_full_one_step_away(dana: InSight) -> None:
    long = "She spoke about the bakery, the early starts and the bus. " * 9
    dana.services.contacts.record(
        contact=ClientContact(client_id=dana.client_id, person_id="", day=TODAY, notes=long)
    )
    dana.page.on_changed(Changed(frozenset(), frozenset({dana.client_id})))
    shown = seen(dana.page.blocks.last)
    assert "…" in shown
    assert len(shown) < len(long)
    press(button_of(dana.page.blocks, "Read all of it"))
    assert long.strip() in seen(dana.page.body)


def test_buttons_lead_to_recording_and_better_off(qtbot: QtBot, dana: InSight) -> None:
    for button, place in (
        (dana.page.header.record, "record_contact"),
        (dana.page.header.better_off, "better_off"),
    ):
        with qtbot.waitSignal(dana.page.go) as gone:
            press(button)
        assert gone.args == [place, dana.client_id]


# ---- privacy, others, changes


def test_hidden_names_are_hidden_everywhere_on_the_page(dana: InSight) -> None:
    client = dana.services.clients.get(dana.client_id)
    dana.services.contacts.record(
        contact=ClientContact(
            client_id=dana.client_id, person_id="", day=TODAY, notes="Dana met Joan. PETRESCU!"
        )
    )
    dana.page.model.refresh()
    for part in ("details", "timeline"):
        dana.part(part)
    names().hide(True)
    settle()
    for part in ("timeline", "details", "consent", "profile"):
        dana.part(part)
        told = seen(dana.page)
        for hidden in (client.given_name, client.family_name, client.telephone, "18 March 1992"):
            assert hidden.casefold() not in told.casefold(), part
    assert "Dana" not in dana.page.title()


def test_hiding_names_closes_the_form_that_shows_them_and_keeps_what_is_typed(
    dana: InSight,
) -> None:
    dana.part("details")
    part = dana.page.part()
    assert isinstance(part, DetailsTab)
    press(part.lists["who"].changes["known_as"])
    type_in(part.form.boxes["known_as"], "Dani")
    names().hide(True)
    settle()
    assert not part.form.isVisible()
    names().hide(False)
    press(part.lists["who"].changes["known_as"])
    assert part.form.text("known_as") == "Dani"


def test_an_administrator_reads_no_notes_and_records_none(qtbot: QtBot, team: Team) -> None:
    held = accepted(team)
    team.services().contacts.record(
        contact=ClientContact(client_id=held, person_id="", day=TODAY, notes="A private note")
    )
    page = page_of(qtbot, team.services("Moses"), held)
    told = seen(page)
    assert "Notes are open to the specialist and the team lead only." in told
    assert "A private note" not in told
    assert not page.header.record.isVisible()
    assert not page.header.line.isVisible()
    page.show_part("jobs")
    assert "Jobs will be listed here" in seen(page)
    assert not page.part().findChildren(type(page.header.record))[0].isVisible()


def test_a_colleagues_client_is_named_by_nobody(qtbot: QtBot, team: Team) -> None:
    held = accepted(team, by="Priya")
    page = page_of(qtbot, team.services("Nadia"), held)
    told = seen(page)
    assert "This client is held by Priya Farouk." in told
    assert "Petrescu" not in told
    assert page.title() == ""
    assert page.client() is None


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    with team_in(tmp_path / "team") as made:
        yield made


def test_a_change_made_elsewhere_is_shown_and_what_is_typed_stays(dana: InSight) -> None:
    dana.part("details")
    part = dana.page.part()
    press(button_of(part, "Add a line"))
    form = part.open_now()
    assert form is not None
    type_in(form.boxes["words"], "Half a sentence")
    client = dana.services.clients.get(dana.client_id)
    dana.services.clients.save(client=replace(client, known_as="Dani"))
    dana.page.on_changed(Changed(frozenset({"client"}), frozenset({dana.client_id})))
    assert "How to reach Dani" not in seen(form)
    assert form.text("words") == "Half a sentence"
    assert dana.page.model.first_name() == "Dani"


def test_the_menu_reaches_every_part(dana: InSight) -> None:
    answers = dana.page.commands()
    for command, part in (
        ("open_profile", "profile"),
        ("open_consent", "consent"),
        ("open_safety", "details"),
        ("record_job", "jobs"),
        ("book_appointment", "appointments"),
    ):
        answers[command]()
        assert dana.page.tabs.key() == part
    assert "save" in dana.page.commands()


def test_another_client_starts_afresh(filled_session: Session, dana: InSight) -> None:
    dana.part("consent")
    other = filled_session.services.clients.search("Kwame Boateng")[0].client_id
    dana.page.on_shown(other)
    assert dana.page.title() == "Kwame Boateng"
    assert dana.page.tabs.key() == "timeline"
    assert "Brookside went well" not in seen(dana.page)


def test_only_one_button_of_the_view_is_primary(dana: InSight) -> None:
    assert dana.page.header.record.property("kind") == "primary"
    dana.part("jobs")
    assert dana.page.header.record.property("kind") == "plain"
    dana.part("timeline")
    assert dana.page.header.record.property("kind") == "primary"


def test_a_waiting_client_has_a_page_too(qtbot: QtBot, filled_session: Session) -> None:
    lucy = client_in_sight(qtbot, filled_session, "Lucy Marsh")
    assert "waiting since 17 November 2026" in seen(lucy.page.header)
    assert "Nobody has met Lucy yet." in seen(lucy.page.blocks)
