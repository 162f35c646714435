"""A referral and what comes with it: consent and safety lines in the same step."""

from __future__ import annotations

import pytest

from caseload.errors import FieldsRefused
from tests.team import TODAY, Team, client


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
