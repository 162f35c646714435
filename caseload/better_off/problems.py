"""What better-off says no to: households it does not cover yet, and rates that do not add up."""

from __future__ import annotations

from caseload.errors import CaseloadError, FieldsRefused


class HouseholdRefused(FieldsRefused):
    """The household or an offer is not covered, contradicts itself or is not complete.

    ``problems`` maps a field, as in ``claimant.age`` or ``offers.0.hourly_wage``, to its sentence.
    """


class RatesRefused(CaseloadError):
    """There are no rates for this day or year, or a file of rates cannot be used."""
