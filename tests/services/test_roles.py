"""Who may do what: every action by every role, and own clients kept apart from a colleague's."""

# ruff: noqa: ARG005 - every verb takes the same three, whichever it needs
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from caseload.appointments import Appointment
from caseload.clients.safety import SafetyKind
from caseload.contacts.client_contact import ClientContact
from caseload.employers import Employer
from caseload.errors import NotAllowed
from caseload.people.person import Role
from caseload.people.roles import TABLE, Action, Reach, reach
from caseload.services.all_services import Services
from caseload.services.contacts import Promise
from tests.team import TODAY, Team, accepted, client, referred

Verb = Callable[[Services, Team, str], Any]


def record(services: Services, team: Team, dana: str) -> Any:
    contact = ClientContact(client_id=dana, person_id="", day=TODAY, notes="Met")
    return services.contacts.record(contact=contact)


VERBS: dict[Action, Verb] = {
    Action.READ_CLIENT: lambda s, t, d: s.clients.get(d),
    Action.WRITE_CLIENT: lambda s, t, d: s.clients.add_safety_line(
        client_id=d, kind=SafetyKind.RISK, words="Ring first"
    ),
    Action.READ_NOTES: lambda s, t, d: s.contacts.of_client(d),
    Action.WRITE_NOTES: record,
    Action.WRITE_PROFILE: lambda s, t, d: s.vocational_profiles.start(client_id=d),
    Action.ENTER_REFERRAL: lambda s, t, d: s.referrals.receive(
        client=client("Other"), received_on=TODAY, source="A1"
    ),
    Action.ALLOCATE: lambda s, t, d: s.allocation.close(client_id=d, reason="moved"),
    Action.TRANSFER: lambda s, t, d: s.allocation.transfer(client_id=d, to=t.people["Priya"].id),
    Action.SET_CAP: lambda s, t, d: s.people.set_cap(
        person_id=t.people["Priya"].id, starts=TODAY, share=60
    ),
    Action.WRITE_APPOINTMENT: lambda s, t, d: s.appointments.book(
        appointment=Appointment(
            client_id=d, person_id="", day=TODAY, starts_at=t.clock().time().replace(tzinfo=None)
        )
    ),
    Action.READ_EMPLOYERS: lambda s, t, d: s.employers.listing(),
    Action.WRITE_EMPLOYERS: lambda s, t, d: s.employers.save(employer=Employer(name="Northway")),
    Action.BETTER_OFF: lambda s, t, d: s.better_off.keep(
        client_id=d, inputs="{}", result="{}", rate_year="2026/27"
    ),
    Action.PRINT_LETTER: lambda s, t, d: s.letters.file(
        client_id=d, title="Your money", pdf=b"%PDF-1.7"
    ),
    Action.READ_TEAM: lambda s, t, d: s.caseload_list.page(t.people["Priya"].id),
    Action.MANAGE_PEOPLE: lambda s, t, d: s.people.save_person(
        person=replace(t.people["Priya"], telephone="020 7946 0143")
    ),
}
WITHOUT_A_VERB_OF_THEIR_OWN = {
    Action.WRITE_JOB,  # shown with the jobs
    Action.MAKE_RETURN,
    Action.APPROVE_RETURN,
    Action.IMPORT,
    Action.EXPORT,
    Action.ERASE,
    Action.BACK_UP,
    Action.UNDO,
}
NAMES = {Role.LEAD: "Ruth", Role.SPECIALIST: "Nadia", Role.ADMINISTRATOR: "Moses"}


def test_every_action_is_in_the_table_of_some_role_and_tried_here() -> None:
    everything = set().union(*TABLE.values())
    assert everything == set(Action)
    assert set(VERBS) | WITHOUT_A_VERB_OF_THEIR_OWN == set(Action)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("action", list(VERBS))
def test_a_role_may_do_what_the_table_says_and_nothing_else(
    team: Team, role: Role, action: Action
) -> None:
    dana = accepted(team, "Dana", by="Nadia")
    services = team.services(NAMES[role])
    if action in TABLE[role]:
        VERBS[action](services, team, dana)
        return
    with pytest.raises(NotAllowed) as refused:
        VERBS[action](services, team, dana)
    assert "Ask your team lead" in refused.value.sentence


@pytest.mark.parametrize("action", [a for a in VERBS if TABLE[Role.SPECIALIST].get(a) is Reach.OWN])
def test_a_specialist_is_kept_from_a_colleagues_client(team: Team, action: Action) -> None:
    dana = accepted(team, "Dana", by="Priya")
    with pytest.raises(NotAllowed, match="held by Priya Farouk"):
        VERBS[action](team.services("Nadia"), team, dana)


def test_in_a_store_of_one_person_that_person_holds_every_role() -> None:
    assert all(reach(role, action, alone=True) is Reach.TEAM for role in Role for action in Action)


def test_a_client_whom_nobody_holds_is_open_to_every_specialist(team: Team) -> None:
    waiting = referred(team, "Arjun").client_id
    for name in ("Nadia", "Priya"):
        record(team.services(name), team, waiting)
    assert len(team.services("Nadia").contacts.of_client(waiting)) == 2


def test_an_administrator_sees_the_clients_page_without_notes_or_their_words(team: Team) -> None:
    dana = accepted(team, "Dana")
    services = team.services("Nadia")
    services.contacts.record(
        contact=ClientContact(client_id=dana, person_id="", day=TODAY, notes="Sleeping better"),
        promises=[Promise("Ring Brookside", TODAY + timedelta(days=1))],
    )
    page = team.services("Moses").client_page
    assert page.header(dana).last_contact is None
    assert all("Sleeping" not in entry.detail for entry in page.timeline(dana))
    assert any("Sleeping" in e.detail for e in services.client_page.timeline(dana))
