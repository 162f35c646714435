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

KEPT = 400
"""How many solutions are taken over at most."""

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
    """Solutions found so far, asked again before a new one is looked for.

    ``before`` is of the same figures with other ones withheld: what still fits is taken over.
    """

    def __init__(self, sums: WholeNumberSums, before: Possible | None = None) -> None:
        self._sums = sums
        self._found: list[list[int]] = []
        self._seen: dict[int, set[int]] = {}
        if before is not None and sums.same_sums_as(before._sums):
            kept = before._found[-KEPT:]
            self._found = [values for values in kept if sums.meets_limits(values)]

    def any(self) -> bool:
        """Whether any table at all agrees with what is published."""
        return bool(self._found) or self._look([])

    def seen(self, which: int, known: Known | None = None) -> set[int]:
        """The numbers met so far in solutions that agree with what is known."""
        if known is None:
            if which not in self._seen:
                self._seen[which] = {values[which] for values in self._found}
            return self._seen[which]
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
        """Possible numbers: so many as are needed or more, or all that there are."""
        numbers = self.seen(which, known)
        while len(numbers) < needed:
            found = self._another(which, numbers, known)
            if found is None:
                break
            numbers = self.seen(which, known)
        return numbers

    def _another(self, which: int, numbers: set[int], known: Known | None) -> int | None:
        """A possible number that is none of these: above them, below them or between."""
        least, most = self._bounds(which)
        if not numbers:
            return self.within(which, least, most, known)
        lowest, highest = min(numbers), max(numbers)
        ranges = [(highest + 1, most), (least, lowest - 1)]
        ranges += [(n, n) for n in range(lowest + 1, highest) if n not in numbers]
        found = (
            self.within(which, low, high, known)
            for low, high in ranges
            if high is None or low <= high
        )
        return next((number for number in found if number is not None), None)

    def candidates(self, which: int) -> Candidates | None:
        """All the numbers that are possible; None where nothing agrees with what is published."""
        least, most = self._bounds(which)
        first = self.within(which, least, None)
        if first is None:
            return None
        lowest = self._lowest(which, least, first)
        highest = self._highest(which, most)
        last = lowest + SPAN if highest is None else min(highest, lowest + SPAN)
        between = range(lowest + 1, last)
        impossible = tuple(n for n in between if self.within(which, n, n) is None)
        return Candidates(lowest, highest, impossible)

    def _bounds(self, which: int) -> tuple[int, int | None]:
        least, most = self._sums.limits(which)
        return least if least is not None else -CEILING, most

    def _lowest(self, which: int, least: int, found: int) -> int:
        """The lowest possible number from ``least`` on; ``found`` is possible."""
        found = min(found, *self.seen(which))
        middle = least
        while least < found:
            lower = self.within(which, least, middle)
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
            for which, numbers in self._seen.items():
                numbers.add(values[which])
        return values is not None
