"""The facts of several offers told as one: once where they hold for all, else with whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseload.better_off.answer import Fact, FactKind, OfferAnswer
from caseload.letters.figures import joined
from caseload.letters.offer_labels import Label
from caseload.words import say

_ENDS = ("uc_ends", "esa_ends", "esa_ends_for_one", "carers_allowance_ends", "rent_help_ends")
"""Facts that something stops, which are told first."""

_GENERAL = ("uc_down", "uc_up", "rent_help_part", "cap_stays", "pension_not_counted")
"""Facts that differ between offers in their amounts alone, and are then told without them."""

_STAY = ("child_benefit_stays", "pip_stays", "dla_stays")


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
    labels: Sequence[Label],
    *kinds: FactKind,
    only: Sequence[str] | None = None,
) -> tuple[Told, ...]:
    """The facts of these kinds, those of one code together, in the order first met."""
    by_code: dict[str, dict[str, list[Label]]] = {}
    for kind in kinds:
        for answer, label in zip(answers, labels, strict=True):
            for fact in answer.told(kind):
                if only is None or fact.code in only:
                    by_code.setdefault(fact.code, {}).setdefault(fact.you, []).append(label)
    return tuple(
        Told(code, _with_whose(sentence, whose, len(answers)))
        for code, sentences in by_code.items()
        for sentence, whose in _as_one(code, sentences).items()
    )


def _as_one(code: str, sentences: dict[str, list[Label]]) -> dict[str, list[Label]]:
    if code not in _GENERAL or len(sentences) < 2:
        return sentences
    whose = [label for labels in sentences.values() for label in labels]
    return {say(f"letters.better_off.general.{code}"): whose}


def _with_whose(sentence: str, whose: Sequence[Label], of: int) -> str:
    if len(whose) == of:
        return sentence
    short = joined([label.short for label in whose])
    return say("letters.better_off.labelled", label=short, sentence=sentence)


def changes(answers: Sequence[OfferAnswer], labels: Sequence[Label]) -> tuple[str, ...]:
    """What stops, then what changes, may change and stays, with what belongs together in a row."""
    facts = told(answers, labels, FactKind.CHANGES, FactKind.CHECK, FactKind.STAYS)
    ends = [fact for fact in facts if fact.code in _ENDS]
    others = [fact for fact in facts if fact.code not in _ENDS]
    others = _stays_in_one(others, answers)
    families: dict[str, list[Told]] = {}
    for fact in others:
        families.setdefault(fact.code.split("_")[0], []).append(fact)
    return said((*ends, *(fact for family in families.values() for fact in family)))


def _stays_in_one(facts: list[Told], answers: Sequence[OfferAnswer]) -> list[Told]:
    """Two or more benefits that pay does not change, in one line, as the table has them."""
    stay = [
        fact.code
        for fact in facts
        if fact.code in _STAY and all(any(_is(fact, f) for f in a.facts) for a in answers)
    ]
    if len(stay) < 2:
        return facts
    names = joined([say(f"letters.better_off.stay.{code}") for code in stay])
    one = Told(_STAY[0], say("letters.better_off.stay.all", names=names))
    return [*(fact for fact in facts if fact.code not in stay), one]


def _is(told: Told, fact: Fact) -> bool:
    return fact.code == told.code and fact.you == told.sentence
