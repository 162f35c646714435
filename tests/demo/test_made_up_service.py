"""The made-up service keeps every rule, hangs together, and comes out the same a second time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caseload.app import Session, store_people, unlock
from caseload.cli.door import Doors, main
from caseload.clients.client import Client
from caseload.clients.consent import Consent
from caseload.contacts.client_contact import ClientContact
from caseload.contacts.next_action import NextAction
from caseload.demo import showing
from caseload.demo.making import Made, make_demo
from caseload.documents import text_of
from caseload.employers import Employer, EmployerContact
from caseload.errors import CaseloadError, Refused, StoreTrouble
from caseload.jobs.job import Job, JobTerms
from caseload.people.person import Person
from caseload.referrals import Referral
from caseload.store.store import DATABASE
from caseload.values.identifiers import read_nhs_number
from caseload.values.record import Record
from caseload.vocational_profiles import VocationalProfile
from tests.demo.conftest import DAY, SMALL

KINDS: tuple[type[Record], ...] = (
    Person, Client, Referral, Consent, ClientContact, NextAction, VocationalProfile, Employer,
    EmployerContact, Job, JobTerms,
)  # fmt: skip

OpenAs = Callable[[str], Session]


def everything(session: Session) -> dict[str, list[dict[str, Any]]]:
    with session.store.reading() as reading:
        return {
            kind.__name__: sorted((asdict(r) for r in reading.find(kind)), key=lambda r: r["id"])
            for kind in KINDS
        }


def test_the_same_seed_and_day_give_the_same_people(
    made: Made, session_of: OpenAs, tmp_path: Path
) -> None:
    again = make_demo(tmp_path / "again", SMALL, today=DAY)
    first = everything(session_of("Martin Doyle"))
    assert first["Client"]
    passphrase = again.passphrase_file.read_text("utf-8").strip()
    lead = next(p for p in store_people(again.store).people if p.name == "Martin Doyle")
    session = unlock(again.store, person_id=lead.person_id, passphrase=passphrase)
    try:
        assert everything(session) == first
    finally:
        session.lock()
    assert (made.folder / "letter.pdf").read_bytes() == (again.folder / "letter.pdf").read_bytes()
    for name in ("keyslots.json", DATABASE):
        assert (made.store / name).read_bytes() != (again.store / name).read_bytes()


def test_everyone_opens_the_store_and_is_told_nothing_old(made: Made, session_of: OpenAs) -> None:
    names = {person["name"] for person in made.people}
    assert names == {"Martin Doyle", "Nadia Farouk", "Tom Ashworth", "Ellen Marsh"}
    for name in names:
        session = session_of(name)
        assert not session.is_read_only
        assert session.notices.sentences == ()
        assert session.service.made_up


def test_no_rule_is_broken_on_any_day(session_of: OpenAs) -> None:
    session = session_of("Martin Doyle")
    assert session.check() == []


def test_the_project_has_its_share(made: Made) -> None:
    assert made.counts["working_better"] == {"referred": 8, "engaged": 5, "in_work": 1}


def test_nobody_can_be_rung_or_written_to_by_mistake(session_of: OpenAs) -> None:
    found = everything(session_of("Martin Doyle"))
    for client in found["Client"]:
        if client["nhs_number"]:
            assert read_nhs_number(client["nhs_number"]).startswith("999")
        if client["telephone"]:
            assert client["telephone"].startswith(("07700 900", "020 7946 0"))
        if client["email"]:
            assert client["email"].endswith("@example.org")
        if client["postcode"]:
            assert client["postcode"].endswith("ZZ")
    for employer in found["Employer"]:
        assert employer["telephone"].startswith("020 7946 0")


def test_the_main_job_leads_from_referral_to_work(made: Made, session_of: OpenAs) -> None:
    assert made.shown["main_job"] == {
        "client": "Dana Petrescu",
        "specialist": "Nadia Farouk",
        "stage": "in_work",
        "timeline": 26,
    }
    session = session_of("Nadia Farouk")
    client = session.services.clients.search("Dana Petrescu")[0]
    (line,) = session.services.jobs.of_client(client.client_id).lines
    assert line.job.title == "Garden centre assistant"
    assert line.job.competitive
    assert line.job.four_hours_on is not None
    assert session.services.clients.get(client.client_id).age_on(DAY) == 34


def test_letter_and_return_lie_where_it_says(made: Made) -> None:
    letter = Path(str(made.shown["letter"]))
    words = text_of(letter.read_bytes())[0]
    assert "MADE UP" in words
    assert "£145.71 a week better off" in words
    assert (made.folder / "letter.png").read_bytes().startswith(b"\x89PNG")
    sent = made.shown["return"]
    assert isinstance(sent, dict)
    metadata = json.loads(Path(sent["metadata"]).read_text("utf-8"))
    assert metadata["period"]["id"] == sent["period"] == "2026-27-Q2"
    assert metadata["made_up"] is True
    assert json.loads(Path(sent["published"]).read_text("utf-8"))
    assert Path(sent["workbook"]).exists()
    assert Path(str(made.shown["backup"])).exists()


def test_the_verb_makes_it_and_takes_the_pictures_with_what_is_handed_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[Path, str, Path]] = []

    def take(store: Path, passphrase: str, folder: Path) -> list[Path]:
        asked.append((store, passphrase, folder))
        return [folder / "today.png"]

    folder = tmp_path / "demo"
    given = ["demo", str(folder), "--specialists", "1", "--referrals", "1", "--years", "1"]
    assert main(given, Doors(open_window=lambda _: 0, take_pictures=take)) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    said = json.loads(shown.out)
    assert asked == [(folder / "store", "ginger kettle roof tulip", folder / "pictures")]
    assert said["pictures"] == [str(folder / "pictures" / "today.png")]
    for name in ("store", "passphrase_file", "letter", "backup"):
        assert Path(said[name]).exists()


def test_without_pictures_the_service_is_there_all_the_same(tmp_path: Path) -> None:
    def cannot(store: Path, passphrase: str, folder: Path) -> list[Path]:
        raise StoreTrouble("no window here")

    small = replace(SMALL, specialists=1, referrals=1)
    # On a 29 February, which the first day of the year before does not have.
    day = date(2028, 2, 29)
    made = make_demo(tmp_path / "demo", small, today=day, take_pictures=cannot)
    assert made.refused == "no window here"
    assert (made.store / "keyslots.json").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(StoreTrouble):
        make_demo(tmp_path, SMALL)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_fault_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(showing, "make_return", full_disk)
    with pytest.raises(CaseloadError):
        make_demo(tmp_path / "demo", replace(SMALL, specialists=1, referrals=1))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "size",
    [
        replace(SMALL, specialists=0),
        replace(SMALL, specialists=11),
        replace(SMALL, years=0),
        replace(SMALL, referrals=0),
    ],
)
def test_a_size_that_cannot_be_is_refused(size: Any, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        make_demo(tmp_path / "demo", size)
    assert list(tmp_path.iterdir()) == []
