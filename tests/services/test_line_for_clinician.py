"""A line for a clinician's notes: what it says, what it keeps to itself, and whose consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from caseload.appointments import Appointment
from caseload.contacts.client_contact import ClientContact
from caseload.contacts.next_action import Promiser
from caseload.errors import NotAllowed, Refused
from caseload.services.contacts import Promise
from tests.team import TODAY, Team, accepted


def _met(team: Team, client_id: str, attendance: str = "5", notes: str = "") -> None:
    contact = ClientContact(client_id=client_id, person_id="", day=TODAY - timedelta(days=7))
    contact = replace(contact, attendance=attendance, notes=notes)
    team.services().contacts.record(
        contact=contact,
        promises=[
            Promise("Ring Brookside about a start date", TODAY),
            Promise("bring the payslip", TODAY, Promiser.CLIENT),
            Promise("Send Zainab Petrescu the rota", TODAY),
        ],
    )


def _agreed(team: Team, client_id: str, purpose: str) -> None:
    team.services().clients.record_consent(
        client_id=client_id, purpose=purpose, given=True, how="On paper", on=date(2026, 9, 1)
    )


def test_it_says_the_day_whether_they_came_and_the_plan(team: Team) -> None:
    held = accepted(team)
    accepted(team, "Zainab")
    _agreed(team, held, "gp")
    _met(team, held, notes="Sleeping better, worried about money.")
    team.services().appointments.book(
        appointment=Appointment(
            client_id=held, person_id="", day=TODAY + timedelta(days=2), starts_at=time(15, 30)
        )
    )
    said = team.services().letters.line_for_clinician(client_id=held, recipient="gp")
    plan = (
        "Plan: Ring Brookside about a start date, by 24 November 2026. "
        "Client will: bring the payslip, by 24 November 2026."
    )
    assert said.splitlines() == [
        "Employment support, 17 November 2026",
        "Attended: yes, in person",
        plan,
        "Next appointment: 26 November 2026, 3:30pm",
        "Nadia Farouk, Employment Specialist, Willow Road Employment Support",
    ]


def test_a_missed_meeting_is_said_as_it_was(team: Team) -> None:
    held = accepted(team)
    _agreed(team, held, "clinical_team")
    _met(team, held, attendance="3")
    said = team.services().letters.line_for_clinician(client_id=held, recipient="clinical_team")
    assert "Attended: no. Did not attend, no advance warning" in said


@pytest.mark.parametrize("recipient", ["gp", "clinical_team"])
def test_without_consent_nothing_is_said_and_the_reason_is(team: Team, recipient: str) -> None:
    held = accepted(team)
    other = {"gp": "clinical_team", "clinical_team": "gp"}[recipient]
    _agreed(team, held, other)
    with pytest.raises(Refused, match="Dana has not agreed"):
        team.services().letters.line_for_clinician(client_id=held, recipient=recipient)
    _agreed(team, held, recipient)
    team.services().clients.withdraw_consent(client_id=held, purpose=recipient)
    with pytest.raises(Refused, match="Dana took back"):
        team.services().letters.line_for_clinician(client_id=held, recipient=recipient)


def test_that_it_left_stands_in_the_history_and_is_not_undone(team: Team) -> None:
    held = accepted(team)
    _agreed(team, held, "gp")
    services = team.services()
    before = services.history.last_change()
    services.letters.line_for_clinician(client_id=held, recipient="gp")
    assert services.history.of_record(held)[-1].verb == "letters.line_for_clinician"
    assert services.history.last_change() == before


def test_who_may_not_read_notes_gets_no_line(team: Team) -> None:
    held = accepted(team)
    _agreed(team, held, "gp")
    with pytest.raises(NotAllowed):
        team.services("Moses").letters.line_for_clinician(client_id=held, recipient="gp")
