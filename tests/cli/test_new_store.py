"""``caseload new``: an empty store whose people get in by what was printed this once."""

from __future__ import annotations

from pathlib import Path

import pytest

from caseload.app import enrol_with_code, store_people, unlock
from tests.cli.conftest import PASSPHRASE, Caseload


def test_the_first_person_has_the_passphrase_and_the_others_a_code(
    caseload: Caseload, tmp_path: Path, passphrase_file: Path
) -> None:
    folder = tmp_path / "new"
    ran = caseload(
        "new", folder, "--team", "Willow Road", "--person", "Nadia Farouk:lead",
        "Priya Raman:specialist:0.6", "--passphrase-file", passphrase_file,
    )  # fmt: skip
    assert ran.code == 0
    assert ran.err == ""
    nadia, priya = ran.document["people"]
    assert nadia == {
        "name": "Nadia Farouk",
        "role": "lead",
        "share": 1.0,
        "opens_with": "passphrase",
    }
    ids = {person.name: person.person_id for person in store_people(folder).people}
    unlock(folder, person_id=ids["Nadia Farouk"], passphrase=PASSPHRASE).lock()
    session = enrol_with_code(
        folder,
        person_id=ids["Priya Raman"],
        code=priya["code"],
        passphrase="four other plain words",
    )
    assert session.services.allocation.count().cap == 15
    session.lock()


def test_the_recovery_key_that_was_printed_opens_a_backup(
    caseload: Caseload, tmp_path: Path, passphrase_file: Path
) -> None:
    folder = tmp_path / "new"
    made = caseload(
        "new", folder, "--team", "Willow Road", "--person", "Nadia Farouk:lead:1",
        "--passphrase-file", passphrase_file,
    )  # fmt: skip
    backup, key = tmp_path / "all.caseload-backup", tmp_path / "key.txt"
    key.write_text(made.document["recovery_key"], "utf-8")
    assert caseload("backup", folder, backup, "--passphrase-file", passphrase_file).code == 0
    back = caseload("restore", backup, tmp_path / "back", "--recovery-key-file", key)
    assert back.code == 0
    assert caseload("check", tmp_path / "back", "--passphrase-file", passphrase_file).code == 0


def test_a_new_passphrase_is_typed_twice(
    caseload: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter([PASSPHRASE, "not the same words"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    person = ("--person", "Nadia Farouk:lead:1")
    ran = caseload("new", tmp_path / "new", "--team", "Willow Road", *person)
    assert ran.code == 1
    assert "differ" in ran.sentence
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (("Nadia Farouk:specialist:1", "Priya Raman:lead:1"), "team lead"),
        (("Nadia Farouk:lead:1", "Nadia Farouk:specialist:1"), "same name"),
    ],
)
def test_people_who_cannot_be_told_apart_or_led_are_refused(
    caseload: Caseload,
    tmp_path: Path,
    passphrase_file: Path,
    person: tuple[str, ...],
    words: str,
) -> None:
    given = ("--team", "Willow Road", "--person", *person, "--passphrase-file", passphrase_file)
    ran = caseload("new", tmp_path / "new", *given)
    assert ran.code == 1
    assert words in ran.sentence
    assert not (tmp_path / "new").exists()


def test_a_weak_passphrase_is_refused(caseload: Caseload, tmp_path: Path) -> None:
    file = tmp_path / "weak.txt"
    file.write_text("short\n", "utf-8")
    person = ("--person", "Nadia Farouk:lead:1")
    given = ("--team", "Willow Road", *person, "--passphrase-file", file)
    ran = caseload("new", tmp_path / "new", *given)
    assert ran.code == 1
    assert "12 characters" in ran.sentence
    assert not (tmp_path / "new").exists()
