"""Recording a contact: what the form starts from, and everything saved in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from caseload.appointments import Appointment
from caseload.clients.safety import SafetyKind
from caseload.contacts.client_contact import ClientContact
from caseload.contacts.outreach import OutreachWay, next_step
from caseload.errors import FieldsRefused
from caseload.jobs.job import Job
from caseload.services.contacts import Promise
from tests.team import TODAY, Team, accepted


def _contact(client_id: str, *, days_ago: int = 0, **fields: object) -> ClientContact:
    made = ClientContact(client_id=client_id, person_id="", day=TODAY - timedelta(days=days_ago))
    return replace(made, **fields)  # type: ignore[arg-type]  # fields by name


def _appointment(client_id: str, day: date) -> Appointment:
    return Appointment(client_id=client_id, person_id="", day=day, starts_at=time(15))


def test_the_next_appointment_is_booked_in_the_same_step(team: Team) -> None:
    held = accepted(team)
    services = team.services()
    services.contacts.record(
        contact=_contact(held),
        promises=[Promise("Ring Brookside", TODAY)],
        next_appointment=_appointment(held, TODAY + timedelta(days=7)),
    )
    (booked,) = services.appointments.of_client(held)
    assert (booked.day, booked.person_id) == (TODAY + timedelta(days=7), team.people["Nadia"].id)
    change = services.history.last_change()
    assert change is not None
    services.history.undo(change=change)
    assert services.appointments.of_client(held) == []
    assert services.contacts.promises(held) == []
    assert services.contacts.of_client(held) == []


def test_an_appointment_in_the_past_keeps_nothing(team: Team) -> None:
    held = accepted(team)
    with pytest.raises(FieldsRefused) as refused:
        team.services().contacts.record(
            contact=_contact(held), next_appointment=_appointment(held, TODAY - timedelta(days=1))
        )
    assert list(refused.value.problems) == ["next_day"]
    assert team.services().contacts.of_client(held) == []


def test_the_place_of_the_last_contact_is_remembered(team: Team) -> None:
    first, second = accepted(team), accepted(team, "Zainab")
    contacts = team.services().contacts
    assert contacts.starting_point(first).place == ""
    contacts.record(contact=_contact(second, days_ago=3, place="Room 4"))
    contacts.record(contact=_contact(second, days_ago=9, place="Library"))
    contacts.record(contact=_contact(second, days_ago=1))
    assert contacts.starting_point(first).place == "Room 4"


def test_an_appointment_without_its_outcome_is_offered(team: Team) -> None:
    held = accepted(team)
    services = team.services()
    for days in (-2, 0, 8):
        services.appointments.book(appointment=_appointment(held, TODAY - timedelta(days=days)))
    offered = services.contacts.starting_point(held).appointment
    assert offered is not None
    assert offered.day == TODAY
    services.contacts.record(contact=_contact(held, appointment_id=offered.id, attendance="3"))
    assert services.contacts.starting_point(held).appointment is None
    went = next(a for a in services.appointments.of_client(held) if a.id == offered.id)
    assert went.attendance == "3"


def test_missed_contacts_lead_from_text_to_letter_to_a_joint_visit_and_never_to_closing(
    team: Team,
) -> None:
    held = accepted(team)
    services = team.services()
    details = services.clients.get(held)
    services.clients.save(client=replace(details, may_text=True, address_safe=True))
    ways = []
    for days_ago in (20, 13, 6, 1):
        ways.append(services.contacts.starting_point(held).outreach.way)
        missed = _contact(held, days_ago=days_ago, attendance="3", reason="engagement")
        services.contacts.record(contact=missed)
    assert ways == ["text", "letter", "joint_visit", "ask_team"]
    services.contacts.record(contact=_contact(held))
    assert services.contacts.starting_point(held).outreach.number == 1


def test_outreach_obeys_the_safety_lines(team: Team) -> None:
    held = accepted(team)
    services = team.services()
    details = services.clients.get(held)
    services.clients.save(client=replace(details, may_text=True, address_safe=True))
    services.clients.add_safety_line(
        client_id=held, kind=SafetyKind.SAFE_CONTACT, words="No texts, no post",
        no_message=True, no_post=True,
    )  # fmt: skip
    assert services.contacts.starting_point(held).outreach.way is OutreachWay.JOINT_VISIT


@pytest.mark.parametrize("earlier", [0, 3, 40])
def test_a_way_is_left_however_often_a_client_does_not_come(earlier: int) -> None:
    step = next_step(earlier, TODAY, may_text=False, may_post=False)
    assert step.number == earlier + 1
    assert step.due_on > TODAY


def test_what_the_contact_is_most_likely_about(team: Team) -> None:
    held = accepted(team)
    services = team.services()

    def likely() -> str:
        return services.contacts.starting_point(held).reason

    assert likely() == "first_contact"
    services.contacts.record(contact=_contact(held, days_ago=30, reason="first_contact"))
    assert likely() == "profile"
    services.vocational_profiles.start(client_id=held, on=TODAY - timedelta(days=29))
    assert likely() == "job_search"
    services.contacts.record(contact=_contact(held, days_ago=3, reason="interview"))
    assert likely() == "interview"
    job = Job(
        client_id=held, employer_id=None, employer_name="Lotus", title="Packer",
        started_on=TODAY + timedelta(days=4),
    )  # fmt: skip
    services.jobs.start(job=job, weekly_hours=Decimal(16), pay=Decimal("13.00"))
    assert likely() == "job_start"
    team.clock.go_to(TODAY + timedelta(days=4))
    assert likely() == "in_work_client"
