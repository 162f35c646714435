"""The audit trail: every change is in it, it cannot be rewritten, and erasure leaves it whole."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from caseload.services.history import broken_links
from caseload.store import queries
from caseload.store.connection import connect
from tests.team import KEY, TODAY, Team, accepted


def links(team: Team) -> list[int]:
    with team.store.reading() as reading:
        return broken_links(reading)


def test_every_change_is_written_down_with_before_and_after(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    client = services.clients.get(dana)
    services.clients.save(client=replace(client, telephone="020 7946 0143"))
    past = services.history.of_record(dana)
    assert [(entry.verb, entry.deed.value) for entry in past] == [
        ("referrals.receive", "added"),
        ("clients.save", "changed"),
    ]
    assert past[1].person_name == "Nadia Farouk"
    assert past[1].before is not None
    assert past[1].after is not None
    assert (past[1].before["telephone"], past[1].after["telephone"]) == ("", "020 7946 0143")
    assert links(team) == []


def test_entries_cannot_be_changed_or_removed(team: Team) -> None:
    accepted(team)
    raw = connect(team.store.file, KEY)
    for statement in (
        "UPDATE audit_entry SET person_id = 'somebody else'",
        "DELETE FROM audit_entry",
        "UPDATE audit_payload SET payload = '{}'",
        "REPLACE INTO audit_entry SELECT * FROM audit_entry LIMIT 1",
    ):
        with pytest.raises(sqlcipher.IntegrityError, match="kept_for_ever"):
            raw.execute(statement)
    raw.close()


def test_a_rewritten_or_missing_entry_breaks_the_chain(team: Team) -> None:
    accepted(team)
    raw = connect(team.store.file, KEY)
    for name in ("audit_entry_unchanged", "audit_entry_kept", "audit_payload_unchanged"):
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("UPDATE audit_entry SET person_id = 'somebody else' WHERE sequence = 3")
    assert links(team) == [3]
    raw.execute("UPDATE audit_payload SET payload = '{}' WHERE sequence = 5")
    assert links(team) == [3, 5]
    raw.execute("DELETE FROM audit_entry WHERE sequence = 7")
    assert 8 in links(team)
    raw.close()


def test_an_erased_payload_leaves_the_chain_whole(team: Team) -> None:
    dana = accepted(team)
    with team.store.reading() as reading:
        rows = reading.rows(queries.audit_of_record(dana))
    assert json.loads(rows[0]["payload"])["after"]["given_name"] == "Dana"
    raw = connect(team.store.file, KEY)
    raw.execute("DELETE FROM audit_payload WHERE sequence = ?", [rows[0]["sequence"]])
    raw.close()
    assert links(team) == []
    assert team.services().history.of_record(dana)[0].after is None


def test_equal_payloads_have_unequal_digests_so_an_erased_one_cannot_be_guessed(
    team: Team,
) -> None:
    first, second = accepted(team, "Dana"), accepted(team, "Dana")
    with team.store.reading() as reading:
        digests = [
            reading.rows(queries.audit_of_record(who))[0]["payload_digest"]
            for who in (first, second)
        ]
    assert digests[0] != digests[1]


def test_a_clock_that_went_back_is_marked_and_order_is_kept(team: Team) -> None:
    accepted(team, "Dana")
    team.clock.go_to(TODAY - timedelta(days=400))
    services = team.services("Ruth", alone=True)
    services.people.save_person(person=replace(team.people["Moses"], telephone="1"))
    with team.store.reading() as reading:
        rows = reading.rows(queries.audit_entries())
    assert [row["sequence"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[-1]["clock_suspect"]
    assert not rows[-2]["clock_suspect"]
    assert links(team) == []
