"""Whole numbers of nought or more whose sums lie within limits: is there a solution, exactly?

A reader of returns knows of each count only limits (15 means 13 to 17), and of sums of counts
limits too. Whether a figure can be 3 is then the question whether whole numbers exist that meet
every limit. The answer here is exact: the simplex method for limits on sums (Dutertre and de
Moura, 'A fast linear-arithmetic solver for DPLL(T)', 2006) in whole numbers and fractions, never
in floating point, and branching where a solution has fractions. Bland's rule makes it end.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import TypeAlias

Number: TypeAlias = "int | Fraction"

Limit: TypeAlias = "tuple[int, int | None, int | None]"
"""A variable with the least and the most that it may be; None leaves that side open."""


class OutOfTime(Exception):
    """The time allowed for an answer has passed, so there is none."""


def _plain(number: Number) -> Number:
    """The same number, whole numbers as int: they are far quicker."""
    if isinstance(number, Fraction) and number.denominator == 1:
        return number.numerator
    return number


def _over(number: Number, by: Number) -> Number:
    if by == 1:
        return number
    return -number if by == -1 else _plain(Fraction(number) / by)


class WholeNumberSums:
    """Unknown counts, sums of them, and the limits of both."""

    def __init__(self) -> None:
        self.deadline: float | None = None
        """The moment of ``time.monotonic`` at which OutOfTime is raised."""
        self._least: list[int | None] = []
        self._most: list[int | None] = []
        self._value: list[Number] = []
        self._unknowns: list[int] = []
        self._made_of: dict[int, dict[int, int]] = {}
        # Each sum that is 'basic' by its parts; the parts by the sums that they stand in.
        self._rows: dict[int, dict[int, Number]] = {}
        self._used_in: dict[int, set[int]] = {}

    def unknown(self) -> int:
        """A new unknown count, nought or more."""
        new = self._new(0)
        self._unknowns.append(new)
        self._used_in[new] = set()
        return new

    def sum_of(self, parts: Mapping[int, int]) -> int:
        """A new sum: each part, an unknown or a sum, times its number."""
        row: dict[int, Number] = {}
        made_of = dict(parts)
        for part, times in parts.items():
            inside = self._rows.get(part)
            for piece, count in ((part, 1),) if inside is None else inside.items():
                row[piece] = row.get(piece, 0) + count * times
        new = self._new(None)
        self._made_of[new] = made_of
        self._rows[new] = {piece: _plain(count) for piece, count in row.items() if count}
        for piece in self._rows[new]:
            self._used_in[piece].add(new)
        self._value[new] = _plain(sum(c * self._value[p] for p, c in self._rows[new].items()))
        return new

    def limits(self, which: int) -> tuple[int | None, int | None]:
        """The least and the most that were set."""
        return self._least[which], self._most[which]

    def limit(self, which: int, least: int | None, most: int | None) -> None:
        """Sets limits for good, as well as those set before."""
        low, high = self._least[which], self._most[which]
        if least is not None and (low is None or least > low):
            self._least[which] = least
        if most is not None and (high is None or most < high):
            self._most[which] = most

    def same_sums_as(self, other: WholeNumberSums) -> bool:
        """Whether both have the same unknowns and sums, whatever their limits."""
        return self._made_of == other._made_of and self._unknowns == other._unknowns

    def meets_limits(self, values: Sequence[int]) -> bool:
        """Whether a solution of the same sums under other limits is one under these."""
        return all(
            (low is None or low <= value) and (high is None or value <= high)
            for low, high, value in zip(self._least, self._most, values, strict=True)
        )

    def solution(self, within: Sequence[Limit] = ()) -> list[int] | None:
        """A value for every unknown and sum that meets all limits and these, or None.

        Raises OutOfTime.
        """
        kept = self._least[:], self._most[:]
        try:
            for which, least, most in within:
                self.limit(which, least, most)
            return self._branch()
        finally:
            self._least, self._most = kept

    def _new(self, least: int | None) -> int:
        self._least.append(least)
        self._most.append(None)
        self._value.append(0)
        return len(self._value) - 1

    def _branch(self) -> list[int] | None:
        open_branches: list[list[Limit]] = [[]]
        base = self._least[:], self._most[:]
        while open_branches:
            branch = open_branches.pop()
            self._least, self._most = base[0][:], base[1][:]
            for limit in branch:
                self.limit(*limit)
            if not self._solvable():
                continue
            broken = next((u for u in self._unknowns if isinstance(self._value[u], Fraction)), None)
            if broken is None:
                return [int(value) for value in self._value]
            below = floor(self._value[broken])
            open_branches.append([*branch, (broken, below + 1, None)])
            open_branches.append([*branch, (broken, None, below)])
        return None

    def _solvable(self) -> bool:
        """Whether fractions can meet the limits; if so the values do."""
        for low, high in zip(self._least, self._most, strict=True):
            if low is not None and high is not None and low > high:
                return False
        for part in self._used_in:
            self._move(part, self._nearest(part) - self._value[part])
        while True:
            if self.deadline is not None and time.monotonic() > self.deadline:
                raise OutOfTime
            short = self._first_outside()
            if short is None:
                return True
            wanted = self._nearest(short)
            giver = self._part_that_gives(short, up=wanted > self._value[short])
            if giver is None:
                return False
            step = _over(wanted - self._value[short], self._rows[short][giver])
            self._move(giver, step)
            self._exchange(short, giver)

    def _first_outside(self) -> int | None:
        """The first sum that is outside its limits."""
        found = None
        least, most, values = self._least, self._most, self._value
        for row in self._rows:
            if found is not None and row > found:
                continue
            low, high, value = least[row], most[row], values[row]
            if (low is not None and value < low) or (high is not None and value > high):
                found = row
        return found

    def _nearest(self, which: int) -> Number:
        """The nearest value inside the limits."""
        low, high, value = self._least[which], self._most[which], self._value[which]
        if low is not None and value < low:
            return low
        return high if high is not None and value > high else value

    def _part_that_gives(self, row: int, *, up: bool) -> int | None:
        """The first part that can move so that the sum moves the way that it must."""
        found = None
        for part, count in self._rows[row].items():
            if found is not None and part > found:
                continue
            if (count > 0) == up:
                most = self._most[part]
                if most is None or self._value[part] < most:
                    found = part
            else:
                least = self._least[part]
                if least is None or self._value[part] > least:
                    found = part
        return found

    def _move(self, part: int, by: Number) -> None:
        if by:
            values = self._value
            values[part] = _plain(values[part] + by)
            for row in self._used_in[part]:
                moved = values[row] + self._rows[row][part] * by
                values[row] = moved if type(moved) is int else _plain(moved)

    def _exchange(self, row: int, part: int) -> None:
        """The sum becomes a part, and the part a sum of it and the other parts."""
        old = self._rows.pop(row)
        count = old.pop(part)
        new = {piece: _over(-times, count) for piece, times in old.items()}
        new[row] = _over(1, count)
        used_in = self._used_in
        users = used_in.pop(part)
        users.discard(row)
        for piece in old:
            used_in[piece].discard(row)
            used_in[piece].add(part)
        used_in[row] = {part}
        self._rows[part] = new
        for user in users:
            theirs = self._rows[user]
            times = theirs.pop(part)
            for piece, more in new.items():
                before = theirs.get(piece, 0)
                total = before + times * more
                if total:
                    theirs[piece] = total if type(total) is int else _plain(total)
                    if not before:
                        used_in[piece].add(user)
                elif before:
                    del theirs[piece]
                    used_in[piece].discard(user)
