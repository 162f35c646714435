"""Rates for days to come: those in force, and the last ones on file for days after them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.better_off.rate_book import RateBook, Rates
from caseload.better_off.rate_files import ALWAYS_NEEDED


@dataclass(frozen=True, slots=True)
class RatesAhead:
    """Rates by day; ``last_day`` is the last day for which every rate is on file.

    With ``only`` it is one set of rates on every day, as in the year on average.
    """

    book: RateBook
    last_day: date
    only: Rates | None = None
    noted: set[str] | None = None
    """Where the key of each rate goes whose value is taken."""

    def on(self, day: date) -> Rates:
        """What is in force on a day, or was on the last day of what is on file.

        Raises RatesRefused for a day before the rates on file.
        """
        rates = self.only or self.book.for_day(min(day, self.last_day))
        return rates if self.noted is None else rates.noting(self.noted)

    def is_assumed(self, day: date) -> bool:
        """Whether the rates of a day are not on file, so that earlier ones stand in."""
        return self.only is None and day > self.last_day


def rates_ahead(book: RateBook) -> RatesAhead:
    """The rates of a book, day by day."""
    return RatesAhead(book, _last_day(book))


def one_set_of_rates(book: RateBook, rates: Rates) -> RatesAhead:
    """The same rates on every day."""
    return RatesAhead(book, date.max, rates)


def _last_day(book: RateBook) -> date:
    """The last day on which no rate that is always needed has run out."""
    ends: dict[str, date] = {}
    for rate in book.entries():
        if rate.key in ALWAYS_NEEDED:
            ends[rate.key] = max(ends.get(rate.key, rate.valid_to), rate.valid_to)
    return min(ends.values())
