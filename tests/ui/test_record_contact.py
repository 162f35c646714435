"""Recording a contact with the keyboard alone, and never losing what was typed."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.appointments import Appointment
from tests.ui.beside_caseload import BesideCaseload
from tests.ui.clock import Clock
from tests.ui.in_window import alt, click, control, focus, press, tab_to, words_on, write
from tests.ui_frame.accessibility import assert_accessible
from ui.privacy import names


@pytest.fixture
def opened(qtbot: QtBot, filled_session: Session) -> BesideCaseload:
    return BesideCaseload(qtbot, filled_session)


# ---- the quick way


def test_a_call_is_logged_in_a_handful_of_keys_and_one_is_back_where_one_was(
    qtbot: QtBot, opened: BesideCaseload, clock: Clock
) -> None:
    opened.page.table.setFocus()
    dana = opened.begin("Dana Petrescu")
    assert focus() is opened.put.notes, "everything before is filled in"
    alt("2")
    write("Joan can start Dana on Monday")
    with qtbot.waitSignal(opened.pane.said) as said:
        control(Qt.Key.Key_Return)
    assert said.args == ["Contact with Dana Petrescu is recorded"]
    kept = opened.newest(dana)
    assert (kept.day, kept.at, kept.medium, kept.attendance) == (
        clock.today, time(14, 41), "02", "5",
    )  # fmt: skip
    assert (kept.place, kept.reason, kept.job_id) == ("Room 4", "interview", None)
    assert kept.notes == "Joan can start Dana on Monday"
    assert not opened.pane.isVisible()
    assert focus() is opened.page.table


def test_a_promise_made_and_one_kept_are_saved_with_the_contact(
    opened: BesideCaseload, clock: Clock
) -> None:
    dana = opened.begin("Dana Petrescu")
    tab_to(opened.put.promise)
    write("Better-off letter for 16 hours")
    alt("8")
    first = next(iter(opened.put.ticks.values()))
    assert first.words() == "Ring Brookside about a start date"
    tab_to(first.box)
    press(Qt.Key.Key_Space)
    control(Qt.Key.Key_Return)
    promises = opened.session.services.contacts.promises(dana)
    made = next(p for p in promises if p.words == "Better-off letter for 16 hours")
    assert made.due_on == clock.today + timedelta(days=1)
    done = next(p for p in promises if p.words == "Ring Brookside about a start date")
    assert (done.done_on, done.done_in) == (clock.today, opened.newest(dana).id)


@pytest.mark.parametrize(("key", "days"), [("7", 0), ("8", 1), ("9", 7)])
def test_by_when_is_one_key(opened: BesideCaseload, clock: Clock, key: str, days: int) -> None:
    dana = opened.begin("Dana Petrescu")
    tab_to(opened.put.promise)
    write("Ring back")
    alt(key)
    control(Qt.Key.Key_Return)
    made = opened.session.services.contacts.promises(dana)
    assert next(p for p in made if p.words == "Ring back").due_on == clock.today + timedelta(days)


def test_a_promise_by_a_day_of_its_own(opened: BesideCaseload) -> None:
    dana = opened.begin("Dana Petrescu")
    tab_to(opened.put.promise)
    write("Ring back")
    alt("0")
    tab_to(opened.put.by_day)
    for part in ("3", "dec", "2026"):
        write(part)
        press(Qt.Key.Key_Tab)
    control(Qt.Key.Key_Return)
    made = opened.session.services.contacts.promises(dana)
    assert next(p for p in made if p.words == "Ring back").due_on == date(2026, 12, 3)


def test_she_did_not_come_in_two_keys_leads_to_the_next_outreach_step(
    opened: BesideCaseload, clock: Clock
) -> None:
    zainab = opened.begin("Zainab Ali")
    alt("N")
    assert opened.put.promise.text() == "Ask the clinical team how to reach Zainab"
    assert "Outreach step 3" in words_on(opened.pane)
    control(Qt.Key.Key_Return)
    kept = opened.newest(zainab)
    assert (kept.attendance, kept.reason) == ("3", "engagement")
    promises = [p.words for p in opened.session.services.contacts.promises(zainab)]
    assert "Ask the clinical team how to reach Zainab" in promises


def test_a_suggestion_goes_when_the_client_came_after_all_but_never_what_was_typed(
    opened: BesideCaseload,
) -> None:
    opened.begin("Dana Petrescu")
    alt("N")
    assert opened.put.promise.text() == "Send Dana a text"
    assert opened.put.reason.value() == "engagement"
    alt("A")
    assert opened.put.promise.text() == ""
    assert opened.put.reason.value() == "interview"
    tab_to(opened.put.promise)
    write("My own words")
    alt("N")
    alt("A")
    assert opened.put.promise.text() == "My own words"


def test_what_happened_is_said_as_fits_the_way_of_meeting(opened: BesideCaseload) -> None:
    opened.begin("Dana Petrescu")
    assert opened.put.attendance.button("5").accessibleName() == "Came"
    alt("2")
    assert opened.put.attendance.button("5").accessibleName() == "We spoke"
    assert opened.put.attendance.button("3").accessibleName() == "No answer"
    alt("L")
    assert opened.put.attendance.value() == "2", "Alt keys still work after other words"


# ---- what belongs to it


def test_a_client_in_work_has_the_job_attached(opened: BesideCaseload) -> None:
    tomasz = opened.begin("Tomasz Wójcik")
    assert "In-work contact about the job: Packer, Acton Print" in words_on(opened.pane)
    control(Qt.Key.Key_Return)
    kept = opened.newest(tomasz)
    job = opened.session.services.jobs.of_client(tomasz).lines[0].job
    assert (kept.job_id, kept.reason) == (job.id, "in_work_client")


def test_the_outcome_of_todays_appointment_becomes_the_contact(
    opened: BesideCaseload, clock: Clock
) -> None:
    dana = opened.id_of("Dana Petrescu")
    booked = opened.session.services.appointments.book(
        appointment=Appointment(
            client_id=dana, person_id="", day=clock.today, starts_at=time(13), minutes=45,
            place="Library",
        )
    )  # fmt: skip
    opened.begin("Dana Petrescu")
    assert "This is how the 1pm appointment today went" in words_on(opened.pane)
    alt("L")
    control(Qt.Key.Key_Return)
    kept = opened.newest(dana)
    assert (kept.at, kept.minutes, kept.place) == (time(13), 45, "Library")
    after = opened.session.services.appointments.of_client(dana)[0]
    assert (after.id, after.attendance, after.contact_id) == (booked.id, "2", kept.id)


def test_an_earlier_appointment_is_offered_and_dates_nothing_back_unasked(
    opened: BesideCaseload, clock: Clock
) -> None:
    dana = opened.id_of("Dana Petrescu")
    earlier = clock.today - timedelta(days=4)
    booked = opened.session.services.appointments.book(
        appointment=Appointment(client_id=dana, person_id="", day=earlier, starts_at=time(13))
    )
    opened.begin("Dana Petrescu")
    line = opened.put.about_appointment
    assert line.isVisible()
    assert not line.is_ticked()
    assert (opened.put.day.value(), opened.put.at.text()) == (clock.today, "2:41pm")
    write("Said sorry, she had been asleep")
    tab_to(line.box)
    press(Qt.Key.Key_Space)
    assert (opened.put.day.value(), opened.put.at.text()) == (earlier, "1pm")
    press(Qt.Key.Key_Space)
    assert (opened.put.day.value(), opened.put.at.text()) == (clock.today, "2:41pm")
    press(Qt.Key.Key_Space)
    control(Qt.Key.Key_Return)
    kept = opened.newest(dana)
    assert (kept.day, kept.notes) == (earlier, "Said sorry, she had been asleep")
    after = opened.session.services.appointments.of_client(dana)[0]
    assert (after.id, after.attendance) == (booked.id, "5")


def test_the_next_appointment_is_booked_in_the_same_step(opened: BesideCaseload) -> None:
    dana = opened.begin("Dana Petrescu")
    alt("B")
    assert focus() is opened.put.next_day.day
    for part in ("1", "12", "2026", "10:30am"):
        write(part)
        press(Qt.Key.Key_Tab)
    control(Qt.Key.Key_Return)
    (booked,) = opened.session.services.appointments.of_client(dana)
    assert (booked.day, booked.starts_at, booked.place) == (
        date(2026, 12, 1),
        time(10, 30),
        "Room 4",
    )


def test_safety_lines_stand_in_the_form(opened: BesideCaseload) -> None:
    opened.begin("Dana Petrescu")
    assert "Text first. No voicemail. Not before 10am." in words_on(opened.pane)


# ---- whose contact


def test_a_client_is_chosen_by_a_few_letters_without_accents(opened: BesideCaseload) -> None:
    opened.begin()
    assert focus() is opened.put.client.line
    write("ola a")
    press(Qt.Key.Key_Return)
    assert opened.put.client.line.text() == "Ọlá Adeyẹmi"
    assert focus() is opened.put.notes
    control(Qt.Key.Key_Return)
    assert opened.newest(opened.id_of("Ọlá Adeyẹmi")).day == date(2026, 11, 24)


def test_somebody_who_waits_is_found_too(opened: BesideCaseload) -> None:
    opened.begin()
    write("dilno")
    press(Qt.Key.Key_Return)
    assert opened.put.client.line.text() == "Dilnoza Rahimova"


def test_arrow_keys_choose_and_escape_keeps_whoever_was_chosen(opened: BesideCaseload) -> None:
    opened.begin("Dana Petrescu")
    tab_to(opened.put.client.line)
    opened.put.client.line.selectAll()
    write("ar")
    found = opened.put.client.results
    assert found.item(0).text() == "Arjun Sethi, 23"
    press(Qt.Key.Key_Down)
    assert found.currentRow() == 1
    press(Qt.Key.Key_Escape)
    assert opened.put.client.line.text() == "Dana Petrescu"
    assert opened.pane.isVisible(), "Escape closes the top thing only"


def test_notes_typed_before_the_client_was_chosen_go_with_the_choice(
    opened: BesideCaseload,
) -> None:
    opened.begin()
    tab_to(opened.put.notes)
    write("She rang at noon")
    alt("2")
    opened.put.client.line.setFocus()
    write("dana")
    press(Qt.Key.Key_Return)
    assert opened.put.notes.words() == "She rang at noon"
    assert opened.put.medium.value() == "02"
    control(Qt.Key.Key_Return)
    assert opened.newest(opened.id_of("Dana Petrescu")).notes == "She rang at noon"
    assert opened.session.services.drafts.all() == []


# ---- refusals, privacy, accessibility


def test_a_refused_save_says_what_to_mend_and_loses_nothing(opened: BesideCaseload) -> None:
    dana = opened.begin("Dana Petrescu")
    before = len(opened.session.services.contacts.of_client(dana))
    write("Long talk")
    opened.put.at.setText("half past")
    opened.put.minutes.setText("x")
    opened.put.day.show_typed("31 11 2026")
    control(Qt.Key.Key_Return)
    summary = opened.pane.fields.summary
    assert focus() is summary
    assert summary.problems() == [
        "Date of the contact: November 2026 does not have that day. Check the day and the month.",
        "Time of the contact: Write the time as 9am, 2:30pm or 14:30.",
        "Enter the length in minutes, from 1 to 1,440.",
    ]
    fields = opened.pane.fields.by_field
    assert [fields[name].problem() for name in ("day", "at", "minutes")] == summary.problems()
    click(summary.line(1))
    assert focus() is opened.put.at
    assert opened.put.notes.words() == "Long talk"
    assert len(opened.session.services.contacts.of_client(dana)) == before
    opened.pane.settle()
    assert opened.draft(dana) is not None


def test_a_contact_in_the_future_is_refused_by_the_rule(opened: BesideCaseload) -> None:
    opened.begin("Dana Petrescu")
    opened.put.day.show_typed("25 11 2026")
    control(Qt.Key.Key_Return)
    assert opened.pane.fields.by_field["day"].problem() == (
        "The day of the contact must be today or before."
    )


def test_without_a_client_nothing_is_saved(opened: BesideCaseload) -> None:
    opened.begin()
    tab_to(opened.put.notes)
    write("Who was it")
    control(Qt.Key.Key_Return)
    assert opened.pane.fields.by_field["client"].problem() == (
        "Choose a client: type a few letters of the name, then Enter"
    )
    assert opened.put.notes.words() == "Who was it"


def test_hidden_names_are_not_in_the_form(opened: BesideCaseload) -> None:
    opened.begin("Dana Petrescu")
    names().hide(True)
    words = words_on(opened.pane) + opened.put.client.line.text()
    assert "Dana" not in words
    assert "Petrescu" not in words
    assert "Client" in opened.put.client.line.text()


def test_the_pane_is_accessible_beside_the_list(opened: BesideCaseload) -> None:
    opened.begin("Tomasz Wójcik")
    alt("N")
    alt("B")
    assert_accessible(opened.window)
