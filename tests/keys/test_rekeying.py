"""After a re-key everyone who still holds keys opens the store, and nobody else does."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from caseload import keys
from caseload.keys import PrintedCode, RekeyStep, SlotKind
from caseload.keys.key_file import KeyFile, parse
from caseload.keys.primitives import DoesNotOpen
from tests.keys.small_store import AMAL, BEA, CARA, ROWS, Store, enrol, opens

NEW_PASSPHRASE = "seven blue lantern hedge"
_OPENS_NOTHING = (keys.WrongSecret, keys.DatabaseNotOpened, keys.NotTheKeysOfYourStore)


def _with_old_key_file(store: Store, old: Path, into: Path) -> Store:
    """Today's database with an old key file beside it, as a thief would lay them."""
    mixed = store.copied_to(into)
    shutil.copyfile(old, mixed.key_file)
    return mixed


def _copy_of_key_file(store: Store, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(store.key_file, tmp_path / "old keyslots"))


def test_everyone_else_opens_with_the_secret_they_had(store: Store) -> None:
    with store.enter(AMAL) as session:
        before = session.unlocked.db_key_hex
        keys.rekey_for_suspicion(session.unlocked, session.database, passphrase=AMAL.passphrase)
        assert session.unlocked.db_key_hex != before
        assert session.unlocked.generation == 3
        assert session.database.rows() == ROWS
    assert opens(store, BEA)
    assert opens(store, AMAL)
    with store.enter_by_recovery_key() as session:
        assert session.database.rows() == ROWS


def test_the_steps_come_in_the_order_that_a_power_cut_needs(store: Store) -> None:
    steps: list[RekeyStep] = []
    with store.enter(AMAL) as session:
        keys.rekey_for_suspicion(
            session.unlocked,
            session.database,
            passphrase=AMAL.passphrase,
            progress=steps.append,
        )
        assert session.database.backups == 1
    assert steps == list(RekeyStep)


def test_a_removed_persons_old_key_file_opens_nothing_of_today(
    store: Store, tmp_path: Path
) -> None:
    old = _copy_of_key_file(store, tmp_path)
    with store.enter(AMAL) as session:
        keys.remove_person(session.unlocked, session.database, person_id=BEA.person_id)
    with pytest.raises(keys.WrongSecret):
        store.enter(BEA)
    with pytest.raises(keys.DatabaseNotOpened):
        _with_old_key_file(store, old, tmp_path / "mixed").enter(BEA)
    assert [one.name for one in keys.people_in(store.folder)] == [AMAL.name]
    assert opens(store, AMAL)


def test_an_old_key_file_and_an_old_passphrase_open_nothing_of_today(
    store: Store, tmp_path: Path
) -> None:
    old = _copy_of_key_file(store, tmp_path)
    with store.enter(AMAL) as session:
        keys.change_passphrase(
            session.unlocked,
            session.database,
            passphrase=AMAL.passphrase,
            new_passphrase=NEW_PASSPHRASE,
        )
    mixed = _with_old_key_file(store, old, tmp_path / "mixed")
    for person, passphrase in ((AMAL, AMAL.passphrase), (AMAL, NEW_PASSPHRASE), (BEA, None)):
        with pytest.raises(_OPENS_NOTHING):
            mixed.enter(person, passphrase)
    with pytest.raises(keys.WrongSecret):
        store.enter(AMAL)
    assert opens(store, AMAL, NEW_PASSPHRASE)


def test_the_old_private_half_opens_no_seal_of_today(store: Store) -> None:
    old = keys.unlock_with_passphrase(
        store.folder, person_id=AMAL.person_id, passphrase=AMAL.passphrase
    )
    with store.enter(AMAL) as session:
        keys.change_passphrase(
            session.unlocked,
            session.database,
            passphrase=AMAL.passphrase,
            new_passphrase=NEW_PASSPHRASE,
        )
        today = session.unlocked.file
    for slot in today.slots:
        info = slot.seal_info(today.store_id, today.generation)
        with pytest.raises(DoesNotOpen):
            old.proof.private.open(slot.seal, info)


def test_a_wrong_present_passphrase_changes_nothing(store: Store) -> None:
    before = store.key_file.read_bytes()
    with store.enter(AMAL) as session:
        with pytest.raises(keys.WrongSecret):
            keys.change_passphrase(
                session.unlocked,
                session.database,
                passphrase=BEA.passphrase,
                new_passphrase=NEW_PASSPHRASE,
            )
        with pytest.raises(keys.PassphraseRefused):
            keys.change_passphrase(
                session.unlocked,
                session.database,
                passphrase=AMAL.passphrase,
                new_passphrase="short",
            )
    assert store.key_file.read_bytes() == before


def test_removal_says_which_backups_still_open(store: Store) -> None:
    now = datetime.now(UTC)
    before_bea, while_bea, future = (
        now - timedelta(days=3),
        now + timedelta(seconds=5),
        now + timedelta(hours=1),
    )
    with store.enter(AMAL) as session:
        removal = keys.remove_person(
            session.unlocked,
            session.database,
            person_id=BEA.person_id,
            backups=[while_bea, before_bea],
            now=future,
        )
    assert removal.name == BEA.name
    assert removal.backups_still_open == (while_bea,)
    assert removal.sentence.startswith("Bea Nwosu no longer holds keys. 1 backup still opens")


def test_the_backup_that_a_removal_makes_is_among_those_that_still_open(store: Store) -> None:
    made = datetime.now(UTC) + timedelta(seconds=5)
    with store.enter(AMAL) as session:
        session.database._backup_at = made
        removal = keys.remove_person(
            session.unlocked, session.database, person_id=BEA.person_id, now=made
        )
    assert removal.backups_still_open == (made,)


def test_own_keys_and_strangers_are_not_removed(store: Store) -> None:
    with store.enter(AMAL) as session:
        for person_id in (AMAL.person_id, keys.RECOVERY):
            with pytest.raises(keys.OwnKeys):
                keys.remove_person(session.unlocked, session.database, person_id=person_id)
        with pytest.raises(keys.NotAHolder):
            keys.remove_person(session.unlocked, session.database, person_id=CARA.person_id)


def test_suspicion_gives_codes_new_pairs_and_a_new_recovery_key(
    store: Store, tmp_path: Path
) -> None:
    enrol(store, AMAL, CARA)
    old_pairs = {slot.person_id: slot.public for slot in _file(store).slots}
    fresh = PrintedCode.new()
    with store.enter(AMAL) as session:
        codes = keys.rekey_for_suspicion(
            session.unlocked,
            session.database,
            passphrase=AMAL.passphrase,
            new_passphrase=NEW_PASSPHRASE,
            suspects=[BEA.person_id],
            recovery_key=fresh,
        )
    assert list(codes) == [BEA.person_id]
    with pytest.raises(keys.WrongSecret):
        store.enter(BEA)
    with pytest.raises(keys.WrongSecret):
        store.enter_by_recovery_key()
    store.enter_by_recovery_key(fresh).lock()
    assert opens(store, AMAL, NEW_PASSPHRASE)

    with store.enter_by_code(codes[BEA.person_id]) as session:
        keys.use_code(session.unlocked, session.database, passphrase="otter paper nine lamps")
    assert opens(store, BEA, "otter paper nine lamps")

    with store.enter(CARA) as session:
        assert session.opened.renewed
        assert session.unlocked.generation == 5
    with store.enter(CARA) as session:
        assert not session.opened.renewed
        assert session.opened.trouble is None
    today = {slot.person_id: slot.public for slot in _file(store).slots}
    assert set(today) == set(old_pairs)
    assert all(today[person_id] != public for person_id, public in old_pairs.items())


def test_suspicion_ends_codes_that_nobody_used(store: Store) -> None:
    with store.enter(AMAL) as session:
        issued = keys.issue_code(
            session.unlocked, session.database.ledger, person_id=CARA.person_id, name=CARA.name
        )
        keys.rekey_for_suspicion(session.unlocked, session.database, passphrase=AMAL.passphrase)
    with pytest.raises(keys.WrongSecret):
        store.enter_by_code(issued)


def test_a_used_recovery_key_is_replaced_and_enrols_the_person_named(
    store: Store, tmp_path: Path
) -> None:
    old_file = _copy_of_key_file(store, tmp_path)
    fresh = PrintedCode.new()
    with store.enter_by_recovery_key() as session:
        assert session.unlocked.must_enrol
        keys.replace_used_recovery_key(
            session.unlocked,
            session.database,
            person_id=CARA.person_id,
            name=CARA.name,
            passphrase=CARA.passphrase,
            recovery_key=fresh,
        )
        assert session.unlocked.person_id == CARA.person_id
        assert session.unlocked.kind is SlotKind.PASSPHRASE
        # The session goes on as that person.
        keys.remove_person(session.unlocked, session.database, person_id=BEA.person_id)
    assert opens(store, CARA)
    with pytest.raises(keys.WrongSecret):
        store.enter_by_recovery_key()
    with pytest.raises(_OPENS_NOTHING):
        _with_old_key_file(store, old_file, tmp_path / "mixed").enter_by_recovery_key()
    store.enter_by_recovery_key(fresh).lock()
    with store.enter(AMAL) as session:
        assert [news.by for news in session.opened.news] == [keys.RECOVERY, CARA.person_id]
        assert "by the recovery key." in session.opened.news[0].sentence


def test_a_new_generation_is_told_once(store: Store) -> None:
    now = datetime(2027, 3, 5, 12, tzinfo=UTC)
    with store.enter(AMAL) as session:
        keys.rekey_for_suspicion(
            session.unlocked, session.database, passphrase=AMAL.passphrase, now=now
        )
    with store.enter(BEA) as session:
        assert [news.sentence for news in session.opened.news] == [
            "Keys changed on 5 March 2027 by Amal Őri."
        ]
    with store.enter(BEA) as session:
        assert session.opened.news == ()
    with store.enter(AMAL) as session:
        assert session.opened.news == ()


def test_no_key_changes_before_own_keys_are_made(store: Store) -> None:
    with store.enter_by_recovery_key() as session:
        with pytest.raises(keys.NotAHolder):
            keys.remove_person(session.unlocked, session.database, person_id=BEA.person_id)
        with pytest.raises(keys.NotAHolder):
            keys.issue_code(
                session.unlocked, session.database.ledger, person_id=CARA.person_id, name="Cara"
            )
        with pytest.raises(keys.NotAHolder):
            keys.rekey_for_suspicion(session.unlocked, session.database, passphrase=AMAL.passphrase)


def _file(store: Store) -> KeyFile:
    parsed = parse(store.key_file.read_bytes())
    assert isinstance(parsed, KeyFile)
    return parsed
