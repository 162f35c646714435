"""What another set of rates changes, rate by rate: looked at before it is used."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from caseload.better_off.rate_book import RateBook
from caseload.better_off.rates import Rate
from caseload.values.dates import long_date
from caseload.words import say

A_LOT = Decimal("0.25")
"""A change by more than this share of the value is worth a second look."""


class ChangeKind(StrEnum):
    """What becomes of a rate."""

    NEW = "new"
    """There was none before."""
    SAME = "same"
    """The same value goes on."""
    CHANGED = "changed"
    GONE = "gone"
    """It is in the old rates and not in the new ones."""


@dataclass(frozen=True, slots=True)
class RateChange:
    """One rate that differs. ``before`` is the value that it follows, ``after`` the new one."""

    kind: ChangeKind
    before: Rate | None
    after: Rate | None

    @property
    def rate(self) -> Rate:
        """The rate that it is about."""
        rate = self.after or self.before
        if rate is None:
            raise LookupError("a change is about some rate")
        return rate

    @property
    def words(self) -> str:
        """It in a sentence, with both values and the day from which the new one holds."""
        before = self.before.shown if self.before else ""
        after = self.after.shown if self.after else ""
        if self.after is None:
            day = long_date(self.rate.valid_to)
            return say("better_off.rate.change.gone", name=self.rate.name, before=before, day=day)
        day = long_date(self.after.valid_from)
        figures = {"name": self.rate.name, "before": before, "after": after, "day": day}
        return say(f"better_off.rate.change.{self.kind}", **figures)

    @property
    def is_large(self) -> bool:
        """Whether a number changes by more than a quarter of itself."""
        if self.before is None or self.after is None:
            return False
        old, new = self.before.value, self.after.value
        if not isinstance(old, Decimal) or not isinstance(new, Decimal) or not old:
            return False
        return abs(new - old) / old > A_LOT


def compare_rate_books(old: RateBook, new: RateBook) -> tuple[RateChange, ...]:
    """Every value that is in one of the two and not in the other, by key and then by date.

    A value that stands in both, with the same dates, is no change. What a new value follows is the
    value of its key before it: in ``old`` where it takes the place of one with the same first day.
    """
    had = {(rate.key, rate.valid_from): rate for rate in old.entries()}
    has = {(rate.key, rate.valid_from): rate for rate in new.entries()}
    changes = []
    for place in sorted(had.keys() | has.keys()):
        before, after = had.get(place), has.get(place)
        if before == after:
            continue
        if after is None:
            changes.append(RateChange(ChangeKind.GONE, before, None))
            continue
        follows = before or _before(after, new)
        if follows is None:
            kind = ChangeKind.NEW
        else:
            kind = ChangeKind.SAME if follows.value == after.value else ChangeKind.CHANGED
        changes.append(RateChange(kind, follows, after))
    return tuple(changes)


def _before(rate: Rate, book: RateBook) -> Rate | None:
    """The value of the same key that ends last before this one starts."""
    earlier = [
        each
        for each in book.entries()
        if each.key == rate.key and each.valid_from < rate.valid_from
    ]
    return max(earlier, key=lambda each: each.valid_from, default=None)
