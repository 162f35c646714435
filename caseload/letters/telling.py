"""The facts of several offers told as one: once where they hold for all, else with whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseload.better_off.answer import FactKind, OfferAnswer
from caseload.letters.figures import joined
from caseload.words import say

_ENDS = ("uc_ends", "esa_ends", "esa_ends_for_one", "carers_allowance_ends", "rent_help_ends")
"""Facts that something stops, which are told first."""


@dataclass(frozen=True)
class Told:
    """One sentence of a letter, and the code of the fact that it tells."""

    code: str
    sentence: str


def said(facts: Iterable[Told]) -> tuple[str, ...]:
    """The sentences alone."""
    return tuple(fact.sentence for fact in facts)


def told(
    answers: Sequence[OfferAnswer],
    labels: Sequence[str],
    *kinds: FactKind,
    only: Sequence[str] | None = None,
) -> tuple[Told, ...]:
    """The facts of these kinds, those of one code together, in the order first met."""
    by_code: dict[str, dict[str, list[str]]] = {}
    for kind in kinds:
        for answer, label in zip(answers, labels, strict=True):
            for fact in answer.told(kind):
                if only is None or fact.code in only:
                    by_code.setdefault(fact.code, {}).setdefault(fact.you, []).append(label)
    return tuple(
        Told(code, _with_whose(sentence, whose, len(answers)))
        for code, sentences in by_code.items()
        for sentence, whose in sentences.items()
    )


def _with_whose(sentence: str, whose: Sequence[str], of: int) -> str:
    if len(whose) == of:
        return sentence
    return say("letters.better_off.labelled", label=joined(whose), sentence=sentence)


def changes(answers: Sequence[OfferAnswer], labels: Sequence[str]) -> tuple[str, ...]:
    """What stops, then what changes, may change and stays, with what belongs together in a row."""
    facts = told(answers, labels, FactKind.CHANGES, FactKind.CHECK, FactKind.STAYS)
    ends = [fact for fact in facts if fact.code in _ENDS]
    others = [fact for fact in facts if fact.code not in _ENDS]
    if len(answers) > 1 and _all_go_down(answers):
        # The table has the amounts; one line says what matters most.
        others = [fact for fact in others if fact.code != "uc_down"]
        others.insert(0, Told("uc_down", say("letters.better_off.goes_down")))
    families: dict[str, list[Told]] = {}
    for fact in others:
        families.setdefault(fact.code.split("_")[0], []).append(fact)
    return said((*ends, *(fact for family in families.values() for fact in family)))


def _all_go_down(answers: Sequence[OfferAnswer]) -> bool:
    return all(any(fact.code == "uc_down" for fact in answer.facts) for answer in answers)
