"""Referrals and clients: bad input in sentences, look-alikes, the waiting list, zero exclusion."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from caseload.clients.client import Client
from caseload.contacts.client_contact import ClientContact
from caseload.errors import ChangedMeanwhile, FieldsRefused, Refused
from caseload.values.code_lists import codes
from tests.team import TODAY, Team, accepted, client, referred


def test_each_wrong_field_of_a_referral_is_named_with_its_fix(team: Team) -> None:
    with pytest.raises(FieldsRefused) as refused:
        team.services().referrals.receive(
            client=client(
                "",
                born_on=TODAY + timedelta(days=1),
                nhs_number="943 476 5918",
                postcode="QA1 1AA",
            ),
            received_on=TODAY + timedelta(days=2),
            source="GP",
        )
    problems = refused.value.problems
    assert set(problems) == {
        "given_name", "born_on", "nhs_number", "postcode", "received_on", "source"
    }  # fmt: skip
    assert problems["born_on"] == "Date of birth must be in the past."
    assert "NHS number" in problems["nhs_number"]
    assert team.services().referrals.waiting_list() == []


def test_an_nhs_number_is_kept_as_ten_digits_and_belongs_to_one_client(team: Team) -> None:
    services = team.services()
    services.referrals.receive(
        client=client("Dana", nhs_number=" 943-476 5919 "), received_on=TODAY, source="A1"
    )
    found = services.clients.search("943 476 5919")
    assert [hit.name for hit in found] == ["Dana Petrescu"]
    with pytest.raises(Refused, match="already has this NHS number"):
        services.referrals.receive(
            client=client("Other", nhs_number="9434765919"), received_on=TODAY, source="A1"
        )


@pytest.mark.parametrize(
    "typed", ["pet", "Dana P", "nguyen", "NGUYỄN", "15/03/1992", "1992-03-15", "15031992"]
)
def test_a_search_finds_by_part_of_a_name_or_date_of_birth(team: Team, typed: str) -> None:
    services = team.services()
    for given, family in (("Dana", "Petrescu"), ("Hạnh", "Nguyễn")):
        services.referrals.receive(client=client(given, family), received_on=TODAY, source="A1")
    wanted = "Hạnh" if "guy" in typed.lower() or "GUY" in typed else "Dana"
    assert any(hit.name.startswith(wanted) for hit in services.clients.search(typed))
    assert services.clients.search("zz%") == []
    assert services.clients.search("   ") == []


def test_the_same_person_referred_twice_is_offered_side_by_side(team: Team) -> None:
    services = team.services()
    dana = services.clients.get(referred(team).client_id)
    twin = client("dana", "PETRESCU")
    assert [c.id for c in services.clients.look_alikes(twin)] == [dana.id]
    assert services.clients.look_alikes(client("Dana", born_on=None))
    assert services.clients.look_alikes(client("Joan", "Pryce")) == []
    with pytest.raises(Refused, match="has an open referral"):
        services.referrals.receive(client=dana, received_on=TODAY, source="A1", known_client=True)


def test_the_longest_wait_is_next_and_a_lost_job_comes_first(team: Team) -> None:
    services = team.services()
    for given, days in (("Lucy", 7), ("Arjun", 12), ("Dilnoza", 4)):
        referred(team, given, days_ago=days)
    order = [w.client_name.split()[0] for w in services.referrals.waiting_list()]
    assert order == ["Arjun", "Lucy", "Dilnoza"]


def test_no_reason_to_decline_judges_a_person_ready_or_not(team: Team) -> None:
    assert set(codes("decline_reason")) == {
        "client_choice", "out_of_area", "not_eligible", "duplicate", "error"
    }  # fmt: skip
    services = team.services()
    waiting = referred(team)
    with pytest.raises(FieldsRefused):
        services.referrals.decline(referral=waiting, reason="not_job_ready")
    services.referrals.decline(referral=waiting, reason="client_choice")
    assert services.referrals.waiting_list() == []


def test_not_turning_up_closes_nobody_without_three_recorded_tries(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    with pytest.raises(Refused, match="three tries"):
        services.allocation.close(client_id=dana, reason="no_contact")
    for medium in ("09", "05", "09"):
        services.contacts.record(
            contact=ClientContact(
                client_id=dana, person_id="", day=TODAY, medium=medium, reason="engagement"
            )
        )
    assert services.allocation.close(client_id=dana, reason="no_contact").closed_on == TODAY


def test_two_windows_cannot_overwrite_each_other(team: Team) -> None:
    services = team.services()
    dana = services.clients.get(accepted(team))
    services.clients.save(client=replace(dana, telephone="020 7946 0143"))
    with pytest.raises(ChangedMeanwhile, match="Your words are kept"):
        services.clients.save(client=replace(dana, telephone="020 7946 0000"))
    assert services.clients.get(dana.id).telephone == "020 7946 0143"


def test_a_client_without_a_known_date_of_birth_can_be_referred(team: Team) -> None:
    services = team.services()
    unknown = Client(given_name="Single")
    services.referrals.receive(client=unknown, received_on=TODAY, source="B1")
    assert services.clients.get(unknown.id).name == "Single"
