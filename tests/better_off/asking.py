"""Asking the calculation at the rates of 2026/27, as the tests of its rules do."""

from __future__ import annotations

import pytest

from caseload.better_off.answer import FactKind, OfferAnswer
from caseload.better_off.calculation import picture
from caseload.better_off.comparison import compare
from caseload.better_off.coverage import check
from caseload.better_off.explanation import explain
from caseload.better_off.household import Household, Offer
from caseload.better_off.money import MoneyPicture
from caseload.better_off.problems import HouseholdRefused
from caseload.better_off.view import View
from tests.better_off.households import rates


def answer(household: Household, job: Offer) -> OfferAnswer:
    """The answer to one offer."""
    return compare(household, (job,), rates()).offers[0]


def month(household: Household, job: Offer | None = None, view: View = View.LAW) -> MoneyPicture:
    """The month in a job, or without one."""
    return picture(household, job, rates(), view=view)


def codes(household: Household, job: Offer, *kinds: FactKind) -> set[str]:
    """The codes of the facts of these kinds, or of all."""
    told = answer(household, job)
    return {fact.code for fact in (told.told(*kinds) if kinds else told.facts)}


def steps(household: Household, job: Offer) -> str:
    """Every line of the explanation with its amount."""
    result = compare(household, (job,), rates())
    sections = explain(result, result.offers[0], rates()).sections
    return "\n".join(f"{step.words} {step.amount}" for part in sections for step in part.steps)


def refused(household: Household, *offers: Offer) -> list[str]:
    """The fields for which the household or an offer is refused."""
    with pytest.raises(HouseholdRefused) as refusal:
        check(household, offers, rates())
    return list(refusal.value.problems)
