"""The rates in use: read once, since every sum and every job asks for them."""

from __future__ import annotations

from functools import cache

from caseload.better_off.rate_book import RateBook
from caseload.better_off.rate_files import load_rate_book


@cache
def rate_book() -> RateBook:
    """The dated rates that are shipped with this program."""
    return load_rate_book()
