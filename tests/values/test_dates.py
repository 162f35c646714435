from __future__ import annotations

import json
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caseload.values import dates
from caseload.values.problems import DateProblem

WEEKS = json.loads((Path(__file__).parent / "test_identifiers.json").read_text("utf-8"))["weeks"]
DAY = date(2026, 11, 24)


def test_a_date_is_said_in_four_ways() -> None:
    assert dates.long_date(DAY) == "24 November 2026"
    assert dates.short_date(DAY) == "24 Nov 2026"
    assert dates.day_month(DAY) == "24 November"
    assert dates.weekday_date(DAY) == "Tuesday 24 November 2026"
    assert dates.long_date(date(2026, 4, 3)) == "3 April 2026", "no nought before the day"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(9), "9am"),
        (time(15, 30), "3:30pm"),
        (time(9, 5), "9:05am"),
        (time(12), "midday"),
        (time(12, 15), "12:15pm"),
        (time(0), "midnight"),
        (time(0, 15), "12:15am"),
    ],
)
def test_a_time_is_said_as_people_say_it(at: time, said: str) -> None:
    assert dates.clock_time(at) == said


@pytest.mark.parametrize(
    "typed",
    [
        "24/11/2026",
        "24 11 2026",
        "24-11-2026",
        "24.11.2026",
        " 24  November   2026 ",
        "24 nov 2026",
        "24th November 2026",
        "24 of November 2026",
        "24NOV2026",
        "24 Nov. 2026",
        "2026-11-24",
    ],
)
def test_a_date_is_read_however_it_is_typed(typed: str) -> None:
    assert dates.read_date(typed) == DAY


def test_numbers_are_read_day_first_never_month_first() -> None:
    assert dates.read_date("03/04/2026") == date(2026, 4, 3)
    assert dates.read_date("3 Sept 2026") == date(2026, 9, 3)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "unreadable"),
        ("tomorrow", "unreadable"),
        ("April 26", "unreadable"),
        ("24 2026", "unreadable"),
        ("24 Movember 2026", "unreadable"),
        ("24/11/2026/1", "unreadable"),
        ("٢٤/١١/٢٠٢٦", "unreadable"),
        ("24/11/26", "year"),
        ("24 Nov 26", "year"),
        ("11/24/2026", "month"),
        ("1/0/2026", "month"),
        ("31/11/2026", "day"),
        ("29 Feb 2026", "day"),
        ("0/11/2026", "day"),
        ("24/11/0000", "day"),
    ],
)
def test_what_is_no_date_is_refused_by_reason(typed: str, reason: str) -> None:
    with pytest.raises(DateProblem) as refused:
        dates.read_date(typed)
    assert refused.value.reason == reason
    assert refused.value.sentence.endswith(".")


def test_the_refusal_of_a_day_names_the_month() -> None:
    with pytest.raises(DateProblem) as refused:
        dates.read_date("29 2 2026")
    assert "February 2026" in refused.value.sentence


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_date_said_is_read_back(day: date) -> None:
    for text in (
        dates.long_date(day),
        dates.short_date(day),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day} {day.month} {day.year}",
        day.isoformat(),
    ):
        assert dates.read_date(text) == day


@given(st.text())
def test_any_text_is_a_date_or_refused_with_a_sentence(text: str) -> None:
    day, sentence = None, ""
    try:
        day = dates.read_date(text)
    except DateProblem as problem:
        sentence = problem.sentence
    assert day or sentence.endswith(".")


@given(st.dates(date(1920, 1, 1), date(2026, 12, 31)), st.integers(0, 90))
def test_age_rises_by_one_on_each_birthday(born: date, years: int) -> None:
    assume((born.month, born.day) != (2, 29))
    birthday = born.replace(year=born.year + years)
    assert dates.age_on(born, birthday) == years
    if years:
        assert dates.age_on(born, birthday - timedelta(days=1)) == years - 1


def test_somebody_born_on_29_february_comes_of_age_on_1_march() -> None:
    born = date(2008, 2, 29)
    assert dates.age_on(born, date(2026, 2, 28)) == 17
    assert dates.age_on(born, date(2026, 3, 1)) == 18


def test_there_is_no_age_before_the_birth() -> None:
    with pytest.raises(ValueError, match="before the birth"):
        dates.age_on(DAY, DAY - timedelta(days=1))


@pytest.mark.parametrize("vector", WEEKS["vectors"], ids=lambda vector: f"{vector['weeks']} weeks")
def test_weeks_are_seven_days_each_not_months(vector: dict[str, str | int]) -> None:
    start, weeks = date.fromisoformat(str(vector["start"])), int(vector["weeks"])
    assert dates.weeks_after(start, weeks).isoformat() == vector["date"]


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("2:41pm", time(14, 41)),
        ("2.41 PM", time(14, 41)),
        ("14:41", time(14, 41)),
        ("1441", time(14, 41)),
        ("9am", time(9)),
        ("9", time(9)),
        ("2:30", time(14, 30)),
        ("02:30", time(2, 30)),
        ("12am", time(0)),
        ("12:15 p.m.", time(12, 15)),
        ("midday", time(12)),
        ("midnight", time(0)),
    ],
)
def test_a_time_is_read_however_it_is_typed(typed: str, at: time) -> None:
    assert dates.read_time(typed) == at


@given(st.times())
def test_a_time_that_is_said_can_be_read_back(at: time) -> None:
    to_the_minute = at.replace(second=0, microsecond=0)
    assert dates.read_time(dates.clock_time(to_the_minute)) == to_the_minute


@pytest.mark.parametrize("typed", ["", "later", "25:00", "9:75", "13pm", "0am", "2:4pm", "9:30:10"])
def test_what_is_no_time_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(DateProblem) as refused:
        dates.read_time(typed)
    assert "2:30pm" in refused.value.sentence
