"""The answer to what is typed now: each offer that can be answered, and why the others cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from caseload.better_off.answer import BetterOff, Explanation, HoursCurve, OfferAnswer
from caseload.better_off.comparison import compare
from caseload.better_off.coverage import check
from caseload.better_off.explanation import explain
from caseload.better_off.hours import HALF_HOURS_TO_40, income_by_hours
from caseload.better_off.household import Household, Offer
from caseload.better_off.problems import HouseholdRefused
from caseload.better_off.rate_book import Rates
from ui.better_off.answers import Answers
from ui.better_off.reading import Read, read

_SAME_FIELD = {
    "carer_35_hours": "carer",
    "claims_carers_allowance": "carer",
}
"""Fields of the calculation that are one question on the page."""


@dataclass(frozen=True)
class Outcome:
    """What can be said now.

    ``result`` holds the offers that could be answered; ``places`` says, for each offer on the
    page, where in it its answer stands, or None. ``missing`` are fields that are needed and empty,
    ``problems`` fields that were refused, each with its sentence.
    """

    rates: Rates
    read: Read
    result: BetterOff | None
    places: tuple[int | None, ...]
    missing: tuple[str, ...]
    problems: Mapping[str, str]

    def answer(self, offer: int) -> OfferAnswer | None:
        """The answer to the offer in this place on the page."""
        place = self.places[offer] if offer < len(self.places) else None
        return None if self.result is None or place is None else self.result.offers[place]

    def refusals(self, offer: int) -> tuple[str, ...]:
        """Why the offer in this place was refused."""
        return tuple(
            sentence
            for key, sentence in self.problems.items()
            if key.startswith(f"offers.{offer}.")
        )

    def explanation(self, offer: int) -> Explanation | None:
        """How its answer is reached."""
        answer = self.answer(offer)
        if answer is None or self.result is None:
            return None
        return explain(self.result, answer, self.rates)

    def curve(self, offer: int) -> HoursCurve | None:
        """Money by hours at the pay of this offer, up to 40 hours or to the longest offer."""
        answer = self.answer(offer)
        if answer is None or self.result is None:
            return None
        # The hours offered do not move the line, so that dragging draws the same one again.
        any_hours = replace(answer.offer, hours_per_week=Decimal(1), employer="")
        return _curve(self.result.household, any_hours, self.rates, self._hours)

    @property
    def answered(self) -> bool:
        """Whether any offer has an answer."""
        return any(place is not None for place in self.places)

    @property
    def _hours(self) -> tuple[Decimal, ...]:
        longest = max((offer.hours_per_week for offer in self.read.offers if offer), default=0)
        if longest <= HALF_HOURS_TO_40[-1]:
            return HALF_HOURS_TO_40
        return tuple(Decimal(half) / 2 for half in range(int(longest * 2) + 2))


@lru_cache(maxsize=8)
def _curve(
    household: Household, offer: Offer, rates: Rates, hours: tuple[Decimal, ...]
) -> HoursCurve:
    return income_by_hours(household, offer, rates, hours)


def work_out(answers: Answers, rates: Rates) -> Outcome:
    """Answer everything that can be answered.

    A refusal of one offer leaves the others answered; one of the household leaves none.
    """
    got = read(answers, rates.tax_year)
    problems = dict(got.problems)
    if got.household is None:
        return Outcome(rates, got, None, (None,) * len(got.offers), got.missing, problems)
    problems |= _refused(got.household, (), rates)
    if problems and not all(key.startswith("offers.") for key in problems):
        return Outcome(rates, got, None, (None,) * len(got.offers), got.missing, problems)
    good: list[Offer] = []
    places: list[int | None] = []
    for place, offer in enumerate(got.offers):
        refused = {} if offer is None else _refused(got.household, (offer,), rates, place)
        problems |= refused
        if offer is None or refused:
            places.append(None)
        else:
            places.append(len(good))
            good.append(offer)
    result = compare(got.household, good, rates) if good else None
    return Outcome(rates, got, result, tuple(places), got.missing, problems)


def _refused(
    household: Household, offers: tuple[Offer, ...], rates: Rates, place: int = 0
) -> dict[str, str]:
    """The sentences of a refusal by the page's own fields."""
    try:
        check(household, offers, rates)
    except HouseholdRefused as refused:
        return {_field(key, place): sentence for key, sentence in refused.problems.items()}
    return {}


def _field(key: str, place: int) -> str:
    head, _, name = key.rpartition(".")
    if key.startswith("offers.0."):
        head = f"offers.{place}"
    name = _SAME_FIELD.get(name, name)
    return f"{head}.{name}" if head else name
