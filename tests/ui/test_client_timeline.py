"""The timeline: filters with counts, and a contact opened, read, corrected and taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.contacts.client_contact import ClientContact
from tests.ui.client_in_sight import (
    InSight,
    button_of,
    client_in_sight,
    dialog_of,
    press,
    seen,
    settle,
    type_day,
    type_in,
)
from tests.ui.clock import AFTERNOON
from ui.client.timeline_tab import TimelineTab
from ui.privacy import names

TODAY = AFTERNOON.date()


@pytest.fixture
def dana(qtbot: QtBot, filled_session: Session) -> InSight:
    return client_in_sight(qtbot, filled_session)


def tab(sight: InSight) -> TimelineTab:
    part = sight.page.part()
    assert isinstance(part, TimelineTab)
    return part


def opened(sight: InSight) -> TimelineTab:
    """The last contact, opened with the keyboard from the list."""
    timeline = tab(sight)
    timeline.focus_first()
    row = QApplication.focusWidget()
    assert row is not None
    QTest.keyClick(row, Qt.Key.Key_Return)
    settle()
    return timeline


def test_filters_carry_their_counts_and_show_their_own(dana: InSight) -> None:
    timeline = tab(dana)
    assert "Met in person, Room 4" in seen(timeline)
    counts = timeline.words.counts()
    for name, words in (
        ("all", f"All {counts['all']}"),
        ("contacts", f"Contacts {counts['contacts']}"),
        ("employers", f"Employers {counts['employers']}"),
        ("changes", f"Changes {counts['changes']}"),
    ):
        assert timeline.filters.tab(name).accessibleName() == words
    assert counts["all"] == counts["contacts"] + counts["employers"] + counts["changes"]
    press(timeline.filters.tab("employers"))
    told = seen(timeline.timeline)
    assert "Visited Hallam Library, face to face" in told
    assert "Met in person" not in told


def test_older_entries_come_when_asked_for(dana: InSight) -> None:
    for number in range(45):
        dana.services.contacts.record(
            contact=ClientContact(
                client_id=dana.client_id,
                person_id="",
                day=TODAY - timedelta(days=number % 50),
                notes=f"Call {number}",
            )
        )
    dana.page.model.refresh()
    timeline = tab(dana)
    left = timeline.words.left_out()
    assert left > 0
    assert len(timeline.words.entries()) == 40
    press(button_of(timeline, f"Show {left} earlier entries"))
    assert timeline.words.left_out() == 0
    assert "Referred. Source" in seen(timeline)


def test_the_side_holds_what_matters_every_day(dana: InSight) -> None:
    told = seen(tab(dana).panes.side)
    assert "How to reach Dana" in told
    assert "020 7946 0018. May be texted. Do not leave a message." in told
    assert "Garden or plant work, 16 to 24 hours, near the 207 bus" in told
    assert "Given" in told
    assert "Jobcentre" in told


def test_a_contact_opens_with_enter_and_escape_comes_back_to_it(dana: InSight) -> None:
    timeline = opened(dana)
    told = seen(timeline)
    assert "Met in person, 17 November 2026" in told
    assert "Interview preparation or support" in told
    assert "10:30am" in told
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    settle()
    assert timeline.in_sight() is timeline.panes
    row = QApplication.focusWidget()
    assert row is not None
    assert row.accessibleName().startswith("17 Nov 2026. Met in person")


def test_a_correction_keeps_what_stood_before(dana: InSight) -> None:
    timeline = opened(dana)
    press(button_of(timeline, "Correct this contact"))
    form = timeline.form
    type_in(form.boxes["notes"], "She liked Joan Pryce.")
    type_in(form.boxes["minutes"], "40")
    press(form.save)
    contact = dana.services.contacts.get(timeline.contact.contact_id)
    assert (contact.notes, contact.minutes) == ("She liked Joan Pryce.", 40)
    told = seen(timeline)
    assert "She liked Joan Pryce." in told
    assert "Corrected by Nadia Farouk on 24 November 2026. It said before:" in told
    assert "Notes: Interview at Brookside went well." in told
    assert dana.services.drafts.get(form="client.correct_contact", subject_id=contact.id) is None


def test_a_refused_correction_loses_nothing_and_leads_to_the_field(dana: InSight) -> None:
    timeline = opened(dana)
    press(button_of(timeline, "Correct this contact"))
    form = timeline.form
    type_day(form.boxes["day"], "31 11 2026")
    type_in(form.boxes["at"], "half past")
    type_in(form.boxes["notes"], "Kept words")
    press(form.save)
    assert QApplication.focusWidget() is form.summary
    problems = form.summary.problems()
    assert problems[0] == "There is no such day. Check the day and the month"
    assert problems == [form.fields["day"].problem(), form.fields["at"].problem()]
    assert form.text("notes") == "Kept words"
    press(form.summary.line(1))
    assert form.boxes["at"].hasFocus()
    type_day(form.boxes["day"], "25 11 2026")
    type_in(form.boxes["at"], "2pm")
    press(form.save)
    assert form.summary.problems() == ["The day of the contact must be today or before."]


def test_what_somebody_saved_meanwhile_is_never_overwritten_unseen(dana: InSight) -> None:
    timeline = opened(dana)
    press(button_of(timeline, "Correct this contact"))
    form = timeline.form
    type_in(form.boxes["notes"], "My words")
    now = dana.services.contacts.get(timeline.contact.contact_id)
    dana.services.contacts.correct(contact=replace(now, place="Library"))
    press(form.save)
    assert "Somebody saved this record" in seen(form.summary)
    assert form.text("notes") == "My words"
    assert form.text("place") == "Library"
    press(form.save)
    kept = dana.services.contacts.get(now.id)
    assert (kept.notes, kept.place) == ("My words", "Library")


def test_a_half_written_correction_comes_back(dana: InSight) -> None:
    timeline = opened(dana)
    press(button_of(timeline, "Correct this contact"))
    type_in(timeline.form.boxes["notes"], "Half a thought")
    QTest.keyClick(timeline.form.boxes["notes"], Qt.Key.Key_Escape)
    settle()
    assert timeline.open_now() is None
    press(button_of(timeline, "Correct this contact"))
    assert timeline.form.text("notes") == "Half a thought"
    assert "This is what you had typed before." in seen(timeline.form)
    press(timeline.form.discard)
    press(button_of(timeline, "Correct this contact"))
    assert timeline.form.text("notes").startswith("Interview at Brookside")


def test_typing_is_kept_within_two_seconds(qtbot: QtBot, dana: InSight) -> None:
    timeline = opened(dana)
    press(button_of(timeline, "Correct this contact"))
    type_in(timeline.form.boxes["place"], "Room 9")
    assert timeline.form._pause.interval() <= 2000

    def kept() -> bool:
        draft = dana.services.drafts.get(
            form="client.correct_contact", subject_id=timeline.contact.contact_id
        )
        return draft is not None and draft["place"] == "Room 9"

    qtbot.waitUntil(kept, timeout=4000)
    assert "Draft kept 2:41pm" in seen(timeline.form)


def test_a_contact_recorded_by_mistake_goes_after_asking_and_undo_puts_it_back(
    dana: InSight,
) -> None:
    timeline = opened(dana)
    contact_id = timeline.contact.contact_id
    press(button_of(timeline, "Recorded by mistake"))
    press(button_of(dialog_of(dana.page), "Keep it"))
    assert not dana.services.contacts.get(contact_id).hidden
    press(button_of(timeline, "Recorded by mistake"))
    press(button_of(dialog_of(dana.page), "Take it out"))
    assert dana.services.contacts.get(contact_id).hidden
    assert timeline.in_sight() is timeline.panes
    assert "Met in person" not in seen(timeline.timeline)
    change = dana.services.history.last_change()
    assert change is not None
    dana.services.history.undo(change=change)
    assert not dana.services.contacts.get(contact_id).hidden


def test_hidden_names_leave_a_contact_to_read_but_not_to_correct(dana: InSight) -> None:
    timeline = opened(dana)
    names().hide(True)
    assert "Names are hidden. Show names to correct this contact." in seen(timeline)
    assert not timeline.contact.correct.isVisible()


def test_nothing_yet_offers_the_first_contact(qtbot: QtBot, session: Session) -> None:
    from caseload.clients.client import Client

    referral = session.services.referrals.receive(
        client=Client(given_name="Ọlá", family_name="Adeyẹmi"), received_on=TODAY, source="A1"
    )
    sight = client_in_sight(qtbot, session, "Ola")
    assert referral.client_id == sight.client_id
    told = seen(tab(sight))
    assert "Referred. Source" in told
    press(tab(sight).filters.tab("contacts"))
    assert "Nothing of this kind yet." in seen(tab(sight))
