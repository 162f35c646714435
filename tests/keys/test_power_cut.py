"""Wherever a change of keys is cut off, the store opens afterwards, by each person's own secret."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from caseload import keys
from caseload.keys import PrintedCode, RekeyStep, Resumed
from tests.keys.changes import (
    NEW_PASSPHRASE,
    changes_passphrase,
    one_generation,
    opens_by_code,
    opens_by_recovery_key,
    refused,
    removes_bea,
    suspects_nobody,
)
from tests.keys.power_cuts import photographed
from tests.keys.small_store import AMAL, BEA, CARA, ROWS, SmallDatabase, Store, opens


def test_cut_at_every_step_of_a_rekey_the_store_opens(store: Store, tmp_path: Path) -> None:
    with store.enter(AMAL) as session, photographed(store, tmp_path / "cuts") as album:
        suspects_nobody(session, album.progress)
    assert {step.value for step in RekeyStep} <= {name[3:] for name in album.taken}
    ways_in: list[Callable[[Store], bool]] = [
        partial(opens, person=AMAL),
        partial(opens, person=BEA),
        opens_by_recovery_key,
    ]
    for moment, cut in album.each():
        for number, way_in in enumerate(ways_in):
            here = cut.copied_to(tmp_path / f"{moment[:2]}-{number}")
            assert way_in(here), moment
            assert one_generation(here), moment
            # Whoever came first settled it; the next one opens after that.
            assert ways_in[number - 1](here), moment


def test_a_new_passphrase_cut_off_leaves_the_old_or_the_new_one(
    store: Store, tmp_path: Path
) -> None:
    with store.enter(AMAL) as session, photographed(store, tmp_path / "cuts") as album:
        changes_passphrase(session, album.progress)
    found = []
    for moment, cut in album.each():
        old = not refused(opens, cut.copied_to(tmp_path / f"old {moment}"), AMAL)
        again = cut.copied_to(tmp_path / f"new {moment}")
        new = not refused(opens, again, AMAL, NEW_PASSPHRASE)
        assert old or new, moment
        assert opens(cut, BEA), moment
        found.append((old, new))
    # First the old alone, then either, then the new alone, and never back.
    assert found == sorted(found, key=lambda pair: (pair[1], not pair[0]))
    assert {(True, False), (True, True), (False, True)} == set(found)


def test_someone_being_removed_does_not_come_back_by_a_power_cut(
    store: Store, tmp_path: Path
) -> None:
    with store.enter(AMAL) as session, photographed(store, tmp_path / "cuts") as album:
        removes_bea(session, album.progress)
    begun = album.after("both_generations_written")
    with pytest.raises(keys.WrongSecret):
        begun.enter(BEA)
    assert opens(begun, AMAL)
    done = album.after("rekeyed")
    assert opens(done, AMAL)
    with pytest.raises(keys.WrongSecret):
        done.enter(BEA)


def test_what_became_of_a_stopped_rekey_is_told(store: Store, tmp_path: Path) -> None:
    with store.enter(AMAL) as session, photographed(store, tmp_path / "cuts") as album:
        suspects_nobody(session, album.progress)
    with album.after("both_generations_written").enter(BEA) as session:
        assert session.opened.resumed is Resumed.UNDONE
        assert "undone" in str(session.opened.resumed_sentence)
        assert session.unlocked.generation == 2
    with album.after("rekeyed").enter(BEA) as session:
        assert session.opened.resumed is Resumed.FINISHED
        assert session.unlocked.generation == 3
        assert [news.by_name for news in session.opened.news] == [AMAL.name]


@pytest.mark.parametrize("moment", ["both_generations_written", "rekeyed"])
def test_a_stopped_rekey_is_left_alone_by_who_only_reads(
    store: Store, tmp_path: Path, moment: str
) -> None:
    with store.enter(AMAL) as session, photographed(store, tmp_path / "cuts") as album:
        changes_passphrase(session, album.progress)
    cut = album.after(moment)
    before = cut.key_file.read_bytes()
    for person, passphrase in ((BEA, BEA.passphrase), (AMAL, NEW_PASSPHRASE)):
        with cut.enter(person, passphrase, writable=False) as session:
            assert session.opened.resumed is None
            assert session.opened.trouble is None
            assert session.database.rows() == ROWS
            # What opened it is also what a second connection opens with.
            assert cut.database().open(session.unlocked.db_key_hex)
            with pytest.raises(keys.KeysReadOnly):
                keys.issue_code(session.unlocked, session.database.ledger, person_id="x", name="X")
        assert cut.key_file.read_bytes() == before
    assert opens(cut, AMAL, NEW_PASSPHRASE)


def test_a_settling_that_is_cut_off_again_is_settled_next_time(
    store: Store, tmp_path: Path
) -> None:
    with store.enter(AMAL) as session, photographed(store, tmp_path / "cuts") as album:
        suspects_nobody(session, album.progress)
    for moment in ("both_generations_written", "rekeyed"):
        stopped = album.after(moment)
        with photographed(stopped, tmp_path / f"again {moment}") as again:
            database = SmallDatabase(stopped.folder)
            unlocked = stopped.unlock(BEA)
            keys.open_database(unlocked, database, progress=again.progress)
            database.close()
        assert len(again.taken) > 3
        for number, (_, cut) in enumerate(again.each()):
            assert opens(cut, (AMAL, BEA)[number % 2])


def test_an_enrolment_cut_off_leaves_the_code_or_the_passphrase(
    store: Store, tmp_path: Path
) -> None:
    with store.enter(AMAL) as session:
        issued = keys.issue_code(
            session.unlocked, session.database.ledger, person_id=CARA.person_id, name=CARA.name
        )
    with store.enter_by_code(issued) as session, photographed(store, tmp_path / "cuts") as album:
        keys.use_code(
            session.unlocked,
            session.database,
            passphrase=CARA.passphrase,
            progress=album.progress,
        )
    for moment, cut in album.each():
        again = cut.copied_to(tmp_path / moment)
        by_code = not refused(opens_by_code, again, issued)
        assert by_code or opens(cut, CARA), moment
        assert opens(cut, AMAL), moment


def test_a_replaced_recovery_key_cut_off_leaves_the_old_or_the_new_one(
    store: Store, tmp_path: Path
) -> None:
    fresh = PrintedCode.new()
    with store.enter_by_recovery_key() as session, photographed(store, tmp_path / "x") as album:
        keys.replace_used_recovery_key(
            session.unlocked,
            session.database,
            person_id=AMAL.person_id,
            name=AMAL.name,
            passphrase=NEW_PASSPHRASE,
            recovery_key=fresh,
            progress=album.progress,
        )
    for moment, cut in album.each():
        again = cut.copied_to(tmp_path / moment)
        old = not refused(opens_by_recovery_key, again)
        assert old or opens_by_recovery_key(cut, fresh), moment
        assert opens(cut, BEA), moment


def test_a_change_without_rekey_cut_off_is_there_or_not(store: Store, tmp_path: Path) -> None:
    class Watched:
        def __init__(self) -> None:
            self.kept = session.database.ledger

        def read(self) -> keys.KeyLedgerState | None:
            return self.kept.read()

        def write(self, state: keys.KeyLedgerState) -> None:
            album.take("before the ledger")
            self.kept.write(state)
            album.take("after the ledger")

    with store.enter(AMAL) as session, photographed(store, tmp_path / "cuts") as album:
        keys.issue_code(session.unlocked, Watched(), person_id=CARA.person_id, name=CARA.name)
    held = []
    for moment, cut in album.each():
        assert opens(cut, AMAL), moment
        assert opens(cut, BEA), moment
        assert opens(cut, AMAL), moment
        held.append(CARA.person_id in {one.person_id for one in keys.people_in(cut.folder)})
    assert held == sorted(held)
    assert set(held) == {True, False}
