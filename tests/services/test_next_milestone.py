"""What comes next for a client, by where they stand."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from caseload.employers import Employer, EmployerContact
from caseload.jobs.job import Job
from caseload.services.next_milestone import next_milestone
from tests.team import TODAY, Team, accepted


def _said(team: Team, client_id: str) -> str:
    row = team.services().client_page.header(client_id).row
    assert row is not None
    return next_milestone(row, TODAY)


def test_from_the_profile_to_the_first_employer_to_an_interview(team: Team) -> None:
    held = accepted(team, days_ago=10)
    services = team.services()
    assert _said(team, held) == "Vocational profile begun by 28 November 2026"
    services.vocational_profiles.start(client_id=held, on=TODAY - timedelta(days=5))
    assert _said(team, held) == "First visit to an employer by 19 December 2026"
    services.clients.record_consent(
        client_id=held, purpose="employer", given=True, how="On paper", on=TODAY
    )
    employer = services.employers.save(employer=Employer(name="Brookside"))
    services.employers.record_contact(
        contact=EmployerContact(
            employer_id=employer.id, person_id="", day=TODAY, client_ids=(held,)
        )
    )
    assert _said(team, held) == "An application, then an interview"


def test_in_work_the_next_number_of_weeks(team: Team) -> None:
    held = accepted(team, days_ago=60)
    services = team.services()
    job = Job(
        client_id=held,
        employer_id=None,
        employer_name="Lotus Laundry",
        title="Presser",
        started_on=TODAY + timedelta(days=6),
    )
    services.jobs.start(job=job, weekly_hours=Decimal(16), pay=Decimal("13.00"))
    assert _said(team, held).startswith("First day as Presser on 30 November 2026")
    second = accepted(team, "Samuel", days_ago=95)
    job = Job(
        client_id=second,
        employer_id=None,
        employer_name="Lotus Laundry",
        title="Porter",
        started_on=TODAY - timedelta(days=89),
    )
    services.jobs.start(job=job, weekly_hours=Decimal(16), pay=Decimal("13.00"))
    assert _said(team, second) == "13 weeks in work on 26 November 2026"
