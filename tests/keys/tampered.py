"""Tampering with a key file, and what the program then has to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from caseload import keys
from caseload.keys import TroubleKind
from caseload.keys.key_file import KeyFile, parse
from tests.keys.small_store import BEA, CARA, Person, Store


def edit(store: Store, change: Callable[[dict[str, Any]], object]) -> None:
    """Change members of the key file as its JSON text."""
    plain = json.loads(store.key_file.read_text(encoding="utf-8"))
    change(plain)
    store.key_file.write_text(json.dumps(plain, indent=1), encoding="utf-8")


def slot_of(plain: dict[str, Any], person: Person) -> dict[str, Any]:
    """The first slot of that person."""
    return next(one for one in plain["slots"] if one["person_id"] == person.person_id)


def assert_read_only(store: Store, person: Person, kind: TroubleKind, *names: str) -> str:
    """It opens, says why, names the slots, and refuses every change of keys without writing."""
    before = store.key_file.read_bytes()
    with store.enter(person) as session:
        trouble = session.opened.trouble
        assert trouble is not None
        assert trouble.kind is kind
        assert trouble.people == names
        assert session.database.rows()
        ledger, database = session.database.ledger, session.database
        for change in (
            lambda: keys.issue_code(
                session.unlocked, ledger, person_id=CARA.person_id, name=CARA.name
            ),
            lambda: keys.remove_person(session.unlocked, database, person_id=BEA.person_id),
            lambda: keys.rekey_for_suspicion(
                session.unlocked, database, passphrase=person.passphrase
            ),
            lambda: keys.change_passphrase(
                session.unlocked,
                database,
                passphrase=person.passphrase,
                new_passphrase="a quite different one",
            ),
            lambda: keys.add_keyring_slot(session.unlocked, ledger),
        ):
            with pytest.raises((keys.KeysReadOnly, keys.OwnKeys, keys.KeyringRefused)):
                change()
        assert session.database.backups == 0
    assert store.key_file.read_bytes() == before
    return trouble.sentence


def parsed(store: Store) -> KeyFile:
    """The key file at rest."""
    file = parse(store.key_file.read_bytes())
    assert isinstance(file, KeyFile)
    return file
