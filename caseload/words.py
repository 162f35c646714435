"""Every sentence a person reads, in one catalogue, ready to be translated.

The catalogue is the folder ``resources/words``: one TOML file for each room or page. A key is the
file's name, then the path inside it: ``say("caseload_list.title")`` reads ``title`` in
``caseload_list.toml``. A table with ``one`` and ``other`` is a plural: the fact ``count`` chooses.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from caseload import paths


@cache
def catalogue() -> dict[str, Any]:
    """All words by key; the key is the file's name and the path inside it, joined by dots."""
    words: dict[str, Any] = {}
    for file in sorted(paths.resource("words").glob("*.toml")):
        words |= _words_of(file.stem)
    return words


@cache
def _words_of(name: str) -> dict[str, Any]:
    """The words of one file; the first paint of the window reads a few files, not all of them."""
    words: dict[str, Any] = {}
    file = paths.resource("words", f"{name}.toml")
    if file.is_file():
        with file.open("rb") as stream:
            _collect(name, tomllib.load(stream), words)
    return words


def _collect(prefix: str, node: dict[str, Any], words: dict[str, Any]) -> None:
    if set(node) == {"one", "other"}:
        words[prefix] = node
        return
    for name, value in node.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            _collect(key, value, words)
        else:
            words[key] = value


def say(key: str, /, **facts: object) -> str:
    """The sentence for ``key`` with its ``{facts}`` filled in.

    Raises KeyError where the catalogue has no such key or a fact is missing: both are faults of
    ours that a test finds, never something to show a person.
    """
    entry = _words_of(key.partition(".")[0])[key]
    if isinstance(entry, dict):
        entry = entry["one"] if facts["count"] == 1 else entry["other"]
    text: str = entry.format(**facts) if facts else entry.replace("{{", "{").replace("}}", "}")
    return text
