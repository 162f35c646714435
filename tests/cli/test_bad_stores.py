"""A store that cannot be opened says why and what to do, with exit 1, and stays as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caseload.keys import KEY_FILE
from caseload.store import migrating
from caseload.store.store import DATABASE, Store
from tests.cli.conftest import Caseload

Who = tuple[object, ...]


def no_key_file(store: Path) -> None:
    (store / KEY_FILE).unlink()


def damaged_key_file(store: Path) -> None:
    (store / KEY_FILE).write_text("{}", "utf-8")


def no_database(store: Path) -> None:
    (store / DATABASE).unlink()


def empty_database(store: Path) -> None:
    (store / DATABASE).write_bytes(b"")


def damaged_database(store: Path) -> None:
    content = bytearray((store / DATABASE).read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = os.urandom(8192)
    (store / DATABASE).write_bytes(content)


def plain_database(store: Path) -> None:
    (store / DATABASE).write_bytes(b"SQLite format 3\0" + b"\0" * 4096)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (no_key_file, "keyslots.json is missing"),
        (damaged_key_file, "keyslots.json is damaged"),
        (no_database, "database is missing or empty"),
        (empty_database, "database is missing or empty"),
        (damaged_database, "damaged"),
        (plain_database, "database"),
    ],
)
def test_a_spoilt_store_is_refused_by_name(
    caseload: Caseload,
    store: Path,
    as_lead: Who,
    spoil: Callable[[Path], None],
    words: str,
) -> None:
    spoil(store)
    ran = caseload("check", store, *as_lead)
    assert ran.code == 1
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err


def test_a_swapped_key_file_is_refused(
    caseload: Caseload, store: Path, as_lead: Who, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    given = ("--team", "Other", "--person", "Nadia Farouk:lead:1", *as_lead[2:])
    assert caseload("new", other, *given).code == 0
    shutil.copy(other / KEY_FILE, store / KEY_FILE)
    ran = caseload("check", store, *as_lead)
    assert ran.code == 1
    assert "restore a backup" in ran.sentence


def test_a_newer_store_asks_for_a_newer_program(
    caseload: Caseload, store: Path, as_lead: Who, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "head", lambda: "0000")
    monkeypatch.setattr(migrating, "known_revisions", lambda: {"0000"})
    ran = caseload("check", store, *as_lead)
    assert ran.code == 1
    assert "newer version" in ran.sentence


def test_a_wrong_passphrase_names_nobody(caseload: Caseload, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "wrong.txt"
    file.write_text("other words than those\n", "utf-8")
    ran = caseload("check", store, "--as", "Nadia Farouk", "--passphrase-file", file)
    assert ran.code == 1
    assert "do not open this store" in ran.sentence
    assert "Nadia" not in ran.err
    assert "other words" not in ran.err


def test_somebody_without_keys_is_answered_with_those_who_have(
    caseload: Caseload, store: Path, passphrase_file: Path
) -> None:
    ran = caseload("check", store, "--as", "Nobody", "--passphrase-file", passphrase_file)
    assert ran.code == 1
    assert "Nadia Farouk" in ran.sentence


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff\xfe\x00"])
def test_a_passphrase_file_without_one_is_named(
    caseload: Caseload, store: Path, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "given.txt"
    if content is not None:
        file.write_bytes(content)
    ran = caseload("check", store, "--as", "Nadia Farouk", "--passphrase-file", file)
    assert ran.code == 1
    assert "given.txt" in ran.sentence


def test_a_folder_without_a_store_says_so(caseload: Caseload, tmp_path: Path, as_lead: Who) -> None:
    ran = caseload("check", tmp_path / "nowhere", *as_lead)
    assert ran.code == 1
    assert "no store" in ran.sentence


def test_a_file_that_is_no_backup_is_refused(
    caseload: Caseload, tmp_path: Path, as_lead: Who, passphrase_file: Path
) -> None:
    ran = caseload("restore", passphrase_file, tmp_path / "back", *as_lead)
    assert ran.code == 1
    assert "backup" in ran.sentence
    assert not (tmp_path / "back").exists()


def test_a_fault_of_ours_is_a_sentence_too(
    caseload: Caseload, store: Path, as_lead: Who, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Store) -> list[str]:
        raise ZeroDivisionError("Dana Petrescu")

    monkeypatch.setattr(Store, "check", broken)
    ran = caseload("check", store, *as_lead)
    assert ran.code == 1
    assert "Dana" not in ran.err
    assert ran.sentence.startswith("Caseload met a fault")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("verb", ["new", "backup", "demo"])
def test_a_disk_that_takes_no_more_is_a_sentence_and_leaves_nothing(
    store: Path, tmp_path: Path, passphrase_file: Path, verb: str
) -> None:
    target = tmp_path / "target"
    secret = ("--passphrase-file", str(passphrase_file))
    given = {
        "new": [str(target), "--team", "Willow Road", "--person", "Nadia Farouk:lead:1", *secret],
        "backup": [str(store), str(target), "--as", "Nadia Farouk", *secret],
        "demo": [str(target), "--referrals", "1", "--specialists", "1"],
    }[verb]
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, verb, *given], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1, ran
    assert "Traceback" not in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert "disk" in ran.stderr
    assert not target.exists()


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
from caseload.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
