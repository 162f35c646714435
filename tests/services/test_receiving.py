"""A referral and what comes with it: consent and safety lines in the same step."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from caseload.errors import FieldsRefused
from caseload.jobs.job import Job
from caseload.referrals import Pathway
from tests.team import TODAY, Team, accepted, client


def test_consents_and_a_safety_line_are_kept_with_the_referral(team: Team) -> None:
    services = team.services()
    referral = services.referrals.receive(
        client=client(), received_on=TODAY, source="A1", safety="Post only to the GP",
        no_post=True, consents={"service": True, "dwp": False}, consent_how="On paper",
    )  # fmt: skip
    kept = {c.purpose: c.given for c in services.clients.consents(referral.client_id)}
    assert kept == {"service": True, "dwp": False}
    (line,) = services.clients.safety_lines(referral.client_id)
    assert (line.no_post, line.no_message) == (True, False)
    change = services.history.last_change()
    assert change is not None
    services.history.undo(change=change)
    assert services.referrals.waiting_list() == []


@pytest.mark.parametrize(
    ("consents", "how", "field"),
    [
        ({"service": True}, "", "consent_how"),
        ({"disclosure": True}, "On paper", "consents"),
        ({"weather": True}, "On paper", "consents"),
    ],
)
def test_a_consent_that_cannot_stand_is_refused(
    team: Team, consents: dict[str, bool], how: str, field: str
) -> None:
    with pytest.raises(FieldsRefused) as refused:
        team.services().referrals.receive(
            client=client(), received_on=TODAY, source="A1", consents=consents, consent_how=how
        )
    assert field in refused.value.problems


def test_the_refusal_is_known_before_the_attempt(team: Team) -> None:
    services = team.services("Priya")
    assert services.allocation.full() is None
    for number in range(15):
        accepted(team, f"Client{number}", by="Priya")
    first = services.caseload_list.page().rows[0]
    full = services.allocation.full()
    assert full is not None
    assert (full.count.held, full.count.cap, full.day, full.could_leave) == (15, 15, TODAY, [])
    job = Job(
        client_id=first.client_id,
        employer_id=None,
        employer_name="Lotus",
        title="Cook",
        started_on=TODAY - timedelta(days=50),
    )
    services.jobs.start(job=job, weekly_hours=Decimal(16), pay=Decimal("13.00"))
    full = services.allocation.full()
    assert full is not None
    assert [c.client_id for c in full.could_leave] == [first.client_id]


def test_nobody_whose_job_the_support_is_about_is_asked_to_step_down(team: Team) -> None:
    services = team.services("Priya")
    referral = services.referrals.receive(
        client=client("Niamh"),
        received_on=TODAY - timedelta(days=60),
        source="A1",
        pathway=Pathway.KEEPING_WORK,
    )
    services.allocation.accept(referral=referral, on=referral.received_on)
    job = Job(
        client_id=referral.client_id,
        employer_id=None,
        employer_name="School",
        title="Cook",
        started_on=TODAY - timedelta(days=900),
        reported=True,
    )
    services.jobs.start(job=job, weekly_hours=Decimal(16), pay=Decimal("13.00"))
    assert services.allocation.could_leave() == []
