"""The main job at the keyboard alone: from unlocking to a referral, a job, a letter and a return.

One client, one afternoon in November, two days in December when the job begins, and a morning in
January when the quarter is over. Every step looks at the screen and into the encrypted store.
"""

from __future__ import annotations

import functools
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from caseload import app as engine
from caseload.errors import StoreTrouble
from caseload.jobs.job import PayPeriod
from tests.documents.reading import words_of
from tests.ui.clock import Clock
from tests.ui.conftest import PASSPHRASE, MadeStore
from tests.ui.front_door import FrontDoor, copied
from tests.ui.journey_to_the_first_visit import (
    KEY,
    NAME,
    PROMISE,
    Desk,
    add_an_employer_and_log_a_visit,
    book_an_appointment,
    record_a_contact_with_a_promise,
    record_consent,
    refer_and_accept,
    unlock,
    write_the_profile,
)
from tests.ui.keyboard import Keyboard, StrayWindows
from ui import printing

WEEKLY = "£135.71"
"""16 hours at £12.71 are £881.23 a month. All but £427.00 of it takes 55p in the pound off the
Universal Credit, £249.83; fares of £10.00 a week are £43.33: £588.07 a month, £135.71 a week.
"""


@pytest.fixture
def desk(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    empty_store: MadeStore,
    tmp_path: Path,
    clock: Clock,
) -> Iterator[Desk]:
    monkeypatch.setattr(engine, "unlock", functools.partial(engine.unlock, now=clock))
    front = FrontDoor(qtbot, monkeypatch, tmp_path / "home")
    opened = front.open(store=copied(empty_store.folder, tmp_path / "store"))
    made = Desk(front, Keyboard(opened.window), clock, tmp_path / "returns")
    made.folder.mkdir()

    def taken_by_printer(data: bytes, _printer: object) -> int:
        made.printed.append(data)
        return 1

    monkeypatch.setattr(printing, "ask_for_printer", lambda _page, _title: object())
    monkeypatch.setattr(printing, "print_pdf", taken_by_printer)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(made.folder))
    yield made
    front.close()


def test_from_the_first_referral_to_the_return_without_a_mouse(desk: Desk) -> None:
    strays = StrayWindows()
    unlock(desk)
    refer_and_accept(desk)
    record_a_contact_with_a_promise(desk)
    write_the_profile(desk)
    record_consent(desk)
    add_an_employer_and_log_a_visit(desk)
    book_an_appointment(desk)
    work_out_better_off(desk)
    hand_over_the_letter(desk)
    record_the_job(desk)
    record_an_in_work_contact(desk)
    tick_off_undo_and_tick_off_again(desk)
    make_and_send_the_return(desk)
    lock_and_come_back(desk)
    assert strays.seen == [], "something opened as a window of its own"


def work_out_better_off(desk: Desk) -> None:
    keys = desk.keys
    keys.control(KEY.Key_B)
    keys.stands_in("Health")
    keys.fill(
        {
            "Health": "Health part, new rate",
            "Home": "Social",
            "Rent a month": "520",
            "Savings": "350",
            "Employer": "Brookside Garden Centre",
            "Hours a week": "16",
            "Pay": "12.71",
            "Fares a week": "10",
        }
    )
    keys.sees(WEEKLY, "better off a week, £588.07 a month", "16 hours a week, £12.71 an hour")


def hand_over_the_letter(desk: Desk) -> None:
    keys = desk.keys
    keys.control(KEY.Key_P)
    keys.sees("What you see is what prints. Nothing has left yet.", f"{WEEKLY} a week better off")
    assert desk.services.letters.of_client(desk.client) == []
    keys.control(KEY.Key_P)
    keys.sees("Printed, and kept on the record")
    (letter,) = desk.services.letters.of_client(desk.client)
    assert (letter.made_on, letter.printed_on) == (date(2026, 11, 24), date(2026, 11, 24))
    filed = desk.services.letters.pdf(letter.letter_id)
    assert filed[:5] == b"%PDF-"
    assert desk.printed == [filed]
    assert f"you would be {WEEKLY} a week better off" in words_of(filed)
    (kept,) = desk.services.better_off.of_client(desk.client)
    assert kept.made_on == date(2026, 11, 24)
    keys.escape()
    keys.stands_in("Fares a week")
    keys.escape()
    keys.stands_in("Book an appointment")


def record_the_job(desk: Desk) -> None:
    keys = desk.keys
    desk.clock.move(days=13)
    keys.control(KEY.Key_J)
    keys.stands_in("Employer")
    keys.write("Brookside")
    keys.tab()
    keys.stands_in("Brookside Garden Centre")
    keys.enter()
    keys.stands_in("Job title")
    keys.write("Garden assistant")
    keys.fill_day("First day", "7 12 2026")
    keys.fill({"Hours a week": "16", "Pay": "12.71"})
    keys.sees("At or above the legal minimum")
    keys.control(KEY.Key_S)
    keys.sees("Garden assistant at Brookside Garden Centre", "In work, step 5 of 5")
    desk.clock.move(days=1)
    keys.do("Confirm four hours worked")
    keys.stands_in("Four hours were worked by, day")
    keys.control(KEY.Key_S)
    keys.sees("Counts: four hours worked by 7 December 2026", "4 Jan 2027")
    (line,) = desk.services.jobs.of_client(desk.client).lines
    (employer,) = desk.services.employers.listing()
    assert (line.job.employer_id, line.job.title) == (employer.employer.id, "Garden assistant")
    assert (line.job.started_on, line.job.four_hours_on) == (date(2026, 12, 7), date(2026, 12, 7))
    assert line.job.competitive
    (terms,) = line.terms
    assert (terms.weekly_hours, terms.pay, terms.pay_period) == (
        Decimal(16),
        Decimal("12.71"),
        PayPeriod.HOUR,
    )


def record_an_in_work_contact(desk: Desk) -> None:
    keys = desk.keys
    keys.control(KEY.Key_I)
    keys.stands_in("Notes")
    keys.write("Both shifts went well. Tired, and glad.")
    keys.control(KEY.Key_Return)
    keys.stands_in("Record a job start")
    (line,) = desk.services.jobs.of_client(desk.client).lines
    contact = desk.services.contacts.of_client(desk.client)[0]
    assert (contact.day, contact.job_id) == (date(2026, 12, 8), line.job.id)
    assert contact.reason == "in_work_client"
    met = [each.met_on for each in line.support if each.met_on is not None]
    assert met == [date(2026, 12, 8)]


def tick_off_undo_and_tick_off_again(desk: Desk) -> None:
    keys = desk.keys
    keys.control(KEY.Key_1)
    keys.sees("1 thing to do today, and it is late.", "7 days late", PROMISE)
    keys.stands_in(f"7 days late. {PROMISE}")
    keys.space()
    keys.sees("Nothing is due today.")
    keys.stands_in("Record a contact")
    assert desk.promise().done_on == date(2026, 12, 8)
    keys.control(KEY.Key_Z)
    keys.sees(f"7 days late. {PROMISE}")
    assert desk.promise().done_on is None
    keys.tab_to(f"7 days late. {PROMISE}")
    keys.space()
    keys.sees("Nothing is due today.")
    assert desk.promise().done_on == date(2026, 12, 8)


def make_and_send_the_return(desk: Desk) -> None:
    keys = desk.keys
    desk.clock.move(days=35)
    assert desk.clock.today > date(2026, 12, 31)
    keys.control(KEY.Key_6)
    keys.stands_in("Period")
    period = keys.focus()
    assert isinstance(period, QComboBox)
    assert period.currentText().startswith("Quarter 3 of 2026-27"), "the quarter just over"
    keys.do("Make the return", back=True)
    keys.sees("Passed", "Referrals received, everyone: withheld", "c means 0 to 4: withheld")
    keys.press(KEY.Key_Down, times=2)
    keys.sees("Job starts, every job, everyone", "See the 1 record behind it")
    keys.enter()
    keys.sees("Behind ‘Job starts, every job, everyone’", NAME, "7 Dec 2026")
    keys.escape()
    keys.do("Check what leaves", back=True)
    keys.sees("No name, no date of birth, no note, and no figure from 1 to 4")
    keys.stands_in("Choose a folder and write the files")
    assert list(desk.folder.iterdir()) == [], "nothing leaves before it was looked at"
    keys.enter()
    keys.sees("The files are in the folder return-2026-27-Q3.", "sent 12 January 2027")
    keys.stands_in("Back to the tables")
    written = desk.folder / "return-2026-27-Q3"
    assert {file.name for file in written.iterdir()} == {
        "return-2026-27-Q3.xlsx",
        "published.json",
        "metadata.json",
    }
    assert zipfile.is_zipfile(written / "return-2026-27-Q3.xlsx")
    published = (written / "published.json").read_text("utf-8")
    assert "Oluwaseun" not in published
    (sent,) = desk.services.returns.sent()
    assert (sent.period, sent.published) == ("2026-27-Q3", published)


def lock_and_come_back(desk: Desk) -> None:
    keys = desk.keys
    keys.control(KEY.Key_L)
    assert desk.front.title == "Caseload"
    keys.sees_no("Oluwaseun", "Brookside", "Return for")
    keys.stands_in("Passphrase")
    with pytest.raises(StoreTrouble):
        desk.services.clients.search("Oluwaseun")
    keys.write(PASSPHRASE)
    keys.enter()
    keys.sees("The files are in the folder return-2026-27-Q3.")
    keys.stands_in("Back to the tables")
