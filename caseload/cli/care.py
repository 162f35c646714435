"""The care of a store: ``check``, ``backup``, ``restore`` and ``rekey``."""

from __future__ import annotations

import argparse
from pathlib import Path

from caseload.cli.answer import Answer
from caseload.cli.opening import add_who, chosen, opened, secret_of, unlocked
from caseload.cli.passphrases import first_line
from caseload.errors import StoreTrouble
from caseload.words import say


def add_check(verb: argparse.ArgumentParser) -> None:
    """Arguments of ``check``."""
    verb.add_argument("store", type=Path, metavar="STORE")
    add_who(verb)


def check(given: argparse.Namespace) -> Answer:
    """Everything that is wrong with the store: pages, rules, caps and the history's chain."""
    with opened(given, given.store, to_write=False) as session:
        findings = session.check()
    document = {"store": str(given.store), "well": not findings, "findings": findings}
    if not findings:
        return Answer(document)
    more = len(findings) - 1
    first = findings[0]
    return Answer(document, say("cli.check.more", first=first, count=more) if more else first)


def add_backup(verb: argparse.ArgumentParser) -> None:
    """Arguments of ``backup``."""
    verb.add_argument("store", type=Path, metavar="STORE")
    verb.add_argument("file", type=Path, metavar="FILE")
    add_who(verb)


def backup(given: argparse.Namespace) -> Answer:
    """Write a backup that has been opened and found whole; nothing is written over."""
    if given.file.exists():
        raise StoreTrouble(say("cli.file.already_there", file=given.file.name))
    with opened(given, given.store, to_write=False) as session:
        made_at = session.back_up(given.file)
    return Answer(
        {"store": str(given.store), "backup": str(given.file), "made_at": made_at.isoformat()}
    )


def add_restore(verb: argparse.ArgumentParser) -> None:
    """Arguments of ``restore``."""
    verb.add_argument("file", type=Path, metavar="FILE")
    verb.add_argument("store", type=Path, metavar="STORE")
    verb.add_argument(
        "--recovery-key-file", type=Path, metavar="FILE", help=say("cli.help.recovery_key_file")
    )
    add_who(verb)


def restore(given: argparse.Namespace) -> Answer:
    """Put a backup in place; a store that stands there is moved aside, never written over."""
    from caseload.app import restore as put_back
    from caseload.app.backups import people_in_backup

    if given.recovery_key_file is not None:
        key = first_line(given.recovery_key_file)
        restored = put_back(given.file, given.store, recovery_key=key)
    else:
        person = chosen(people_in_backup(given.file), given.name)
        restored = put_back(
            given.file,
            given.store,
            person_id=person.person_id,
            passphrase=secret_of(given, person),
        )
    return Answer(
        {
            "store": str(restored.folder),
            "made_at": restored.made_at.isoformat(),
            "replaced": str(restored.replaced) if restored.replaced else None,
        }
    )


def add_rekey(verb: argparse.ArgumentParser) -> None:
    """Arguments of ``rekey``."""
    verb.add_argument("store", type=Path, metavar="STORE")
    add_who(verb)


def rekey(given: argparse.Namespace) -> Answer:
    """Encrypt everything under new keys; everyone's passphrase stays as it is."""
    from caseload.app import store_people

    person = chosen(store_people(given.store).people, given.name)
    secret = secret_of(given, person)
    with unlocked(given.store, person, secret, to_write=True) as session:
        session.rekey(passphrase=secret)
    return Answer({"store": str(given.store), "rekeyed": True, "by": person.name})
