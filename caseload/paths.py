"""Where the program's own files lie: beside the source, in the wheel, or in the packaged folder."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root(name: str) -> Path:
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """A file or folder under resources/ (fonts, icons, words, rates, lists)."""
    return _root("resources").joinpath(*parts)


def migrations() -> Path:
    """The folder of Alembic migrations."""
    return _root("migrations")
