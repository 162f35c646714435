"""The exact set of whole numbers that a reader can think possible for a figure.

Every number said to be possible has been met in a whole solution, a table that agrees with all
that is published; every other one has been shown to be in none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caseload.returns.tables import Candidates
from caseload.returns.whole_numbers import Limit, WholeNumberSums

CEILING = 100_000
"""A figure that can be so large is taken to have no upper bound."""

SPAN = 60
"""How far above the lowest the numbers between lowest and highest are each looked at.

Figures that are rounded, or 0 to 4, are far narrower, so they are looked at whole.
"""


@dataclass(frozen=True)
class Known:
    """What a reader knows besides: somebody alone in a figure knows that it is 1."""

    which: int
    number: int


class Possible:
    """Solutions found so far, asked again before a new one is looked for."""

    def __init__(self, sums: WholeNumberSums) -> None:
        self._sums = sums
        self._found: list[list[int]] = []

    def any(self) -> bool:
        """Whether any table at all agrees with what is published."""
        return bool(self._found) or self._look([])

    def seen(self, which: int, known: Known | None = None) -> set[int]:
        """The numbers met so far in solutions that agree with what is known."""
        if known is None:
            return {values[which] for values in self._found}
        return {v[which] for v in self._found if v[known.which] == known.number}

    def within(
        self, which: int, least: int, most: int | None, known: Known | None = None
    ) -> int | None:
        """A possible number from ``least`` to ``most``, both included, or None."""
        for number in self.seen(which, known):
            if least <= number and (most is None or number <= most):
                return number
        limits: list[Limit] = [(which, least, most)]
        if known is not None:
            limits.append((known.which, known.number, known.number))
        return self._found[-1][which] if self._look(limits) else None

    def as_many_as(self, which: int, needed: int, known: Known | None = None) -> set[int]:
        """Possible numbers, the lowest ones first, no more than are needed."""
        numbers = set(self.seen(which, known))
        start = self._bounds(which)[0]
        while len(numbers) < needed:
            found = self.within(which, start, None, known)
            if found is None:
                break
            numbers.add(found)
            lower = self._lowest(which, start, found, known)
            numbers.add(lower)
            start = lower + 1
        return numbers

    def candidates(self, which: int) -> Candidates | None:
        """All the numbers that are possible; None where nothing agrees with what is published."""
        least, most = self._bounds(which)
        first = self.within(which, least, None)
        if first is None:
            return None
        lowest = self._lowest(which, least, first, None)
        highest = self._highest(which, most)
        last = lowest + SPAN if highest is None else min(highest, lowest + SPAN)
        between = range(lowest + 1, last)
        impossible = tuple(n for n in between if self.within(which, n, n) is None)
        return Candidates(lowest, highest, impossible)

    def _bounds(self, which: int) -> tuple[int, int | None]:
        least, most = self._sums.limits(which)
        return least if least is not None else -CEILING, most

    def _lowest(self, which: int, least: int, found: int, known: Known | None) -> int:
        """The lowest possible number from ``least`` on, one in ``found`` being possible."""
        found = min({found, *(n for n in self.seen(which, known) if n >= least)})
        middle = least
        while least < found:
            lower = self.within(which, least, middle, known)
            if lower is None:
                least = middle + 1
            else:
                found = lower
            middle = (least + found) // 2
            middle = min(middle, found - 1)
        return found

    def _highest(self, which: int, most: int | None) -> int | None:
        found = max(self.seen(which))
        if most is None:
            if self.within(which, CEILING, None) is not None:
                return None
            most = CEILING - 1
        middle = most
        while found < most:
            higher = self.within(which, middle, most)
            if higher is None:
                most = middle - 1
            else:
                found = higher
            middle = max((found + most + 1) // 2, found + 1)
        return found

    def _look(self, limits: Sequence[Limit]) -> bool:
        values = self._sums.solution(limits)
        if values is not None:
            self._found.append(values)
        return values is not None
