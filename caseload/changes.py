"""What changed, told to every open page after each saved change, so that pages keep up."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from caseload.values.record import RecordId


@dataclass(frozen=True)
class Changed:
    """One saved change: the rooms it touched and the records in them.

    ``origin`` is whatever the caller gave, so that a page can tell its own change from another's.
    """

    rooms: frozenset[str]
    ids: frozenset[RecordId]
    origin: object | None = None


class _Whatever(frozenset[str]):
    """Holds whatever it is asked for."""

    def __contains__(self, _item: object) -> bool:
        return True

    def __and__(self, other: AbstractSet[object]) -> frozenset[str]:
        return frozenset(str(item) for item in other)

    __rand__ = __and__


EVERYTHING = Changed(_Whatever(), _Whatever())
"""What may have changed while nobody looked: in every room, any record."""


class ChangeBoard:
    """Listeners that are called after a change has been committed, never before."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changed], None]] = []

    def subscribe(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Call ``listener`` after each change; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, changed: Changed) -> None:
        """Tell every listener."""
        for listener in list(self._listeners):
            listener(changed)
