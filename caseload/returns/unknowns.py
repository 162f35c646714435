"""The unknown counts behind the figures of linked measures, and all limits that a reader has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from caseload.returns.reading import Place, Reading, Sight, Unreadable
from caseload.returns.whole_numbers import WholeNumberSums


def _told_apart(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The largest pieces that none of the sets divides: a reader can tell no finer ones apart."""
    known = list(sets)
    pieces: dict[frozenset[int], set[str]] = {}
    for one in sorted(frozenset().union(*known)):
        inside = frozenset(i for i, s in enumerate(known) if one in s)
        pieces.setdefault(inside, set()).add(one)
    return [frozenset(piece) for piece in pieces.values()]


@dataclass(frozen=True)
class _Shape:
    """The pieces that one set of linked measures falls into."""

    periods: list[frozenset[str]]
    parts: Mapping[str, list[frozenset[str]]]
    broken_down: Mapping[str, set[str]]


class Unknowns:
    """One set of linked measures as a reader sees them.

    ``shown`` has the figures that were published, ``implied`` those that were not and that a
    reader may work out by subtraction: each as the number of its variable in ``sums``. What is
    left of a measure without its part is in ``remainders``.
    """

    def __init__(self, reading: Reading, measures: set[str]) -> None:
        self.sums = WholeNumberSums()
        self.sights = [s for s in reading.sights if s.place.measure in measures]
        self.shown: dict[Place, int] = {}
        self.implied: dict[Place, int] = {}
        self.remainders: dict[Place, int] = {}
        self._subsets = [pair for pair in sorted(reading.subsets) if set(pair) <= measures]
        self._whole_and_parts = [(w, p) for w, p in reading.sums if w in measures]
        self._shape = self._shaped()
        self._atoms: dict[Place, int] = {}
        self._make_atoms(measures)
        self._link_measures()
        for sight in self.sights:
            self._show(sight)
        self._imply(measures)

    def _shaped(self) -> _Shape:
        periods = _told_apart(s.place.periods for s in self.sights)
        parts: dict[str, set[frozenset[str]]] = {}
        broken: dict[str, set[str]] = {}
        for place in (s.place for s in self.sights):
            if place.dimension is not None:
                parts.setdefault(place.dimension, set()).add(place.parts)
                broken.setdefault(place.dimension, set()).add(place.measure)
        pieces = {d: _told_apart(sorted(sets, key=sorted)) for d, sets in parts.items()}
        self._check_whole(pieces)
        return _Shape(periods, pieces, broken)

    def _check_whole(self, pieces: Mapping[str, list[frozenset[str]]]) -> None:
        """The groups of a table are all there are, so that they add up to its total."""
        groups: dict[tuple[str, frozenset[str], str], set[str]] = {}
        for place in (s.place for s in self.sights):
            if place.dimension is not None:
                key = (place.measure, place.periods, place.dimension)
                groups.setdefault(key, set()).update(place.parts)
        for (_measure, _periods, dimension), found in groups.items():
            if found != frozenset().union(*pieces[dimension]):
                raise Unreadable("tables of one breakdown do not have the same people in them")

    def _make_atoms(self, measures: set[str]) -> None:
        for measure, period in product(sorted(measures), self._shape.periods):
            total = self.sums.unknown()
            self._atoms[Place(measure, period)] = total
            for dimension, pieces in self._shape.parts.items():
                if measure not in self._shape.broken_down[dimension]:
                    continue
                adds_up = {total: -1}
                for piece in pieces:
                    atom = self.sums.unknown()
                    self._atoms[Place(measure, period, dimension, piece)] = atom
                    adds_up[atom] = 1
                self.sums.limit(self.sums.sum_of(adds_up), 0, 0)

    def _link_measures(self) -> None:
        for part, whole in self._subsets:
            for place, atom in list(self._atoms.items()):
                theirs = self._atoms.get(_of(place, whole)) if place.measure == part else None
                if theirs is not None:
                    self.sums.limit(self.sums.sum_of({theirs: 1, atom: -1}), 0, None)
        for whole, parts in self._whole_and_parts:
            for place, atom in list(self._atoms.items()):
                theirs_all = [self._atoms.get(_of(place, part)) for part in parts]
                if place.measure == whole and None not in theirs_all:
                    adds_up = {theirs: 1 for theirs in theirs_all if theirs is not None}
                    self.sums.limit(self.sums.sum_of({**adds_up, atom: -1}), 0, 0)

    def _sum_for(self, place: Place) -> dict[int, int]:
        return {
            atom: 1
            for at, atom in self._atoms.items()
            if at.measure == place.measure
            and at.dimension == place.dimension
            and at.periods <= place.periods
            and at.parts <= place.parts
        }

    def _show(self, sight: Sight) -> None:
        if sight.place not in self.shown:
            self.shown[sight.place] = self.sums.sum_of(self._sum_for(sight.place))
        self.sums.limit(self.shown[sight.place], sight.least, sight.most)

    def _imply(self, measures: set[str]) -> None:
        """What nobody published: single periods and groups, and a whole less its part."""
        groups = {(s.place.dimension, s.place.parts) for s in self.sights}
        groups |= {(at.dimension, at.parts) for at in self._atoms}
        for measure, period, (dimension, parts) in product(
            sorted(measures), self._shape.periods, sorted(groups, key=_group_order)
        ):
            place = Place(measure, period, dimension, parts)
            pieces = self._sum_for(place)
            if pieces and place not in self.shown:
                self.implied[place] = self.sums.sum_of(pieces)
        for part, whole in self._subsets:
            for place, sum_of_part in self.shown.items():
                theirs = self.shown.get(_of(place, whole)) if place.measure == part else None
                if theirs is not None:
                    self.remainders[place] = self.sums.sum_of({theirs: 1, sum_of_part: -1})


def _of(place: Place, measure: str) -> Place:
    return Place(measure, place.periods, place.dimension, place.parts)


def _group_order(group: tuple[str | None, frozenset[str]]) -> tuple[str, list[str]]:
    return group[0] or "", sorted(group[1])
