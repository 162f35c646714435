"""From a folder on disk to an unlocked person at an open store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from caseload import keys
from caseload.app import backups
from caseload.app.keyed_store import StoreDatabase
from caseload.app.session import Notices, Session
from caseload.errors import StoreTrouble
from caseload.history import Deed
from caseload.people.person import Person
from caseload.services.desk import local_now
from caseload.store.lock_file import StoreLock, is_writable
from caseload.store.store import DATABASE, Store, open_store
from caseload.store.where import refuse_shared_folder
from caseload.values.dates import clock_time, long_date
from caseload.values.record import RecordId
from caseload.words import say


@dataclass(frozen=True)
class StorePeople:
    """Who can unlock a store, before anybody has. ``alone``: one person, so no choice is shown."""

    folder: Path
    people: tuple[keys.PersonWithKeys, ...]

    @property
    def alone(self) -> bool:
        """Only one person has a key."""
        return len(self.people) == 1


def store_people(folder: Path) -> StorePeople:
    """The names on the unlock page. Raises StoreTrouble and the keys' refusals."""
    refuse_shared_folder(folder)
    if not any((folder / part).exists() for part in (keys.KEY_FILE, DATABASE)):
        raise StoreTrouble(say("opening.no_store"))
    return StorePeople(folder, keys.people_in(folder))


def attempts_on(folder: Path) -> keys.Attempts:
    """The wrong attempts on a store, which slow the next one; keep one while the program runs."""
    return keys.Attempts(folder)


def unlock(
    folder: Path,
    *,
    person_id: RecordId,
    passphrase: str,
    attempts: keys.Attempts | None = None,
    now: Callable[[], datetime] = local_now,
) -> Session:
    """Unlock with a passphrase. Raises the keys' refusals and StoreTrouble, each a sentence."""
    refuse_shared_folder(folder)
    unlocked = keys.unlock_with_passphrase(
        folder, person_id=person_id, passphrase=passphrase, attempts=attempts
    )
    return _open(folder, unlocked, person_id, now)


def unlock_by_keyring(
    folder: Path, *, person_id: RecordId, now: Callable[[], datetime] = local_now
) -> Session:
    """Unlock by this computer's keyring. Raises KeyringRefused: the passphrase opens it still."""
    refuse_shared_folder(folder)
    return _open(folder, keys.unlock_with_keyring(folder, person_id=person_id), person_id, now)


def has_keyring(person: keys.PersonWithKeys) -> bool:
    """Whether the keyring may be asked for this person."""
    return keys.SlotKind.KEYRING in person.kinds


def enrol_with_code(
    folder: Path,
    *,
    person_id: RecordId,
    code: str,
    passphrase: str,
    attempts: keys.Attempts | None = None,
    now: Callable[[], datetime] = local_now,
) -> Session:
    """Use an enrolment code once: new passphrase, new pairs, re-keyed store."""
    unlocked = keys.unlock_with_code(
        folder, person_id=person_id, typed=code, now=now(), attempts=attempts
    )
    return _enrol(
        folder,
        unlocked,
        person_id=person_id,
        change=lambda db: keys.use_code(unlocked, db, passphrase=passphrase, now=now()),
        verb="keys.use_code",
        now=now,
    )


def try_recovery_key(
    folder: Path, *, typed: str, passphrase: str, attempts: keys.Attempts | None = None
) -> None:
    """Raise what using this recovery key would raise, before the one that replaces it is printed.

    Raises PassphraseRefused for the new passphrase, else the keys' refusals and StoreTrouble.
    """
    keys.check_passphrase(passphrase)
    keys.unlock_with_recovery_key(folder, typed=typed, attempts=attempts).forget()
    lock = StoreLock(folder)
    if not lock.take(""):
        raise StoreTrouble(_held_by(lock))
    lock.let_go()


def enrol_with_recovery_key(
    folder: Path,
    *,
    typed: str,
    person_id: RecordId,
    passphrase: str,
    new_recovery_key: keys.PrintedCode,
    attempts: keys.Attempts | None = None,
    now: Callable[[], datetime] = local_now,
) -> Session:
    """Use the recovery key: the named person gets a new passphrase, and a new recovery key
    replaces the used one. It is told to everyone at their next unlock.
    """
    unlocked = keys.unlock_with_recovery_key(folder, typed=typed, attempts=attempts)
    name = next(p.name for p in keys.people_in(folder) if p.person_id == person_id)
    return _enrol(
        folder,
        unlocked,
        person_id=person_id,
        change=lambda database: keys.replace_used_recovery_key(
            unlocked,
            database,
            person_id=person_id,
            name=name,
            passphrase=passphrase,
            recovery_key=new_recovery_key,
            now=now(),
        ),
        verb="keys.use_recovery_key",
        now=now,
    )


def _enrol(
    folder: Path,
    unlocked: keys.Unlocked,
    *,
    person_id: RecordId,
    change: Callable[[StoreDatabase], object],
    verb: str,
    now: Callable[[], datetime],
) -> Session:
    lock = StoreLock(folder)
    if not lock.take(_name(folder, person_id)):
        unlocked.forget()
        raise StoreTrouble(_held_by(lock))
    try:
        database = StoreDatabase(
            folder,
            make_backup=lambda: backups.before_change(folder, unlocked, now=now()),
        )
        try:
            keys.open_database(unlocked, database, now=now())
            change(database)
        finally:
            database.close()
        store = open_store(folder, unlocked.db_key_hex)
        with store.work(person_id=person_id, action=verb, now=now()) as work:
            work.note(Deed.NOTED, work.get(Person, person_id), generation=unlocked.generation)
        return _session(
            store,
            unlocked=unlocked,
            lock=lock,
            person_id=person_id,
            notices=Notices(()),
            now=now,
        )
    except BaseException:
        unlocked.forget()
        lock.let_go()
        raise


def _open(
    folder: Path, unlocked: keys.Unlocked, person_id: RecordId, now: Callable[[], datetime]
) -> Session:
    lock = StoreLock(folder)
    why = ""
    if not is_writable(folder):
        why = say("opening.folder_not_writable")
    elif not lock.take(_name(folder, person_id)):
        why = _held_by(lock)
    writable = not why
    database = StoreDatabase(
        folder,
        writable=writable,
        make_backup=lambda: backups.before_change(folder, unlocked, now=now()),
    )
    try:
        try:
            opened = keys.open_database(unlocked, database, writable=writable, now=now())
        finally:
            database.close()
        store = open_store(
            folder,
            unlocked.db_key_hex,
            writable=writable and opened.trouble is None,
            back_up=lambda _: backups.before_change(folder, unlocked, now=now()),
        )
        why = why or (opened.trouble.sentence if opened.trouble else "") or _altered(store)
        told = [news.sentence for news in opened.news]
        if opened.resumed_sentence:
            told.append(opened.resumed_sentence)
        if opened.failed_attempts:
            told.append(say("opening.failed_attempts", count=opened.failed_attempts))
            _write_down_attempts(store, person_id, opened.failed_attempts, now)
        return _session(
            store,
            unlocked=unlocked,
            lock=lock,
            person_id=person_id,
            notices=Notices(tuple(told), why),
            now=now,
        )
    except BaseException:
        unlocked.forget()
        lock.let_go()
        raise


def _session(
    store: Store,
    *,
    unlocked: keys.Unlocked,
    lock: StoreLock,
    person_id: RecordId,
    notices: Notices,
    now: Callable[[], datetime],
) -> Session:
    with store.reading() as reading:
        person = reading.get(Person, person_id)
    return Session(
        store=store, unlocked=unlocked, lock=lock, person=person, notices=notices, now=now
    )


def _write_down_attempts(
    store: Store, person_id: RecordId, count: int, now: Callable[[], datetime]
) -> None:
    if store.is_read_only:
        return
    with store.work(person_id=person_id, action="keys.failed_attempts", now=now()) as work:
        work.note(Deed.NOTED, work.get(Person, person_id), count=count)


def _name(folder: Path, person_id: RecordId) -> str:
    return next((p.name for p in keys.people_in(folder) if p.person_id == person_id), "")


def _held_by(lock: StoreLock) -> str:
    holder = lock.holder()
    if holder is None:
        return say("store.held_by_somebody")
    name, since = holder
    local = since.astimezone()
    when = say("opening.when", time=clock_time(local.time()), day=long_date(local.date()))
    return say("store.held_by", name=name, since=when)


def _altered(store: Store) -> str:
    said = []
    if store.damage:
        said.append(say("store.damaged"))
    if not store.findings.are_clean:
        said.append(say("store.rules_altered"))
        said += [
            say("store.over_cap", name=over.person_name, day=long_date(over.day))
            for over in store.findings.over_cap
        ]
    return " ".join(said)
