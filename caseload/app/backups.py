"""Backups of a store and the way back from one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from caseload import keys
from caseload.app.keyed_store import StoreDatabase
from caseload.errors import StoreTrouble
from caseload.services.history import broken_links
from caseload.store import backup_file
from caseload.store.lock_file import StoreLock
from caseload.store.store import DATABASE, Store
from caseload.store.where import refuse_shared_folder
from caseload.values.dates import long_date
from caseload.words import say

SUFFIX = ".caseload-backup"
STAMP = "%Y-%m-%d-%H%M%S"


def backup_name(now: datetime) -> str:
    """The file name of a backup made now: the time alone, never the team or a person."""
    return f"caseload-{now.astimezone(UTC).strftime(STAMP)}{SUFFIX}"


def backups_folder(store_folder: Path) -> Path:
    """Where backups go that the program makes by itself, before a migration or a re-key."""
    return store_folder.with_name(store_folder.name + "-backups")


def backups_beside(store_folder: Path) -> list[tuple[datetime, Path]]:
    """The backups in that folder with their UTC time, newest first."""
    found = []
    folder = backups_folder(store_folder)
    for file in folder.glob(f"caseload-*{SUFFIX}") if folder.is_dir() else ():
        try:
            written = file.name[len("caseload-") : -len(SUFFIX)] + "+0000"
            stamp = datetime.strptime(written, "%Y-%m-%d-%H%M%S%z")
        except ValueError:
            continue
        found.append((stamp, file))
    return sorted(found, reverse=True)


def latest_backup(store_folder: Path) -> datetime | None:
    """When the newest backup that the program knows of was made (UTC)."""
    found = backups_beside(store_folder)
    return found[0][0] if found else None


def back_up(store: Store, unlocked: keys.Unlocked, file: Path, *, now: datetime) -> datetime:
    """Write a backup of an open store and prove it by opening it. Raises StoreTrouble."""
    return _write(store.folder, unlocked, file, store.copy_to, now)


def before_change(folder: Path, unlocked: keys.Unlocked, *, now: datetime) -> datetime:
    """A verified backup in the program's own folder, before keys or the schema change."""
    target = backups_folder(folder)
    try:
        target.mkdir(exist_ok=True)
    except OSError as trouble:
        raise StoreTrouble(say("backup.cannot_write")) from trouble
    store = Store(folder, unlocked.db_key_hex, writable=False)
    try:
        return _write(folder, unlocked, target / backup_name(now), store.copy_to, now)
    finally:
        store.close()


def _write(
    folder: Path,
    unlocked: keys.Unlocked,
    file: Path,
    copy_to: Callable[[Path], None],
    now: datetime,
) -> datetime:
    moment = now.astimezone(UTC)
    try:
        with TemporaryDirectory(prefix="caseload-backup-", dir=file.parent) as scratch:
            copy = Path(scratch) / DATABASE
            copy_to(copy)
            backup_file.write_backup(
                file,
                database=copy,
                folder=folder,
                store_id=unlocked.store_id,
                mac_key=unlocked.backup_mac_key,
                now=moment,
            )
    except OSError as trouble:
        raise StoreTrouble(say("backup.cannot_write")) from trouble
    try:
        backup_file.verify(file, mac_key=unlocked.backup_mac_key, key_hex=unlocked.db_key_hex)
    except StoreTrouble:
        file.unlink(missing_ok=True)
        raise
    return moment


@dataclass(frozen=True)
class Restored:
    """What a restore did. ``replaced`` is where the store that stood there before lies now."""

    folder: Path
    made_at: datetime
    replaced: Path | None

    @property
    def sentence(self) -> str:
        """What to tell the person."""
        day = long_date(self.made_at.astimezone().date())
        if self.replaced is None:
            return say("restore.done", day=day)
        return say("restore.done_replaced", day=day, folder=self.replaced.name)


def restore(
    file: Path,
    folder: Path,
    *,
    person_id: str | None = None,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    now: datetime | None = None,
) -> Restored:
    """Put a backup in place as ``folder``, proved with a passphrase or the recovery key.

    A store that stands there is moved aside, never overwritten, and not while somebody has it open.
    Nothing is put in place before the backup has been opened and found whole. Raises StoreTrouble
    and the keys' refusals.
    """
    refuse_shared_folder(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix="caseload-restore-", dir=folder.parent) as scratch:
            unpacked = Path(scratch) / "store"
            unpacked.mkdir()
            manifest = backup_file.unpack(file, unpacked)
            unlocked = _unlock(unpacked, person_id, passphrase, recovery_key)
            try:
                backup_file.prove(
                    unpacked,
                    manifest,
                    mac_key=unlocked.backup_mac_key,
                    key_hex=unlocked.db_key_hex,
                )
                database = StoreDatabase(unpacked)
                try:
                    keys.open_database(unlocked, database, writable=False, now=now)
                finally:
                    database.close()
            finally:
                unlocked.forget()
            (unpacked / backup_file.MAC).unlink()
            replaced = _move_aside(folder, now or datetime.now(UTC))
            unpacked.replace(folder)
    except OSError as trouble:
        raise StoreTrouble(say("restore.folder_not_writable")) from trouble
    return Restored(folder, datetime.fromisoformat(manifest.made_at), replaced)


def people_in_backup(file: Path) -> tuple[keys.PersonWithKeys, ...]:
    """Who can open a backup with a passphrase of their own."""
    # Beside the backup, whose key file has the same names; a stick may be write-protected.
    beside = file.parent if os.access(file.parent, os.W_OK) else None
    with TemporaryDirectory(prefix="caseload-look-", dir=beside) as scratch:
        backup_file.unpack(file, Path(scratch))
        return keys.people_in(Path(scratch))


def _unlock(
    folder: Path, person_id: str | None, passphrase: str | None, recovery_key: str | None
) -> keys.Unlocked:
    if recovery_key is not None:
        return keys.unlock_with_recovery_key(folder, typed=recovery_key)
    people = keys.people_in(folder)
    wanted = person_id or (people[0].person_id if len(people) == 1 else None)
    if wanted is None or passphrase is None:
        raise StoreTrouble(say("restore.who"))
    return keys.unlock_with_passphrase(folder, person_id=wanted, passphrase=passphrase)


def _move_aside(folder: Path, now: datetime) -> Path | None:
    if not folder.exists() or not any(folder.iterdir()):
        shutil.rmtree(folder, ignore_errors=True)
        return None
    lock = StoreLock(folder)
    if not lock.take(""):
        raise StoreTrouble(say("restore.in_use"))
    lock.let_go()
    aside = folder.with_name(f"{folder.name}-replaced-{now.astimezone(UTC).strftime(STAMP)}")
    folder.replace(aside)
    return aside


def check(store: Store) -> list[str]:
    """What is wrong with an open store, in sentences: pages, rules, caps and the history."""
    said = []
    if store.damage or store.check():
        said.append(say("store.damaged"))
    findings = store.findings
    if findings.missing or findings.changed or findings.strangers or findings.missing_tables:
        said.append(say("store.rules_altered"))
    said += [
        say("store.over_cap", name=over.person_name, day=long_date(over.day))
        for over in findings.over_cap
    ]
    with store.reading() as reading:
        broken = broken_links(reading)
    if broken:
        said.append(say("history.chain_broken", number=broken[0]))
    return said
