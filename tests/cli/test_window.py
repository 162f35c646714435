"""``caseload`` by itself opens the window, or says that there is no display and how to get one."""

from __future__ import annotations

from pathlib import Path

import pytest

from caseload.cli.door import Doors, main


def doors(opened: list[Path | None]) -> Doors:
    def open_window(store: Path | None) -> int:
        opened.append(store)
        return 0

    return Doors(open_window=open_window, take_pictures=lambda *_: [])


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.usefixtures("no_display")
def test_without_a_display_it_says_how_to_get_one(capsys: pytest.CaptureFixture[str]) -> None:
    opened: list[Path | None] = []
    assert main([], doors(opened)) == 1
    assert "xvfb-run" in capsys.readouterr().err
    assert opened == []


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_with_a_display_the_window_opens(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1")
    opened: list[Path | None] = []
    assert main([], doors(opened)) == 0
    assert opened == [None]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
@pytest.mark.usefixtures("no_display")
def test_it_opens_on_the_store_that_is_named(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    opened: list[Path | None] = []
    assert main(["--store", "made-up/store"], doors(opened)) == 0
    assert opened == [Path("made-up/store")]
