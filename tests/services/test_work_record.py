"""The jobs of a client as the page shows them: own clocks, the schedule of support, the pay."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from caseload.contacts.client_contact import ClientContact
from caseload.jobs.job import Job, PayPeriod
from tests.team import TODAY, Team, accepted


def _started(team: Team, client_id: str, days_ago: int, title: str = "Packer") -> Job:
    return team.services().jobs.start(
        job=Job(
            client_id=client_id,
            employer_id=None,
            employer_name="Northway Foods",
            title=title,
            started_on=TODAY - timedelta(days=days_ago),
        ),
        weekly_hours=Decimal(16),
        pay=Decimal("13.00"),
    )


def test_each_job_shows_the_clock_of_its_own_start(team: Team) -> None:
    held = accepted(team, days_ago=150)
    jobs = team.services().jobs
    first = _started(team, held, 100)
    jobs.end(job=first, last_day=TODAY - timedelta(days=10), reason="better_job")
    _started(team, held, 9, "Shift leader")
    newer, older = jobs.of_client(held).lines
    assert [m.reached for m in older.milestones] == [True, False, False, False]
    assert not any(m.reached for m in newer.milestones)


def test_support_shows_what_was_met_what_was_passed_over_and_what_is_due(team: Team) -> None:
    held = accepted(team)
    job = _started(team, held, 17)
    for days in (16, 5):
        team.services().contacts.record(
            contact=ClientContact(
                client_id=held, person_id="", day=TODAY - timedelta(days=days), job_id=job.id
            )
        )
    line = team.services().jobs.of_client(held).lines[0]
    shown = [(s.window.kind, s.met_on is not None, s.passed_over) for s in line.support[:4]]
    assert shown == [
        ("before_start", False, True),
        ("first_days", True, False),
        ("weekly", True, False),
        ("weekly", False, False),
    ]
    assert line.next_contact == line.support[3].window


def test_support_ends_with_the_job(team: Team) -> None:
    held = accepted(team)
    job = _started(team, held, 17)
    team.services().jobs.end(job=job, last_day=TODAY - timedelta(days=9), reason="travel")
    line = team.services().jobs.of_client(held).lines[0]
    assert [s.window.kind for s in line.support] == ["before_start", "first_days", "weekly"]
    assert line.next_contact is None


def test_pay_is_judged_before_anything_is_kept(team: Team) -> None:
    held = accepted(team)
    job = Job(client_id=held, employer_id=None, employer_name="", title="", started_on=TODAY)

    def judged(pay: str, period: PayPeriod = PayPeriod.HOUR) -> tuple[Decimal, bool]:
        told = team.services().jobs.judge(
            job=job, starts=TODAY, weekly_hours=Decimal(16), pay=Decimal(pay), pay_period=period
        )
        assert told.least_pay == Decimal("12.71")
        return told.hourly_pay, told.competitive

    assert judged("12.71") == (Decimal("12.71"), True)
    assert judged("12.70") == (Decimal("12.70"), False)
    assert judged("200.00", PayPeriod.WEEK) == (Decimal("12.50"), False)
    assert team.services().jobs.of_client(held).lines == ()
