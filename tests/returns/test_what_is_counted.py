"""Measures: what is counted, when, and what holds between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caseload.errors import Refused
from caseload.jobs.sustainment import Spell
from caseload.returns.breakdowns import DIMENSIONS, GENDER, TOTAL
from caseload.returns.contracts import read_contract, shipped_contracts
from caseload.returns.counting import Counts
from caseload.returns.facts import PersonFacts, ReferralFacts
from caseload.returns.measures import MEASURES, SUBSETS, CountingRule
from caseload.returns.periods import quarter_of, read_period
from tests.returns.made_up_people import AFTER_THE_YEAR, contract, made, referred, service

LATER = CountingRule(AFTER_THE_YEAR)
JULY = date(2026, 7, 6)


def client(**facts: object) -> PersonFacts:
    return replace(PersonFacts(client_id="a"), **facts)  # type: ignore[arg-type] # facts by name


def days_counted(measure: str, person: PersonFacts, rule: CountingRule = LATER) -> list[date]:
    return [one.on for one in MEASURES[measure].events(person, rule)]


def job(start: date, last_day: date | None = None, **facts: object) -> Spell:
    spell = Spell(job_id=str(start), started_on=start, last_day=last_day, four_hours_on=start)
    return replace(spell, **facts)  # type: ignore[arg-type] # facts by name


@pytest.mark.parametrize(
    ("typed", "starts", "ends"),
    [
        ("2026-27-Q1", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026-27-q4", date(2027, 1, 1), date(2027, 3, 31)),
        (" 2026-27-YTD-Q3 ", date(2026, 4, 1), date(2026, 12, 31)),
        ("2026-27", date(2026, 4, 1), date(2027, 3, 31)),
    ],
)
def test_periods_are_the_quarters_of_the_nhs_year(typed: str, starts: date, ends: date) -> None:
    period = read_period(typed)
    assert (period.starts, period.ends) == (starts, ends)
    assert {quarter_of(starts), quarter_of(ends)} <= set(period.quarters)


def test_every_day_of_a_year_is_in_one_quarter() -> None:
    for ahead in range(366):
        day = date(2027, 4, 1) + timedelta(days=ahead)
        period = read_period(quarter_of(day))
        assert period.starts <= day <= period.ends


@pytest.mark.parametrize("typed", ["2026", "2026-28-Q1", "2026-27-Q5", "Q2", "2026-27-YTD", ""])
def test_a_period_that_is_none_is_refused_with_the_three_forms(typed: str) -> None:
    with pytest.raises(Refused, match="2026-27-YTD-Q2"):
        read_period(typed)


def test_period_names_are_words() -> None:
    assert read_period("2026-27-Q2").name == "Quarter 2 of 2026-27, 1 July to 30 September 2026"
    assert "1 April 2026 to 31 March 2027" in read_period("2026-27").name


def test_a_referral_received_and_accepted_are_two_measures() -> None:
    person = client(
        referrals=(
            ReferralFacts(referral_id="1", received_on=JULY, accepted_on=date(2026, 10, 2)),
            ReferralFacts(referral_id="2", received_on=date(2026, 11, 2)),
        )
    )
    assert days_counted("referrals", person) == [JULY, date(2026, 11, 2)]
    assert days_counted("referrals_accepted", person) == [date(2026, 10, 2)]


def test_people_into_work_is_the_first_start_that_counts() -> None:
    two_days = job(JULY, JULY + timedelta(days=1), four_hours_on=None)
    second, third = job(date(2026, 8, 3), date(2026, 8, 28)), job(date(2026, 9, 7))
    person = client(jobs=(third, two_days, second))
    assert days_counted("job_starts", person) == [second.started_on, third.started_on]
    assert days_counted("people_into_work", person) == [second.started_on]


def test_a_start_not_yet_confirmed_counts_from_day_28_on() -> None:
    person = client(jobs=(job(JULY, four_hours_on=None),))
    assert not days_counted("job_starts", person, CountingRule(JULY + timedelta(days=27)))
    assert days_counted("job_starts", person, CountingRule(JULY + timedelta(days=28))) == [JULY]


def test_sustained_is_dated_on_the_day_itself_and_counts_a_person_once() -> None:
    short = job(date(2026, 4, 6), date(2026, 5, 1))
    person = client(jobs=(short, job(JULY), job(date(2026, 8, 3))))
    assert days_counted("sustained_13", person) == [date(2026, 10, 5)]
    assert days_counted("sustained_26", person) == [date(2027, 1, 4)]


def test_the_contract_says_how_long_a_gap_may_be() -> None:
    person = client(jobs=(job(JULY, date(2026, 8, 7)), job(date(2026, 8, 17))))
    assert days_counted("sustained_13", person) == [date(2026, 11, 16)]
    lenient = CountingRule(AFTER_THE_YEAR, allowed_gap=5)
    assert days_counted("sustained_13", person, lenient) == [date(2026, 10, 5)]


def test_nothing_after_the_day_up_to_which_things_are_known() -> None:
    person = client(
        referrals=(ReferralFacts(referral_id="1", received_on=JULY, accepted_on=JULY),),
        profile_started_on=JULY,
        jobs=(job(JULY),),
    )
    for measure in MEASURES:
        assert not days_counted(measure, person, CountingRule(JULY - timedelta(days=1)))


def test_age_is_taken_on_the_day_of_the_event() -> None:
    age = DIMENSIONS["age"]
    person = client(born_on=date(2001, 8, 1))
    assert age.part_of(person, date(2026, 7, 31)) == "16-24"
    assert age.part_of(person, date(2026, 8, 1)) == "25-34"


@pytest.mark.parametrize("born", [None, date(2015, 1, 1), date(2030, 1, 1)])
def test_an_age_that_cannot_be_is_not_known(born: date | None) -> None:
    assert DIMENSIONS["age"].part_of(client(born_on=born), JULY) == "not_known"


@pytest.mark.parametrize(
    ("code", "part"),
    [("1", "male"), ("2", "female"), ("3", "another"), ("4", "another"), ("Z", "not_known"),
     ("X", "not_known"), (None, "not_known")],
)  # fmt: skip
def test_gender_not_stated_and_not_known_are_a_group(code: str | None, part: str) -> None:
    assert GENDER.part_of(client(gender=code), JULY) == part


def test_every_step_of_a_ladder_has_everyone_once_and_words_for_each_group() -> None:
    for dimension in DIMENSIONS.values():
        finest = sorted(p for group in dimension.ladder[0].groups for p in group.parts)
        assert len(finest) == len(set(finest))
        for step in dimension.ladder[:-1]:
            assert sorted(p for group in step.groups for p in group.parts) == finest
            assert all(dimension.group_name(group.id) for group in step.groups)
            assert dimension.step_name(step.id)
        assert dimension.ladder[-1].groups == ()
        assert dimension.group_name(TOTAL)


def test_what_is_declared_to_hold_holds_in_a_thousand_services() -> None:
    """Parts are parts in every group, and quarters add up to the year; groups to the total."""
    quarters = read_period("2026-27").quarters
    for seed in range(1000):
        people = service(6, seed)
        counts = Counts(people, LATER)
        for part, whole in SUBSETS:
            for quarter in quarters:
                for dimension in DIMENSIONS.values():
                    for group in dimension.ladder[0].groups:
                        at = ([quarter], dimension.id, group.parts)
                        assert len(counts.records(part, *at)) <= len(counts.records(whole, *at))
        for name, measure in MEASURES.items():
            in_year = [
                one
                for person in people
                for one in measure.events(person, LATER)
                if date(2026, 4, 1) <= one.on <= date(2027, 3, 31)
            ]
            assert len(in_year) == sum(len(counts.records(name, [q], None, ())) for q in quarters)
            for dimension in DIMENSIONS.values():
                parts = [p for group in dimension.ladder[0].groups for p in group.parts]
                assert len(in_year) == len(counts.records(name, quarters, dimension.id, parts))


def working_better() -> list[PersonFacts]:
    """Six GP surgeries, a year: 95 referred, 59 took up the offer, 6 in work by the end."""
    spread = [("2", "25-34", 30), ("1", "35-44", 35), ("2", "45-54", 20), ("1", "55-64", 10)]
    people = [
        person
        for gender, age, number in spread
        for person in referred(number, gender, date(2026, 5, 11), age=age)
    ]
    engaged = [replace(p, profile_started_on=date(2026, 6, 1)) for p in people[:59]]
    in_work = [replace(p, jobs=(job(date(2026, 9, 7)),)) for p in engaged[:6]]
    return in_work + engaged[6:] + people[59:]


def test_working_better_comes_out_as_printed_inside_and_rounded_in_the_return() -> None:
    measures = ("referrals", "engaged", "job_starts", "people_into_work", "sustained_13")
    one = made(contract(*measures, breakdowns=("gender", "age")), "2026-27", working_better())
    totals = {table.measure_id: table.total for table in one.tables}
    assert [totals[m].truth for m in measures] == [95, 59, 6, 6, 6]
    assert [totals[m].value for m in measures] == [95, 60, 5, 5, 5]


def test_behind_each_figure_stand_its_records() -> None:
    one = made(contract("people_into_work"), "2026-27", working_better())
    records = one.table("people_into_work", "gender").total.records
    assert len(records) == 6
    assert all(record.job_id == "2026-09-07" for record in records)
    assert len({record.client_id for record in records}) == 6


def test_the_shipped_contract_is_the_quarters_headline_measures() -> None:
    (shipped,) = shipped_contracts().values()
    assert shipped.measures == (
        "referrals", "engaged", "job_starts", "people_into_work", "sustained_13", "sustained_26",
    )  # fmt: skip
    assert shipped.breakdowns == ("gender", "age")


@pytest.mark.parametrize(
    "wrong",
    [
        {"measures": ("referals",)},
        {"breakdowns": ("ethnicity",)},
        {"ladder": {"2026-27": {"engaged": {"age": "five_years"}}}},
    ],
)
def test_a_contract_that_asks_for_what_is_not_known_is_refused_by_name(
    wrong: dict[str, tuple[str, ...]],
) -> None:
    with pytest.raises(Refused, match=r"referals|ethnicity|age five_years"):
        replace(contract("engaged"), **wrong)  # type: ignore[arg-type] # facts by name


def test_a_threshold_under_five_is_not_offered(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("contract") / "loose.toml"
    file.write_text(
        'name="L"\ncommissioner="C"\nservice="S"\nmeasures=[]\nbreakdowns=[]\nthreshold="three"\n'
    )
    with pytest.raises(Refused, match="three"):
        read_contract(file)
