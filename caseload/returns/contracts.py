"""A contract for returns: who asked, what is counted, how it is broken down and protected."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from caseload import paths
from caseload.errors import Refused
from caseload.returns.breakdowns import DIMENSIONS
from caseload.returns.measures import MEASURES
from caseload.words import say

LadderSteps = Mapping[str, Mapping[str, str]]
"""Measure id -> dimension id -> step id: how finely each measure is broken down in one year."""

BASE = 5
"""Figures are rounded to the nearest 5, as NHS England does."""


class ThresholdProfile(Enum):
    """How large a count must be to be shown; lower than 5 is not offered. Source: RULES R1."""

    STANDARD = 5
    STRICT = 10


@dataclass(frozen=True, kw_only=True)
class Contract:
    """What a commissioner gets.

    ``allowed_gap`` is how many working days may lie between two jobs that count as one stretch of
    work. ``ladder`` holds, by financial year (``2026-27``), the steps chosen for that year; a
    missing one is chosen with the year's first return and kept. ``recipient`` and ``sharing`` say
    who the return is for and what they may do with it.
    """

    name: str
    commissioner: str
    service: str
    measures: tuple[str, ...]
    breakdowns: tuple[str, ...]
    threshold: ThresholdProfile = ThresholdProfile.STANDARD
    allowed_gap: int = 0
    ladder: Mapping[str, LadderSteps] = field(default_factory=dict)
    recipient: str = ""
    sharing: str = ""
    revisions: str = ""

    def __post_init__(self) -> None:
        """Raises Refused where a measure, breakdown or step is not one that we know."""
        for known, named in ((MEASURES, self.measures), (DIMENSIONS, self.breakdowns)):
            for one in named:
                if one not in known:
                    _refuse(self.name, one)
        for steps in self.ladder.values():
            for measure, by in steps.items():
                if measure not in self.measures:
                    _refuse(self.name, measure)
                for dimension, step in by.items():
                    ladder = DIMENSIONS[dimension].ladder if dimension in DIMENSIONS else ()
                    if all(step != known.id for known in ladder):
                        _refuse(self.name, f"{dimension} {step}")


def _refuse(contract: str, named: str) -> None:
    raise Refused(say("returns.contract.unknown", contract=contract, named=named))


def read_contract(file: Path) -> Contract:
    """The contract in a TOML file. Raises Refused where it names what we do not know."""
    with file.open("rb") as stream:
        found: dict[str, Any] = tomllib.load(stream)
    profile = str(found.pop("threshold", "standard")).upper()
    if profile not in ThresholdProfile.__members__:
        _refuse(str(found.get("name", file.stem)), profile.lower())
    return Contract(
        name=found["name"],
        commissioner=found["commissioner"],
        service=found["service"],
        measures=tuple(found["measures"]),
        breakdowns=tuple(found["breakdowns"]),
        threshold=ThresholdProfile[profile],
        allowed_gap=found.get("allowed_gap_working_days", 0),
        ladder=found.get("ladder", {}),
        recipient=found.get("recipient", ""),
        sharing=found.get("sharing", ""),
        revisions=found.get("revisions", ""),
    )


@cache
def shipped_contracts() -> Mapping[str, Contract]:
    """The contracts that come with the program, by name."""
    found = (read_contract(f) for f in sorted(paths.resource("contracts").glob("*.toml")))
    return {contract.name: contract for contract in found}
