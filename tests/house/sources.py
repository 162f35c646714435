"""The project's own Python files, read and parsed once for every check of the house."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("caseload", "ui")
EVERYTHING = (*PROGRAM, "migrations", "tests")


@dataclass(frozen=True)
class Source:
    """One file: ``name`` is its path from the root, with forward slashes."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.text)


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Every Python file under these folders of the project."""
    files = (file for folder in folders for file in sorted((ROOT / folder).rglob("*.py")))
    return tuple(
        Source(file.relative_to(ROOT).as_posix(), file.read_text("utf-8")) for file in files
    )


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last part of the name that is called: ``say`` for ``words.say(...)``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name, node


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module and every name that a file imports, in full: ``sqlalchemy.text``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def expect_none(faults: Iterable[str]) -> None:
    """Fail with one fault a line, so that whoever reads it can go and mend each."""
    found = sorted(set(faults))
    if found:
        raise AssertionError("\n".join(["", *found]))
