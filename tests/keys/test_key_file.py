"""The key file on the disk: whole at every moment, and the last one where a write goes wrong."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from caseload import keys
from caseload.errors import StoreTrouble
from caseload.keys import key_file_on_disk
from caseload.keys.key_file_on_disk import PREVIOUS, write_keys
from caseload.keys.primitives import DoesNotOpen
from tests.keys.power_cuts import photographed
from tests.keys.small_store import AMAL, BEA, CARA, Store, opens


def _names(store: Store) -> set[str]:
    return {path.name for path in store.folder.iterdir()}


def test_nothing_but_the_key_file_is_left_after_a_change(store: Store) -> None:
    before = _names(store)
    with store.enter(AMAL) as session:
        keys.rekey_for_suspicion(session.unlocked, session.database, passphrase=AMAL.passphrase)
    assert _names(store) == before


@pytest.mark.parametrize("fails", ["_write_through", "sync_folder", "replace"])
def test_a_full_disk_leaves_the_keys_of_before(
    store: Store, fails: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with store.enter(AMAL) as session:
        where = Path if fails == "replace" else key_file_on_disk
        with monkeypatch.context() as patch:
            patch.setattr(where, fails, full)
            with pytest.raises(StoreTrouble) as refusal:
                keys.issue_code(
                    session.unlocked,
                    session.database.ledger,
                    person_id=CARA.person_id,
                    name=CARA.name,
                )
        assert "could not be saved" in refusal.value.sentence
    assert opens(store, AMAL)
    assert opens(store, BEA)


def test_a_full_disk_at_a_rekey_leaves_everything_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = store.key_file.read_bytes()
    with store.enter(AMAL) as session, monkeypatch.context() as patch:
        patch.setattr(key_file_on_disk, "_write_through", full)
        with pytest.raises(StoreTrouble):
            keys.rekey_for_suspicion(session.unlocked, session.database, passphrase=AMAL.passphrase)
    assert store.key_file.read_bytes() == before
    assert opens(store, AMAL)


def test_a_file_that_does_not_unwrap_is_taken_back(store: Store) -> None:
    before = store.key_file.read_bytes()

    def prove(_: object) -> None:
        raise DoesNotOpen

    with store.enter(AMAL) as session:
        other = session.unlocked.file.sealed_with(b"x" * 32)
    with pytest.raises(DoesNotOpen):
        write_keys(store.folder, other, prove=prove)
    assert store.key_file.read_bytes() == before
    assert opens(store, AMAL)


@pytest.mark.parametrize("torn", [True, False])
def test_a_torn_or_lost_key_file_is_mended_from_the_copy_of_before(
    store: Store, torn: bool
) -> None:
    whole = store.key_file.read_bytes()
    (store.folder / PREVIOUS).write_bytes(whole)
    if torn:
        store.key_file.write_bytes(whole[:700])
    else:
        store.key_file.unlink()
    assert opens(store, AMAL)
    assert store.key_file.read_bytes() == whole
    assert opens(store, BEA)


def test_mending_from_the_copy_of_before_can_be_cut_off_too(store: Store, tmp_path: Path) -> None:
    whole = store.key_file.read_bytes()
    (store.folder / PREVIOUS).write_bytes(whole)
    store.key_file.write_bytes(whole[:700])
    with photographed(store, tmp_path / "cuts") as album:
        assert opens(store, AMAL)
    assert len(album.taken) > 2
    for _, cut in album.each():
        assert opens(cut, BEA)


def test_what_a_stopped_write_left_is_cleared_at_the_next_opening(store: Store) -> None:
    (store.folder / PREVIOUS).write_bytes(store.key_file.read_bytes())
    assert opens(store, AMAL)
    assert PREVIOUS not in _names(store)
