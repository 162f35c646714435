"""Consent by purpose: whatever leaves the application obeys it, from the day it is withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.clients.consent import Consent, Standing, standing, stands
from caseload.clients.safety import SafetyKind
from caseload.employers import Employer, EmployerContact
from caseload.errors import FieldsRefused
from tests.team import TODAY, Team, accepted


def test_an_employer_contact_names_a_client_only_with_consent(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    brookside = services.employers.save(employer=Employer(name="Brookside Garden Centre"))
    visit = EmployerContact(employer_id=brookside.id, person_id="", day=TODAY, client_ids=(dana,))
    with pytest.raises(FieldsRefused, match="has not agreed"):
        services.employers.record_contact(contact=visit)
    services.clients.record_consent(client_id=dana, purpose="employer", given=True, how="On paper")
    services.employers.record_contact(contact=visit)
    services.clients.withdraw_consent(client_id=dana, purpose="employer")
    with pytest.raises(FieldsRefused, match="has not agreed"):
        services.employers.record_contact(contact=replace(visit, id="0" * 36))


def test_the_condition_may_be_told_only_in_the_agreed_words(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    with pytest.raises(FieldsRefused, match="words that the client agreed"):
        services.clients.record_consent(
            client_id=dana, purpose="disclosure", given=True, how="In person"
        )
    services.clients.record_consent(
        client_id=dana,
        purpose="disclosure",
        given=True,
        how="In person",
        words="A short break every two hours",
    )
    assert not services.employers.may_be_said(dana).may_tell_condition
    services.clients.record_consent(client_id=dana, purpose="employer", given=True, how="In person")
    said = services.employers.may_be_said(dana)
    assert (said.may_tell_condition, said.agreed_words) == (True, "A short break every two hours")
    services.clients.withdraw_consent(client_id=dana, purpose="disclosure")
    assert services.employers.may_be_said(dana).agreed_words == ""


def test_a_letter_is_posted_only_to_an_address_marked_safe(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    assert "No address is marked safe" in services.letters.may_post(dana)
    client = services.clients.get(dana)
    services.clients.save(
        client=replace(client, address="Flat 6, 41 Larch Street", address_safe=True)
    )
    assert services.letters.may_post(dana) == ""
    services.clients.add_safety_line(
        client_id=dana, kind=SafetyKind.SAFE_CONTACT, words="Post only to the GP", no_post=True
    )
    assert "nothing may be posted" in services.letters.may_post(dana)


DAY = st.integers(0, 900).map(lambda days: TODAY - timedelta(days=days))


def consent(**fields: object) -> Consent:
    values: dict[str, object] = {
        "client_id": "c", "purpose": "employer", "how": "In person", "recorded_by": "n"
    }  # fmt: skip
    return Consent(**(values | fields))  # type: ignore[arg-type] # fields by name


@given(given_on=DAY, withdrawn_on=st.none() | DAY, day=DAY)
def test_a_consent_stands_from_its_day_until_it_is_withdrawn(
    given_on: object, withdrawn_on: object, day: object
) -> None:
    one = consent(given=True, given_on=given_on, withdrawn_on=withdrawn_on)
    expected = one.given_on <= day and (one.withdrawn_on is None or day < one.withdrawn_on)  # type: ignore[operator] # dates
    assert stands([one], "employer", day) is expected  # type: ignore[arg-type] # a date


def test_the_latest_answer_counts_and_an_old_one_asks_again() -> None:
    old = consent(given=True, given_on=TODAY - timedelta(days=400))
    assert standing([old], "employer", TODAY) is Standing.ASK_AGAIN
    no = consent(given=False, given_on=TODAY - timedelta(days=3))
    assert standing([old, no], "employer", TODAY) is Standing.NOT_GIVEN
    assert standing([], "dwp", TODAY) is Standing.NOT_GIVEN
    gone = consent(given=True, given_on=TODAY - timedelta(days=9), withdrawn_on=TODAY)
    assert standing([gone], "employer", TODAY) is Standing.WITHDRAWN
