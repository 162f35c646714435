"""Keys and store together: who opens it after each change of keys, and who does not any more."""

from __future__ import annotations

import itertools
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from caseload import keys
from caseload.app import (
    NewPerson,
    Session,
    create_store,
    enrol_with_code,
    enrol_with_recovery_key,
    store_people,
    unlock,
)
from caseload.clients.client import Client
from caseload.errors import CaseloadError, FieldsRefused, StoreTrouble
from caseload.people.person import Role
from caseload.store.connection import connect
from tests.team import TODAY

RUTH, NADIA = "correct horse battery staple", "seven brown ladders lean"
NEW = "eleven quiet rivers bend"


@dataclass
class TwoPeople:
    """A store of a lead and a specialist who has enrolled."""

    folder: Path
    ruth: str
    nadia: str
    recovery_key: str

    def copy(self, to: Path) -> TwoPeople:
        shutil.copytree(self.folder, to)
        return TwoPeople(to, self.ruth, self.nadia, self.recovery_key)

    def as_ruth(self) -> Session:
        unhurried = keys.Attempts(self.folder, monotonic=itertools.count(0, 60).__next__)
        return unlock(self.folder, person_id=self.ruth, passphrase=RUTH, attempts=unhurried)

    def opens(self, person_id: str, passphrase: str) -> bool:
        unhurried = keys.Attempts(self.folder, monotonic=itertools.count(0, 60).__next__)
        try:
            unlock(
                self.folder, person_id=person_id, passphrase=passphrase, attempts=unhurried
            ).lock()
        except CaseloadError:
            return False
        return True


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> TwoPeople:
    folder = tmp_path_factory.mktemp("two") / "store"
    created = create_store(
        folder,
        service_name="Willow Road",
        people=[NewPerson("Ruth Farouk", Role.LEAD), NewPerson("Nadia Farouk", Role.SPECIALIST)],
        passphrase=RUTH,
    )
    code = created.codes[0]
    session = enrol_with_code(
        folder, person_id=code.person_id, code=code.code.text, passphrase=NADIA
    )
    session.services.referrals.receive(
        client=Client(given_name="Dana"), received_on=session.desk.today(), source="A1"
    )
    session.lock()
    return TwoPeople(folder, created.person_id, code.person_id, created.recovery_key.text)


@pytest.fixture
def two(made: TwoPeople, tmp_path: Path) -> TwoPeople:
    return made.copy(tmp_path / "store")


def test_everyone_unlocks_with_their_own_passphrase_and_sees_the_record(two: TwoPeople) -> None:
    assert [p.name for p in store_people(two.folder).people] == ["Nadia Farouk", "Ruth Farouk"]
    for person, passphrase in ((two.ruth, RUTH), (two.nadia, NADIA)):
        session = unlock(two.folder, person_id=person, passphrase=passphrase)
        assert [w.client_name for w in session.services.referrals.waiting_list()] == ["Dana"]
        assert session.check() == []
        session.lock()
    assert not two.opens(two.ruth, NADIA)
    assert not two.opens(two.nadia, RUTH)


def test_after_one_person_re_keys_the_others_still_open_it(two: TwoPeople, tmp_path: Path) -> None:
    session = two.as_ruth()
    session.rekey(passphrase=RUTH)
    assert [w.client_name for w in session.services.referrals.waiting_list()] == ["Dana"]
    assert session.check() == []
    session.lock()
    assert two.opens(two.ruth, RUTH)
    nadia = unlock(two.folder, person_id=two.nadia, passphrase=NADIA)
    assert any("Keys changed on" in sentence for sentence in nadia.notices.sentences)
    nadia.lock()
    recovered = two.copy(tmp_path / "recovered")
    enrol_with_recovery_key(
        recovered.folder,
        typed=two.recovery_key,
        person_id=two.nadia,
        passphrase=NEW,
        new_recovery_key=keys.PrintedCode.new(),
    ).lock()
    assert recovered.opens(two.nadia, NEW)
    assert not recovered.opens(two.nadia, NADIA)
    with pytest.raises(CaseloadError):
        keys.unlock_with_recovery_key(recovered.folder, typed=two.recovery_key)
    ruth = recovered.as_ruth()
    assert any("recovery key" in s.lower() for s in ruth.notices.sentences)
    ruth.lock()


def test_a_removed_person_opens_nothing_of_today_with_the_old_key_file(
    two: TwoPeople, tmp_path: Path
) -> None:
    old_keys = (two.folder / "keyslots.json").read_bytes()
    session = two.as_ruth()
    session.back_up(tmp_path / "before.caseload-backup")
    said = session.remove_person(two.nadia)
    assert "Nadia Farouk" in said
    session.lock()
    assert not two.opens(two.nadia, NADIA)
    assert [p.name for p in store_people(two.folder).people] == ["Ruth Farouk"]
    (two.folder / "keyslots.json").write_bytes(old_keys)
    assert not two.opens(two.nadia, NADIA)
    assert not two.opens(two.ruth, RUTH)


def test_an_old_key_file_with_an_old_passphrase_opens_nothing_of_today(two: TwoPeople) -> None:
    old_keys = (two.folder / "keyslots.json").read_bytes()
    session = two.as_ruth()
    session.change_passphrase(passphrase=RUTH, new_passphrase=NEW)
    session.rekey(passphrase=NEW)
    session.lock()
    assert two.opens(two.ruth, NEW)
    assert not two.opens(two.ruth, RUTH)
    (two.folder / "keyslots.json").write_bytes(old_keys)
    assert not two.opens(two.ruth, RUTH)
    assert not two.opens(two.ruth, NEW)


def test_a_code_opens_the_store_once_and_no_more(two: TwoPeople, tmp_path: Path) -> None:
    session = two.as_ruth()
    priya = session.services.people.add_person(name="Priya Farouk", role=Role.SPECIALIST)
    code = session.issue_code(priya.id)
    session.lock()
    unused = two.copy(tmp_path / "unused")
    with pytest.raises(CaseloadError):
        enrol_with_code(two.folder, person_id=priya.id, code=code.code.text, passphrase="short")
    enrol_with_code(two.folder, person_id=priya.id, code=code.code.text, passphrase=NEW).lock()
    assert two.opens(priya.id, NEW)
    with pytest.raises(CaseloadError):
        enrol_with_code(two.folder, person_id=priya.id, code=code.code.text, passphrase=NEW)
    assert unused.opens(two.ruth, RUTH)


def test_a_second_copy_reads_and_says_who_holds_the_store(two: TwoPeople) -> None:
    first = two.as_ruth()
    second = unlock(two.folder, person_id=two.nadia, passphrase=NADIA)
    assert second.is_read_only
    assert "Ruth Farouk has had this store open" in second.notices.read_only_why
    assert [w.client_name for w in second.services.referrals.waiting_list()] == ["Dana"]
    with pytest.raises(StoreTrouble):
        second.services.drafts.keep(form="x", content={})
    second.lock()
    first.lock()
    assert not unlock(two.folder, person_id=two.nadia, passphrase=NADIA).is_read_only


def test_a_missing_or_foreign_key_file_is_told_from_a_wrong_passphrase(
    two: TwoPeople, tmp_path: Path
) -> None:
    said = []
    for harm in ("missing", "foreign", "passphrase"):
        copy = two.copy(tmp_path / harm)
        if harm == "missing":
            (copy.folder / "keyslots.json").unlink()
        if harm == "foreign":
            other = create_store(
                tmp_path / "other",
                service_name="Other",
                people=[NewPerson("Ruth", Role.LEAD)],
                passphrase=RUTH,
            )
            keyslots = other.folder / "keyslots.json"
            (copy.folder / "keyslots.json").write_bytes(keyslots.read_bytes())
            copy.ruth = other.person_id
        passphrase = NEW if harm == "passphrase" else RUTH
        with pytest.raises(CaseloadError) as refused:
            unlock(copy.folder, person_id=copy.ruth, passphrase=passphrase)
        said.append(refused.value.sentence)
    assert len(set(said)) == 3


def test_the_database_is_encrypted_under_a_new_key_after_a_re_key(two: TwoPeople) -> None:
    session = two.as_ruth()
    before = session._unlocked.db_key_hex
    session.rekey(passphrase=RUTH)
    session.lock()
    with pytest.raises(Exception, match="not a database"):
        connect(two.folder / "store.db", before)


def test_no_half_store_is_left_where_making_one_is_refused(tmp_path: Path) -> None:
    ruth = NewPerson("Ruth", Role.LEAD)
    for problem, people, passphrase, error in (
        ("no name", [NewPerson(" ", Role.LEAD)], RUTH, FieldsRefused),
        ("specialist first", [NewPerson("A", Role.SPECIALIST), ruth], RUTH, FieldsRefused),
        ("same name", [ruth, ruth], RUTH, FieldsRefused),
        ("weak", [ruth], "password", CaseloadError),
    ):
        with pytest.raises(error):
            create_store(
                tmp_path / problem,
                service_name="Willow Road",
                people=people,
                passphrase=passphrase,
            )
        assert list(tmp_path.iterdir()) == []
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(StoreTrouble, match="already holds files"):
        create_store(
            tmp_path / "full", service_name="W", people=[ruth], passphrase=RUTH, first_day=TODAY
        )
