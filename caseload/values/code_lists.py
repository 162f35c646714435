"""The field's code lists, read from data: records keep the code, people read the label.

The lists lie in ``resources/lists`` with their sources. A list is named by its table,
``attendance``; a second list inside one by its path, ``access_to_work.status``.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any

from caseload import paths

_FILES = ("codes", "local", "employment")


@cache
def _tables() -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = {}
    for name in _FILES:
        with paths.resource("lists", f"{name}.toml").open("rb") as stream:
            tables.update(tomllib.load(stream, parse_float=Decimal))
    return tables


@cache
def _entries(name: str) -> Mapping[str, Mapping[str, Any]]:
    table, _, part = name.partition(".")
    entries = _tables()[table][part or "codes"]
    return MappingProxyType(
        {
            code: MappingProxyType(entry if isinstance(entry, dict) else {"label": entry})
            for code, entry in entries.items()
        }
    )


@cache
def codes(name: str) -> Mapping[str, str]:
    """Every code of a list with its label, in the list's own order; KeyError for no such list."""
    return MappingProxyType({code: entry["label"] for code, entry in _entries(name).items()})


def label(name: str, code: str) -> str:
    """The words for a code; KeyError for a code that is not in the list."""
    return codes(name)[code]


def entry(name: str, code: str) -> Mapping[str, Any]:
    """Everything a list says of a code: ``label`` and, by list, fields such as ``group``."""
    return _entries(name)[code]


def about(name: str) -> Mapping[str, Any]:
    """What stands beside the codes of a list: its source, date, licence, groups and rules."""
    return MappingProxyType(_tables()[name.partition(".")[0]])


@cache
def industry_sections() -> Mapping[str, str]:
    """The sections of the UK Standard Industrial Classification 2007: letter and title."""
    listed = json.loads(paths.resource("lists", "industries.json").read_text(encoding="utf-8"))
    return MappingProxyType(
        {each["code"]: each["title"] for each in listed["groups"] if each["level"] == "section"}
    )
