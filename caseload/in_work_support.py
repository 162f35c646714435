"""When the next in-work contact is due, counted from the first day of the job."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

BEFORE_START = "before_start"
FIRST_DAYS = "first_days"
WEEKLY = "weekly"
MONTHLY = "monthly"

MONTHS_OF_SUPPORT = 12


@dataclass(frozen=True)
class ContactWindow:
    """A stretch of days, both included, in which one in-work contact is expected."""

    kind: str
    number: int
    first: date
    last: date


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + year, month + 1, 1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


def contact_windows(started_on: date) -> list[ContactWindow]:
    """Every window of the first year, in order.

    Source: DOMAIN, In-work support: within 7 days before the start, within 3 days after, weekly to
    day 28, monthly to month 12, then as agreed.
    """

    def day(number: int) -> date:
        return started_on + timedelta(days=number)

    windows = [
        ContactWindow(BEFORE_START, 0, day(-7), day(-1)),
        ContactWindow(FIRST_DAYS, 1, day(0), day(3)),
        ContactWindow(WEEKLY, 2, day(7), day(13)),
        ContactWindow(WEEKLY, 3, day(14), day(20)),
        ContactWindow(WEEKLY, 4, day(21), day(28)),
    ]
    for month in range(2, MONTHS_OF_SUPPORT + 1):
        first = max(day(29), add_months(started_on, month - 1))
        last = add_months(started_on, month) - timedelta(days=1)
        windows.append(ContactWindow(MONTHLY, month, first, last))
    return windows


def next_window(
    started_on: date, contact_days: Iterable[date], *, from_day: date | None = None
) -> ContactWindow | None:
    """The first window that the contacts so far have not met; None once the year is over.

    A contact meets the window that it lies in and every earlier one: support goes on from the last
    time the client was seen. ``from_day`` leaves out windows that ended before the service began to
    keep the record, so that an old job does not open with a year of missed contacts.
    """
    last_seen = max((d for d in contact_days if d >= started_on - timedelta(days=7)), default=None)
    for window in contact_windows(started_on):
        if last_seen is not None and window.first <= last_seen:
            continue
        if from_day is not None and window.last < from_day:
            continue
        return window
    return None
