"""Which rental market area a London home may lie in. Never certain: a person has to confirm it.

Areas follow the maps of rent officers, not postcode districts or boroughs, so a postcode only says
which areas to offer first. Sources and confidence stand in the two files of lists.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from caseload import paths
from caseload.values.identifiers import outward_code

ALL_OF_IT = 100.0
"""A district with this share of its postcodes in London, per cent, lies wholly in it."""


@dataclass(frozen=True, slots=True)
class RentAreas:
    """Keys of areas for a postcode: the likely one, then others that are possible.

    ``likely`` is empty where the lists know none. ``district`` is the postcode's first half.
    """

    district: str = ""
    likely: str = ""
    possible: tuple[str, ...] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        """The likely one first, each once."""
        found = (self.likely, *self.possible) if self.likely else self.possible
        return tuple(dict.fromkeys(found))


def rent_areas_of(postcode: str) -> RentAreas:
    """The areas to offer first for a postcode as it is kept, ``W12 7RJ``; none for an empty one."""
    if not postcode.strip():
        return RentAreas()
    district = outward_code(postcode)
    found = _districts().get(district)
    if found is None:
        return RentAreas(district)
    return RentAreas(district, found["likely"] or "", tuple(found["possible"]))


def lies_in_greater_london(postcode: str) -> bool | None:
    """Whether a home lies in Greater London; None where the postcode cannot say."""
    if not postcode.strip():
        return None
    shares, edges = _london()
    district = outward_code(postcode)
    if district in edges:
        return None
    share = shares.get(district)
    if share is None:
        return False
    return True if share >= ALL_OF_IT else None


@cache
def _districts() -> dict[str, dict[str, Any]]:
    listed = json.loads(paths.resource("lists", "brma_london.json").read_text("utf-8"))
    return {entry["district"]: entry for entry in listed["districts"]}


@cache
def _london() -> tuple[dict[str, float], frozenset[str]]:
    listed = json.loads(paths.resource("lists", "postcode_districts.json").read_text("utf-8"))
    shares = {entry["district"]: entry["london_share"] for entry in listed["districts"]}
    return shares, frozenset(listed["edge_districts"])
