"""What better-off says no to: households it does not cover yet, and rates that do not add up."""

from __future__ import annotations

from decimal import Decimal

from caseload.errors import CaseloadError, FieldsRefused
from caseload.words import say

MOST_POUNDS = Decimal(1_000_000)
"""A year of any amount; more is a slip of the hand."""
Problem = tuple[str, str]
"""A field, as in ``claimant.age``, and the sentence about it."""


def refused(key: str, **facts: object) -> str:
    """The sentence of a refusal, ``better_off.refused.<key>``."""
    return say(f"better_off.refused.{key}", **facts)


class HouseholdRefused(FieldsRefused):
    """The household or an offer is not covered, contradicts itself or is not complete.

    ``problems`` maps a field, as in ``claimant.age`` or ``offers.0.hourly_wage``, to its sentence.
    """


class RatesRefused(CaseloadError):
    """There are no rates for this day or year, or a file of rates cannot be used."""
