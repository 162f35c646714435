from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.values.working_days import is_working_day, working_days_between

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 24), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 12, 25), False),
        (date(2026, 12, 28), False),  # Boxing Day is a Saturday, so the Monday is given instead
        (date(2026, 4, 3), False),
        (date(2026, 5, 25), False),
        (date(2026, 11, 30), True),  # St Andrew's Day is no holiday in England
        (date(2026, 3, 17), True),
    ],
)
def test_working_days_are_those_of_england(day: date, works: bool) -> None:
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("last_day", "next_start", "gap"),
    [
        (date(2026, 11, 20), date(2026, 11, 23), 0),  # a Friday to the Monday after
        (date(2026, 11, 20), date(2026, 11, 24), 1),
        (date(2026, 11, 24), date(2026, 11, 25), 0),
        (date(2026, 12, 24), date(2026, 12, 29), 0),  # over Christmas
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (date(2026, 11, 24), date(2026, 11, 20), 0),
        (date(2026, 11, 6), date(2026, 11, 23), 10),
    ],
)
def test_the_gap_between_two_jobs_counts_working_days_not_worked(
    last_day: date, next_start: date, gap: int
) -> None:
    assert working_days_between(last_day, next_start) == gap


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_two_gaps_with_a_day_of_work_between_make_the_whole(
    start: date, first: int, second: int
) -> None:
    middle = start + timedelta(days=first + 1)
    end = middle + timedelta(days=second + 1)
    assert working_days_between(start, end) == (
        working_days_between(start, middle)
        + is_working_day(middle)
        + working_days_between(middle, end)
    )
