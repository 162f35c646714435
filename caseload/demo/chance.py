"""Chance that can be played again: the same seed gives the same throws."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


class Chance:
    """A stream of throws by seed and name, so that one part of the service does not move another.

    It decides nothing that must be secret: keys, salts and codes are random by themselves.
    """

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._random = Random(seed)  # noqa: S311 - a throw that can be repeated is what is wanted

    def of(self, name: object) -> Chance:
        """A stream of its own for ``name``."""
        return Chance(f"{self._seed}/{name}")

    def yes(self, likely: float) -> bool:
        """True with this likelihood, 0 to 1."""
        return self._random.random() < likely

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self._random.random() * (most - least + 1))

    def pick(self, things: Sequence[T]) -> T:
        """One of them."""
        return things[int(self._random.random() * len(things))]

    def pick_weighted(self, things: Sequence[tuple[T, float]]) -> T:
        """One of them, by weight."""
        left = self._random.random() * sum(weight for _, weight in things)
        for thing, weight in things:
            left -= weight
            if left < 0:
                return thing
        return things[-1][0]

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """So many different ones, in a new order; all of them where there are fewer."""
        left = list(things)
        return [
            left.pop(int(self._random.random() * len(left))) for _ in range(min(count, len(left)))
        ]

    def uuid(self) -> UUID:
        """A record id, as random ids look."""
        return UUID(int=self._random.getrandbits(128), version=4)
