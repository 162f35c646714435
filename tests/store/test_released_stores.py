"""A store of every released revision, with data in it, opens in the program of today."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from caseload.app import unlock
from caseload.clients.client import Client
from caseload.store import migrating
from caseload.store.records import TABLES

RELEASED = Path(__file__).resolve().parent.parent / "released"


@pytest.mark.parametrize("revision", sorted(folder.name for folder in RELEASED.iterdir()))
def test_a_store_of_an_older_release_opens_with_all_that_was_in_it(
    revision: str, tmp_path: Path
) -> None:
    facts = json.loads((RELEASED / revision / "facts.json").read_text("utf-8"))
    shutil.copytree(RELEASED / revision / "store", tmp_path / "store")
    session = unlock(
        tmp_path / "store", person_id=facts["person_id"], passphrase=facts["passphrase"]
    )
    try:
        assert session.check() == []
        assert not session.is_read_only
        with session.store.reading() as reading:
            kept = {kind.__name__: reading.count(kind) for kind in TABLES}
            assert migrating.revision_of(reading.connection) == migrating.head()
        assert {name: kept[name] for name in facts["counts"]} == facts["counts"]
        session.services.referrals.receive(
            client=Client(given_name="New"), received_on=session.desk.today(), source="B1"
        )
        assert [hit.name for hit in session.services.clients.search("nguyen")] == ["Hạnh Nguyễn"]
    finally:
        session.lock()


def test_every_released_revision_is_one_that_this_program_knows() -> None:
    released = {folder.name for folder in RELEASED.iterdir()}
    assert released <= migrating.known_revisions()
    assert migrating.head() in released
