"""The made-up caseload that the page tests stand on."""

from __future__ import annotations

from caseload.app import Session


def test_a_new_store_holds_nobody(session: Session) -> None:
    page = session.services.caseload_list.page()
    assert (page.count.held, page.count.cap, page.rows, page.waiting) == (0, 25, (), ())


def test_the_caseload_of_a_real_week(filled_session: Session) -> None:
    page = filled_session.services.caseload_list.page()
    assert (page.count.held, len(page.rows), len(page.waiting)) == (22, 24, 3)


def test_a_job_older_than_the_rates_on_file_is_recorded(filled_session: Session) -> None:
    rows = filled_session.services.caseload_list.page().rows
    niamh = next(row for row in rows if row.name.startswith("Niamh"))
    job = filled_session.services.jobs.of_client(niamh.client_id).lines[0].job
    assert (job.started_on.year, job.competitive, job.not_competitive_why) == (2020, True, "")
