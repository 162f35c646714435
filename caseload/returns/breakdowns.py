"""The groups that figures are broken down by, from the finest to none, in fixed steps.

Gender is the record's; age is taken on the day of the event. 'Not known' is a group like any
other. The steps, finest first, are the ladder of RULES R7: once chosen for a year they may become
coarser and never finer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from caseload.returns.facts import PersonFacts
from caseload.values.dates import age_on
from caseload.words import say

TOTAL = "Total"
"""The key of a margin in published.json."""

NOT_BROKEN_DOWN = "all"
"""The id of every ladder's last step: the total alone."""


@dataclass(frozen=True)
class Group:
    """A published group by its id in every file, and the finest parts that it is made of."""

    id: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """One step of a ladder; no groups means that only the total is shown."""

    id: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Dimension:
    """What figures are broken down by: its ladder, and the part a person falls in on a day."""

    id: str
    ladder: tuple[Step, ...]
    part_of: Callable[[PersonFacts, date], str]

    @property
    def name(self) -> str:
        """As a heading: ``Age``."""
        return say(f"returns.dimension.{self.id}.name")

    def group_name(self, group: str) -> str:
        """As a column head: ``16 to 24``."""
        return say(f"returns.dimension.{self.id}.group.{group.replace('+', '_up')}")

    def step_name(self, step: str) -> str:
        """The step in words: ``in ten-year bands``."""
        return say(f"returns.dimension.{self.id}.step.{step}")

    def step(self, step_id: str) -> Step:
        """The step with this id. Raises KeyError."""
        return {step.id: step for step in self.ladder}[step_id]

    def place(self, step_id: str) -> int:
        """How far down the ladder a step is: 0 is the finest."""
        return self.ladder.index(self.step(step_id))


_GENDER_PARTS = {"1": "male", "2": "female", "3": "another", "4": "another"}


def _gender_of(person: PersonFacts, _on: date) -> str:
    return _GENDER_PARTS.get(person.gender or "", "not_known")


_AGES = (
    (16, "16-24"),
    (25, "25-34"),
    (35, "35-44"),
    (45, "45-49"),
    (50, "50-54"),
    (55, "55-64"),
    (65, "65+"),
)


def _age_of(person: PersonFacts, on: date) -> str:
    """An age under 16 cannot be right for a client, so it counts as not known."""
    if person.born_on is None or person.born_on > on:
        return "not_known"
    age = age_on(person.born_on, on)
    return next((part for least, part in reversed(_AGES) if age >= least), "not_known")


def _alone(*ids: str) -> tuple[Group, ...]:
    return tuple(Group(part, (part,)) for part in ids)


GENDER = Dimension(
    "gender",
    (
        Step("four_groups", _alone("female", "male", "another", "not_known")),
        Step(
            "three_groups",
            (
                *_alone("female", "male"),
                Group("another_or_not_known", ("another", "not_known")),
            ),
        ),
        Step(NOT_BROKEN_DOWN, ()),
    ),
    _gender_of,
)

AGE = Dimension(
    "age",
    (
        Step(
            "ten_years",
            (
                *_alone("16-24", "25-34", "35-44"),
                Group("45-54", ("45-49", "50-54")),
                *_alone("55-64", "65+", "not_known"),
            ),
        ),
        Step(
            "three_bands",
            (
                Group("16-34", ("16-24", "25-34")),
                Group("35-49", ("35-44", "45-49")),
                Group("50+", ("50-54", "55-64", "65+")),
                *_alone("not_known"),
            ),
        ),
        Step(NOT_BROKEN_DOWN, ()),
    ),
    _age_of,
)

DIMENSIONS: Mapping[str, Dimension] = {dimension.id: dimension for dimension in (GENDER, AGE)}
