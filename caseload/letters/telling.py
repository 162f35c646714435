"""The facts of several offers told as one: once where they hold for all, else with whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseload.better_off.answer import Fact, FactKind, OfferAnswer
from caseload.letters.figures import joined
from caseload.letters.offer_labels import Label, together
from caseload.words import say

_GENERAL = (
    "uc_down",
    "uc_up",
    "rent_help_part",
    "cap_stays",
    "pension_not_counted",
    "student_loan",
    "income_floor",
    "council_tax_up",
)
"""Facts that differ between offers in their amounts alone, and are then told without them."""

_FIGURED = ("prescriptions_stay", "prescriptions_over_limit", "cap_lifted", "cap_stays")
"""Facts whose words hold a limit; a limit that is not confirmed is not put on paper."""

_OF_ALL = ("part_kept", "taper", "uc_when", "pay_days")
"""How Universal Credit works, which is so for every offer in which there is any."""

_STAY = ("child_benefit_stays", "pip_stays", "dla_stays")


@dataclass(frozen=True)
class Told:
    """What is told of one fact, the fact's code, and whose it is: empty where it is everyone's.

    ``place`` is the column of the first offer that it holds for, from 0.
    """

    code: str
    sentence: str
    whose: str = ""
    place: int = 0

    @property
    def words(self) -> str:
        """The sentence, with the offers that it holds for where it does not hold for all."""
        if not self.whose:
            return self.sentence
        return say("letters.better_off.labelled", label=self.whose, sentence=self.sentence)


@dataclass(frozen=True)
class Telling:
    """The offers of one letter with their labels, and the rates that no second source confirms."""

    answers: tuple[OfferAnswer, ...]
    labels: tuple[Label, ...]
    unconfirmed: frozenset[str]

    def facts(self, *kinds: FactKind, only: Sequence[str] | None = None) -> tuple[Told, ...]:
        """The facts of these kinds, those of one code together, in the order of the columns."""
        by_code: dict[str, dict[str, list[Label]]] = {}
        for kind in kinds:
            for answer, label in zip(self.answers, self.labels, strict=True):
                for fact in answer.told(kind):
                    if only is None or fact.code in only:
                        sentences = by_code.setdefault(fact.code, {})
                        sentences.setdefault(self._words(fact), []).append(label)
        told = [
            self._told(code, sentence, whose)
            for code, sentences in by_code.items()
            for sentence, whose in _as_one(code, sentences).items()
        ]
        return tuple(_stays_in_one(told))

    def is_unsure(self, code: str) -> bool:
        """Whether a fact is told without its figure, because that is not confirmed."""
        return any(
            fact.code == code and self._hides_figure(fact)
            for answer in self.answers
            for fact in answer.facts
        )

    def _hides_figure(self, fact: Fact) -> bool:
        return fact.code in _FIGURED and bool(self.unconfirmed.intersection(fact.rates))

    def _told(self, code: str, sentence: str, labels: Sequence[Label]) -> Told:
        """``sentence`` with what the offers are called, where it does not hold for all of them."""
        places = [place for place, label in enumerate(self.labels) if label in labels]
        if len(places) == len(self.labels) or code in _OF_ALL:
            return Told(code, sentence, place=places[0])
        return Told(code, sentence, together([self.labels[place] for place in places]), places[0])

    def _words(self, fact: Fact) -> str:
        """The fact's own words, or words without the figure where that is not confirmed."""
        if self._hides_figure(fact):
            return say(f"letters.better_off.unsure.{fact.code}")
        return fact.you


def _as_one(code: str, sentences: dict[str, list[Label]]) -> dict[str, list[Label]]:
    if code not in _GENERAL or len(sentences) < 2:
        return sentences
    whose = [label for labels in sentences.values() for label in labels]
    return {say(f"letters.better_off.general.{code}"): whose}


def _stays_in_one(told: Iterable[Told]) -> list[Told]:
    """Two or more benefits that pay does not change, in one line, as the table has them."""
    every = list(told)
    stay = [each.code for each in every if each.code in _STAY and not each.whose]
    if len(stay) < 2:
        return every
    names = joined([say(f"letters.better_off.stay.{code}") for code in stay])
    one = Told(_STAY[0], say("letters.better_off.stay.all", names=names))
    return [*(each for each in every if each.code not in stay or each.whose), one]
