"""Sustained work by the rule: 7N days on, last day included, gaps in working days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.jobs.job import Job
from caseload.jobs.sustainment import (
    MILESTONES,
    Spell,
    Standing,
    days_in_work,
    first_reached,
    in_work_without_break,
    reached,
    spell_of,
    standing,
    weeks_in_work,
)

MONDAY = date(2026, 7, 6)
LATER = date(2028, 1, 1)


def job(start: date, last_day: date | None = None, name: str = "") -> Spell:
    return Spell(
        job_id=name or str(start), started_on=start, last_day=last_day, four_hours_on=start
    )


@pytest.mark.parametrize("weeks", MILESTONES)
def test_the_last_day_of_work_is_included(weeks: int) -> None:
    day = MONDAY + timedelta(days=7 * weeks)
    to_the_day, a_day_short = job(MONDAY, day), job(MONDAY, day - timedelta(days=1))
    assert first_reached([to_the_day], weeks, as_of=LATER)
    assert not first_reached([a_day_short], weeks, as_of=LATER)


def test_a_milestone_is_reached_on_its_day_and_not_before() -> None:
    day = date(2026, 10, 5)
    assert not first_reached([job(MONDAY)], 13, as_of=day - timedelta(days=1))
    outcome = first_reached([job(MONDAY)], 13, as_of=day)
    assert outcome is not None
    assert outcome.on == day


def test_a_friday_to_the_monday_after_is_no_gap() -> None:
    jobs = [job(MONDAY, date(2026, 9, 4)), job(date(2026, 9, 7))]
    assert first_reached(jobs, 13, as_of=LATER) == next(reached(jobs, 13, as_of=LATER))
    assert [r.on for r in reached(jobs, 13, as_of=LATER)] == [date(2026, 10, 5), date(2026, 12, 7)]


def test_a_tuesday_after_is_a_gap_of_one_working_day() -> None:
    jobs = [job(MONDAY, date(2026, 9, 4)), job(date(2026, 9, 8))]
    without, with_one = (first_reached(jobs, 13, as_of=LATER, allowed_gap=gap) for gap in (0, 1))
    assert without is not None
    assert without.on == date(2026, 12, 8)
    assert with_one is not None
    assert with_one.on == date(2026, 10, 5)


def test_a_bank_holiday_is_not_a_working_day() -> None:
    """31 August 2026 is the summer bank holiday: Friday to Tuesday is no gap."""
    jobs = [job(MONDAY, date(2026, 8, 28)), job(date(2026, 9, 1))]
    assert in_work_without_break(jobs[0], jobs, date(2026, 10, 5))


def test_a_day_inside_an_allowed_gap_is_not_in_work() -> None:
    jobs = [job(MONDAY, date(2026, 10, 2)), job(date(2026, 10, 12))]
    assert not in_work_without_break(jobs[0], jobs, date(2026, 10, 5), allowed_gap=10)
    assert in_work_without_break(jobs[0], jobs, date(2026, 10, 12), allowed_gap=10)


def test_a_weekend_between_two_jobs_is_in_work() -> None:
    saturday_start = date(2026, 7, 4)
    jobs = [job(saturday_start, date(2026, 10, 2)), job(date(2026, 10, 5))]
    assert in_work_without_break(jobs[0], jobs, date(2026, 10, 3))


def test_several_jobs_in_a_row_and_one_beside_another_count_as_one_stretch() -> None:
    row = [job(MONDAY, date(2026, 8, 7)), job(date(2026, 8, 10), date(2026, 9, 4))]
    beside = [job(date(2026, 8, 20), date(2026, 8, 25)), job(date(2026, 9, 1))]
    assert in_work_without_break(row[0], [*beside, *row], date(2026, 10, 5))


def test_clocks_run_from_every_start_and_the_outcome_is_the_earliest() -> None:
    jobs = [job(MONDAY, date(2026, 7, 24)), job(date(2026, 8, 3)), job(date(2026, 8, 10))]
    assert [r.on for r in reached(jobs, 13, as_of=LATER)] == [date(2026, 11, 2), date(2026, 11, 9)]
    outcome = first_reached(jobs, 13, as_of=LATER)
    assert outcome is not None
    assert outcome.clock == jobs[1]


def test_a_start_counts_once_four_hours_have_been_worked() -> None:
    agreed = replace(job(MONDAY), four_hours_on=MONDAY + timedelta(days=2))
    assert standing(agreed, MONDAY) is Standing.NOT_YET
    assert standing(agreed, MONDAY + timedelta(days=2)) is Standing.CONFIRMED


def test_at_day_28_a_start_is_presumed_if_the_job_still_runs() -> None:
    silent = replace(job(MONDAY), four_hours_on=None)
    day_28 = MONDAY + timedelta(days=28)
    assert standing(silent, day_28 - timedelta(days=1)) is Standing.NOT_YET
    assert standing(silent, day_28) is Standing.PRESUMED
    over = replace(silent, last_day=day_28 - timedelta(days=1))
    assert standing(over, LATER) is Standing.NOT_YET


def test_an_imported_start_is_presumed_from_its_first_day() -> None:
    imported = replace(job(MONDAY, MONDAY), four_hours_on=None, reported=True)
    assert standing(imported, MONDAY) is Standing.PRESUMED
    assert standing(imported, MONDAY - timedelta(days=1)) is Standing.NOT_YET


def test_a_start_that_does_not_count_runs_no_clock() -> None:
    silent = replace(job(MONDAY, date(2026, 7, 20)), four_hours_on=None)
    jobs = [silent, job(date(2026, 7, 21))]
    assert [r.clock for r in reached(jobs, 13, as_of=LATER)] == [jobs[1]]


def test_a_job_record_becomes_a_stretch_of_days() -> None:
    record = Job(
        client_id="c", employer_id=None, employer_name="", title="", started_on=MONDAY,
        ended_on=date(2026, 8, 7), four_hours_on=MONDAY, reported=True,
    )  # fmt: skip
    spell = spell_of(record)
    assert (spell.job_id, spell.started_on, spell.last_day) == (
        record.id, MONDAY, date(2026, 8, 7),
    )  # fmt: skip
    assert spell.reported
    assert spell.four_hours_on == MONDAY


STRETCHES = st.lists(
    st.tuples(st.integers(0, 120), st.one_of(st.none(), st.integers(0, 60))), max_size=5
)


@given(STRETCHES)
def test_days_in_work_are_counted_once_however_jobs_overlap(
    stretches: list[tuple[int, int | None]],
) -> None:
    as_of = MONDAY + timedelta(days=100)
    jobs = [
        job(start, None if days is None else start + timedelta(days=days), name=str(number))
        for number, (ahead, days) in enumerate(stretches)
        for start in [MONDAY + timedelta(days=ahead)]
    ]
    days = [MONDAY + timedelta(days=n) for n in range(101)]
    expected = sum(any(spell.covers(day) for spell in jobs) for day in days)
    assert days_in_work(jobs, as_of) == expected
    assert weeks_in_work(jobs, as_of) == expected // 7


@given(STRETCHES, st.sampled_from(MILESTONES))
def test_a_longer_gap_allowed_never_undoes_an_outcome(
    stretches: list[tuple[int, int | None]], weeks: int
) -> None:
    jobs = [
        job(start, None if days is None else start + timedelta(days=days), name=str(number))
        for number, (ahead, days) in enumerate(stretches)
        for start in [MONDAY + timedelta(days=ahead)]
    ]
    clocks = [
        {r.clock.job_id for r in reached(jobs, weeks, as_of=LATER, allowed_gap=gap)}
        for gap in (0, 5, 20)
    ]
    assert clocks[0] <= clocks[1] <= clocks[2]
