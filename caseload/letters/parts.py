"""The parts of a better-off letter: how Universal Credit changes, what stays, stops or may stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseload.better_off.answer import FactKind
from caseload.letters.telling import Telling, Told
from caseload.words import say

ENDS = ("uc_ends", "esa_ends", "esa_ends_for_one", "jsa_ends", "carers_allowance_ends")
"""Facts that a benefit stops, which the answer's box names too."""

_STOPS = (*ENDS, "rent_help_ends")

_HOW = (
    "uc_down",
    "uc_up",
    "uc_same",
    "uc_starts",
    "part_kept",
    "all_kept",
    "taper",
    "uc_when",
    "pay_days",
)
"""How pay changes Universal Credit, in the order in which it is told."""

_FATES = 3
"""The first four are told in the order of the columns."""

_WATCHED = (
    "cap_returns_with_pension",
    "cap_stays_with_pension",
    "pension_not_counted",
    "protected_rate",
    "esa_near_limit",
    "care_costs",
    "pay_days",
    "transitional",
    "maternity_allowance",
    "second_job",
)
"""Warnings that the client can do something about; the others are for the member of staff."""

_CHANGES_LATER = ("cap_grace", "start_up")
"""Facts to check that tell of a later change, and not of something that may stop."""

_ASKED = ("council_tax", "fares", "school_meals", "debts")
"""Things left out that are in the box, among the tasks or with what the figures rest on."""


@dataclass(frozen=True)
class Part:
    """A part of the letter: its key, its heading, and what is told there, in order."""

    key: str
    heading: str
    told: tuple[Told, ...]


def parts_of(telling: Telling) -> tuple[Part, ...]:
    """The parts that have anything to tell, what stays before what stops or may stop."""
    every = telling.facts(*FactKind)
    kinds = _kinds(telling)
    how, stops = _how(every), [fact for fact in every if fact.code in _STOPS]
    if not any(fact.code.startswith("uc_") and fact.code != "uc_when" for fact in how):
        # Universal Credit stops in every offer: when, is told with that.
        stops += [fact for fact in how if fact.code == "uc_when"]
        how = []
    elsewhere = {*_HOW, *_STOPS}
    others = [fact for fact in every if fact.code not in elsewhere]
    told = {
        "how": how,
        "stays": [fact for fact in others if kinds[fact.code] is FactKind.STAYS],
        "stops": stops,
        "changes": [fact for fact in others if _changes(fact, kinds)],
        "may_stop": [fact for fact in others if _may_stop(fact, kinds)],
        "could_change": list(_could_change(others, kinds)),
    }
    worse = any(answer.better_off_month < 0 for answer in telling.answers)
    return tuple(
        Part(key, _heading(key, facts, worse=worse), tuple(facts))
        for key, facts in told.items()
        if facts
    )


@dataclass(frozen=True)
class NotYet:
    """Costs of work that are not taken off in the figures, and whose: empty where everyone's."""

    costs: tuple[str, ...]
    whose: str = ""


def not_taken_off(telling: Telling) -> tuple[NotYet, ...]:
    """What is not taken off, together for the offers for which the same is missing."""
    found = {fact.code: fact for fact in telling.facts(FactKind.LEFT_OUT, FactKind.WARNING)}
    costs: dict[str, list[str]] = {}
    for code in ("council_tax", "fares", "pension_not_counted"):
        if (fact := found.get(code)) is not None:
            costs.setdefault(fact.whose, []).append(say(f"letters.better_off.not_yet.{code}"))
    return tuple(NotYet(tuple(names), whose) for whose, names in costs.items())


def _kinds(telling: Telling) -> dict[str, FactKind]:
    return {fact.code: fact.kind for answer in telling.answers for fact in answer.facts}


def _how(every: Sequence[Told]) -> list[Told]:
    """What becomes of Universal Credit in the order of the columns, then why, and when."""
    told = [fact for fact in every if fact.code in _HOW]
    if any(fact.code == "part_kept" for fact in told):
        # It says the same and more, also of an offer of which all the pay is kept.
        told = [fact for fact in told if fact.code != "all_kept"]
    return sorted(told, key=lambda fact: (max(0, _HOW.index(fact.code) - _FATES), fact.place))


def _changes(fact: Told, kinds: dict[str, FactKind]) -> bool:
    return kinds[fact.code] is FactKind.CHANGES or fact.code in _CHANGES_LATER


def _may_stop(fact: Told, kinds: dict[str, FactKind]) -> bool:
    return kinds[fact.code] is FactKind.CHECK and not _changes(fact, kinds)


def _could_change(others: Sequence[Told], kinds: dict[str, FactKind]) -> Iterator[Told]:
    for fact in others:
        left_out = kinds[fact.code] is FactKind.LEFT_OUT and fact.code not in _ASKED
        if left_out or fact.code in _WATCHED:
            yield fact


def _heading(key: str, facts: Sequence[Told], *, worse: bool) -> str:
    if key != "how":
        return say(f"letters.better_off.heading.{key}")
    codes = {fact.code for fact in facts}
    if codes & {"part_kept", "taper"} and "uc_down" in codes and not codes & {"uc_up", "uc_starts"}:
        return say("letters.better_off.heading.how_down")
    if "all_kept" in codes and not worse and not codes & {"part_kept", "taper"}:
        return say("letters.better_off.heading.how_all")
    return say("letters.better_off.heading.how")
