"""A new store: its folder, its keys, its service and its first people, all or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from caseload import keys
from caseload.app.keyed_store import LedgerInStore
from caseload.errors import FieldsRefused, StoreTrouble
from caseload.people.person import Person, Role, Service
from caseload.services.people import add_person
from caseload.store.store import Store, create_database, open_store
from caseload.store.where import refuse_shared_folder
from caseload.values.record import RecordId, new_id
from caseload.words import say


@dataclass(frozen=True)
class NewPerson:
    """Somebody who will use the store. ``share`` is hundredths of a full-time post."""

    name: str
    role: Role
    share: int = 100
    telephone: str = ""
    joined_on: date | None = None


@dataclass(frozen=True)
class Created:
    """What is shown once: the recovery key, and a code for each further person."""

    folder: Path
    person_id: RecordId
    recovery_key: keys.PrintedCode
    codes: tuple[keys.EnrolmentCode, ...]


def create_store(
    folder: Path,
    *,
    service_name: str,
    people: Sequence[NewPerson],
    passphrase: str,
    address: str = "",
    telephone: str = "",
    first_day: date | None = None,
    made_up: bool = False,
    recovery_key: keys.PrintedCode | None = None,
    now: datetime | None = None,
) -> Created:
    """Make a store in ``folder``, which must not hold anything yet.

    The first person gets the passphrase, each other an enrolment code. In a store of several people
    the first must be a team lead, since only a lead can enrol the others. ``recovery_key`` may be
    given where it was printed and typed back before. Everything is made in a folder beside it and
    put in place at the end, so that no half store is ever left.

    Raises FieldsRefused, StoreTrouble and the keys' refusals.
    """
    _check(service_name, people)
    check_new_store(folder, passphrase=passphrase)
    moment = now or datetime.now(UTC)
    building = folder.with_name(folder.name + ".unfinished")
    try:
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir(parents=True)
    except OSError as trouble:
        raise StoreTrouble(say("set_up_store.folder_not_writable")) from trouble
    try:
        created = _build(
            building,
            service=Service(
                name=service_name.strip(),
                first_day=first_day or moment.astimezone().date(),
                address=address.strip(),
                telephone=telephone.strip(),
                made_up=made_up,
            ),
            people=people,
            passphrase=passphrase,
            recovery_key=recovery_key or keys.PrintedCode.new(),
            now=moment,
        )
        if folder.exists():
            folder.rmdir()
        building.replace(folder)
    except OSError as trouble:
        shutil.rmtree(building, ignore_errors=True)
        raise StoreTrouble(say("set_up_store.folder_not_writable")) from trouble
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return Created(folder, created.person_id, created.recovery_key, created.codes)


def check_new_store(folder: Path, *, passphrase: str) -> None:
    """Raise what making a store there would raise, before its recovery key is printed.

    Raises StoreTrouble for the folder and PassphraseRefused for the passphrase.
    """
    refuse_shared_folder(folder)
    try:
        if folder.exists() and any(folder.iterdir()):
            raise StoreTrouble(say("set_up_store.folder_not_empty"))
        nearest = next(above for above in folder.parents if above.exists())
        writable = nearest.is_dir() and os.access(nearest, os.W_OK)
    except (OSError, StopIteration):
        writable = False
    if not writable:
        raise StoreTrouble(say("set_up_store.folder_not_writable"))
    keys.check_passphrase(passphrase)


def create_store_for(
    folder: Path,
    *,
    service_name: str,
    name: str,
    alone: bool,
    share: int,
    passphrase: str,
    recovery_key: keys.PrintedCode,
) -> Created:
    """A new store of one person, or of a team whose lead lets the others in later."""
    person = NewPerson(name, Role.SPECIALIST if alone else Role.LEAD, share)
    return create_store(
        folder,
        service_name=service_name,
        people=[person],
        passphrase=passphrase,
        recovery_key=recovery_key,
    )


def _check(service_name: str, people: Sequence[NewPerson]) -> None:
    problems = {}
    if not service_name.strip():
        problems["service_name"] = say("people.service_needs_name")
    if not people or any(not person.name.strip() for person in people):
        problems["people"] = say("people.needs_name")
    elif len(people) > 1 and people[0].role is not Role.LEAD:
        problems["people"] = say("set_up_store.first_must_lead")
    elif len({person.name.strip() for person in people}) < len(people):
        problems["people"] = say("set_up_store.names_differ")
    if problems:
        raise FieldsRefused(problems)


def _build(
    folder: Path,
    *,
    service: Service,
    people: Sequence[NewPerson],
    passphrase: str,
    recovery_key: keys.PrintedCode,
    now: datetime,
) -> Created:
    first_id = new_id()
    made = keys.new_store_keys(
        person_id=first_id,
        name=people[0].name.strip(),
        passphrase=passphrase,
        recovery_key=recovery_key,
        now=now,
    )
    create_database(folder, made.db_key_hex)
    store = open_store(folder, made.db_key_hex)
    try:
        records = _people_in(store, service, people, first_id, now)
        ledger = LedgerInStore(store)
        ledger.write(made.ledger_state)
        unlocked = made.write(folder)
        try:
            codes = tuple(
                keys.issue_code(unlocked, ledger, person_id=p.id, name=p.name, now=now)
                for p in records[1:]
            )
        finally:
            unlocked.forget()
    finally:
        store.close()
    return Created(folder, first_id, recovery_key, codes)


def _people_in(
    store: Store, service: Service, people: Sequence[NewPerson], first_id: RecordId, now: datetime
) -> list[Person]:
    with store.work(person_id=first_id, action="set_up", now=now) as work:
        work.add(service)
    records = []
    with store.work(person_id=first_id, action="set_up", now=now) as work:
        for number, person in enumerate(people):
            record = Person(
                name=person.name.strip(),
                role=person.role,
                telephone=person.telephone.strip(),
                joined_on=person.joined_on or service.first_day,
            )
            if number == 0:
                record = Person(
                    id=first_id,
                    name=record.name,
                    role=record.role,
                    telephone=record.telephone,
                    joined_on=record.joined_on,
                )
            records.append(
                add_person(
                    work,
                    record,
                    share=person.share,
                    starts=record.joined_on or service.first_day,
                )
            )
    return records
