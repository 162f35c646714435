"""Every package that is imported is declared, and locked, so that a fresh clone has it."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions

from tests.house.sources import PROGRAM, ROOT, Source, expect_none, imports, sources

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OWN = {*PROGRAM, "tests", "migrations"}


def plain(requirement: str) -> str:
    """The name of a package as the index writes it, without versions and markers."""
    name = re.split(r"[ <>=!~;\[]", requirement.strip(), maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(*, with_tests: bool) -> set[str]:
    needed = list(PROJECT["project"]["dependencies"])
    if with_tests:
        needed += PROJECT["dependency-groups"]["dev"]
    return {plain(requirement) for requirement in needed}


def locked(name: str) -> set[str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    return {plain(line) for line in text.splitlines() if "==" in line and line[0].isalnum()}


@cache
def shipped_by() -> dict[str, list[str]]:
    """The packages that bring each importable name."""
    return {name: list(packages) for name, packages in packages_distributions().items()}


def undeclared(source: Source, known: set[str]) -> Iterator[str]:
    for name in sorted({name.split(".")[0] for name in imports(source.tree)}):
        if name in OWN or name in sys.stdlib_module_names:
            continue
        if not known & {plain(package) for package in shipped_by().get(name, [name])}:
            yield f"{source.name} imports {name}, which pyproject.toml does not declare"


def test_the_program_imports_only_what_it_declares() -> None:
    # shiboken6 is the part of PySide6 that tells whether a widget still lives.
    known = declared(with_tests=False) | {"shiboken6"}
    expect_none(
        fault for source in sources(*PROGRAM, "migrations") for fault in undeclared(source, known)
    )


def test_the_tests_import_only_what_is_declared() -> None:
    known = declared(with_tests=True) | {"shiboken6"}
    expect_none(fault for source in sources("tests") for fault in undeclared(source, known))


def test_an_undeclared_import_is_found() -> None:
    assert list(undeclared(Source("caseload/x.py", "import pytest"), declared(with_tests=False)))
    assert not list(undeclared(Source("caseload/x.py", "import json"), set()))


def test_all_that_is_declared_is_locked_with_its_hash() -> None:
    assert declared(with_tests=False) <= locked("run")
    assert declared(with_tests=True) | locked("run") <= locked("dev")


def test_the_locks_name_no_address() -> None:
    for name in ("run", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
        assert "://" not in text
        assert not re.search(r"^\s*--(index|extra|find|trusted)", text, re.MULTILINE)
