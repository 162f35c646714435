"""The words that made-up people are made of: ``resources/made_up``."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from caseload import paths


@cache
def made_up(name: str) -> dict[str, Any]:
    """One file of ``resources/made_up``: ``names``, ``staff``, ``places``, ``work``, ..."""
    with paths.resource("made_up", f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)
