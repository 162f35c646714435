"""Unlocking: what opens, what does not, and how a wrong attempt slows the next."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from caseload import keys
from caseload.keys import Attempts, kdf
from caseload.keys.attempts import ATTEMPTS_FILE, wait_after
from caseload.keys.primitives import PrivateHalves
from tests.keys.small_store import AMAL, BEA, ROWS, Person, Store, build_store, opens


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return datetime(2026, 11, 24, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def attempts(self, folder: Path) -> Attempts:
        return Attempts(folder, monotonic=self.monotonic, now=self.now)


def test_the_staff_list_is_readable_before_any_secret(store: Store) -> None:
    people = keys.people_in(store.folder)
    assert [(one.person_id, one.name) for one in people] == [
        (AMAL.person_id, AMAL.name),
        (BEA.person_id, BEA.name),
    ]


def test_an_accent_opens_however_it_was_composed(tmp_path: Path) -> None:
    person = Person(AMAL.person_id, AMAL.name, "crème brûlée à midi")
    store = build_store(tmp_path, [person])
    assert opens(store, person, unicodedata.normalize("NFD", person.passphrase))


def test_unknown_and_wrong_say_the_same_and_stretch_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[int, ...]] = []
    stretch = kdf.argon2id

    def counted(secret: bytes, salt: bytes, *figures: int) -> bytes:
        calls.append(figures)
        return stretch(secret, salt, *figures)

    monkeypatch.setattr(kdf, "argon2id", counted)
    sentences = set()
    for person_id in (AMAL.person_id, "nobody at all", keys.RECOVERY):
        (store.folder / ATTEMPTS_FILE).unlink(missing_ok=True)
        with pytest.raises(keys.WrongSecret) as refusal:
            keys.unlock_with_passphrase(store.folder, person_id=person_id, passphrase="wrong one")
        sentences.add(refusal.value.sentence)
    assert len(sentences) == 1
    assert calls == [(65536, 3, 4)] * 3


def test_wrong_attempts_slow_down_and_are_counted_for_the_audit(store: Store) -> None:
    clock = Clock()
    attempts = clock.attempts(store.folder)
    waits = []
    for _ in range(7):
        with pytest.raises(keys.WrongSecret) as refusal:
            keys.unlock_with_passphrase(
                store.folder, person_id=AMAL.person_id, passphrase="wrong", attempts=attempts
            )
        waits.append(refusal.value.wait_seconds)
        with pytest.raises(keys.TooSoon):
            keys.unlock_with_passphrase(
                store.folder,
                person_id=AMAL.person_id,
                passphrase=AMAL.passphrase,
                attempts=attempts,
            )
        clock.seconds += waits[-1]
    assert waits == [1, 2, 4, 8, 16, 30, 30]
    unlocked = keys.unlock_with_passphrase(
        store.folder, person_id=AMAL.person_id, passphrase=AMAL.passphrase, attempts=attempts
    )
    assert unlocked.failed_attempts == 7
    assert attempts.failed == 0
    assert not (store.folder / ATTEMPTS_FILE).exists()


def test_starting_the_program_again_does_not_end_the_pause(tmp_path: Path) -> None:
    clock = Clock()
    first = clock.attempts(tmp_path)
    for _ in range(4):
        first.failed_once()
    clock.seconds += 3
    again = clock.attempts(tmp_path)
    assert again.failed == 4
    assert again.wait_seconds == pytest.approx(5)
    clock.seconds += 5
    again.begin()


def test_a_clock_put_back_or_a_garbled_count_never_locks_out(tmp_path: Path) -> None:
    clock = Clock()
    clock.attempts(tmp_path).failed_once()
    clock.seconds -= 900
    assert clock.attempts(tmp_path).wait_seconds <= wait_after(1)
    for garbled in ("", "[]", '{"failed": "many"}', json.dumps({"failed": 3, "last": "soon"})):
        (tmp_path / ATTEMPTS_FILE).write_text(garbled, encoding="utf-8")
        assert clock.attempts(tmp_path).wait_seconds == 0


def test_a_mistyped_recovery_key_is_no_attempt(store: Store) -> None:
    typed = store.recovery_key.text
    swapped = typed[1] + typed[0] + typed[2:]
    if swapped == typed:
        swapped = ("0" if typed[0] != "0" else "1") + typed[1:]
    with pytest.raises(keys.MistypedCode) as refusal:
        keys.unlock_with_recovery_key(store.folder, typed=swapped)
    assert refusal.value.group == 1
    assert not (store.folder / ATTEMPTS_FILE).exists()
    unlocked = keys.unlock_with_recovery_key(
        store.folder, typed=f"  {typed.lower().replace('-', ' ')}\n"
    )
    assert unlocked.person_id == keys.RECOVERY


def test_another_stores_recovery_key_is_wrong(store: Store) -> None:
    with pytest.raises(keys.WrongSecret):
        keys.unlock_with_recovery_key(store.folder, typed=keys.PrintedCode.new().text)


def test_opened_for_reading_nothing_is_written_and_no_key_changes(store: Store) -> None:
    with store.enter(AMAL) as session:
        keys.rekey_for_suspicion(session.unlocked, session.database, passphrase=AMAL.passphrase)
    before = store.key_file.read_bytes()
    with store.enter(BEA, writable=False) as session:
        assert session.opened.trouble is None
        assert len(session.opened.news) == 1
        assert session.database.rows() == ROWS
        with pytest.raises(keys.KeysReadOnly):
            keys.rekey_for_suspicion(session.unlocked, session.database, passphrase=BEA.passphrase)
    assert store.key_file.read_bytes() == before


def test_keys_changed_by_another_session_meanwhile_are_not_overwritten(store: Store) -> None:
    with store.enter(AMAL) as session, store.enter(BEA) as other:
        keys.issue_code(other.unlocked, other.database.ledger, person_id="someone", name="Someone")
        with pytest.raises(keys.KeysChangedMeanwhile):
            keys.rekey_for_suspicion(session.unlocked, session.database, passphrase=AMAL.passphrase)


def test_locking_overwrites_the_secrets(store: Store) -> None:
    unlocked = store.unlock(AMAL)
    proof, passphrase = unlocked.proof, unlocked.passphrase
    assert passphrase is not None
    assert any(proof.data_key)
    unlocked.forget()
    assert not any(proof.data_key)
    assert not any(proof.private.raw)
    assert not any(passphrase)


def test_the_passphrase_is_kept_no_longer_than_until_the_database_is_open(store: Store) -> None:
    unlocked = store.unlock(AMAL)
    passphrase = unlocked.passphrase
    keys.open_database(unlocked, store.database())
    assert passphrase is not None
    assert not any(passphrase)
    assert unlocked.passphrase is None


def test_nothing_printed_of_keys_tells_a_secret(store: Store) -> None:
    unlocked = store.unlock(AMAL)
    made = keys.new_store_keys(
        person_id=AMAL.person_id,
        name=AMAL.name,
        passphrase=AMAL.passphrase,
        recovery_key=store.recovery_key,
    )
    shown = f"{unlocked!r} {unlocked.proof!r} {store.recovery_key!r} {made!r} {made.pairs!r}"
    for secret in (
        unlocked.db_key_hex,
        repr(bytes(unlocked.proof.data_key))[2:-1],
        repr(store.recovery_key.secret)[2:-1],
        store.recovery_key.text,
        AMAL.passphrase,
    ):
        assert secret not in shown


def test_a_folder_with_keys_is_not_given_others(store: Store) -> None:
    made = keys.new_store_keys(
        person_id=AMAL.person_id,
        name=AMAL.name,
        passphrase=AMAL.passphrase,
        recovery_key=keys.PrintedCode.new(),
    )
    before = store.key_file.read_bytes()
    with pytest.raises(keys.KeysChangedMeanwhile):
        made.write(store.folder)
    assert store.key_file.read_bytes() == before


def test_keys_for_the_backup_and_signatures_are_the_stores_own(store: Store) -> None:
    amal, bea = store.unlock(AMAL), store.unlock(BEA)
    assert amal.backup_mac_key == bea.backup_mac_key
    assert amal.backup_mac_key.hex() != amal.db_key_hex
    signature = bea.sign(b"tombstone")
    signer = amal.signer_of(b"tombstone", signature)
    assert signer is not None
    assert signer.person_id == BEA.person_id
    assert amal.signer_of(b"another", signature) is None
    assert amal.signer_of(b"tombstone", PrivateHalves.new().sign(b"tombstone")) is None
    with store.enter(AMAL) as session:
        keys.remove_person(session.unlocked, session.database, person_id=BEA.person_id)
        # Someone who has left still signed what they signed.
        assert session.unlocked.signer_of(b"tombstone", signature) == signer


def test_the_ledger_comes_back_from_its_json_as_it_was(store: Store) -> None:
    with store.enter(AMAL) as session:
        state = session.database.ledger.read()
    assert state is not None
    for one in (state, keys.KeyLedgerState(**{**vars(state), "pending": state})):
        assert keys.KeyLedgerState.from_json(one.to_json()) == one
    assert AMAL.name in state.to_json()
