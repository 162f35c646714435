"""What a reader of the published files knows, as limits on sums of unknown counts.

The reader has every published.json that was sent and knows the method: which numbers a rounded
figure or a marker can stand for, which groups and periods add up to which, and which measure is
part of which. Nothing else is read here, least of all the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caseload.returns.breakdowns import TOTAL
from caseload.returns.tables import MarkerKey


class Unreadable(Exception):
    """A published file says something that this audit cannot take into account."""


@dataclass(frozen=True)
class Publication:
    """A published.json and what its covering words say of the marker and the threshold."""

    published: Mapping[str, Any]
    marker_key: MarkerKey
    threshold: int


@dataclass(frozen=True)
class Place:
    """Whom a figure counts, in the finest terms: two figures of one place are one number.

    ``periods`` are the shortest periods and ``parts`` the finest groups that it adds up. A total
    has no dimension and no parts.
    """

    measure: str
    periods: frozenset[str]
    dimension: str | None = None
    parts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sight:
    """A figure as a reader sees it: ``least`` to ``most`` by itself; None is without bound."""

    place: Place
    value: int | None
    least: int
    most: int | None


@dataclass(frozen=True)
class Reading:
    """All figures of all publications, and what holds between them."""

    sights: tuple[Sight, ...]
    subsets: frozenset[tuple[str, str]]
    sums: tuple[tuple[str, tuple[str, ...]], ...]

    def components(self) -> list[set[str]]:
        """Measures that tell something of each other, in sets."""
        found: list[set[str]] = []
        linked: list[set[str]] = [{s.place.measure} for s in self.sights]
        linked += [set(pair) for pair in self.subsets]
        linked += [{whole, *parts} for whole, parts in self.sums]
        for link in linked:
            touching = [c for c in found if c & link]
            found = [c for c in found if not c & link]
            found.append(link.union(*touching))
        return sorted(found, key=sorted)


def read(publications: Sequence[Publication]) -> Reading:
    """What the publications say together. Raises Unreadable."""
    periods = _merged(p.published.get("periods", {}) for p in publications)
    hierarchies: dict[str, dict[str, list[str]]] = {}
    for publication in publications:
        for dimension, children in publication.published.get("hierarchies", {}).items():
            hierarchies.setdefault(dimension, {}).update(children)
    sights: list[Sight] = []
    subsets: set[tuple[str, str]] = set()
    sums: dict[str, tuple[str, ...]] = {}
    for publication in publications:
        document = publication.published
        if document.get("ratios"):
            raise Unreadable("ratios")
        subsets |= {(part, whole) for part, whole in document.get("measure_subsets", [])}
        sums |= {whole: tuple(p) for whole, p in document.get("measure_sums", {}).items()}
        for table in document["tables"]:
            sights += _sights(publication, table, periods, hierarchies)
    return Reading(tuple(sights), frozenset(subsets), tuple(sorted(sums.items())))


def _merged(maps: Iterable[Mapping[str, list[str]]]) -> dict[str, list[str]]:
    merged: dict[str, list[str]] = {}
    for one in maps:
        merged.update(one)
    return merged


def _finest(name: str, children: Mapping[str, list[str]], depth: int = 0) -> frozenset[str]:
    if depth > 10:
        raise Unreadable("a group or period is part of itself")
    if name not in children:
        return frozenset({name})
    return frozenset().union(*(_finest(child, children, depth + 1) for child in children[name]))


def _sights(
    publication: Publication,
    table: Mapping[str, Any],
    periods: Mapping[str, list[str]],
    hierarchies: Mapping[str, Mapping[str, list[str]]],
) -> list[Sight]:
    dimensions = table["dims"]
    if len(dimensions) > 1 or table.get("multi") or table.get("partial"):
        raise Unreadable("a table of more than one breakdown, or one that does not add up")
    when = _finest(table["period"], periods)
    total = publication.published.get("total", TOTAL)
    sights: list[Sight] = []
    for cell in table["cells"]:
        group = cell["key"].get(dimensions[0], total) if dimensions else total
        if group == total:
            place = Place(table["measure"], when)
        else:
            parts = _finest(group, hierarchies.get(dimensions[0], {}))
            place = Place(table["measure"], when, dimensions[0], parts)
        sights.append(_sight(publication, cell, place))
    _check_adds_up(sights)
    return sights


def _check_adds_up(sights: Sequence[Sight]) -> None:
    """Groups of one table must not overlap: else their sum is not the total."""
    parts = [part for sight in sights for part in sight.place.parts]
    if len(parts) != len(set(parts)):
        raise Unreadable("groups of one table overlap")


def _sight(publication: Publication, cell: Mapping[str, Any], place: Place) -> Sight:
    """The numbers that a marker, a rounded or an exact figure can stand for."""
    if cell.get("status") == "suppressed":
        most = publication.threshold - 1 if publication.marker_key is MarkerKey.SMALL else None
        return Sight(place, None, 0, most)
    value, base = int(cell["value"]), cell.get("base")
    if base is None:
        return Sight(place, value, value, value)
    if cell.get("rounding") != "nearest" or base % 2 == 0:
        raise Unreadable("a rounding other than to the nearest odd base")
    reach = int(base) // 2
    return Sight(place, value, max(value - reach, publication.threshold), value + reach)
