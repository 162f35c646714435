"""The keyring: only in a store of one person, read back, never the only way in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import ClassVar

import keyring
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from caseload import keys
from caseload.keys import SlotKind
from tests.keys.small_store import AMAL, BEA, ROWS, Session, Store, enrol, opens


class InMemory(KeyringBackend):
    priority = 1

    kept: ClassVar[dict[tuple[str, str], str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("no such password")


class Lossy(InMemory):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Accept it and keep nothing."""


class Locked(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("locked")

    def delete_password(self, service: str, username: str) -> None:
        raise KeyringLocked("locked")


class Silent(InMemory):
    """A prompt that nobody sees."""

    answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait(20)
        return None


class Odd(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("a fault of the backend's own")


class PlaintextKeyring(InMemory):
    """By its name one that keeps keys in the open."""


@pytest.fixture(autouse=True)
def _keyring_as_before() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def _use(kind: type[InMemory]) -> InMemory:
    make: Callable[[], InMemory] = kind
    backend = make()
    backend.kept.clear()
    keyring.set_keyring(backend)
    return backend


@pytest.fixture
def memory() -> InMemory:
    return _use(InMemory)


def _add(session: Session) -> None:
    keys.add_keyring_slot(session.unlocked, session.database.ledger)


def _by_keyring(store: Store, timeout: float = 10.0) -> Session:
    unlocked = keys.unlock_with_keyring(store.folder, person_id=AMAL.person_id, timeout=timeout)
    database = store.database()
    return Session(store, unlocked, database, keys.open_database(unlocked, database))


def test_the_keyring_opens_a_store_of_one_person(lone: Store, memory: InMemory) -> None:
    assert keys.keyring_trouble() is None
    with lone.enter(AMAL) as session:
        _add(session)
    assert SlotKind.KEYRING in keys.people_in(lone.folder)[0].kinds
    with _by_keyring(lone) as session:
        assert session.database.rows() == ROWS
        assert session.unlocked.kind is SlotKind.KEYRING
        assert session.opened.trouble is None
    assert opens(lone, AMAL)


def test_the_keyring_holds_neither_the_data_key_nor_the_pair(lone: Store, memory: InMemory) -> None:
    with lone.enter(AMAL) as session:
        _add(session)
        (kept,) = memory.kept.values()
        proof = session.unlocked.proof
        assert len(kept) == 64
        assert kept not in {bytes(proof.data_key).hex(), session.unlocked.db_key_hex}
        assert kept not in bytes(proof.private.raw).hex()
        assert kept not in lone.key_file.read_text(encoding="utf-8")


def test_a_rekey_keeps_the_slot_and_a_new_passphrase_drops_it(
    lone: Store, memory: InMemory
) -> None:
    with lone.enter(AMAL) as session:
        _add(session)
        keys.change_passphrase(
            session.unlocked,
            session.database,
            passphrase=AMAL.passphrase,
            new_passphrase="seven blue lantern hedge",
        )
    with pytest.raises(keys.KeyringRefused):
        _by_keyring(lone)
    assert opens(lone, AMAL, "seven blue lantern hedge")


def test_a_session_by_keyring_can_change_the_passphrase(lone: Store, memory: InMemory) -> None:
    with lone.enter(AMAL) as session:
        _add(session)
    with _by_keyring(lone) as session:
        keys.change_passphrase(
            session.unlocked,
            session.database,
            passphrase=AMAL.passphrase,
            new_passphrase="seven blue lantern hedge",
        )
        assert session.unlocked.kind is SlotKind.PASSPHRASE
    assert opens(lone, AMAL, "seven blue lantern hedge")


def test_the_slot_goes_when_a_second_person_comes(lone: Store, memory: InMemory) -> None:
    with lone.enter(AMAL) as session:
        _add(session)
    enrol(lone, AMAL, BEA)
    with pytest.raises(keys.KeyringRefused):
        _by_keyring(lone)
    with lone.enter(AMAL) as session, pytest.raises(keys.KeyringRefused) as refusal:
        _add(session)
    assert "store of one person" in refusal.value.sentence


def test_taking_the_slot_out_revokes_it_even_where_the_key_stays(
    lone: Store, memory: InMemory
) -> None:
    with lone.enter(AMAL) as session:
        _add(session)
        kept = dict(memory.kept)
        keys.remove_keyring_slot(session.unlocked, session.database.ledger)
        assert memory.kept == {}
        keys.remove_keyring_slot(session.unlocked, session.database.ledger)
    memory.kept.update(kept)
    with pytest.raises(keys.KeyringRefused):
        _by_keyring(lone)
    assert opens(lone, AMAL)


def test_a_locked_keyring_does_not_keep_the_slot_from_being_taken_out(
    lone: Store, memory: InMemory
) -> None:
    with lone.enter(AMAL) as session:
        _add(session)
        _use(Locked)
        keys.remove_keyring_slot(session.unlocked, session.database.ledger)
    assert keys.people_in(lone.folder)[0].kinds == (SlotKind.PASSPHRASE,)


@pytest.mark.parametrize(
    ("backend", "told"),
    [
        (Lossy, "did not keep"),
        (Locked, "locked"),
        (Odd, "does not know"),
        (PlaintextKeyring, "in the open"),
        (keyring.backends.null.Keyring, "in the open"),
        (keyring.backends.fail.Keyring, "in the open"),
    ],
)
def test_a_keyring_that_cannot_be_trusted_is_refused_and_nothing_changes(
    lone: Store, backend: type[KeyringBackend], told: str
) -> None:
    before = lone.key_file.read_bytes()
    keyring.set_keyring(backend())
    with lone.enter(AMAL) as session, pytest.raises(keys.KeyringRefused) as refusal:
        _add(session)
    assert told in refusal.value.sentence
    assert lone.key_file.read_bytes() == before
    assert opens(lone, AMAL)


def test_a_chain_of_keyrings_is_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    chain: type[KeyringBackend] = keyring.backends.chainer.ChainerBackend
    monkeypatch.setattr(chain, "backends", [_use(InMemory), _use(PlaintextKeyring)])
    keyring.set_keyring(chain())
    assert "PlaintextKeyring" in str(keys.keyring_trouble())


@pytest.mark.parametrize("backend", [Locked, Silent, Odd, InMemory])
def test_a_keyring_that_does_not_answer_leaves_the_passphrase(
    lone: Store, memory: InMemory, backend: type[InMemory]
) -> None:
    with lone.enter(AMAL) as session:
        _add(session)
    _use(backend)
    try:
        with pytest.raises(keys.KeyringRefused):
            _by_keyring(lone, timeout=0.2)
    finally:
        Silent.answered.set()
    assert opens(lone, AMAL)


def test_someone_without_the_slot_is_refused_without_asking(lone: Store) -> None:
    _use(Odd)
    with pytest.raises(keys.KeyringRefused) as refusal:
        keys.unlock_with_keyring(lone.folder, person_id=AMAL.person_id)
    assert "no key for this store" in refusal.value.sentence
