"""An older, mixed, missing or garbled file put in place of today's is named, never acted on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from caseload import keys
from caseload.errors import StoreTrouble
from caseload.keys import KEY_FILE, TroubleKind
from caseload.keys.key_file import RekeyingFile, parse
from caseload.keys.primitives import derive
from tests.keys.power_cuts import photographed
from tests.keys.small_store import AMAL, BEA, CARA, Store
from tests.keys.tampered import assert_read_only, edit, slot_of


def test_a_lower_counter_is_named(store: Store) -> None:
    edit(store, lambda plain: plain.update(counter=plain["counter"] - 1))
    sentence = assert_read_only(store, AMAL, TroubleKind.OLDER_FILE)
    assert sentence.startswith("An older key file was put back.")


def test_an_older_whole_key_file_of_the_same_generation_is_named(
    store: Store, tmp_path: Path
) -> None:
    old = shutil.copyfile(store.key_file, tmp_path / "old")
    with store.enter(AMAL) as session:
        keys.issue_code(
            session.unlocked, session.database.ledger, person_id=CARA.person_id, name=CARA.name
        )
    shutil.copyfile(old, store.key_file)
    sentence = assert_read_only(store, AMAL, TroubleKind.OLDER_FILE, AMAL.name, CARA.name)
    assert sentence.startswith("An older key file was put back.")


def test_an_older_database_is_named(store: Store, tmp_path: Path) -> None:
    old = shutil.copyfile(store.folder / "store.db", tmp_path / "old")
    with store.enter(AMAL) as session:
        keys.issue_code(
            session.unlocked, session.database.ledger, person_id=CARA.person_id, name=CARA.name
        )
    shutil.copyfile(old, store.folder / "store.db")
    assert_read_only(store, AMAL, TroubleKind.OLDER_DATABASE, AMAL.name, CARA.name)


def test_a_key_file_of_before_a_rekey_says_that_the_secret_was_right(
    store: Store, tmp_path: Path
) -> None:
    old = shutil.copyfile(store.key_file, tmp_path / "old")
    with store.enter(AMAL) as session:
        keys.rekey_for_suspicion(session.unlocked, session.database, passphrase=AMAL.passphrase)
    shutil.copyfile(old, store.key_file)
    with pytest.raises(keys.DatabaseNotOpened) as refusal:
        store.enter(BEA)
    assert "An older key file was put back" in refusal.value.sentence


def test_a_file_of_both_generations_put_back_later_is_not_acted_on(
    store: Store, tmp_path: Path
) -> None:
    with store.enter(AMAL) as session, photographed(store, tmp_path / "cuts") as album:
        keys.rekey_for_suspicion(
            session.unlocked,
            session.database,
            passphrase=AMAL.passphrase,
            progress=album.progress,
        )
        keys.issue_code(
            session.unlocked, session.database.ledger, person_id=CARA.person_id, name=CARA.name
        )
    replayed = album.after("rekeyed").key_file
    assert isinstance(parse(replayed.read_bytes()), RekeyingFile)
    shutil.copyfile(replayed, store.key_file)
    assert_read_only(store, AMAL, TroubleKind.OLDER_FILE, AMAL.name, CARA.name)


def test_an_altered_file_of_both_generations_is_not_acted_on(store: Store, tmp_path: Path) -> None:
    with store.enter(AMAL) as session, photographed(store, tmp_path / "cuts") as album:
        keys.rekey_for_suspicion(
            session.unlocked,
            session.database,
            passphrase=AMAL.passphrase,
            progress=album.progress,
        )
    for moment, part in (
        ("rekeyed", "after"),
        ("checkpointed", "before"),
        ("both_generations_written", "before"),
    ):
        cut = album.after(moment)
        plain = json.loads(cut.key_file.read_text(encoding="utf-8"))
        slot_of(plain[part], BEA).update(pin="00" * 32)
        cut.key_file.write_text(json.dumps(plain), encoding="utf-8")
        before = cut.key_file.read_bytes()
        with cut.enter(AMAL) as session:
            assert session.opened.trouble is not None
            assert session.opened.resumed is None
            assert session.database.rows()
        assert cut.key_file.read_bytes() == before


def test_a_missing_emptied_or_garbled_key_file_is_named(store: Store) -> None:
    for content, refused in (
        (None, keys.KeyFileMissing),
        (b"", keys.KeyFileDamaged),
        (b"{}", keys.KeyFileDamaged),
        (b'{"format": 1}', keys.KeyFileDamaged),
        (b"[" * 100_000, keys.KeyFileDamaged),
        (b'{"format": 2, "what": "is this"}', keys.NewerKeyFile),
    ):
        store.key_file.unlink(missing_ok=True)
        if content is not None:
            store.key_file.write_bytes(content)
        with pytest.raises(refused):
            store.enter(AMAL)
        with pytest.raises(refused):
            keys.people_in(store.folder)


def test_members_that_the_mac_would_not_cover_are_refused(store: Store) -> None:
    whole = store.key_file.read_bytes()
    edit(store, lambda plain: plain.update(extra=1))
    with pytest.raises(keys.KeyFileDamaged):
        store.enter(AMAL)
    store.key_file.write_bytes(whole.replace(b'{"counter":', b'{"counter":1,"counter":', 1))
    with pytest.raises(keys.KeyFileDamaged):
        store.enter(AMAL)


def test_a_missing_database_is_never_created(store: Store) -> None:
    (store.folder / "store.db").unlink()
    with pytest.raises(StoreTrouble):
        store.enter(AMAL)
    assert not (store.folder / "store.db").exists()


def test_no_secret_stands_in_the_folder_in_clear(store: Store, tmp_path: Path) -> None:
    with store.enter(AMAL) as session, photographed(store, tmp_path / "cuts") as album:
        proof = session.unlocked.proof
        secrets = {
            "data key": bytes(proof.data_key),
            "database key": derive(proof.data_key, "db/v1"),
            "MAC key": derive(proof.data_key, "slots/v1"),
            "opening half": bytes(proof.private.raw[:32]),
            "signing half": bytes(proof.private.raw[32:]),
            "recovery secret": store.recovery_key.secret,
        }
        control = proof.slot.public.x25519
        keys.change_passphrase(
            session.unlocked,
            session.database,
            passphrase=AMAL.passphrase,
            new_passphrase="seven blue lantern hedge",
            progress=album.progress,
        )
    words = [AMAL.passphrase, "seven blue lantern hedge", *store.recovery_key.text.split("-")]
    files = [path for path in (tmp_path / "cuts").rglob("*") if path.is_file()]
    assert any(path.name == KEY_FILE for path in files)
    found_control = 0
    for path in files:
        content = path.read_bytes()
        found_control += control.hex().encode() in content
        for name, secret in secrets.items():
            assert secret not in content, (path, name)
            assert secret.hex().encode() not in content, (path, name)
        for word in words:
            assert word.encode() not in content, path
    assert found_control
