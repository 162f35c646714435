"""Jobs: the legal minimum, four hours, changed hours, endings, stepping down, coming back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from caseload.allocation.place import PlaceEnd
from caseload.errors import FieldsRefused, Refused
from caseload.jobs.job import Job, JobTerms, PayPeriod, terms_on
from caseload.jobs.sustainment import Standing
from caseload.referrals import ReferralState
from tests.team import TODAY, Team, accepted, referred


def job(client_id: str, *, days_ago: int = 40, **fields: object) -> Job:
    values: dict[str, object] = {
        "employer_id": None,
        "employer_name": "Northway Foods",
        "title": "Packer",
        "started_on": TODAY - timedelta(days=days_ago),
    }
    return Job(client_id=client_id, **(values | fields))  # type: ignore[arg-type] # by name


def start(team: Team, made: Job, hours: str = "16", pay: str = "12.71", per: str = "hour") -> Job:
    return team.services().jobs.start(
        job=made, weekly_hours=Decimal(hours), pay=Decimal(pay), pay_period=PayPeriod(per)
    )


@pytest.mark.parametrize(
    ("hours", "pay", "per", "competitive"),
    [
        ("16", "12.71", "hour", True),
        ("16", "12.70", "hour", False),
        ("37.5", "24784.50", "year", True),
        ("37.5", "24000", "year", False),
        ("20", "254.20", "week", True),
        ("20", "1000", "month", False),
        ("0", "12.71", "hour", True),
    ],
)
def test_pay_below_the_legal_minimum_is_recorded_as_not_competitive(
    team: Team, hours: str, pay: str, per: str, *, competitive: bool
) -> None:
    kept = start(team, job(accepted(team)), hours, pay, per)
    assert kept.competitive is competitive
    assert bool(kept.not_competitive_why) is not competitive
    if not competitive:
        assert "£12.71" in kept.not_competitive_why


def test_under_16_hours_is_a_job_like_any_other(team: Team) -> None:
    kept = start(team, job(accepted(team)), "4")
    assert kept.competitive
    record = team.services().jobs.of_client(kept.client_id)
    assert record.lines[0].standing is Standing.PRESUMED


def test_a_start_counts_once_four_hours_are_worked(team: Team) -> None:
    jobs = team.services().jobs
    kept = start(team, job(accepted(team), days_ago=5))
    assert jobs.of_client(kept.client_id).lines[0].standing is Standing.NOT_YET
    with pytest.raises(FieldsRefused):
        jobs.confirm_four_hours(job=kept, on=kept.started_on - timedelta(days=1))
    jobs.confirm_four_hours(job=kept)
    assert jobs.of_client(kept.client_id).lines[0].standing is Standing.CONFIRMED


def test_changed_hours_keep_what_stood_before(team: Team) -> None:
    services = team.services()
    kept = start(team, job(accepted(team)))
    services.jobs.change_terms(
        job=kept,
        starts=TODAY,
        weekly_hours=Decimal(10),
        pay=Decimal("12.71"),
        reason="Shifts were cut",
    )
    line = services.jobs.of_client(kept.client_id).lines[0]
    then = terms_on(line.terms, TODAY - timedelta(days=1))
    now = terms_on(line.terms, TODAY)
    assert then is not None
    assert now is not None
    assert (then.weekly_hours, now.weekly_hours) == (Decimal(16), Decimal(10))
    with pytest.raises(FieldsRefused, match="within the job"):
        services.jobs.change_terms(
            job=kept,
            starts=kept.started_on - timedelta(days=1),
            weekly_hours=Decimal(10),
            pay=Decimal("12.71"),
        )


def test_an_end_needs_a_reason_and_promises_contact_within_three_days(team: Team) -> None:
    services = team.services()
    kept = start(team, job(accepted(team)))
    with pytest.raises(FieldsRefused) as refused:
        services.jobs.end(job=kept, last_day=kept.started_on - timedelta(days=1), reason="other")
    assert set(refused.value.problems) == {"words", "last_day"}
    services.jobs.end(job=kept, last_day=TODAY, reason="redundancy", learnt="Liked the team")
    promised = services.contacts.promises(kept.client_id, open_only=True)
    assert [p.due_on for p in promised] == [TODAY + timedelta(days=3)]


def test_stepping_down_needs_paid_work_frees_the_place_and_stops_no_clock(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    with pytest.raises(Refused, match="paid work"):
        services.allocation.step_down(client_id=dana, reason="Settled")
    start(team, job(dana))
    held = services.allocation.count().held
    services.allocation.step_down(client_id=dana, reason="Settled")
    assert services.allocation.count().held == held - 1
    row = services.caseload_list.page().rows[0]
    assert (row.stepped_down, row.job_week) == (True, 6)
    milestones = services.jobs.of_client(dana).lines[0].milestones
    assert [m.reached for m in milestones] == [True, False, False, False]


def test_a_stepped_down_client_who_loses_the_job_takes_a_place_where_there_is_room(
    team: Team,
) -> None:
    services = team.services()
    dana = accepted(team)
    kept = start(team, job(dana))
    services.allocation.step_down(client_id=dana, reason="Settled")
    services.jobs.end(job=kept, last_day=TODAY, reason="redundancy")
    assert services.allocation.count().held == 1
    header = services.client_page.header(dana)
    assert header.place is not None
    assert header.place.ended_by is None


def test_a_stepped_down_client_who_loses_the_job_waits_at_the_top_when_full(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    kept = start(team, job(dana))
    services.allocation.step_down(client_id=dana, reason="Settled", on=TODAY - timedelta(days=1))
    for number in range(25):
        accepted(team, f"Client{number}", days_ago=1)
    referred(team, "Arjun", days_ago=100)
    services.jobs.end(job=kept, last_day=TODAY, reason="redundancy")
    assert services.allocation.count().held == 25
    first = services.referrals.waiting_list()[0]
    assert (first.client_name, first.days) == ("Dana Petrescu", 0)
    assert first.referral.state is ReferralState.WAITING
    header = services.client_page.header(dana)
    assert header.place is not None
    assert header.place.ended_by is PlaceEnd.STEPPED_DOWN


def test_one_of_two_jobs_ending_keeps_a_client_stepped_down(team: Team) -> None:
    services = team.services()
    dana = accepted(team)
    first = start(team, job(dana))
    start(team, job(dana, title="Cleaner", days_ago=20))
    services.allocation.step_down(client_id=dana, reason="Settled")
    services.jobs.end(job=first, last_day=TODAY, reason="better_job")
    assert services.allocation.count().held == 0


def test_a_job_far_ahead_without_title_or_employer_is_refused_field_by_field(team: Team) -> None:
    with pytest.raises(FieldsRefused) as refused:
        start(
            team,
            job(accepted(team), title=" ", employer_name="", started_on=date(2028, 1, 1)),
            hours="200",
            pay="-1",
        )
    assert set(refused.value.problems) == {
        "title", "employer", "started_on", "weekly_hours", "pay"
    }  # fmt: skip


def test_terms_before_the_first_are_the_first() -> None:
    first = JobTerms(
        job_id="j",
        client_id="c",
        starts=TODAY,
        weekly_hours=Decimal(16),
        pay=Decimal("12.71"),
    )
    assert terms_on([first], TODAY - timedelta(days=3)) == first
    assert terms_on([], TODAY) is None


def test_a_job_in_days_whose_minimum_wage_is_not_on_file_is_recorded(team: Team) -> None:
    # The wage rises on 1 April, the tax year turns on the 6th: half its rates are there.
    day = date(2027, 4, 1)
    client_id = accepted(team)
    team.clock.go_to(day)
    made = start(team, job(client_id, started_on=day), pay="12.00")
    assert made.not_competitive_why == ""
