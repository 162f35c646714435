"""What only exists once it has happened: planned steps wait for what earlier steps will bring."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Later(Generic[T]):
    """Empty while the story is planned, filled while it happens."""

    def __init__(self) -> None:
        self._thing: T | None = None

    def happened(self, thing: T) -> T:
        """It exists now, or is different now."""
        self._thing = thing
        return thing

    @property
    def so_far(self) -> T | None:
        """The thing, or None before it happened."""
        return self._thing

    def now(self) -> T:
        """The thing; asked for before it happened, the plan was wrong and LookupError is raised."""
        if self._thing is None:
            raise LookupError
        return self._thing
