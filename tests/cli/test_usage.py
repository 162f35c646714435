"""What is typed wrongly is answered in one sentence with exit 2, and nothing is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from caseload import __version__
from caseload.cli.door import VERBS
from tests.cli.conftest import SPECIALIST, Caseload


@pytest.mark.parametrize(
    "typed",
    [
        ["no-such-verb"],
        ["import", "store", "clients.xlsx"],
        ["fidelity", "store"],
        ["--no-such-option"],
        ["--store"],
        ["demo"],
        ["demo", "folder", "--years", "many"],
        ["demo", "folder", "--specialists", "26"],
        ["demo", "folder", "--refer", "9"],
        ["backup", "store"],
        ["restore"],
        ["return", "store"],
        ["return", "store", "--contract", "IPS quarter"],
        ["better-off", "household.json", "--format", "poster"],
        ["new", "store", "--team", "Willow Road"],
        ["new", "store", "--team", "Willow Road", "--person", "Nadia Farouk"],
        ["new", "store", "--team", "Willow Road", "--person", "Nadia Farouk:boss:1"],
        ["new", "store", "--team", "Willow Road", "--person", "Nadia Farouk:lead:2"],
        ["new", "store", "--team", "Willow Road", "--person", "Nadia:lead:1:more"],
    ],
)
def test_wrong_usage_is_a_sentence(
    caseload: Caseload, typed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = caseload(*typed)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_verb_of_a_later_version_is_answered_with_those_there_are(caseload: Caseload) -> None:
    sentence = caseload("pack", "make").sentence
    assert "pack" in sentence
    assert all(verb in sentence for verb in VERBS)


def test_help_says_every_verb(caseload: Caseload) -> None:
    ran = caseload("--help")
    assert ran.code == 0
    assert all(f"  {verb} " in ran.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_says_how_it_is_used(caseload: Caseload, verb: str) -> None:
    ran = caseload(verb, "--help")
    assert ran.code == 0
    assert f"caseload {verb}" in ran.out
    assert ran.err == ""


def test_the_version_stands_alone(caseload: Caseload) -> None:
    assert caseload("--version").out == f"caseload {__version__}\n"


def test_where_several_can_open_it_the_names_are_said(
    caseload: Caseload, store: Path, passphrase_file: Path
) -> None:
    ran = caseload("check", store, "--passphrase-file", passphrase_file)
    assert ran.code == 2
    assert SPECIALIST in ran.sentence


def test_without_a_prompt_a_file_is_asked_for(
    caseload: Caseload, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    ran = caseload("check", store, "--as", "Nadia Farouk")
    assert ran.code == 2
    assert "--passphrase-file" in ran.sentence
