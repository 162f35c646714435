"""What each offer is called in a letter: no longer than tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from caseload.better_off.household import Offer
from caseload.letters.figures import plain
from caseload.values.money import pounds
from caseload.words import say


def hours_a_week(hours: Decimal) -> str:
    """``16 hours a week``."""
    return say("letters.better_off.hours", count=hours, hours=plain(hours))


def labels_of(offers: Sequence[Offer]) -> tuple[str, ...]:
    """One label for each offer, all different.

    The hours alone where the employer is the same; else the employer too, or the pay; where all
    that is the same, offer A, B and C.
    """
    same_employer = len({offer.employer for offer in offers}) == 1
    ways: list[Callable[[Offer], str]] = [_hours] if same_employer else [_employer_hours]
    ways += [_hours_wage] if same_employer else [_employer_hours_wage]
    for way in ways:
        labels = tuple(way(offer) for offer in offers)
        if len(set(labels)) == len(labels):
            return labels
    return tuple(
        say("letters.better_off.label.letter", letter="ABC"[place]) for place in range(len(offers))
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
