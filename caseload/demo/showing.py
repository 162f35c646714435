"""What the main job leaves behind: the letter, the return, and what was counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from caseload.app import Session
from caseload.contacts.client_contact import ClientContact
from caseload.demo import working_better
from caseload.demo.main_job import MainJob
from caseload.documents import page_count, page_png
from caseload.employers import EmployerContact
from caseload.errors import CaseloadError
from caseload.jobs.job import Job
from caseload.people.person import Role
from caseload.referrals import Referral
from caseload.returns.periods import Period, quarter_of, read_period
from caseload.vocational_profiles import VocationalProfile

QUARTERS_TRIED = 4
LETTER_SCALE = 1.6
"""Pixels a point of the letter's picture: an A4 page is 952 pixels wide."""


def main_job(session: Session, job: MainJob, folder: Path) -> dict[str, object]:
    """The client of the main job from her record, and the filed letter as PDF and picture."""
    services = session.services
    header = services.client_page.header(job.client.id)
    shown: dict[str, object] = {
        "client": header.client.name,
        "specialist": header.holder_name,
        "stage": header.row.stage.value if header.row else "",
        "timeline": len(services.client_page.timeline(job.client.id)),
    }
    if job.letter_id is None:
        return {"main_job": shown}
    pdf = services.letters.pdf(job.letter_id)
    letter = folder / "letter.pdf"
    letter.write_bytes(pdf)
    pictures = []
    for page in range(page_count(pdf)):
        picture = folder / ("letter.png" if page == 0 else f"letter-{page + 1}.png")
        picture.write_bytes(page_png(pdf, page, LETTER_SCALE))
        pictures.append(str(picture))
    return {"main_job": shown, "letter": str(letter), "letter_pictures": pictures}


def make_return(session: Session, folder: Path, today: date) -> dict[str, object]:
    """The newest whole quarter that can be returned safely, sent; else why the last cannot."""
    returns = session.services.returns
    contract = next(iter(returns.contracts().values()))
    refused = ""
    for period in _whole_quarters(today):
        try:
            files = returns.send(made=returns.make(contract=contract, period=period), folder=folder)
        except CaseloadError as refusal:
            refused = refused or refusal.sentence
            continue
        return {
            "return": {
                "contract": contract.name,
                "period": period.id,
                "workbook": str(files.workbook),
                "published": str(files.published),
                "metadata": str(files.metadata),
            }
        }
    return {"return": None, "refused": refused}


def _whole_quarters(today: date) -> Iterator[Period]:
    starts = read_period(quarter_of(today)).starts
    for _ in range(QUARTERS_TRIED):
        period = read_period(quarter_of(starts - timedelta(days=1)))
        yield period
        starts = period.starts


def counts_of(session: Session) -> dict[str, object]:
    """What the store holds on the day it is shown, read from the store itself."""
    today = session.desk.today()
    with session.store.reading() as reading:
        referrals = reading.find(Referral)
        profiles = {profile.client_id for profile in reading.find(VocationalProfile)}
        in_work = {job.client_id for job in reading.find(Job) if job.in_work_on(today)}
        contacts, visits = reading.count(ClientContact), reading.count(EmployerContact)
    project = {r.client_id for r in referrals if r.referrer.startswith(working_better.NAME)}
    return {
        "referrals": len(referrals),
        "working_better": {
            "referred": len(project),
            "engaged": len(project & profiles),
            "in_work": len(project & in_work),
        },
        "in_work": len(in_work),
        "waiting": len(session.services.referrals.waiting_list()),
        "contacts": contacts,
        "employer_contacts": visits,
        "caseloads": {
            member.person.name: f"{member.count.held} of {member.count.cap}"
            for member in session.services.people.team()
            if member.person.role is Role.SPECIALIST
        },
    }
