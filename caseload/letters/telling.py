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

_FIGURED = ("prescriptions_stay", "prescriptions_over_limit", "cap_lifted", "cap_stays")
"""Facts whose words hold a limit; a limit that is not confirmed is not put on paper."""

_STAY = ("child_benefit_stays", "pip_stays", "dla_stays")


@dataclass(frozen=True)
class Told:
    """One sentence of a letter, the code of its fact, and whose it is: empty where everyone's."""

    code: str
    sentence: str
    whose: str = ""


def said(facts: Iterable[Told]) -> tuple[str, ...]:
    """The sentences, each with the offers that it holds for where it does not hold for all."""
    return tuple(
        say("letters.better_off.labelled", label=fact.whose, sentence=fact.sentence)
        if fact.whose
        else fact.sentence
        for fact in facts
    )


@dataclass(frozen=True)
class Telling:
    """The offers of one letter with their labels, and the rates that no second source confirms."""

    answers: tuple[OfferAnswer, ...]
    labels: tuple[Label, ...]
    unconfirmed: frozenset[str]

    def facts(self, *kinds: FactKind, only: Sequence[str] | None = None) -> tuple[Told, ...]:
        """The facts of these kinds, those of one code together, in the order first met."""
        by_code: dict[str, dict[str, list[Label]]] = {}
        for kind in kinds:
            for answer, label in zip(self.answers, self.labels, strict=True):
                for fact in answer.told(kind):
                    if only is None or fact.code in only:
                        sentences = by_code.setdefault(fact.code, {})
                        sentences.setdefault(self._words(fact), []).append(label)
        return tuple(
            Told(code, sentence, self._whose(whose))
            for code, sentences in by_code.items()
            for sentence, whose in _as_one(code, sentences).items()
        )

    def changes(self) -> tuple[Told, ...]:
        """What stops, then what changes, may change and stays; what belongs together in a row."""
        facts = self.facts(FactKind.CHANGES, FactKind.CHECK, FactKind.STAYS)
        ends = [fact for fact in facts if fact.code in _ENDS]
        others = _stays_in_one([fact for fact in facts if fact.code not in _ENDS])
        families: dict[str, list[Told]] = {}
        for fact in others:
            families.setdefault(fact.code.split("_")[0], []).append(fact)
        return (*ends, *(fact for family in families.values() for fact in family))

    def _words(self, fact: Fact) -> str:
        """The fact's own words, or words without the figure where that is not confirmed."""
        if fact.code in _FIGURED and self.unconfirmed.intersection(fact.rates):
            return say(f"letters.better_off.unsure.{fact.code}")
        return fact.you

    def _whose(self, labels: Sequence[Label]) -> str:
        everyone = len(labels) == len(self.answers)
        return "" if everyone else joined([label.short for label in labels])


def _as_one(code: str, sentences: dict[str, list[Label]]) -> dict[str, list[Label]]:
    if code not in _GENERAL or len(sentences) < 2:
        return sentences
    whose = [label for labels in sentences.values() for label in labels]
    return {say(f"letters.better_off.general.{code}"): whose}


def _stays_in_one(facts: list[Told]) -> list[Told]:
    """Two or more benefits that pay does not change, in one line, as the table has them."""
    stay = [fact.code for fact in facts if fact.code in _STAY and not fact.whose]
    if len(stay) < 2:
        return facts
    names = joined([say(f"letters.better_off.stay.{code}") for code in stay])
    one = Told(_STAY[0], say("letters.better_off.stay.all", names=names))
    return [*(fact for fact in facts if fact.code not in stay or fact.whose), one]
