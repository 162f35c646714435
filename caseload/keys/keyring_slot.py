"""The keyring slot: the computer's own keyring opens a store of one person.

The keyring keeps a random key that wraps the pair; the key file keeps the wrap. So deleting the
slot revokes it, and the keyring is never the only way in. Every call runs on a thread of its own
with a limit, since a keyring may wait for a prompt that nobody sees.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from caseload.keys.changing import commit_change, state_for_change
from caseload.keys.drafting import draft_slots
from caseload.keys.enrolment import check_has_own_keys
from caseload.keys.key_file import KeyFile, RekeyingFile
from caseload.keys.key_file_on_disk import read_keys
from caseload.keys.ledger import KeyLedger
from caseload.keys.primitives import KEY_BYTES, same
from caseload.keys.refusals import KeyringRefused
from caseload.keys.slots import Slot, make_slot
from caseload.keys.statements import SlotKind
from caseload.keys.unlocked import Unlocked
from caseload.keys.unlocking import unlock_with_secret
from caseload.words import say

SERVICE = "Caseload"
TIMEOUT_SECONDS = 10.0
# keyring.backends.null stores nothing and says nothing; fail raises; keyrings.alt keeps files that
# are plain or guarded by a fixed or cheap key.
_REFUSED_MODULES = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")

_T = TypeVar("_T")


def keyring_trouble(*, timeout: float = TIMEOUT_SECONDS) -> str | None:
    """Why this computer's keyring cannot be used, as a sentence; None where it can."""
    try:
        _answer(_usable_backend, timeout)
    except KeyringRefused as refused:
        return refused.sentence
    return None


def add_keyring_slot(
    unlocked: Unlocked, ledger: KeyLedger, *, timeout: float = TIMEOUT_SECONDS
) -> None:
    """Let the keyring open this person's keys.

    Raises KeyringRefused in a store of more than one person, and where the keyring does not keep
    what it is given; NotAHolder before own keys are made; KeysReadOnly.
    """
    check_has_own_keys(unlocked)
    if len(unlocked.file.people) != 1:
        raise KeyringRefused(say("keys.keyring.more_people"))
    state = state_for_change(unlocked, ledger)
    key = os.urandom(KEY_BYTES)
    slot = make_slot(
        unlocked.store_id,
        person_id=unlocked.person_id,
        kind=SlotKind.KEYRING,
        private=unlocked.proof.private,
        secret=key,
    )
    holder = state.holder(unlocked.person_id)
    if holder is None:
        raise KeyringRefused(say("keys.keyring.more_people"))
    slot = slot.sealed(
        unlocked.store_id, unlocked.generation, unlocked.proof.data_key, holder.public
    ).pinned(unlocked.store_id, unlocked.file.newest.digest(), unlocked.proof.private)
    _answer(lambda: _keep(_entry(unlocked.file, slot), key), timeout)
    others = [one for one in unlocked.file.slots if one.kind is not SlotKind.KEYRING]
    commit_change(unlocked, ledger, draft_slots(unlocked, state, [*others, slot]))


def remove_keyring_slot(
    unlocked: Unlocked, ledger: KeyLedger, *, timeout: float = TIMEOUT_SECONDS
) -> None:
    """Take the keyring slot out of the key file; then its key out of the keyring, if it answers."""
    state = state_for_change(unlocked, ledger)
    gone = [one for one in unlocked.file.slots if one.kind is SlotKind.KEYRING]
    if not gone:
        return
    entries = [_entry(unlocked.file, slot) for slot in gone]
    kept = [one for one in unlocked.file.slots if one.kind is not SlotKind.KEYRING]
    commit_change(unlocked, ledger, draft_slots(unlocked, state, kept))
    try:
        _answer(lambda: _drop(entries), timeout)
    except KeyringRefused:
        # The key opens nothing any more, so a keyring that does not answer changes nothing.
        return


def unlock_with_keyring(
    folder: Path, *, person_id: str, timeout: float = TIMEOUT_SECONDS
) -> Unlocked:
    """Open by the keyring.

    Raises KeyringRefused where there is no such slot or the keyring does not answer or opens
    nothing: then the passphrase is asked for. Else the named refusals of the key file.
    """
    stored = read_keys(folder)
    file = stored.after if isinstance(stored, RekeyingFile) else stored
    for slot in file.slots_of(person_id):
        if slot.kind is SlotKind.KEYRING:
            entry = _entry(file, slot)
            key = _answer(lambda entry=entry: _fetch(entry), timeout)  # type: ignore[misc]
            unlocked = unlock_with_secret(folder, stored, person_id, SlotKind.KEYRING, key)
            if unlocked is not None:
                return unlocked
    raise KeyringRefused(say("keys.keyring.no_key"))


def _entry(file: KeyFile, slot: Slot) -> str:
    return f"{file.store_id}/{slot.slot_id}"


def _usable_backend() -> KeyringBackend:
    backend = keyring.get_keyring()
    for one in (backend, *getattr(backend, "backends", ())):
        kind = type(one)
        named = f"{kind.__module__}.{kind.__qualname__}"
        if named.startswith(_REFUSED_MODULES) or "plaintext" in named.casefold():
            raise KeyringRefused(say("keys.keyring.refused", name=kind.__qualname__))
    if type(backend).__module__ == "keyring.backends.Windows":
        # Else Windows lets the entry roam with the profile to other computers.
        setattr(backend, "persist", "local machine")  # noqa: B010 - on that backend alone
    return backend


def _keep(entry: str, key: bytes) -> None:
    backend = _usable_backend()
    backend.set_password(SERVICE, entry, key.hex())
    # Some keyrings accept a key and keep nothing.
    if not same((backend.get_password(SERVICE, entry) or "").encode(), key.hex().encode()):
        raise KeyringRefused(say("keys.keyring.not_kept"))


def _fetch(entry: str) -> bytes:
    kept = _usable_backend().get_password(SERVICE, entry)
    try:
        key = bytes.fromhex(kept or "")
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyringRefused(say("keys.keyring.no_key"))
    return key


def _drop(entries: list[str]) -> None:
    for entry in entries:
        _usable_backend().delete_password(SERVICE, entry)


def _answer(ask: Callable[[], _T], timeout: float) -> _T:
    """What the keyring answers, asked on a thread of its own; KeyringRefused where it does not."""
    answers: list[_T] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(ask())
        except Exception as failure:  # noqa: BLE001 - a backend may raise anything; told below
            failures.append(failure)

    # A daemon, so that a prompt left open does not keep the program from ending.
    asking = threading.Thread(target=run, name="keyring", daemon=True)
    asking.start()
    asking.join(timeout)
    if answers:
        return answers[0]
    if not failures:
        raise KeyringRefused(say("keys.keyring.no_answer"))
    failure = failures[0]
    if isinstance(failure, KeyringRefused):
        raise failure
    if isinstance(failure, KeyringError):
        raise KeyringRefused(say("keys.keyring.locked")) from failure
    raise KeyringRefused(say("keys.keyring.failed")) from failure
