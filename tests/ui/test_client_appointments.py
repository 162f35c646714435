"""Appointments on the client's page: booked, and said how they went."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.appointments import Appointment
from tests.ui.client_in_sight import (
    InSight,
    button_of,
    client_in_sight,
    press,
    seen,
    type_day,
    type_in,
)
from tests.ui.clock import AFTERNOON
from ui.client.appointments_tab import AppointmentsTab

TODAY = AFTERNOON.date()


@pytest.fixture
def dana(qtbot: QtBot, filled_session: Session) -> InSight:
    return client_in_sight(qtbot, filled_session)


def appointments(sight: InSight) -> AppointmentsTab:
    sight.part("appointments")
    part = sight.page.part()
    assert isinstance(part, AppointmentsTab)
    return part


def test_an_appointment_is_booked_and_stands_next_in_the_head(dana: InSight) -> None:
    part = appointments(dana)
    assert "Appointments will be listed here" in seen(part)
    press(button_of(part, "Book an appointment"))
    form = part.form
    type_day(form.boxes["day"], "23 11 2026")
    press(form.save)
    assert form.summary.problems() == [
        "Day must be today or later",
        "Enter the time, for example 2:30pm.",
    ]
    type_day(form.boxes["day"], "26 11 2026")
    type_in(form.boxes["starts_at"], "3.30pm")
    type_in(form.boxes["place"], "Room 4")
    press(form.save)
    booked = dana.services.appointments.of_client(dana.client_id)[0]
    assert (booked.day, booked.starts_at, booked.minutes) == (date(2026, 11, 26), time(15, 30), 60)
    assert "Thursday 26 November 2026, 3:30pm" in seen(part)
    assert "Thursday 26 November 2026, 3:30pm, Room 4." in seen(dana.page.blocks)


def test_how_it_went_is_said_in_one_press(qtbot: QtBot, dana: InSight) -> None:
    ids = [
        dana.services.appointments.book(
            appointment=Appointment(
                client_id=dana.client_id,
                person_id="",
                day=TODAY - timedelta(days=days),
                starts_at=time(10),
            )
        ).id
        for days in (1, 2)
    ]
    dana.page.model.refresh()
    part = appointments(dana)
    assert "Say how it went" in seen(part)
    with qtbot.waitSignal(dana.page.go) as gone:
        press(part.rows[ids[0]].buttons["came"])
    assert gone.args == ["record_appointment", dana.client_id]
    press(part.rows[ids[0]].buttons["did_not_come"])
    press(part.rows[ids[1]].buttons["they_cancelled"])
    kept = {a.id: a.attendance for a in dana.services.appointments.of_client(dana.client_id)}
    assert kept == {ids[0]: "3", ids[1]: "2"}
    told = seen(part)
    assert "Did not come" in told
    assert "Past" in told


def test_one_that_lies_ahead_cannot_have_been_missed(dana: InSight) -> None:
    booked = dana.services.appointments.book(
        appointment=Appointment(
            client_id=dana.client_id,
            person_id="",
            day=TODAY + timedelta(days=1),
            starts_at=time(10),
        )
    )
    dana.page.model.refresh()
    assert set(appointments(dana).rows[booked.id].buttons) == {"they_cancelled", "we_cancelled"}
