"""Jobs and hours on the client's page: started, judged, changed, confirmed, ended, supported."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.contacts.client_contact import ClientContact
from caseload.jobs.job import Job, JobTerms, PayPeriod
from tests.ui.client_in_sight import (
    InSight,
    Later,
    button_of,
    choose,
    client_in_sight,
    page_of,
    press,
    seen,
    type_day,
    type_in,
)
from tests.ui.clock import AFTERNOON
from ui.client.job_form import JobForm
from ui.client.jobs_tab import JobsTab

TODAY = AFTERNOON.date()
MONDAY = date(2026, 11, 30)


def tab(sight: InSight) -> JobsTab:
    part = sight.page.part()
    assert isinstance(part, JobsTab)
    return part


@pytest.fixture
def dana(qtbot: QtBot, filled_session: Session) -> InSight:
    """A client without a job."""
    return client_in_sight(qtbot, filled_session, "Dana Petrescu", "jobs")


@pytest.fixture
def tomasz(qtbot: QtBot, filled_session: Session) -> InSight:
    """A client 17 days into a job of 20 hours at £13.50."""
    return client_in_sight(qtbot, filled_session, "Tomasz Wójcik", "jobs")


def filled_in(form: JobForm, *, pay: str = "13.00") -> None:
    type_in(form.employer, "Larch Lane Nursery")
    type_in(form.boxes["title"], "Plant assistant")
    type_day(form.boxes["started_on"], "30 11 2026")
    type_in(form.boxes["weekly_hours"], "18")
    type_in(form.boxes["pay"], pay)


def job_of(sight: InSight) -> tuple[Job, JobTerms]:
    line = sight.services.jobs.of_client(sight.client_id).lines[0]
    return line.job, line.terms[-1]


def test_a_job_start_is_typed_and_saved(dana: InSight) -> None:
    assert "Jobs will be listed here" in seen(tab(dana))
    press(button_of(tab(dana), "Record a job start"))
    form = tab(dana).form
    filled_in(form)
    choose(form.boxes["contract"], "Fixed term")
    choose(form.boxes["sector"], "Agriculture")
    press(form.save)
    job, terms = job_of(dana)
    assert (job.title, job.employer_name) == ("Plant assistant", "Larch Lane Nursery")
    assert (job.started_on, job.contract, job.sector) == (MONDAY, "fixed_term", "A")
    assert (terms.weekly_hours, terms.pay, terms.pay_period) == (
        Decimal(18),
        Decimal("13.00"),
        PayPeriod.HOUR,
    )
    assert job.competitive
    assert [e.name for e in dana.services.employers.look_alikes("Larch Lane Nursery")] == [
        "Larch Lane Nursery"
    ]
    told = seen(tab(dana))
    assert "Plant assistant at Larch Lane Nursery" in told
    assert "Starts on 30 November 2026, Fixed term or seasonal, open to anyone" in told
    assert "18 hours a week, £13.00 an hour" in told
    assert "28 Dec 2026" in told
    assert "No better-off sum is on record yet. Work it out" in told
    assert "Starts as Plant assistant on 30 November 2026." in seen(dana.page.blocks)


def test_an_employer_on_record_is_offered_and_taken(dana: InSight) -> None:
    brookside = dana.services.employers.look_alikes("Brookside Garden Centre")[0]
    press(button_of(tab(dana), "Record a job start"))
    form = tab(dana).form
    type_in(form.employer, "brookside gar")
    press(button_of(form.match, "Brookside Garden Centre"))
    assert form.boxes["title"].hasFocus()
    assert not form.add_employer.isVisible()
    assert "From the team's list: Brookside Garden Centre" in seen(form)
    type_in(form.boxes["title"], "Till assistant")
    type_day(form.boxes["started_on"], "30 11 2026")
    type_in(form.boxes["weekly_hours"], "16")
    type_in(form.boxes["pay"], "12.71")
    press(form.save)
    job, _ = job_of(dana)
    assert job.employer_id == brookside.id
    assert len(dana.services.employers.listing("Brookside")) == 1


def test_pay_is_compared_with_the_legal_minimum_in_words_before_saving(dana: InSight) -> None:
    press(button_of(tab(dana), "Record a job start"))
    form = tab(dana).form
    filled_in(form, pay="12.71")
    assert "It comes to £12.71 an hour." in seen(form.pay)
    type_in(form.boxes["pay"], "11.50")
    told = seen(form.pay)
    assert "Not competitive" in told
    assert "Paid £11.50 an hour. The legal minimum is £12.71" in told
    choose(form.boxes["contract"], "Self-employed")
    assert "Self-employed work has no legal minimum." in seen(form.pay)
    choose(form.boxes["contract"], "Permanent")
    type_in(form.boxes["pay"], "250")
    choose(form.boxes["pay_period"], "a week")
    assert "It comes to £13.89 an hour." in seen(form.pay)
    type_in(form.boxes["pay"], "200")
    press(form.save)
    job, _ = job_of(dana)
    assert not job.competitive
    assert "Paid £11.11 an hour" in seen(tab(dana))


def test_what_is_missing_is_said_and_nothing_typed_is_lost(dana: InSight) -> None:
    press(button_of(tab(dana), "Record a job start"))
    form = tab(dana).form
    type_in(form.boxes["title"], "Plant assistant")
    type_in(form.boxes["pay"], "a lot")
    press(form.save)
    assert QApplication.focusWidget() is form.summary
    assert form.summary.problems() == [
        "Enter the employer.",
        "Enter first day",
        "Enter the hours a week, such as 16.",
        "Enter an amount in pounds, such as 12.71",
    ]
    for name in ("employer", "started_on", "weekly_hours", "pay"):
        assert form.fields[name].problem() in form.summary.problems()
    assert form.text("title") == "Plant assistant"
    press(form.summary.line(0))
    assert form.employer.hasFocus()
    assert dana.services.jobs.of_client(dana.client_id).lines == ()


def test_a_half_written_start_opens_again_by_itself(qtbot: QtBot, filled_session: Session) -> None:
    first = client_in_sight(qtbot, filled_session, "Dana Petrescu", "jobs")
    press(button_of(tab(first), "Record a job start"))
    filled_in(tab(first).form)
    first.page.settle()
    first.page.hide()
    second = client_in_sight(qtbot, filled_session, "Dana Petrescu", "jobs")
    form = tab(second).form
    assert form.isVisible()
    assert form.employer.text() == "Larch Lane Nursery"
    assert form.text("weekly_hours") == "18"
    press(form.discard)
    assert "Jobs will be listed here" in seen(tab(second))
    assert not filled_session.services.drafts.all()


def test_a_save_that_is_pressed_twice_saves_once(qtbot: QtBot, filled_session: Session) -> None:
    slow = Later()
    client_id = filled_session.services.clients.search("Dana Petrescu")[0].client_id
    page = page_of(qtbot, filled_session.services, client_id, "jobs", slow)
    part = page.part()
    assert isinstance(part, JobsTab)
    press(button_of(part, "Record a job start"))
    filled_in(part.form)
    press(part.form.save)
    press(part.form.save)
    slow.go_on()
    assert len(filled_session.services.jobs.of_client(client_id).lines) == 1
    assert not part.form.isVisible()
    assert not filled_session.services.drafts.all()


def test_hours_are_changed_from_a_day_and_what_stood_before_is_kept(tomasz: InSight) -> None:
    press(button_of(tab(tomasz), "Change hours or pay"))
    form = tab(tomasz).terms
    assert form.text("weekly_hours") == "20"
    type_day(form.boxes["starts"], "20 11 2026")
    type_in(form.boxes["weekly_hours"], "10")
    type_in(form.boxes["reason"], "Fewer shifts")
    press(form.save)
    line = tomasz.services.jobs.of_client(tomasz.client_id).lines[0]
    assert [t.weekly_hours for t in line.terms] == [Decimal(20), Decimal(10)]
    told = seen(tab(tomasz))
    assert "10 hours a week, £13.50 an hour" in told
    assert "From 20 November 2026: 10 hours a week, £13.50 an hour. Fewer shifts" in told
    assert "From 7 November 2026: 20 hours a week, £13.50 an hour" in told
    press(button_of(tab(tomasz), "Change hours or pay"))
    type_day(form.boxes["starts"], "1 1 2020")
    press(form.save)
    assert form.summary.problems() == ["The day of the change must lie within the job."]


def test_four_hours_worked_make_the_start_count(tomasz: InSight) -> None:
    told = seen(tab(tomasz))
    assert "Not counted yet: confirm four hours worked" in told
    assert "Weeks in work are counted once four hours are confirmed." in told
    press(button_of(tab(tomasz), "Confirm four hours worked"))
    form = tab(tomasz).four_hours
    type_day(form.boxes["on"], "9 11 2026")
    press(form.save)
    told = seen(tab(tomasz))
    assert "Counts: four hours worked by 9 November 2026" in told
    assert "2 weeks in work, all jobs together" in told


def test_milestones_say_their_day_or_that_they_are_reached(
    qtbot: QtBot, filled_session: Session
) -> None:
    sight = client_in_sight(qtbot, filled_session, "Oksana Kovalenko", "jobs")
    told = seen(tab(sight)).splitlines()
    at = told.index("4 weeks")
    assert told[at : at + 8] == [
        "4 weeks", "Reached", "13 weeks", "Reached", "26 weeks", "26 Dec 2026", "52 weeks",
        "26 Jun 2027",
    ]  # fmt: skip


def test_a_job_ends_with_a_reason_and_a_contact_within_three_days(tomasz: InSight) -> None:
    press(button_of(tab(tomasz), "The job has ended"))
    form = tab(tomasz).ending
    press(form.save)
    assert form.summary.problems() == ["Enter last day of work", "Choose one from the list."]
    type_day(form.boxes["last_day"], "23 11 2026")
    choose(form.boxes["reason"], "Other, in words")
    press(form.save)
    assert form.summary.problems() == ["Say in a few words why the job ended."]
    type_in(form.boxes["words"], "The bus route was cut")
    type_in(form.boxes["learnt"], "Closer to home next time")
    press(form.save)
    job, _ = job_of(tomasz)
    assert (job.ended_on, job.end_reason) == (date(2026, 11, 23), "other")
    told = seen(tab(tomasz))
    assert "Ended: Other, in words." in told
    assert "The bus route was cut" in told
    assert "Learnt: Closer to home next time" in told
    assert "7 November 2026 to 23 November 2026" in told
    promised = {a.words: a.due_on for a in tomasz.services.contacts.promises(tomasz.client_id)}
    assert promised["Contact Tomasz about the lost job"] == TODAY + timedelta(days=3)


def test_better_off_is_one_press_from_the_job(qtbot: QtBot, tomasz: InSight) -> None:
    with qtbot.waitSignal(tomasz.page.go) as gone:
        press(button_of(tab(tomasz), "Better-off with these hours"))
    assert gone.args == ["better_off", tomasz.client_id]


def test_the_menu_changes_hours_of_the_job_that_goes_on(tomasz: InSight) -> None:
    tomasz.page.commands()["record_hours"]()
    assert tab(tomasz).terms.isVisible()


def test_in_work_support_shows_what_is_due_and_what_was_done(qtbot: QtBot, tomasz: InSight) -> None:
    tomasz.part("in_work")
    told = seen(tomasz.page.part())
    assert "Packer at Acton Print" in told
    assert "Contact due by 27 November 2026" in told
    assert "Done 18 November" in told
    assert "Seen later" in told
    assert "Due now" in told
    with qtbot.waitSignal(tomasz.page.go) as gone:
        press(button_of(tomasz.page.part(), "Record an in-work contact"))
    assert gone.args == ["record_contact", tomasz.client_id]
    tomasz.services.contacts.record(
        contact=ClientContact(
            client_id=tomasz.client_id,
            person_id="",
            day=TODAY,
            job_id=job_of(tomasz)[0].id,
            reason="in_work_client",
        )
    )
    tomasz.page.model.refresh()
    told = seen(tomasz.page.part())
    assert "Done 24 November" in told
    assert "What was done" in told
    assert "24 Nov 2026" in told
    assert "Next contact from 28 November to 5 December 2026" in told


def test_support_without_a_job_leads_to_the_first_one(dana: InSight) -> None:
    dana.part("in_work")
    assert "In-work support will be planned here" in seen(dana.page.part())
    press(button_of(dana.page.part(), "Record a job start"))
    assert tab(dana).form.isVisible()


def test_a_new_employer_is_left_off_the_list_where_that_is_wanted(dana: InSight) -> None:
    press(button_of(tab(dana), "Record a job start"))
    form = tab(dana).form
    filled_in(form)
    press(form.add_employer)
    press(form.save)
    job, _ = job_of(dana)
    assert job.employer_id is None
    assert dana.services.employers.look_alikes("Larch Lane Nursery") == []
