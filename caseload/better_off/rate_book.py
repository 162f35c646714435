"""The rates on file, looked up for a tax year or for a day.

A tax-year view takes every rate at its value for that year, as the yearly estimate does; a day
view takes what is in force on that day, where Universal Credit amounts are those of an assessment
period starting on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import replace
from datetime import date
from decimal import Decimal

from caseload.better_off.problems import RatesRefused
from caseload.better_off.rates import LHA_PREFIX, AreaRates, Rate, lha_key
from caseload.words import say


class Rates:
    """The rates of one view: what each key is worth in it. Made by a RateBook."""

    def __init__(
        self, tax_year: str, name: str, rates: Iterable[Rate], housing: AreaRates, version: str
    ) -> None:
        self.tax_year = tax_year
        """``2026/27``."""
        self.name = name
        """``2026 to 2027``, as it is printed."""
        self.version = version
        """A short digest of the files behind it, filed with every answer."""
        self.areas = housing.names
        """The rental market areas of England: key to name."""
        self._rates = {rate.key: rate for rate in (*rates, *housing.rates)}
        self._amounts = {
            key: rate.value for key, rate in self._rates.items() if isinstance(rate.value, Decimal)
        }
        self._used: set[str] | None = None

    def __contains__(self, key: str) -> bool:
        return key in self._rates

    def __iter__(self) -> Iterator[Rate]:
        """Every rate by key, but for the Local Housing Allowance of each area."""
        rates = (rate for rate in self._rates.values() if not rate.key.startswith(LHA_PREFIX))
        return iter(sorted(rates, key=lambda rate: rate.key))

    def housing(self) -> Iterator[Rate]:
        """The Local Housing Allowance of each area, by area and size."""
        rates = (rate for rate in self._rates.values() if rate.key.startswith(LHA_PREFIX))
        return iter(sorted(rates, key=lambda rate: (rate.area_name, rate.key)))

    def amount(self, key: str) -> Decimal:
        """The value of a rate that is a number. Raises RatesRefused where there is none."""
        if self._used is not None:
            self._used.add(key)
        try:
            return self._amounts[key]
        except KeyError:
            raise self._missing(key) from None

    def flag(self, key: str) -> bool:
        """Whether a yes-or-no rate is yes. Raises RatesRefused where there is none."""
        if self._used is not None:
            self._used.add(key)
        return self.rate(key).value is True

    def rate(self, key: str) -> Rate:
        """The rate with its dates and source. Raises RatesRefused where there is none."""
        try:
            return self._rates[key]
        except KeyError:
            raise self._missing(key) from None

    def local_housing_allowance(self, area: str, category: str) -> Decimal:
        """The Local Housing Allowance, pounds a month. Raises RatesRefused where there is none."""
        return self.amount(lha_key(area, category))

    def noting(self, used: set[str]) -> Rates:
        """The same rates, which add to ``used`` the key of each one whose value is taken."""
        noted = copy(self)
        noted._used = used
        return noted

    def confirming(self, keys: Iterable[str]) -> Rates:
        """The same rates, these of them as confirmed: the service has looked them up itself."""
        sure = set(keys)
        confirmed = copy(self)
        confirmed._rates = {
            key: replace(rate, confirmed=True) if key in sure else rate
            for key, rate in self._rates.items()
        }
        return confirmed

    def unconfirmed(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of the keys whose value no second source confirms, sorted."""
        return tuple(sorted(key for key in set(keys) if not self.rate(key).confirmed))

    def _missing(self, key: str) -> RatesRefused:
        return RatesRefused(say("better_off.rate.missing", year=self.name, key=key))


def tax_year_of(day: date) -> str:
    """The tax year of a day, from 6 April: ``2026/27``."""
    start = day.year if (day.month, day.day) >= (4, 6) else day.year - 1
    return f"{start}/{(start + 1) % 100:02}"


class RateBook:
    """All rates on file, in every year; ``rate_files.load_rate_book`` reads it."""

    def __init__(
        self,
        years: Mapping[str, tuple[str, tuple[Rate, ...]]],
        housing: tuple[AreaRates, ...],
        version: str,
    ) -> None:
        self.version = version
        """A short digest of the files."""
        self._years = dict(sorted(years.items()))
        self._housing = housing
        self._views: dict[str, Rates] = {}
        self._days: dict[date, Rates] = {}

    @property
    def tax_years(self) -> tuple[str, ...]:
        """The tax years on file, oldest first: ``("2024/25", ...)``."""
        return tuple(self._years)

    def years(self) -> dict[str, tuple[str, tuple[Rate, ...]]]:
        """Each tax year on file: its printed name and its rates, oldest first."""
        return dict(self._years)

    def housing(self) -> tuple[AreaRates, ...]:
        """The Local Housing Allowance of every area, by the days it holds."""
        return self._housing

    def entries(self) -> tuple[Rate, ...]:
        """Every dated value by key and then by date, but for the areas' housing allowances."""
        every = (rate for _, rates in self._years.values() for rate in rates)
        return tuple(sorted(every, key=lambda rate: (rate.key, rate.valid_from)))

    def tax_year(self, tax_year: str) -> Rates:
        """The whole year at that year's rates. Raises RatesRefused for a year not on file."""
        if tax_year not in self._views:
            name, rates = self._year(tax_year)
            housing = self._housing_on(date(int(tax_year[:4]), 7, 1), name)
            self._views[tax_year] = Rates(tax_year, name, rates, housing, self.version)
        return self._views[tax_year]

    def year_of(self, day: date) -> Rates:
        """The tax-year view of the year that a day is in: what a yearly estimate made on it uses.

        Raises RatesRefused for a year not on file.
        """
        return self.tax_year(tax_year_of(day))

    def for_day(self, day: date) -> Rates:
        """What is in force on a day. Raises RatesRefused for a day with no rates on file."""
        if day not in self._days:
            tax_year = tax_year_of(day)
            name, _ = self._year(tax_year)
            in_force = (rate for rate in self.entries() if rate.valid_from <= day <= rate.valid_to)
            housing = self._housing_on(day, name)
            self._days[day] = Rates(tax_year, name, in_force, housing, self.version)
        return self._days[day]

    def _year(self, tax_year: str) -> tuple[str, tuple[Rate, ...]]:
        if tax_year not in self._years:
            on_file = ", ".join(self._years)
            raise RatesRefused(say("better_off.rate.no_year", year=tax_year, years=on_file))
        return self._years[tax_year]

    def _housing_on(self, day: date, name: str) -> AreaRates:
        for rates in self._housing:
            if rates.valid_from <= day <= rates.valid_to:
                return rates
        raise RatesRefused(say("better_off.rate.no_housing", year=name))
