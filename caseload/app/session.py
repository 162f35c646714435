"""One unlocked person at one open store, with every service at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from caseload import keys
from caseload.app import backups
from caseload.app.keyed_store import LedgerInStore, StoreDatabase
from caseload.errors import Refused
from caseload.history import Deed
from caseload.people.person import Person, Service
from caseload.people.roles import Action
from caseload.services.all_services import Services
from caseload.services.desk import Desk, local_now
from caseload.store.lock_file import StoreLock
from caseload.store.store import Store
from caseload.values.record import RecordId
from caseload.words import say

T = TypeVar("T")


@dataclass(frozen=True)
class Notices:
    """What the person is told once, right after unlocking. Each is a whole sentence."""

    sentences: tuple[str, ...]
    read_only_why: str = ""


@dataclass(frozen=True)
class LastBackups:
    """When the newest backups were made (UTC): where a person chose, and beside the store."""

    by_hand: datetime | None
    by_itself: datetime | None


class Session:
    """An open store. ``lock`` drops the keys and closes every connection."""

    def __init__(
        self,
        *,
        store: Store,
        unlocked: keys.Unlocked,
        lock: StoreLock,
        person: Person,
        notices: Notices,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        self.store = store
        self.person = person
        self.notices = notices
        self._unlocked = unlocked
        self._lock = lock
        self._now = now
        self.desk = Desk(store, person, alone=_is_alone(store), now=now)
        self.services = Services(self.desk)

    @property
    def folder(self) -> Path:
        """Where the store lies."""
        return self.store.folder

    @property
    def service(self) -> Service:
        """The service, as it stands now."""
        return self.store.service()

    @property
    def is_read_only(self) -> bool:
        """Nothing can be saved in this session."""
        return self.store.is_read_only

    def lock(self) -> None:
        """Close the store and forget the keys. Drafts were flushed before this is called."""
        self.store.close()
        self._unlocked.forget()
        self._lock.let_go()

    def go_on_with(self, fresh: Session) -> None:
        """After a lock the same person unlocked again: open pages go on with the fresh store."""
        fresh.store.board = self.store.board
        self.store, self._unlocked, self._lock = fresh.store, fresh._unlocked, fresh._lock
        self.notices = fresh.notices
        self.desk.store = fresh.store
        self.services.history.begin_here()

    def confirm_passphrase(self, passphrase: str) -> bool:
        """Whether this is the passphrase of the person who is unlocked."""
        return keys.confirm_passphrase(self._unlocked, passphrase)

    def back_up(self, file: Path) -> datetime:
        """Write a verified backup of the store to ``file``. Its time is UTC."""
        self.desk.allow(Action.BACK_UP)
        made = backups.back_up(self.store, self._unlocked, file, now=self._now())
        if not self.is_read_only:
            with self.desk.work(Action.BACK_UP, "store.back_up") as work:
                work.note(Deed.EXPORTED, self.person, backup=made.isoformat())
        return made

    def back_up_into(self, folder: Path) -> Path:
        """The same, under a name of its own in a folder of the person's choice."""
        file = folder / backups.backup_name(self._now())
        self.back_up(file)
        return file

    def last_backups(self) -> LastBackups:
        """When the newest backups were made."""
        return LastBackups(
            by_hand=self.services.history.last_done("store.back_up"),
            by_itself=backups.latest_backup(self.folder),
        )

    def check(self) -> list[str]:
        """Everything that is wrong with the store, in sentences; empty is well."""
        return backups.check(self.store)

    # ---- keys -------------------------------------------------------------------------------

    def issue_code(self, person_id: RecordId) -> keys.EnrolmentCode:
        """A code with which a colleague enrols on this computer; both names go into the history."""
        with self.desk.work(Action.MANAGE_PEOPLE, "keys.issue_code") as work:
            colleague = work.get(Person, person_id)
            work.note(Deed.NOTED, colleague, issued_by=self.person.id)
        return keys.issue_code(
            self._unlocked,
            LedgerInStore(self.store),
            person_id=colleague.id,
            name=colleague.name,
            now=self._now(),
        )

    def change_passphrase(self, *, passphrase: str, new_passphrase: str) -> None:
        """New passphrase, new pairs: old key file and old passphrase open nothing of today's."""
        self._with_keys(
            "keys.change_passphrase",
            lambda database: keys.change_passphrase(
                self._unlocked,
                database,
                passphrase=passphrase,
                new_passphrase=new_passphrase,
                now=self._now(),
            ),
        )

    def rekey(
        self, *, passphrase: str, suspects: tuple[RecordId, ...] = ()
    ) -> dict[RecordId, keys.EnrolmentCode]:
        """Re-encrypt everything under new keys; nobody else need be present.

        Gives the codes with which the suspects enrol anew, to be shown once.
        """
        self.desk.allow(Action.MANAGE_PEOPLE)
        return self._with_keys(
            "keys.rekey",
            lambda database: keys.rekey_for_suspicion(
                self._unlocked,
                database,
                passphrase=passphrase,
                suspects=suspects,
                now=self._now(),
            ),
        )

    def keyring_trouble(self) -> str | None:
        """Why this computer's keyring cannot keep the key, in a sentence; None where it can."""
        if not self.desk.alone:
            return say("opening.keyring_only_alone")
        return keys.keyring_trouble()

    def has_keyring_slot(self) -> bool:
        """Whether this computer's keyring opens the store for this person."""
        return any(
            keys.SlotKind.KEYRING in p.kinds
            for p in keys.people_in(self.folder)
            if p.person_id == self.person.id
        )

    def use_keyring(self, *, wanted: bool) -> None:
        """Let this computer's keyring open the store, or stop it. Raises KeyringRefused."""
        with self.desk.work(Action.MANAGE_PEOPLE, "keys.keyring") as work:
            work.note(Deed.NOTED, self.person, keyring=wanted)
        change = keys.add_keyring_slot if wanted else keys.remove_keyring_slot
        change(self._unlocked, LedgerInStore(self.store))

    def remove_person(self, person_id: RecordId) -> str:
        """Take a colleague's key away, which always re-keys. Gives the sentence that says which
        old backups still open for them.
        """
        self.desk.allow(Action.MANAGE_PEOPLE)
        if person_id == self.person.id:
            raise Refused(say("people.not_yourself"))
        made = [day for day, _ in backups.backups_beside(self.folder)]
        removal = self._with_keys(
            "keys.remove_person",
            lambda database: keys.remove_person(
                self._unlocked, database, person_id=person_id, backups=made, now=self._now()
            ),
        )
        with self.desk.work(Action.MANAGE_PEOPLE, "people.save_person") as work:
            colleague = work.get(Person, person_id)
            if colleague.left_on is None:
                work.change(replace(colleague, left_on=self.desk.today()))
        return removal.sentence

    def _with_keys(self, verb: str, change: Callable[[StoreDatabase], T]) -> T:
        """Let the keys have the database to themselves, then open it again and write it down."""
        if self.is_read_only:
            raise Refused(say("store.read_only"))
        self.store.pause()
        database = StoreDatabase(
            self.folder,
            make_backup=lambda: backups.before_change(self.folder, self._unlocked, now=self._now()),
        )
        try:
            if not database.open(self._unlocked.db_key_hex):
                raise Refused(say("store.damaged"))
            result = change(database)
        finally:
            database.close()
            self.store.resume(self._unlocked.db_key_hex)
        with self.store.work(person_id=self.person.id, action=verb, now=self._now()) as work:
            work.note(Deed.NOTED, self.person, generation=self._unlocked.generation)
        return result


def _is_alone(store: Store) -> bool:
    with store.reading() as reading:
        return reading.count(Person) == 1
