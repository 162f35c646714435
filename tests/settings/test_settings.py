"""What this computer remembers: never a name, and never a reason not to start."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.settings import (
    FILE,
    PALETTES,
    Settings,
    read_settings,
    settings_folder,
    usual_store_folder,
    write_settings,
)

NADIA = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    chosen = Settings(
        palette="contrast",
        text_scale=1.75,
        store_folder="/home/nadia/Caseload/store",
        person_id=NADIA,
        several=True,
    )
    write_settings(chosen, tmp_path / "new" / "folder")
    assert read_settings(tmp_path / "new" / "folder") == chosen
    assert [file.name for file in (tmp_path / "new" / "folder").iterdir()] == [FILE]


def test_nothing_yet_is_the_usual(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x00" * 64,
        b"\xff\xfe{",
        b"{ torn",
        b"[]",
        b"null",
        b'"words"',
        b"[" * 100_000,
        b'{"version": 2, "palette": "dark"}',
        b'{"palette": "dark"}',
    ],
)
def test_a_damaged_file_is_the_usual_and_can_be_written_again(
    tmp_path: Path, damage: bytes
) -> None:
    (tmp_path / FILE).write_bytes(damage)
    assert read_settings(tmp_path) == Settings()
    write_settings(Settings(palette="dark"), tmp_path)
    assert read_settings(tmp_path).palette == "dark"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("palette", "mauve"),
        ("palette", ["dark"]),
        ("text_scale", "large"),
        ("text_scale", 20),
        ("text_scale", float("nan")),
        ("store_folder", 5),
        ("person_id", "Nadia Farouk"),
        ("several", "yes"),
    ],
)
def test_a_value_that_makes_no_sense_is_the_usual_and_spoils_no_other(
    tmp_path: Path, name: str, value: object
) -> None:
    said = {"version": 1, "palette": "dark", "text_scale": 1.25, "store_folder": "/store"}
    (tmp_path / FILE).write_text(json.dumps(said | {name: value, "unknown": 1}), "utf-8")
    read = read_settings(tmp_path)
    assert getattr(read, name) == getattr(Settings(), name)
    kept = {other: getattr(read, other) for other in said if other != name}
    assert kept == {other: value for other, value in said.items() if other != name}


@given(
    st.dictionaries(
        st.sampled_from([field.name for field in fields(Settings)]),
        st.none() | st.booleans() | st.floats() | st.text() | st.lists(st.integers()),
    )
)
def test_whatever_stands_there_the_window_can_wear_it(
    tmp_path_factory: pytest.TempPathFactory, said: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / FILE).write_text(json.dumps(said | {"version": 1}), "utf-8")
    read = read_settings(folder)
    assert read.palette in PALETTES
    assert 1.0 <= read.text_scale <= 2.0
    assert isinstance(read.store_folder, str)
    assert len(read.person_id) in (0, 36)


def test_where_nothing_can_be_written_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    write_settings(Settings(palette="dark"), tmp_path / "file")
    (tmp_path / "folder" / FILE).mkdir(parents=True)
    write_settings(Settings(palette="dark"), tmp_path / "folder")
    assert read_settings(tmp_path / "folder") == Settings()
    assert [one.name for one in (tmp_path / "folder").iterdir()] == [FILE]


def test_the_folders_are_the_person_s_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CASELOAD_SETTINGS", str(tmp_path / "here"))
    assert settings_folder() == tmp_path / "here"
    monkeypatch.delenv("CASELOAD_SETTINGS")
    assert "Caseload" in settings_folder().parts
    assert usual_store_folder().name == "store"
    assert "Caseload" in usual_store_folder().parts
