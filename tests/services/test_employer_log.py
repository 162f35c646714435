"""The log of contacts with employers: whom it may name, what may be said, and putting it right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from caseload.employers import Employer, EmployerContact
from caseload.errors import ChangedMeanwhile, FieldsRefused
from caseload.services.all_services import Services
from caseload.values.record import RecordId
from caseload.vocational_profiles import VocationalProfile
from tests.team import TODAY, Team, accepted


def agreed(services: Services, client_id: RecordId, *, days_ago: int = 27, words: str = "") -> None:
    day = TODAY - timedelta(days=days_ago)
    for purpose in ("employer", "disclosure") if words else ("employer",):
        services.clients.record_consent(
            client_id=client_id,
            purpose=purpose,
            given=True,
            how="In person",
            on=day,
            words=words if purpose == "disclosure" else "",
        )


def test_a_contact_is_put_right_and_what_stood_before_is_kept(team: Team) -> None:
    services = team.services()
    brookside = services.employers.save(employer=Employer(name="Brookside Garden Centre"))
    visit = services.employers.record_contact(
        contact=EmployerContact(employer_id=brookside.id, person_id="", day=TODAY, notes="Met Jon")
    )
    services.employers.correct_contact(contact=replace(visit, notes="Met Joan", medium="02"))
    card = services.employers.card(brookside.id)
    assert [(line.contact.notes, line.contact.is_visit) for line in card.log] == [
        ("Met Joan", False)
    ]
    assert [past.verb for past in services.history.of_record(visit.id)] == [
        "employers.record_contact",
        "employers.correct_contact",
    ]
    with pytest.raises(ChangedMeanwhile):
        services.employers.correct_contact(contact=replace(visit, notes="Met John"))


def test_a_correction_names_nobody_who_has_not_agreed(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    brookside = services.employers.save(employer=Employer(name="Brookside Garden Centre"))
    visit = services.employers.record_contact(
        contact=EmployerContact(employer_id=brookside.id, person_id="", day=TODAY)
    )
    with pytest.raises(FieldsRefused, match="has not agreed"):
        services.employers.correct_contact(contact=replace(visit, client_ids=(dana,)))


def test_everyone_on_the_caseload_is_listed_with_whether_they_may_be_named(team: Team) -> None:
    services = team.services()
    dana, kwame = accepted(team, "Dana"), accepted(team, "Kwame")
    accepted(team, "Tomasz", by="Priya")
    agreed(services, dana)
    listed = {one.client_id: one.may_name for one in services.employers.nameable()}
    assert listed == {dana: True, kwame: False}


def test_what_may_be_said_tells_when_it_was_agreed_and_when_to_ask_again(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    assert services.employers.may_be_said(dana).agreed_on is None
    agreed(services, dana, words="A short break every two hours")
    said = services.employers.may_be_said(dana)
    assert (said.agreed_on, said.agreed_how) == (TODAY - timedelta(days=27), "In person")
    assert not said.ask_again
    team.clock.go_to(TODAY + timedelta(days=400))
    assert services.employers.may_be_said(dana).ask_again


def test_a_card_speaks_of_clients_on_the_caseload_alone(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    agreed(services, dana)
    brookside = services.employers.save(employer=Employer(name="Brookside Garden Centre"))
    services.employers.record_contact(
        contact=EmployerContact(
            employer_id=brookside.id, person_id="", day=TODAY, client_ids=(dana,)
        )
    )
    assert [one.client_id for one in services.employers.card(brookside.id).may_be_said] == [dana]
    services.allocation.close(client_id=dana, reason="moved", on=TODAY)
    assert services.employers.card(brookside.id).may_be_said == ()


def test_clients_without_a_visit_are_named_the_oldest_clock_first(team: Team) -> None:
    services = team.services()
    first, second = accepted(team, "Dana", days_ago=40), accepted(team, "Kwame", days_ago=20)
    for client_id, days in ((first, 30), (second, 10)):
        services.vocational_profiles.save(
            profile=VocationalProfile(client_id=client_id, started_on=TODAY - timedelta(days=days))
        )
    assert [row.client_id for row in services.employers.without_visit()] == [first, second]
