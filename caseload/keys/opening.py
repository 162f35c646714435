"""Opening the database after the unlock: the store's own copy of the keys is compared last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from caseload.keys.changing import commit_change
from caseload.keys.comparing import find_trouble, settled_state
from caseload.keys.drafting import NewPair, accept_newest, draft_slots, draft_statement
from caseload.keys.key_file import KeyFile, RekeyingFile
from caseload.keys.key_file_on_disk import settle_on_disk
from caseload.keys.ledger import KeyLedgerState
from caseload.keys.ports import Progress, RekeyDatabase
from caseload.keys.proving import name_of
from caseload.keys.refusals import DatabaseNotOpened
from caseload.keys.rekeying import Resumed, no_progress
from caseload.keys.resuming import resume
from caseload.keys.statements import SlotKind, Statement
from caseload.keys.unlocked import KeyFileTrouble, Unlocked
from caseload.values.dates import long_date
from caseload.words import say


@dataclass(frozen=True)
class KeysChanged:
    """A new generation since this person's last unlock; ``sentence`` says when and by whom.

    ``at`` is UTC; ``by`` is a person id, or ``RECOVERY`` where the recovery key was used.
    """

    at: datetime
    by: str
    by_name: str
    sentence: str


@dataclass(frozen=True)
class Opened:
    """What opening the database found. The port's connection is open under the right key.

    With ``trouble`` the store must be used for reading only. ``resumed`` says what became of a
    re-key that was stopped, and ``renewed`` that this person's pair was made new.
    """

    news: tuple[KeysChanged, ...]
    trouble: KeyFileTrouble | None
    resumed: Resumed | None
    renewed: bool
    failed_attempts: int

    @property
    def resumed_sentence(self) -> str | None:
        """What to tell about a re-key that was stopped, or None."""
        return say(f"keys.rekey.{self.resumed.value}") if self.resumed else None


def open_database(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    writable: bool = True,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Opened:
    """Open the database with what was unlocked, and compare the ledger in it with the key file.

    A re-key that was stopped is finished or undone first. Where this person has not seen the
    newest statement, the pin moves on to it; where their pair is due, it is made new. With
    ``writable`` False nothing is written and no key can change in this session.

    Raises DatabaseNotOpened where the secret was right and the database still does not open, and
    whatever the port raises.
    """
    try:
        return _open(unlocked, database, writable, now or datetime.now(UTC), progress)
    finally:
        unlocked.forget_passphrase()


def _open(
    unlocked: Unlocked,
    database: RekeyDatabase,
    writable: bool,
    now: datetime,
    progress: Progress | None,
) -> Opened:
    resumed = None
    if isinstance(unlocked.stored, RekeyingFile):
        resumed = resume(unlocked, database, writable=writable, told=progress or no_progress)
    elif not database.open(unlocked.db_key_hex):
        raise DatabaseNotOpened(say("keys.refused.database"))
    state = database.ledger.read()
    trouble = unlocked.trouble or find_trouble(
        unlocked.file, seal_fits=unlocked.proof.seal_fits, state=state
    )
    unlocked.trouble = trouble
    unlocked.writable = writable
    news = _news(unlocked.file, unlocked.proof.pinned, unlocked.person_id)
    settled = settled_state(state, unlocked.file)
    renewed = False
    if writable and trouble is None and settled is not None and not unlocked.is_between:
        if state != settled:
            database.ledger.write(settled)
        settle_on_disk(unlocked.folder, unlocked.file)
        renewed = _move_on(unlocked, database, settled, now)
    return Opened(news, trouble, resumed, renewed, unlocked.failed_attempts)


def _news(file: KeyFile, pinned: int, reader: str) -> tuple[KeysChanged, ...]:
    """Each new generation after the statement that the reader accepted last."""
    links = zip(file.statements[pinned:], file.statements[pinned + 1 :], strict=False)
    return tuple(
        _told(last, link)
        for last, link in links
        if link.generation > last.generation and link.by != reader
    )


def _told(last: Statement, link: Statement) -> KeysChanged:
    signer = last.holder(link.by)
    name = signer.told_name() if signer else say("keys.unknown_name")
    day = long_date(link.at.astimezone().date())
    return KeysChanged(link.at, link.by, name, say("keys.rekey.changed", date=day, name=name))


def _move_on(
    unlocked: Unlocked, database: RekeyDatabase, state: KeyLedgerState, now: datetime
) -> bool:
    """Renew this person's pair where it is due, else move the pin on; whether it was renewed."""
    if unlocked.person_id in state.renew and unlocked.passphrase is not None:
        name = name_of(unlocked.file, unlocked.person_id)
        pair = NewPair.make(
            unlocked.person_id, name, SlotKind.PASSPHRASE, bytearray(unlocked.passphrase)
        )
        draft = draft_statement(unlocked, state, now=now, put=[pair])
        commit_change(unlocked, database.ledger, draft)
        return True
    if unlocked.proof.pinned < len(unlocked.file.statements) - 1:
        draft = draft_slots(unlocked, state, accept_newest(unlocked))
        commit_change(unlocked, database.ledger, draft)
    return False
