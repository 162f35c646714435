"""The team: who is in it, who leads it, what is set for it, and caps that start later."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from caseload.errors import FieldsRefused
from caseload.people.person import Role
from tests.team import TODAY, Team


def test_the_last_team_lead_stays_one(team: Team) -> None:
    ruth = team.services("Ruth")
    with pytest.raises(FieldsRefused, match="needs a team lead") as refused:
        ruth.people.save_person(person=replace(team.people["Ruth"], role=Role.SPECIALIST))
    assert set(refused.value.problems) == {"role"}
    ruth.people.add_person(name="Martin Doyle", role=Role.LEAD)
    changed = ruth.people.save_person(person=replace(team.people["Ruth"], role=Role.SPECIALIST))
    assert changed.role is Role.SPECIALIST


def test_two_people_of_one_name_cannot_be_told_apart(team: Team) -> None:
    with pytest.raises(FieldsRefused, match="in the team already"):
        team.services("Ruth").people.add_person(name=" Priya Farouk ", role=Role.SPECIALIST)


@pytest.mark.parametrize("minutes", [0, 16])
def test_the_program_locks_after_one_to_fifteen_minutes(team: Team, minutes: int) -> None:
    people = team.services("Ruth").people
    with pytest.raises(FieldsRefused, match="from 1 to 15"):
        people.save_service(service=replace(people.service(), lock_minutes=minutes))
    assert (
        people.save_service(service=replace(people.service(), lock_minutes=15)).lock_minutes == 15
    )


def test_a_cap_that_starts_later_is_told(team: Team) -> None:
    people = team.services("Ruth").people
    later = TODAY + timedelta(days=7)
    priya = team.people["Priya"].id
    people.set_cap(person_id=priya, starts=later, share=60, cap=10, reason="New in post")
    member = next(one for one in people.team() if one.person.id == priya)
    assert member.cap is not None
    assert member.cap.cap == 15
    assert [(cap.starts, cap.cap) for cap in member.coming] == [(later, 10)]
