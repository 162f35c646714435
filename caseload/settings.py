"""What this computer remembers between starts: how it looks and where the store lies, never a name.

One declaration a setting: its default, and how a value read from the file is made good again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

FILE = "settings.json"
VERSION = 1

PALETTES = ("light", "dark", "contrast", "system")


@dataclass(frozen=True)
class Settings:
    """The settings of this computer. ``person_id`` is a UUID: who unlocked here last; ``several``
    says whether more than one person unlocks that store, so that the page asks from the start.
    """

    version: int = VERSION
    palette: str = "system"
    text_scale: float = 1.0
    store_folder: str = ""
    person_id: str = ""
    several: bool = False


_GOOD: dict[str, Callable[[Any], bool]] = {
    "version": lambda value: value == VERSION,
    "palette": lambda value: value in PALETTES,
    "text_scale": lambda value: isinstance(value, (int, float)) and 1.0 <= value <= 2.0,
    "store_folder": lambda value: isinstance(value, str),
    "person_id": lambda value: isinstance(value, str) and len(value) in (0, 36),
    "several": lambda value: isinstance(value, bool),
}


def settings_folder() -> Path:
    """Where this computer keeps them; ``CASELOAD_SETTINGS`` names another folder, for tests."""
    chosen = os.environ.get("CASELOAD_SETTINGS")
    return Path(chosen) if chosen else platformdirs.user_config_path("Caseload", appauthor=False)


def usual_store_folder() -> Path:
    """Where a store goes unless another folder is chosen: this computer's own disk."""
    return platformdirs.user_data_path("Caseload", appauthor=False, roaming=False) / "store"


def read_settings(folder: Path | None = None) -> Settings:
    """The settings; a missing or damaged file, or a value that makes no sense, is the default."""
    file = (folder or settings_folder()) / FILE
    try:
        said = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(said, Mapping) or not _GOOD["version"](said.get("version")):
        return Settings()
    known = {field.name for field in fields(Settings)}
    good = {name: value for name, value in said.items() if name in known and _GOOD[name](value)}
    return replace(Settings(), **good)


def write_settings(settings: Settings, folder: Path | None = None) -> None:
    """Keep the settings. Where they cannot be written they are forgotten, and work goes on."""
    file = (folder or settings_folder()) / FILE
    unfinished = file.with_suffix(".unfinished")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(asdict(settings), indent=1), "utf-8")
        unfinished.replace(file)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
