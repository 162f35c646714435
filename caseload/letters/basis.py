"""What a better-off letter rests on: the day and the rates of the sum, and what was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caseload.better_off.answer import BetterOff
from caseload.better_off.household import (
    Adult,
    Health,
    Household,
    Offer,
    PensionBasis,
    Tenure,
)
from caseload.letters.blocks import unbroken
from caseload.letters.figures import joined, plain
from caseload.letters.offer_labels import hours_a_week
from caseload.values.dates import long_date
from caseload.values.money import pounds
from caseload.words import say

_NOUGHT = Decimal(0)
_ONLY_TOLD = "prescriptions."
"""Rates that no amount of the letter rests on."""


@dataclass(frozen=True)
class Basis:
    """``estimate``: that it is one, of which day and rates; ``told``: what the client said;
    ``notes``: what else there is to know about the figures.
    """

    estimate: str
    told: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def words(self) -> str:
        """The same in running words."""
        told = say("letters.better_off.basis.told", facts=joined(self.told))
        return " ".join((self.estimate, told, *self.notes))


def basis_of(result: BetterOff, worked_out: date, rent_area: str = "") -> Basis:
    """What the figures of ``result`` rest on, worked out on that day."""
    notes = [say("letters.better_off.basis.rounding")]
    if result.now.universal_credit.award:
        notes.append(say("better_off_facts.debts.you"))
    if any(not key.startswith(_ONLY_TOLD) for key in result.unconfirmed_rates):
        notes.append(say("better_off_facts.unconfirmed.you"))
    return Basis(
        say(
            "letters.better_off.basis.estimate",
            date=unbroken(long_date(worked_out)),
            year=unbroken(result.rates_name),
        ),
        tuple(_rests(result, rent_area)),
        tuple(notes),
    )


def _rests(result: BetterOff, rent_area: str) -> Iterator[str]:
    household = result.household
    yield from _work(household, [answer.offer for answer in result.offers])
    if household.housing.tenure is Tenure.NO_HOUSING_COSTS:
        yield say("letters.better_off.rests.no_rent")
    else:
        rent = pounds(household.housing.rent_monthly)
        yield say("letters.better_off.rests.rent", amount=rent)
    if rent_area:
        yield say("letters.better_off.rests.area", area=rent_area)
    yield from _healths(household.adults)
    if household.partner:
        yield _partner(household.partner)
    if household.children:
        yield say("letters.better_off.rests.children", count=len(household.children))
    if household.non_dependants:
        yield say("letters.better_off.rests.grown_ups", count=len(household.non_dependants))
    yield from _money(household)


def _work(household: Household, offers: Sequence[Offer]) -> Iterator[str]:
    """Pay by the hour, pension, and the job that goes on beside it."""
    for key, own in (("wage", False), ("profit", True)):
        wages = dict.fromkeys(
            pounds(offer.hourly_wage)
            for offer in offers
            if (offer.self_employment is not None) is own
        )
        if wages:
            yield say(f"letters.better_off.rests.{key}", wage=joined(tuple(wages)))
    shares = {
        offer.pension_employee_percent
        for offer in offers
        if offer.pension_basis is not PensionBasis.NONE and offer.pension_employee_percent
    }
    if shares:
        percents = joined([plain(share) for share in sorted(shares)])
        yield say("letters.better_off.rests.pension", percent=percents)
    present = household.claimant.job
    if present is not None and any(offer.beside_present_job for offer in offers):
        hours = hours_a_week(present.hours_per_week)
        yield say("letters.better_off.rests.present_job", hours=hours)


def _money(household: Household) -> Iterator[str]:
    """Savings, loans, and what else is paid or taken."""
    if household.capital:
        yield say("letters.better_off.rests.savings", amount=pounds(household.capital))
    if household.claimant.student_loans:
        yield say("letters.better_off.rests.student_loan")
    other = sum((each.weekly for adult in household.adults for each in adult.other_income), _NOUGHT)
    if other:
        yield say("letters.better_off.rests.other_income", amount=pounds(other))
    if household.transitional_element_monthly:
        amount = pounds(household.transitional_element_monthly)
        yield say("letters.better_off.rests.transitional", amount=amount)
    if household.council_tax_reduction_monthly is not None:
        amount = pounds(household.council_tax_reduction_monthly)
        yield say("letters.better_off.rests.council_tax_help", amount=amount)


def _healths(adults: tuple[Adult, ...]) -> Iterator[str]:
    decided = dict.fromkeys(adult.health for adult in adults if adult.health is not Health.NONE)
    for health in decided:
        yield say(f"letters.better_off.rests.{health}")


def _partner(partner: Adult) -> str:
    if partner.job is None or not partner.job.in_work:
        return say("letters.better_off.rests.partner_out")
    hours = hours_a_week(partner.job.hours_per_week)
    return say("letters.better_off.rests.partner_in", hours=hours)
