"""A second person gets keys by a code; nobody's earlier way in survives what replaces it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from caseload import keys
from caseload.keys import SlotKind
from tests.keys.small_store import AMAL, BEA, CARA, Store, enrol, opens

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


def _issue(store: Store, now: datetime = NOW) -> keys.EnrolmentCode:
    with store.enter(AMAL) as session:
        return keys.issue_code(
            session.unlocked,
            session.database.ledger,
            person_id=CARA.person_id,
            name=CARA.name,
            now=now,
        )


def test_a_code_enrols_the_person_it_names_and_ends_with_its_use(store: Store) -> None:
    issued = _issue(store)
    cara = next(one for one in keys.people_in(store.folder) if one.person_id == CARA.person_id)
    assert cara.name == CARA.name
    assert cara.kinds == (SlotKind.ENROLMENT,)
    with store.enter_by_code(issued, NOW) as session:
        before = (session.unlocked.must_enrol, session.unlocked.generation)
        keys.use_code(session.unlocked, session.database, passphrase=CARA.passphrase, now=NOW)
        assert before == (True, session.unlocked.generation - 1)
        assert not session.unlocked.must_enrol
    assert opens(store, CARA)
    assert opens(store, AMAL)
    with pytest.raises(keys.WrongSecret):
        store.enter_by_code(issued, NOW)


def test_a_used_code_with_the_key_file_of_before_opens_nothing_of_today(
    store: Store, tmp_path: Path
) -> None:
    issued = _issue(store)
    old = shutil.copyfile(store.key_file, tmp_path / "old")
    with store.enter_by_code(issued, NOW) as session:
        keys.use_code(session.unlocked, session.database, passphrase=CARA.passphrase, now=NOW)
    shutil.copyfile(old, store.key_file)
    with pytest.raises(keys.DatabaseNotOpened):
        store.enter_by_code(issued, NOW)


def test_a_code_ends_after_seven_days(store: Store) -> None:
    issued = _issue(store)
    assert issued.expires == NOW + timedelta(days=7)
    assert "A copy of the files made before does not know that." in issued.note
    store.enter_by_code(issued, issued.expires - timedelta(seconds=1)).lock()
    with pytest.raises(keys.CodeExpired):
        store.enter_by_code(issued, issued.expires)


def test_a_code_that_ends_between_unlock_and_passphrase_is_refused(store: Store) -> None:
    issued = _issue(store)
    with store.enter_by_code(issued, NOW) as session, pytest.raises(keys.CodeExpired):
        keys.use_code(
            session.unlocked, session.database, passphrase=CARA.passphrase, now=issued.expires
        )


def test_an_unused_code_goes_with_the_next_change_after_its_time(store: Store) -> None:
    issued = _issue(store)
    with store.enter(AMAL) as session:
        keys.issue_code(
            session.unlocked,
            session.database.ledger,
            person_id="5f0a7c1e-0000-4000-8000-00000000000d",
            name="Dee",
            now=issued.expires,
        )
    names = [one.name for one in keys.people_in(store.folder)]
    assert CARA.name not in names
    assert "Dee" in names


def test_a_forgotten_passphrase_is_mended_by_a_code(store: Store) -> None:
    with store.enter(AMAL) as session:
        issued = keys.issue_code(
            session.unlocked, session.database.ledger, person_id=BEA.person_id, name=BEA.name
        )
    with pytest.raises(keys.WrongSecret):
        store.enter(BEA)
    with store.enter_by_code(issued) as session:
        keys.use_code(session.unlocked, session.database, passphrase="lamp lamp otter eighteen")
    assert opens(store, BEA, "lamp lamp otter eighteen")


def test_a_code_for_oneself_or_the_recovery_key_is_refused(store: Store) -> None:
    with store.enter(AMAL) as session:
        for person_id in (AMAL.person_id, keys.RECOVERY):
            with pytest.raises(keys.OwnKeys):
                keys.issue_code(
                    session.unlocked, session.database.ledger, person_id=person_id, name="x"
                )
        with pytest.raises(keys.NotAHolder):
            keys.use_code(session.unlocked, session.database, passphrase=CARA.passphrase)


def test_the_person_enrolled_can_enrol_the_next(store: Store) -> None:
    enrol(store, BEA, CARA)
    assert opens(store, CARA)
    with store.enter(AMAL) as session:
        assert [news.by_name for news in session.opened.news] == [CARA.name]


def test_a_code_typed_by_someone_else_is_wrong(store: Store) -> None:
    issued = _issue(store)
    with pytest.raises(keys.WrongSecret):
        keys.unlock_with_code(
            store.folder, person_id=BEA.person_id, typed=issued.code.text, now=NOW
        )
    with pytest.raises(keys.WrongSecret):
        keys.unlock_with_recovery_key(
            store.folder, typed=issued.code.text, attempts=keys.Attempts(Path("nowhere"))
        )
