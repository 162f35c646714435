"""The shape that every kept record shares, and who may change it without losing another's work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID, uuid4

RecordId: TypeAlias = str
"""A UUID as 36 characters, made where the record is made, so that many stores can be joined."""

_source: ContextVar[Callable[[], UUID]] = ContextVar("source of record ids", default=uuid4)


def new_id() -> RecordId:
    """A fresh random record id."""
    return str(_source.get()())


@contextmanager
def ids_from(source: Callable[[], UUID]) -> Iterator[None]:
    """Inside, new ids come from ``source``: so a made-up store can be made again, id for id."""
    token = _source.set(source)
    try:
        yield
    finally:
        _source.reset(token)


@dataclass(frozen=True, kw_only=True)
class Record:
    """One kept record.

    ``version`` counts saves: a save from an older version is refused, so nothing is overwritten.
    ``hidden`` is what deleting means here; only retention and erasure remove a row.
    """

    id: RecordId = field(default_factory=new_id)
    service_id: RecordId = ""
    version: int = 0
    hidden: bool = False
