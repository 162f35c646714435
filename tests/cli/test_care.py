"""``check``, ``backup``, ``restore`` and ``rekey``, alone and beside an open window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseload.app import Session, store_people, unlock
from tests.cli.conftest import LEAD, PASSPHRASE, Caseload

Who = tuple[object, ...]


@pytest.fixture
def window(store: Path) -> Iterator[Session]:
    """Somebody has the store open, as the window would."""
    person = next(p for p in store_people(store).people if p.name == LEAD)
    session = unlock(store, person_id=person.person_id, passphrase=PASSPHRASE)
    yield session
    session.lock()


def test_a_whole_store_is_well(caseload: Caseload, store: Path, as_lead: Who) -> None:
    ran = caseload("check", store, *as_lead)
    assert (ran.code, ran.err) == (0, "")
    assert ran.document == {"store": str(store), "well": True, "findings": []}


def test_names_are_found_however_they_are_typed(
    caseload: Caseload, store: Path, passphrase_file: Path
) -> None:
    ran = caseload("check", store, "--as", "NADIA farouk", "--passphrase-file", passphrase_file)
    assert ran.code == 0


def test_a_backup_comes_back_and_nothing_is_written_over(
    caseload: Caseload, store: Path, as_lead: Who, tmp_path: Path
) -> None:
    file = tmp_path / "all.caseload-backup"
    assert caseload("backup", store, file, *as_lead).document["backup"] == str(file)
    before = file.read_bytes()
    assert caseload("backup", store, file, *as_lead).code == 1
    assert file.read_bytes() == before

    first = caseload("restore", file, tmp_path / "back", *as_lead).document
    assert first["replaced"] is None
    again = caseload("restore", file, tmp_path / "back", *as_lead).document
    assert Path(again["replaced"]).is_dir()
    assert caseload("check", tmp_path / "back", *as_lead).code == 0


def test_after_a_rekey_the_passphrase_opens_and_the_old_key_file_does_not(
    caseload: Caseload, store: Path, as_lead: Who
) -> None:
    old = (store / "keyslots.json").read_bytes()
    ran = caseload("rekey", store, *as_lead)
    assert ran.document["rekeyed"] is True
    assert caseload("check", store, *as_lead).code == 0
    (store / "keyslots.json").write_bytes(old)
    ran = caseload("check", store, *as_lead)
    assert ran.code == 1
    assert "older key file" in ran.sentence


@pytest.mark.usefixtures("window")
def test_reading_verbs_work_beside_an_open_window(
    caseload: Caseload, store: Path, as_lead: Who, tmp_path: Path
) -> None:
    assert caseload("check", store, *as_lead).code == 0
    assert caseload("backup", store, tmp_path / "all.caseload-backup", *as_lead).code == 0
    listed = caseload("return", store, "--list-contracts", *as_lead)
    assert (listed.code, listed.out) == (0, "IPS quarter\n")


def test_writing_verbs_say_who_has_it_open(
    caseload: Caseload, store: Path, as_lead: Who, tmp_path: Path, window: Session
) -> None:
    backup, out = tmp_path / "all.caseload-backup", tmp_path / "return"
    window.back_up(backup)
    made = caseload(
        "return", store, "--contract", "IPS quarter", "--period", "2026-27-Q1", "--out", out,
        *as_lead,
    )  # fmt: skip
    rekeyed = caseload("rekey", store, *as_lead)
    for ran in (made, rekeyed):
        assert ran.code == 1
        assert LEAD in ran.sentence
    assert not out.exists()
    restored = caseload("restore", backup, store, *as_lead)
    assert restored.code == 1
    assert restored.sentence
    assert window.check() == []
