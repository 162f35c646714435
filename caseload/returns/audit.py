"""The audit: what a reader of this return and of every earlier one can work out. Rules R4, R9, R10.

It reads the published files as a reader does. Of the record it is told only which counts are
truly small or truly 1, which decides what must stay hidden and who could be an insider.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from caseload.returns.possible import Known, Possible
from caseload.returns.reading import Place, Reading
from caseload.returns.tables import Candidates
from caseload.returns.unknowns import Unknowns

WITHHELD_NEEDS = 4
"""A withheld figure leaves a reader at least so many numbers, nought among them if it is small."""

ROUNDED_NEEDS = 3
"""A rounded figure leaves a reader at least so many numbers; so does what is left of a measure."""

Truth = Callable[[Place], int]


class Fault(StrEnum):
    """What is wrong with a figure."""

    NARROW = "narrow"
    """Too few numbers are left possible, or nought is not among them."""
    IMPLIED = "implied"
    """The same, of a figure that was not published but can be worked out."""
    INSIDER = "insider"
    """Somebody alone in one figure can tell this one exactly."""
    DISAGREES = "disagrees"
    """It cannot be reconciled with an earlier return, which shows that a figure was changed."""


@dataclass(frozen=True)
class Finding:
    """A figure that is not protected, and by how many possible numbers it falls short."""

    place: Place
    fault: Fault
    short: int


@dataclass
class Examination:
    """The audit of one set of linked measures. Raises OutOfTime at ``deadline``.

    ``deadline`` is a moment of ``time.monotonic``. ``may_be_nought`` are figures withheld earlier
    that could be nought, so that they still must: the record may have changed since, and no longer
    say which of them were small. ``before`` is the audit of much the same figures: the tables
    that it found are looked at first.
    """

    reading: Reading
    measures: set[str]
    truth: Truth
    threshold: int
    deadline: float
    may_be_nought: frozenset[Place] = frozenset()
    before: Examination | None = None

    def __post_init__(self) -> None:
        self._unknowns = Unknowns(self.reading, self.measures)
        self._unknowns.sums.deadline = self.deadline
        self._possible: Possible = Possible(
            self._unknowns.sums, self.before._possible if self.before else None
        )
        self.before = None
        sights = self._unknowns.sights
        self._rounded = {s.place for s in sights if s.value is not None}
        said_small = {s.place for s in sights if s.value is None and s.most is not None}
        self._hide_as_small = self.may_be_nought | said_small
        self.checked = 0
        self.insiders = 0
        self.findings = self._findings()

    def candidates(self, place: Place) -> Candidates:
        """The exact set of numbers that a reader can think possible for a published figure."""
        found = self._possible.candidates(self._unknowns.shown[place])
        if found is None:
            raise LookupError("no table agrees with what is published")
        return found

    def _findings(self) -> tuple[Finding, ...]:
        if not self._possible.any():
            places = sorted(self._unknowns.shown, key=_order)
            return tuple(Finding(place, Fault.DISAGREES, WITHHELD_NEEDS) for place in places)
        found: list[Finding] = []
        hidden: dict[Place, int] = {}
        for place, which in self._unknowns.shown.items():
            if place in self._rounded:
                found += self._few(place, which, Fault.NARROW, ROUNDED_NEEDS)
            else:
                found += self._few(place, which, Fault.NARROW, WITHHELD_NEEDS)
                hidden[place] = which
        for place, which in self._unknowns.implied.items():
            needed = WITHHELD_NEEDS if self._small(place) else ROUNDED_NEEDS
            found += self._few(place, which, Fault.IMPLIED, needed)
            hidden[place] = which
        for place, which in self._unknowns.remainders.items():
            found += self._few(place, which, Fault.IMPLIED, ROUNDED_NEEDS)
        return tuple(found) or self._told_to_insiders(hidden)

    def _few(self, place: Place, which: int, fault: Fault, needed: int) -> list[Finding]:
        """Whether too few numbers are possible, or of a small figure that is hidden not nought."""
        self.checked += 1
        short = max(0, needed - len(self._possible.as_many_as(which, needed)))
        if needed == WITHHELD_NEEDS and self._small(place):
            short += self._possible.within(which, 0, 0) is None
        return [Finding(place, fault, short)] if short else []

    def _told_to_insiders(self, hidden: dict[Place, int]) -> tuple[Finding, ...]:
        """Each count of 1 is taken as known in turn: no other small figure may become exact."""
        small = {place: which for place, which in hidden.items() if self._small(place)}
        found: dict[Place, Finding] = {}
        for alone, at in small.items():
            if self.truth(alone) != 1 or self._possible.within(at, 1, 1) is None:
                continue
            self.insiders += 1
            known = Known(at, 1)
            for place, which in small.items():
                if place != alone and len(self._possible.as_many_as(which, 2, known)) < 2:
                    found[place] = Finding(place, Fault.INSIDER, 1)
        return tuple(found.values())

    def _small(self, place: Place) -> bool:
        """Whether it is small, or may have been when it was sent, before a late correction."""
        return place in self._hide_as_small or self.truth(place) < self.threshold


def withheld_that_may_be_nought(earlier: Reading) -> tuple[int, ...]:
    """Which figures of the earlier returns, by their order, are withheld and may be nought."""
    found: list[int] = []
    for measures in earlier.components():
        unknowns = Unknowns(earlier, measures)
        possible = Possible(unknowns.sums)
        for number, sight in enumerate(earlier.sights):
            which = unknowns.shown.get(sight.place)
            if which is None or sight.value is not None:
                continue
            if possible.within(which, 0, 0) is not None:
                found.append(number)
    return tuple(found)


def _order(place: Place) -> tuple[str, list[str], str, list[str]]:
    return place.measure, sorted(place.periods), place.dimension or "", sorted(place.parts)
