"""Rates that the service adds itself, such as next April's, beside those that are shipped."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from caseload.better_off.problems import RatesRefused
from caseload.better_off.rate_book import RateBook
from caseload.better_off.rate_changes import ChangeKind, RateChange, compare_rate_books
from caseload.better_off.rate_files import (
    HOUSING_FILE,
    document_in,
    housing_in,
    load_rate_book,
    year_in,
)
from caseload.better_off.rates import AreaRates, Rate
from caseload.values.dates import long_date
from caseload.words import say

TAX_YEAR = re.compile(r"20\d\d/\d\d")
ONE_DAY = timedelta(days=1)
ABOUT_A_MONTH = timedelta(days=31)
"""Rates of one year end between 31 March and 30 April."""
RENT_LIMITS = "local_housing_allowance"
"""The part of a year's file that says the rent limits stay: ``{"unchanged_until": "2028-04-09"}``,
with its ``source``, where they are frozen."""


@dataclass(frozen=True, slots=True)
class RateFile:
    """A file of rates by its name and content, wherever it is kept."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class RateCheck:
    """What a file would change, before it is used.

    ``problems`` forbid it: a rate of the year before is missing, or its days leave a gap.
    ``cautions`` ask for a second look: a large change, a rate that is not confirmed.
    """

    book: RateBook
    """All rates with the file among them."""
    changes: tuple[RateChange, ...]
    problems: tuple[str, ...]
    cautions: tuple[str, ...]

    @property
    def may_be_added(self) -> bool:
        """Whether nothing forbids it."""
        return not self.problems


def check_rate_file(book: RateBook, file: RateFile) -> RateCheck:
    """What adding a file would change.

    Raises RatesRefused where the file cannot be read, or has a missing, misspelt or double key.
    """
    added = with_added(book, [file])
    changes = compare_rate_books(book, added)
    return RateCheck(
        book=added,
        changes=changes,
        problems=tuple(_problems(changes, book, added, file)),
        cautions=tuple(_cautions(changes)),
    )


def load_rate_book_with(folder: Path) -> RateBook:
    """The shipped rates and those in a folder of the service's own; it need not be there.

    A year that is in both is taken from the folder. Raises RatesRefused as ``load_rate_book``.
    """
    if not folder.is_dir():
        return load_rate_book()
    files = [RateFile(each.name, each.read_bytes()) for each in sorted(folder.glob("*.json"))]
    return with_added(load_rate_book(), files)


def with_added(book: RateBook, files: Iterable[RateFile]) -> RateBook:
    """The rates of a book and of these files; a later file takes the place of its year.

    A file is one year's rates, or the Local Housing Allowance under its usual name. Raises
    RatesRefused naming the file that cannot be used.
    """
    digest = hashlib.sha256(book.version.encode())
    years, housing = book.years(), book.housing()
    added = False
    for file in files:
        added = True
        digest.update(file.name.encode() + b"\0" + file.content + b"\0")
        path = Path(file.name)
        document = document_in(path, file.content)
        if path.name == HOUSING_FILE:
            housing = _later(housing, housing_in(path, document))
            continue
        tax_year, name, rates = year_in(path, document)
        if TAX_YEAR.fullmatch(tax_year) is None:
            raise RatesRefused(say("better_off.rate.bad_year", file=file.name))
        years[tax_year] = (name, rates)
        if RENT_LIMITS in document:
            housing = _prolonged(housing, path, document[RENT_LIMITS])
    if not added:
        return book
    return RateBook(years, housing, digest.hexdigest()[:12])


def _later(housing: tuple[AreaRates, ...], more: tuple[AreaRates, ...]) -> tuple[AreaRates, ...]:
    """Both, where the later ones take the days that both have."""
    first = min(each.valid_from for each in more)
    kept = [each for each in housing if each.valid_from < first]
    cut = [replace(each, valid_to=min(each.valid_to, first - ONE_DAY)) for each in kept]
    return (*cut, *more)


def _prolonged(housing: tuple[AreaRates, ...], path: Path, said: Any) -> tuple[AreaRates, ...]:
    """The last rent limits, which go on until the day that the file says."""
    try:
        until = date.fromisoformat(said["unchanged_until"])
        sources = tuple(said["source"])
    except (KeyError, TypeError, ValueError):
        raise RatesRefused(say("better_off.rate.no_housing_date", file=path.name)) from None
    last = max(housing, key=lambda each: each.valid_to)
    if until <= last.valid_to:
        return housing
    rates = tuple(
        replace(rate, valid_from=last.valid_to + ONE_DAY, valid_to=until, sources=sources)
        for rate in last.rates
    )
    return (*housing, AreaRates(last.valid_to + ONE_DAY, until, last.names, rates))


def _problems(
    changes: Iterable[RateChange], old: RateBook, new: RateBook, file: RateFile
) -> Iterator[str]:
    for each in changes:
        if each.kind is ChangeKind.GONE:
            yield say("better_off.rate.check.missing", name=each.rate.name)
        elif each.before and each.after and each.before.valid_from != each.after.valid_from:
            yield from _between(each.before, each.after)
    yield from _left_behind(old, new)
    for tax_year, (name, _) in new.years().items():
        if file.name != HOUSING_FILE and not _has_housing(new, tax_year):
            yield say("better_off.rate.check.no_housing", year=name)


def _between(before: Rate, after: Rate) -> Iterator[str]:
    if after.valid_from - before.valid_to != ONE_DAY:
        yield say(
            "better_off.rate.check.gap",
            name=after.name,
            ends=long_date(before.valid_to),
            starts=long_date(after.valid_from),
        )
    if (before.unit, before.period) != (after.unit, after.period):
        yield say(
            "better_off.rate.check.unit", name=after.name, before=before.shown, after=after.shown
        )


def _left_behind(old: RateBook, new: RateBook) -> Iterator[str]:
    """Rates of the year before that a new year does not have at all.

    A rate that ended within its year, as a benefit that was abolished, is not missed.
    """
    for (_, (_, before)), (tax_year, (_, after)) in pairwise(new.years().items()):
        if tax_year in old.tax_years:
            continue
        ends = max(rate.valid_to for rate in before)
        has = {rate.key for rate in after}
        for rate in before:
            if ends - rate.valid_to < ABOUT_A_MONTH and rate.key not in has:
                yield say("better_off.rate.check.missing", name=rate.name)


def _has_housing(book: RateBook, tax_year: str) -> bool:
    try:
        book.tax_year(tax_year)
    except RatesRefused:
        return False
    return True


def _cautions(changes: Iterable[RateChange]) -> Iterator[str]:
    for each in changes:
        if each.is_large and each.before and each.after:
            yield say(
                "better_off.rate.check.jump",
                name=each.rate.name,
                before=each.before.shown,
                after=each.after.shown,
            )
        if each.after and not each.after.confirmed:
            yield say("better_off.rate.check.unconfirmed", name=each.rate.name)
