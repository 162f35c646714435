"""Unlocking by passphrase, recovery key or enrolment code, in the order that proves each step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from caseload.keys.attempts import Attempts
from caseload.keys.kdf import Kdf, passphrase_bytes
from caseload.keys.key_file import KeyFile, RekeyingFile, StoredKeys
from caseload.keys.key_file_on_disk import read_keys
from caseload.keys.primitives import DoesNotOpen, PrivateHalves, Secret
from caseload.keys.printed_code import PrintedCode
from caseload.keys.proving import check_before_secret, open_slot, prove
from caseload.keys.refusals import CodeExpired, WrongSecret
from caseload.keys.slots import Slot
from caseload.keys.statements import RECOVERY, SlotKind
from caseload.keys.unlocked import Unlocked
from caseload.words import say


@dataclass(frozen=True)
class PersonWithKeys:
    """A name for the unlock window, with every kind of slot that person has."""

    person_id: str
    name: str
    kinds: tuple[SlotKind, ...]


def people_in(folder: Path) -> tuple[PersonWithKeys, ...]:
    """Who stands in the key file, by name, readable before any secret; not the recovery key.

    Nothing of it is proved before someone unlocks. Raises KeyFileMissing, KeyFileDamaged,
    NewerKeyFile or StoreTrouble.
    """
    stored = read_keys(folder)
    file = stored.after if isinstance(stored, RekeyingFile) else stored
    people = [
        PersonWithKeys(
            one.person_id, one.name, tuple(slot.kind for slot in file.slots_of(one.person_id))
        )
        for one in file.people
    ]
    return tuple(sorted(people, key=lambda person: person.name.casefold()))


def unlock_with_passphrase(
    folder: Path, *, person_id: str, passphrase: str, attempts: Attempts | None = None
) -> Unlocked:
    """Open a person's slot.

    Raises WrongSecret, for a person unknown as for a wrong passphrase; TooSoon after a wrong one;
    or the named refusal of a key file that is not this store's.
    """
    secret = passphrase_bytes(passphrase)
    unlocked = _unlock(folder, person_id, SlotKind.PASSPHRASE, secret, attempts)
    unlocked.passphrase = secret
    return unlocked


def unlock_with_recovery_key(
    folder: Path, *, typed: str, attempts: Attempts | None = None
) -> Unlocked:
    """Open the recovery slot; ``must_enrol`` is True.

    Raises MistypedCode, which is no attempt, before anything is tried; else as for a passphrase.
    """
    secret = PrintedCode.read(typed).secret
    return _unlock(folder, RECOVERY, SlotKind.RECOVERY, secret, attempts)


def unlock_with_code(
    folder: Path,
    *,
    person_id: str,
    typed: str,
    now: datetime | None = None,
    attempts: Attempts | None = None,
) -> Unlocked:
    """Open an enrolment slot; ``must_enrol`` is True. CodeExpired after its seven days."""
    secret = PrintedCode.read(typed).secret
    unlocked = _unlock(folder, person_id, SlotKind.ENROLMENT, secret, attempts)
    try:
        check_in_time(unlocked.slot, now or datetime.now(UTC))
    except CodeExpired:
        unlocked.forget()
        raise
    return unlocked


def check_in_time(slot: Slot, now: datetime) -> None:
    """Raise CodeExpired where an enrolment slot is past its seven days."""
    if slot.kind is SlotKind.ENROLMENT and (slot.expires is None or now >= slot.expires):
        raise CodeExpired(say("keys.enrolment.expired"))


def unlock_with_secret(
    folder: Path, stored: StoredKeys, person_id: str, kind: SlotKind, secret: Secret
) -> Unlocked | None:
    """Try every slot that this secret could open; None where none does."""
    for file, slot in _candidates(stored, person_id, kind):
        check_before_secret(file, slot)
        try:
            private = open_slot(file, slot, secret)
        except DoesNotOpen:
            continue
        proof = prove(file, slot, private)
        old_data_key = None
        if isinstance(stored, RekeyingFile) and file is stored.after:
            old_data_key = _old_data_key(stored, slot, private)
        return Unlocked(folder, stored, proof, old_data_key=old_data_key)
    return None


def _candidates(
    stored: StoredKeys, person_id: str, kind: SlotKind
) -> Iterator[tuple[KeyFile, Slot]]:
    if isinstance(stored, KeyFile):
        yield from ((stored, one) for one in stored.slots_of(person_id) if one.kind is kind)
        return
    seen = set()
    for file in (stored.after, stored.before):
        # Someone who was being removed does not come back by the file of before.
        if stored.after.newest.holder(person_id) is None:
            continue
        for slot in file.slots_of(person_id):
            if slot.kind is kind and slot.wrapped not in seen:
                seen.add(slot.wrapped)
                yield file, slot


def _old_data_key(stored: RekeyingFile, slot: Slot, private: PrivateHalves) -> bytearray | None:
    """The data key of before, which the database has as long as the re-key has not reached it."""
    before = stored.before
    info = slot.seal_info(before.store_id, before.generation)
    try:
        old = private.open(stored.both.get(slot.slot_id, b""), info)
    except DoesNotOpen:
        return None
    return old if before.newest.commits_to(old) else None


def _unlock(
    folder: Path, person_id: str, kind: SlotKind, secret: Secret, attempts: Attempts | None
) -> Unlocked:
    attempts = attempts or Attempts(folder)
    stored = read_keys(folder)
    attempts.begin()
    known = next(_candidates(stored, person_id, kind), None) is not None
    if kind is SlotKind.PASSPHRASE and not known:
        # Someone unknown takes as long as a wrong passphrase.
        Kdf.for_passphrase().key(secret)
    unlocked = unlock_with_secret(folder, stored, person_id, kind, secret)
    if unlocked is None:
        attempts.failed_once()
        raise WrongSecret(
            say(f"keys.unlock.wrong_{kind.value}"),
            failed=attempts.failed,
            wait_seconds=attempts.wait_seconds,
        )
    unlocked.count_failed(attempts.succeeded())
    return unlocked
