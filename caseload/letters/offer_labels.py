"""What each offer is called in a letter: no longer than tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from caseload.better_off.household import Offer
from caseload.letters.figures import joined, plain
from caseload.values.money import pounds
from caseload.words import say

LONGEST_LABEL = {1: 26, 2: 26, 3: 18}
"""The most letters of a label that stands before a sentence, by how many offers there are."""


def hours_a_week(hours: Decimal) -> str:
    """``16 hours a week``."""
    return say("letters.better_off.hours", count=hours, hours=plain(hours))


@dataclass(frozen=True)
class Label:
    """What an offer is called over its column, and before a sentence that holds for it.

    ``meaning`` says which offer it is, where the label is ``letter`` alone.
    """

    head: str
    short: str
    meaning: str = ""
    letter: str = ""


def together(labels: Sequence[Label]) -> str:
    """``16 hours and 24 hours``; ``Offers A and C``."""
    if len(labels) > 1 and all(label.letter for label in labels):
        letters = joined([label.letter for label in labels])
        return say("letters.better_off.label.letters", letters=letters)
    return joined([label.short for label in labels])


def labels_of(offers: Sequence[Offer]) -> tuple[Label, ...]:
    """The labels of the offers, all different.

    The hours alone where the employer is the same; else the employer too, or the pay. Where that
    is long, or is all the same, they are offer A, B and C, each of which the letter then explains.
    """
    same_employer = len({offer.employer for offer in offers}) == 1
    ways = (_hours, _hours_wage) if same_employer else (_employer_hours, _employer_hours_wage)
    for way in ways:
        names = tuple(way(offer) for offer in offers)
        if len(set(names)) == len(names) and max(map(len, names)) <= LONGEST_LABEL[len(names)]:
            return tuple(Label(name, name) for name in names)
    return tuple(_lettered(offer, letter) for offer, letter in zip(offers, "ABC", strict=False))


def _lettered(offer: Offer, letter: str) -> Label:
    short = say("letters.better_off.label.letter", letter=letter)
    wage = pounds(offer.hourly_wage)
    hours = hours_a_week(offer.hours_per_week)
    where = {"employer": offer.employer} if offer.employer else {}
    key = "letters.better_off.offer.at" if offer.employer else "letters.better_off.offer.plain"
    return Label(
        head=f"{short}\n{_hours(offer)}",
        short=short,
        meaning=say(key, offer=short, hours=hours, wage=wage, **where),
        letter=letter,
    )


def _hours(offer: Offer) -> str:
    hours = offer.hours_per_week
    return say("letters.better_off.label_hours", count=hours, hours=plain(hours))


def _hours_wage(offer: Offer) -> str:
    wage = pounds(offer.hourly_wage)
    return say("letters.better_off.label.hours_wage", hours=_hours(offer), wage=wage)


def _employer_hours(offer: Offer) -> str:
    if not offer.employer:
        return _hours(offer)
    hours = _hours(offer)
    return say("letters.better_off.label.employer_hours", employer=offer.employer, hours=hours)


def _employer_hours_wage(offer: Offer) -> str:
    if not offer.employer:
        return _hours_wage(offer)
    return say(
        "letters.better_off.label.employer_hours_wage",
        employer=offer.employer,
        hours=_hours(offer),
        wage=pounds(offer.hourly_wage),
    )
