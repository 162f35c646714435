"""The periods of a return: quarters, years to date and years, as the NHS counts them.

A financial year runs from 1 April to 31 March. Ids are the same everywhere: ``2026-27-Q2``,
``2026-27-YTD-Q2`` (1 April to the end of quarter 2) and ``2026-27``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from caseload.errors import Refused
from caseload.values.dates import day_month, long_date
from caseload.words import say

_ID = re.compile(r"(\d{4})-(\d{2})(?:-(YTD-)?Q([1-4]))?")
_LAST_QUARTER = 4


@dataclass(frozen=True)
class Period:
    """From the first day of quarter ``first`` to the last of quarter ``last``, both included.

    ``year`` is the calendar year in which the financial year begins. Two periods of the same
    quarters cover the same days: ``2026-27-YTD-Q1`` is ``2026-27-Q1``.
    """

    id: str
    year: int
    first: int
    last: int

    @property
    def starts(self) -> date:
        """The first day, included."""
        return _quarter_starts(self.year, self.first)

    @property
    def ends(self) -> date:
        """The last day, included."""
        return _quarter_starts(self.year, self.last + 1) - timedelta(days=1)

    @property
    def financial_year(self) -> str:
        """The id of the whole year: ``2026-27``."""
        return f"{self.year}-{(self.year + 1) % 100:02}"

    @property
    def quarters(self) -> tuple[str, ...]:
        """The ids of the quarters that add up to this period."""
        return tuple(f"{self.financial_year}-Q{q}" for q in range(self.first, self.last + 1))

    @property
    def name(self) -> str:
        """In words: ``Quarter 2, 1 July to 30 September 2026``."""
        kind = "year"
        if self.first == self.last:
            kind = "quarter"
        elif self.last < _LAST_QUARTER:
            kind = "to_date"
        starts = day_month(self.starts) if self.starts.year == self.ends.year else None
        return say(
            f"returns.period.{kind}",
            quarter=self.last,
            year=f"{self.year}-{(self.year + 1) % 100:02}",
            starts=starts or long_date(self.starts),
            ends=long_date(self.ends),
        )


def read_period(text: str) -> Period:
    """The period with this id. Raises Refused, with a sentence that shows the three forms."""
    found = _ID.fullmatch(text.strip().upper())
    year = int(found[1]) if found else 0
    if found is None or year < 2000 or int(found[2]) != (year + 1) % 100:
        raise Refused(say("returns.period.unread", typed=text.strip()[:30]))
    if found[4] is None:
        return Period(found[0], year, 1, _LAST_QUARTER)
    last = int(found[4])
    return Period(found[0], year, 1 if found[3] else last, last)


def quarter_of(day: date) -> str:
    """The id of the quarter that a day falls in."""
    year = day.year if day.month >= 4 else day.year - 1
    return f"{year}-{(year + 1) % 100:02}-Q{(day.month - 4) % 12 // 3 + 1}"


def periods_to_choose(today: date, *, years: int = 3) -> tuple[Period, ...]:
    """Every period begun by ``today`` in this financial year and those before, newest first.

    Of a year: its quarters, the years to date of its second and third quarter, and the year.
    """
    this_year = read_period(quarter_of(today)).year
    found = []
    for year in range(this_year, this_year - years, -1):
        name = f"{year}-{(year + 1) % 100:02}"
        ids = [name, f"{name}-Q4", f"{name}-YTD-Q3", f"{name}-Q3", f"{name}-YTD-Q2"]
        found += [read_period(each) for each in (*ids, f"{name}-Q2", f"{name}-Q1")]
    quarter = quarter_of(today)
    return tuple(p for p in found if p.ends < today or p.id == quarter)


def _quarter_starts(year: int, quarter: int) -> date:
    """Quarter 5 is the first of the next year."""
    months = 3 * quarter
    return date(year + months // 12, months % 12 + 1, 1)
