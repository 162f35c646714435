"""Unlocking a store for one verb: to read beside an open window, or to write with nobody else."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from caseload.app import Session, store_people, unlock
from caseload.cli.passphrases import passphrase
from caseload.cli.usage import WrongUsage
from caseload.errors import Refused
from caseload.keys import PersonWithKeys
from caseload.values.names import fold
from caseload.words import say


def add_who(verb: argparse.ArgumentParser) -> None:
    """The options of every verb that unlocks a store."""
    verb.add_argument("--as", dest="name", metavar="NAME", help=say("cli.help.as"))
    verb.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help=say("cli.help.passphrase_file")
    )


def chosen(people: Sequence[PersonWithKeys], name: str | None) -> PersonWithKeys:
    """Who unlocks. Raises WrongUsage where it was not said, Refused where nobody has that name."""
    names = ", ".join(person.name for person in people)
    if name is None:
        if len(people) == 1:
            return people[0]
        raise WrongUsage(say("cli.who.several", names=names))
    found = [person for person in people if person.name == name]
    found = found or [person for person in people if fold(person.name) == fold(name)]
    if len(found) != 1:
        raise Refused(say("cli.who.unknown", typed=name[:60], names=names))
    return found[0]


def secret_of(given: argparse.Namespace, person: PersonWithKeys) -> str:
    """This person's passphrase, from the file that was named or typed."""
    prompt = say("cli.prompt.passphrase", name=person.name)
    return passphrase(given.passphrase_file, prompt=prompt)


@contextmanager
def opened(given: argparse.Namespace, store: Path, *, to_write: bool) -> Iterator[Session]:
    """The store, unlocked. Raises the keys' refusals, StoreTrouble, and Refused with the reason
    where it has to be written and can only be read, as when the window has it open.
    """
    person = chosen(store_people(store).people, given.name)
    with unlocked(store, person, secret_of(given, person), to_write=to_write) as session:
        yield session


@contextmanager
def unlocked(
    store: Path, person: PersonWithKeys, secret: str, *, to_write: bool
) -> Iterator[Session]:
    """The same, where it is known who unlocks and with which passphrase."""
    session = unlock(store, person_id=person.person_id, passphrase=secret)
    try:
        if to_write and session.is_read_only:
            raise Refused(session.notices.read_only_why or say("store.read_only"))
        yield session
    finally:
        session.lock()
