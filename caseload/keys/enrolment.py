"""Enrolment by code: how a second person, or one who forgot the passphrase, gets keys.

The code wraps a temporary pair to which the data key is sealed; whoever made the code could use it
too, so the caller audits both names. Seven days end it inside the program only: a copied file does
not know what day it is, and the screen says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from caseload.keys.changing import commit_change, state_for_change
from caseload.keys.drafting import CODE_LASTS, NewPair, draft_statement, new_data_key
from caseload.keys.kdf import passphrase_bytes
from caseload.keys.ledger import KeyLedger
from caseload.keys.passphrase import check_passphrase
from caseload.keys.ports import Progress, RekeyDatabase
from caseload.keys.printed_code import PrintedCode
from caseload.keys.proving import name_of
from caseload.keys.refusals import NotAHolder, OwnKeys
from caseload.keys.rekeying import rekey
from caseload.keys.statements import RECOVERY, SlotKind
from caseload.keys.unlocked import Unlocked
from caseload.keys.unlocking import check_in_time
from caseload.words import say


@dataclass(frozen=True)
class EnrolmentCode:
    """A code to hand over, shown once. ``expires`` is a UTC time."""

    person_id: str
    name: str
    code: PrintedCode
    expires: datetime

    @property
    def note(self) -> str:
        """What the screen and the slip have to say beside the code."""
        return say("keys.enrolment.note")


def issue_code(
    unlocked: Unlocked,
    ledger: KeyLedger,
    *,
    person_id: str,
    name: str,
    now: datetime | None = None,
) -> EnrolmentCode:
    """A code for this person; keys they had before are replaced by it.

    The caller lets only a team lead do this, and audits both names. A keyring slot goes with it,
    since the store is no longer one person's. Raises OwnKeys for the person who is unlocked, and
    KeysReadOnly.
    """
    if person_id in {unlocked.person_id, RECOVERY}:
        raise OwnKeys(say("keys.enrolment.own"))
    check_has_own_keys(unlocked)
    now = now or datetime.now(UTC)
    state = state_for_change(unlocked, ledger)
    pair, issued = new_code(person_id, name, now)
    commit_change(unlocked, ledger, draft_statement(unlocked, state, now=now, put=[pair]))
    return issued


def new_code(person_id: str, name: str, now: datetime) -> tuple[NewPair, EnrolmentCode]:
    """A temporary pair under a fresh code, and the code to hand over."""
    issued = EnrolmentCode(person_id, name, PrintedCode.new(), now + CODE_LASTS)
    pair = NewPair.make(
        person_id, name, SlotKind.ENROLMENT, issued.code.secret, expires=issued.expires
    )
    return pair, issued


def check_has_own_keys(unlocked: Unlocked) -> None:
    """Raise NotAHolder where a code or the recovery key opened the store: own keys come first."""
    if unlocked.must_enrol:
        raise NotAHolder(say("keys.enrolment.first"))


def use_code(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    passphrase: str,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> None:
    """After an unlock by code: the person's own passphrase and pair, the code gone, and a re-key.

    Raises PassphraseRefused, CodeExpired, KeysReadOnly, NotAHolder where no code was used, and
    what a re-key raises.
    """
    check_passphrase(passphrase)
    if unlocked.kind is not SlotKind.ENROLMENT:
        raise NotAHolder(say("keys.enrolment.no_code"))
    now = now or datetime.now(UTC)
    check_in_time(unlocked.slot, now)
    state = state_for_change(unlocked, database.ledger)
    pair = NewPair.make(
        unlocked.person_id,
        name_of(unlocked.file, unlocked.person_id),
        SlotKind.PASSPHRASE,
        passphrase_bytes(passphrase),
    )
    draft = draft_statement(unlocked, state, now=now, put=[pair], data_key=new_data_key())
    rekey(unlocked, database, draft, progress)
