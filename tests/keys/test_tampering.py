"""Each way of tampering with the key file is named: it is refused, or opens to read only."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from caseload import keys
from caseload.errors import StoreTrouble
from caseload.keys import KEY_FILE, TroubleKind, kdf
from caseload.keys.drafting import draft_statement, new_data_key
from caseload.keys.key_file import KeyFile, RekeyingFile, parse
from caseload.keys.primitives import DoesNotOpen, PrivateHalves, derive
from caseload.keys.statements import SlotKind, make_statement
from tests.keys.power_cuts import photographed
from tests.keys.small_store import AMAL, BEA, CARA, Person, Store, opens

NOT_YOURS = "These are not the keys of your store: restore a backup or ask your team lead."


def _edit(store: Store, change: Callable[[dict[str, Any]], object]) -> None:
    plain = json.loads(store.key_file.read_text(encoding="utf-8"))
    change(plain)
    store.key_file.write_text(json.dumps(plain, indent=1), encoding="utf-8")


def _slot(plain: dict[str, Any], person: Person) -> dict[str, Any]:
    return next(one for one in plain["slots"] if one["person_id"] == person.person_id)


def _assert_read_only(store: Store, person: Person, kind: TroubleKind, *names: str) -> str:
    """It opens, says why, names the slots, and refuses every change of keys without writing."""
    before = store.key_file.read_bytes()
    with store.enter(person) as session:
        trouble = session.opened.trouble
        assert trouble is not None
        assert trouble.kind is kind
        assert trouble.people == names
        assert session.database.rows()
        ledger, database = session.database.ledger, session.database
        for change in (
            lambda: keys.issue_code(
                session.unlocked, ledger, person_id=CARA.person_id, name=CARA.name
            ),
            lambda: keys.remove_person(session.unlocked, database, person_id=BEA.person_id),
            lambda: keys.rekey_for_suspicion(
                session.unlocked, database, passphrase=person.passphrase
            ),
            lambda: keys.change_passphrase(
                session.unlocked,
                database,
                passphrase=person.passphrase,
                new_passphrase="a quite different one",
            ),
            lambda: keys.add_keyring_slot(session.unlocked, ledger),
        ):
            with pytest.raises((keys.KeysReadOnly, keys.OwnKeys, keys.KeyringRefused)):
                change()
        assert session.database.backups == 0
    assert store.key_file.read_bytes() == before
    return trouble.sentence


def test_the_control_an_edited_layout_alone_is_no_tampering(store: Store) -> None:
    _edit(store, dict)
    assert opens(store, AMAL)


def test_a_swapped_public_key_in_ones_own_slot_is_refused(store: Store) -> None:
    thief = PrivateHalves.new().public
    _edit(store, lambda plain: _slot(plain, AMAL).update(x25519=thief.x25519.hex()))
    with pytest.raises(keys.SwappedPublicKey) as refusal:
        store.enter(AMAL)
    assert AMAL.name in refusal.value.sentence
    assert refusal.value.sentence.endswith(NOT_YOURS)


def test_a_swapped_public_key_in_another_slot_names_that_slot(store: Store) -> None:
    thief = PrivateHalves.new().public
    _edit(store, lambda plain: _slot(plain, BEA).update(x25519=thief.x25519.hex()))
    sentence = _assert_read_only(store, AMAL, TroubleKind.SEAL, BEA.name)
    assert "It differs in the slot of Bea Nwosu." in sentence


def test_the_data_key_is_never_sealed_to_a_key_from_the_file(store: Store) -> None:
    """Even if all else were passed by: the public keys come from the database alone."""
    thief, bea = PrivateHalves.new(), store.unlock(BEA).proof.private
    with store.enter(AMAL) as session:
        state = session.database.ledger.read()
        assert state is not None
        file = session.unlocked.file
        slots = tuple(
            replace(slot, public=thief.public) if slot.person_id == BEA.person_id else slot
            for slot in file.slots
        )
        proof = replace(session.unlocked.proof, file=replace(file, slots=slots))
        session.unlocked.adopt(proof)
        draft = draft_statement(
            session.unlocked, state, now=file.newest.at, data_key=new_data_key()
        )
    sealed = next(slot for slot in draft.after.slots if slot.person_id == BEA.person_id)
    info = sealed.seal_info(draft.after.store_id, draft.after.generation)
    assert bea.open(sealed.seal, info) == draft.data_key
    with pytest.raises(DoesNotOpen):
        thief.open(sealed.seal, info)


def test_a_swapped_public_key_under_a_mac_that_fits_is_named(store: Store) -> None:
    thief = PrivateHalves.new()
    with store.enter(AMAL) as session:
        file, data_key = session.unlocked.file, session.unlocked.proof.data_key
        slots = tuple(
            replace(slot, public=thief.public) if slot.person_id == BEA.person_id else slot
            for slot in file.slots
        )
        forged = replace(file, slots=slots).sealed_with(data_key)
        store.key_file.write_bytes(forged.to_bytes())
    _assert_read_only(store, AMAL, TroubleKind.DIFFERS, BEA.name)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_altered_statement_is_refused(store: Store, place: int) -> None:
    _edit(store, lambda plain: plain["statements"][place].update(at="2026-01-01T00:00:00+00:00"))
    for person in (AMAL, BEA):
        with pytest.raises(keys.ForgedStatement) as refusal:
            store.enter(person)
        assert refusal.value.sentence.startswith(f"Statement {place + 1} ")
        assert refusal.value.sentence.endswith(NOT_YOURS)


def test_a_statement_signed_by_a_stranger_is_refused(store: Store) -> None:
    thief = PrivateHalves.new()
    with store.enter(AMAL) as session:
        file, data_key = session.unlocked.file, bytes(session.unlocked.proof.data_key)
    holders = [
        replace(one, public=thief.public) if one.person_id == BEA.person_id else one
        for one in file.newest.holders
    ]
    for by in (AMAL, BEA):
        forged = make_statement(
            file.store_id,
            last=file.newest,
            data_key=data_key,
            new_generation=False,
            holders=holders,
            by=by.person_id,
            signer=thief,
            at=file.newest.at,
        )
        store.key_file.write_bytes(replace(file, statements=(*file.statements, forged)).to_bytes())
        with pytest.raises(keys.ForgedStatement):
            store.enter(AMAL)


def test_statements_cut_off_behind_the_pin_are_refused(store: Store) -> None:
    _edit(store, lambda plain: plain["statements"].pop())
    with pytest.raises(keys.NotTheKeysOfYourStore):
        store.enter(AMAL)


def test_a_whole_store_of_keys_made_by_a_thief_is_refused(store: Store) -> None:
    """The thief knows every public key, so seals and signs a chain of their own for Bea."""
    thief = PrivateHalves.new()
    stolen = _parsed(store)
    mine = next(one for one in stolen.slots if one.person_id == BEA.person_id)
    data_key = bytearray(b"thief's own data key, 32 bytes..")
    holders = [
        replace(one, public=thief.public) if one.person_id == AMAL.person_id else one
        for one in stolen.newest.holders
    ]
    statement = make_statement(
        stolen.store_id,
        last=None,
        data_key=data_key,
        new_generation=True,
        holders=holders,
        by=AMAL.person_id,
        signer=thief,
        at=stolen.newest.at,
    )
    slot = mine.sealed(stolen.store_id, 1, data_key, mine.public)
    forged = KeyFile(stolen.store_id, (statement,), (slot,), stolen.counter).sealed_with(data_key)
    store.key_file.write_bytes(forged.to_bytes())
    with pytest.raises(keys.PinBroken) as refusal:
        store.enter(BEA)
    assert refusal.value.sentence.endswith(NOT_YOURS)


def test_a_data_key_that_nobody_committed_to_is_refused(store: Store) -> None:
    file = _parsed(store)
    mine = next(one for one in file.slots if one.person_id == AMAL.person_id)
    other = mine.sealed(file.store_id, file.generation, b"x" * 32, mine.public)
    slots = tuple(other if slot is mine else slot for slot in file.slots)
    store.key_file.write_bytes(replace(file, slots=slots).sealed_with(b"x" * 32).to_bytes())
    with pytest.raises(keys.WrongDataKey):
        store.enter(AMAL)


@pytest.mark.parametrize(
    "weaker",
    [{"m": 19 * 1024}, {"t": 2}, {"m": 64 * 1024 - 1}, {"m": 2 * 1024 * 1024}, {"t": 17}, {"p": 0}],
)
def test_weaker_or_ruinous_parameters_are_refused_before_they_run(
    store: Store, weaker: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(store, lambda plain: _slot(plain, AMAL)["kdf"].update(weaker))
    monkeypatch.setattr(kdf, "argon2id", None)
    with pytest.raises(keys.WeakParameters) as refusal:
        store.enter(AMAL)
    assert AMAL.name in refusal.value.sentence


def test_a_passphrase_slot_without_argon2id_is_refused(store: Store) -> None:
    def without(plain: dict[str, Any]) -> None:
        slot = _slot(plain, AMAL)
        slot["kdf"] = {"name": "hkdf-sha256", "salt": slot["kdf"]["salt"]}

    _edit(store, without)
    with pytest.raises(keys.WeakParameters):
        store.enter(AMAL)


def test_weaker_parameters_in_another_slot_name_that_slot_and_are_never_written_on(
    store: Store,
) -> None:
    _edit(store, lambda plain: _slot(plain, BEA)["kdf"].update(m=8))
    _assert_read_only(store, AMAL, TroubleKind.SEAL, BEA.name)


def test_the_parameters_written_are_the_programs(store: Store) -> None:
    for slot in _parsed(store).slots:
        if slot.kind is SlotKind.PASSPHRASE:
            assert (slot.kdf.memory_kib, slot.kdf.passes, slot.kdf.lanes) == (65536, 3, 4)


def test_a_lower_counter_is_named(store: Store) -> None:
    _edit(store, lambda plain: plain.update(counter=plain["counter"] - 1))
    sentence = _assert_read_only(store, AMAL, TroubleKind.OLDER_FILE)
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
    sentence = _assert_read_only(store, AMAL, TroubleKind.OLDER_FILE, AMAL.name, CARA.name)
    assert sentence.startswith("An older key file was put back.")


def test_an_older_database_is_named(store: Store, tmp_path: Path) -> None:
    old = shutil.copyfile(store.folder / "store.db", tmp_path / "old")
    with store.enter(AMAL) as session:
        keys.issue_code(
            session.unlocked, session.database.ledger, person_id=CARA.person_id, name=CARA.name
        )
    shutil.copyfile(old, store.folder / "store.db")
    _assert_read_only(store, AMAL, TroubleKind.OLDER_DATABASE, AMAL.name, CARA.name)


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
    _assert_read_only(store, AMAL, TroubleKind.OLDER_FILE, AMAL.name, CARA.name)


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
        _slot(plain[part], BEA).update(pin="00" * 32)
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
    _edit(store, lambda plain: plain.update(extra=1))
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


def _parsed(store: Store) -> KeyFile:
    file = parse(store.key_file.read_bytes())
    assert isinstance(file, KeyFile)
    return file
