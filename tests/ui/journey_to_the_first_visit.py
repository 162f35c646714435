"""The first half of the main job, at the keyboard: from unlocking to a booked appointment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt

from caseload.contacts.next_action import NextAction
from caseload.services.all_services import Services
from caseload.values.record import RecordId
from tests.ui.clock import Clock
from tests.ui.conftest import PASSPHRASE
from tests.ui.front_door import FrontDoor
from tests.ui.keyboard import SHIFT, Keyboard

KEY = Qt.Key
NAME = "Oluwaseun Adébáyọ̀"
PROMISE = "Send the list of garden centres"
AGREED = "Oluwaseun works best with written instructions."


@dataclass
class Desk:
    """The application, the keyboard before it, and what left it."""

    front: FrontDoor
    keys: Keyboard
    clock: Clock
    folder: Path
    printed: list[bytes] = field(default_factory=list)

    @property
    def services(self) -> Services:
        return self.front.session.services

    @property
    def client(self) -> RecordId:
        return self.services.clients.search("Oluwaseun")[0].client_id

    def promise(self) -> NextAction:
        found = self.services.contacts.promises(self.client)
        return next(action for action in found if action.words == PROMISE)


def unlock(desk: Desk) -> None:
    keys = desk.keys
    keys.stands_in("Passphrase")
    keys.write(PASSPHRASE)
    keys.enter()
    keys.sees("Nadia Farouk", "Tuesday 24 November 2026", "What is due will be listed here")
    keys.stands_in("Record a contact")


def refer_and_accept(desk: Desk) -> None:
    keys = desk.keys
    keys.control(KEY.Key_N)
    keys.stands_in("First name")
    keys.fill({"First name": "Oluwaseun", "Family name": "Adébáyọ̀", "Gender": "Male"})
    keys.fill_day("Date of birth", "15 3 1990")
    keys.fill(
        {
            "NHS number": "943 476 5919",
            "Ethnicity": "Black or Black British - African",
            "Main condition": "Depression",
            "Telephone": "07700 900123",
            "Postcode": "w12 7rj",
            "Where from": "Primary care: GP",
        }
    )
    keys.control(KEY.Key_S)
    keys.sees(f"{NAME} is on the waiting list", "You hold 0 of 25")
    keys.stands_in("Accept Oluwaseun")
    keys.enter()
    keys.stands_in("Day of acceptance, day")
    keys.enter()
    keys.sees("1 of 25, room for 24", "Vocational profile begun by 8 December 2026")
    keys.stands_in("Your clients")
    client = desk.services.clients.get(desk.client)
    assert (client.name, client.born_on) == (NAME, date(1990, 3, 15))
    assert (client.nhs_number, client.postcode) == ("9434765919", "W12 7RJ")
    assert (client.gender, client.ethnicity, client.condition_group) == ("1", "N", "depression")
    (row,) = desk.services.caseload_list.page().rows
    assert row.referral.source == "A1"
    assert (row.name, row.accepted_on) == (NAME, date(2026, 11, 24))


def record_a_contact_with_a_promise(desk: Desk) -> None:
    keys = desk.keys
    notes = "Wants garden work near home, mornings. Worried about the money."
    before = keys.keys
    keys.control(KEY.Key_R)
    keys.stands_in("Notes")
    keys.alt("2")
    keys.write(notes)
    keys.tab()
    keys.stands_in("I promised")
    keys.write(PROMISE)
    keys.control(KEY.Key_Return)
    besides = keys.keys - before - len(notes) - len(PROMISE)
    assert besides == 4, "a contact takes four keys besides the words"
    keys.stands_in("Your clients")
    keys.sees(notes, PROMISE, "Due 1 December 2026")
    (contact,) = desk.services.contacts.of_client(desk.client)
    assert (contact.day, contact.at) == (date(2026, 11, 24), time(14, 41))
    assert (contact.medium, contact.reason, contact.notes) == ("02", "first_contact", notes)
    assert (desk.promise().due_on, desk.promise().done_on) == (date(2026, 12, 1), None)


def write_the_profile(desk: Desk) -> None:
    keys = desk.keys
    keys.enter()
    keys.stands_in("Timeline")
    keys.control(KEY.Key_V, SHIFT)
    keys.stands_in("Write it together")
    keys.enter()
    keys.sees("Oluwaseun, what work would suit you?", "Shared screen: only Oluwaseun is shown")
    keys.sees_no("Nadia Farouk", "Employers")
    keys.stands_in("What work would you like to do?")
    keys.write("Garden or plant work, near the 207 bus")
    keys.do("Next: hours and travel")
    keys.tab_to("16 to 24")
    keys.space()
    keys.tab_to("How would you get there, and how far is too far?")
    keys.write("Bus 207. Not more than 40 minutes.")
    keys.escape()
    keys.sees("Started 24 November 2026.", "16 to 24 hours a week", "Nadia Farouk")
    keys.stands_in("Write it together")
    profile = desk.services.vocational_profiles.of_client(desk.client)
    assert profile is not None
    assert (profile.goal, profile.travel) == (
        "Garden or plant work, near the 207 bus",
        "Bus 207. Not more than 40 minutes.",
    )
    assert (profile.started_on, profile.hours_least, profile.hours_most) == (
        date(2026, 11, 24),
        Decimal(16),
        Decimal(24),
    )


def record_consent(desk: Desk) -> None:
    keys = desk.keys
    keys.control(KEY.Key_C, SHIFT)
    keys.do("Record the answer", of="Contact employers")
    _agrees(keys)
    keys.do("Record the answer", of="Tell an employer")
    _agrees(keys, words=AGREED)
    keys.sees("24 November 2026, in person", f"“{AGREED}”")
    given = {consent.purpose: consent for consent in desk.services.clients.consents(desk.client)}
    assert set(given) == {"employer", "disclosure"}
    assert all(consent.given_on == date(2026, 11, 24) for consent in given.values())
    assert given["disclosure"].words == AGREED


def _agrees(keys: Keyboard, *, words: str = "") -> None:
    keys.stands_in("Agrees")
    keys.space()
    if words:
        keys.fill({"What may be said, word for word": words})
    keys.fill({"How the answer was given": "in person"})
    keys.control(KEY.Key_S)
    keys.stands_in("Record a new answer")


def add_an_employer_and_log_a_visit(desk: Desk) -> None:
    keys = desk.keys
    keys.control(KEY.Key_E, SHIFT)
    keys.stands_in("Name")
    keys.fill(
        {
            "Name": "Brookside Garden Centre",
            "Sector": "Wholesale and retail",
            "Disability Confident": "Level 2",
            "Person to ask for": "Maureen Kelly",
        }
    )
    keys.control(KEY.Key_S)
    keys.stands_in("Employers on record")
    keys.control(KEY.Key_E)
    keys.stands_in("In person")
    keys.tab_to(NAME)
    keys.space()
    keys.tab_to("Notes")
    keys.write("Two mornings a week from December.")
    keys.control(KEY.Key_Return)
    keys.sees("1 of 6 visits this week", "Agreed words only", f"“{AGREED}”", "Visit 1")
    (row,) = desk.services.employers.listing()
    assert (row.employer.name, row.employer.sector) == ("Brookside Garden Centre", "G")
    (line,) = desk.services.employers.card(row.employer.id).log
    assert line.contact.is_visit
    assert (line.contact.client_ids, line.contact.with_whom) == ((desk.client,), "Maureen Kelly")


def book_an_appointment(desk: Desk) -> None:
    keys = desk.keys
    keys.find("adeb")  # the client, by a part of the name without its accents
    keys.stands_in("Consent")
    keys.control(KEY.Key_D)
    keys.fill_day("Day", "24 11 2026")
    keys.fill({"Time": "4pm", "Place": "GP surgery, room 4"})
    keys.control(KEY.Key_S)
    keys.sees("Tuesday 24 November 2026, 4pm, GP surgery, room 4")
    (booked,) = desk.services.appointments.of_client(desk.client)
    assert (booked.day, booked.starts_at, booked.place) == (
        date(2026, 11, 24),
        time(16),
        "GP surgery, room 4",
    )
