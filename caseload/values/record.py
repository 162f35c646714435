"""The shape that every kept record shares, and who may change it without losing another's work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import uuid4

RecordId: TypeAlias = str
"""A UUID as 36 characters, made where the record is made, so that many stores can be joined."""


def new_id() -> RecordId:
    """A fresh random record id."""
    return str(uuid4())


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
