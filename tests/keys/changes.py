"""Changes of keys to cut off, and the ways in to try afterwards."""

from __future__ import annotations

from collections.abc import Callable

from caseload import keys
from caseload.errors import CaseloadError
from caseload.keys import KEY_FILE, PrintedCode, Progress
from caseload.keys.key_file import KeyFile, parse
from tests.keys.small_store import AMAL, BEA, ROWS, Session, Store

NEW_PASSPHRASE = "seven blue lantern hedge"


def removes_bea(session: Session, progress: Progress) -> None:
    keys.remove_person(
        session.unlocked, session.database, person_id=BEA.person_id, progress=progress
    )


def changes_passphrase(session: Session, progress: Progress) -> None:
    keys.change_passphrase(
        session.unlocked,
        session.database,
        passphrase=AMAL.passphrase,
        new_passphrase=NEW_PASSPHRASE,
        progress=progress,
    )


def suspects_nobody(session: Session, progress: Progress) -> None:
    keys.rekey_for_suspicion(
        session.unlocked, session.database, passphrase=AMAL.passphrase, progress=progress
    )


def one_generation(store: Store) -> bool:
    return isinstance(parse((store.folder / KEY_FILE).read_bytes()), KeyFile)


def opens_by_recovery_key(store: Store, code: PrintedCode | None = None) -> bool:
    with store.enter_by_recovery_key(code) as session:
        assert session.opened.trouble is None
        session.database.check()
        return session.database.rows() == ROWS


def opens_by_code(store: Store, issued: keys.EnrolmentCode) -> bool:
    with store.enter_by_code(issued) as session:
        return session.opened.trouble is None


def refused(attempt: Callable[..., object], *facts: object) -> bool:
    try:
        attempt(*facts)
    except CaseloadError:
        return True
    return False
