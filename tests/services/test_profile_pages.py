"""The vocational profile as pages to take away, and the note that they were printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from caseload.documents import text_of
from caseload.errors import Refused
from caseload.services.history import PastEntry
from tests.team import Team, accepted


def _history(team: Team, record_id: str) -> PastEntry:
    return team.services().history.of_record(record_id)[-1]


def test_the_pages_hold_what_was_written(team: Team) -> None:
    held = accepted(team)
    profiles = team.services().vocational_profiles
    started = profiles.start(client_id=held)
    profiles.save(profile=replace(started, goal="Garden work near the 207 bus"))
    pages = text_of(profiles.pdf(held))
    assert "Garden work near the 207 bus" in " ".join(pages).replace("\n", " ")


def test_there_is_nothing_to_print_before_the_first_answer(team: Team) -> None:
    with pytest.raises(Refused, match="not been started"):
        team.services().vocational_profiles.pdf(accepted(team))


def test_printing_is_written_down_and_changes_nothing(team: Team) -> None:
    held = accepted(team)
    profiles = team.services().vocational_profiles
    started = profiles.start(client_id=held)
    profiles.printed(profile=started)
    assert _history(team, started.id).verb == "vocational_profiles.printed"
    assert profiles.of_client(held) == started
