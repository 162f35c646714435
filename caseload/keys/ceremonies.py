"""The changes of keys that a person asks for; each ends in a re-key.

A change of secret is a change of pair, and of the data key: with an old key file and an old
passphrase nothing of today opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from caseload.keys.changing import state_for_change
from caseload.keys.drafting import NewPair, draft_statement, new_data_key
from caseload.keys.enrolment import EnrolmentCode, check_has_own_keys, new_code
from caseload.keys.kdf import passphrase_bytes
from caseload.keys.key_file import KeyFile
from caseload.keys.passphrase import check_passphrase
from caseload.keys.ports import Progress, RekeyDatabase
from caseload.keys.primitives import DoesNotOpen
from caseload.keys.printed_code import PrintedCode
from caseload.keys.proving import name_of, open_slot
from caseload.keys.refusals import NotAHolder, OwnKeys, WrongSecret
from caseload.keys.rekeying import rekey
from caseload.keys.statements import RECOVERY, SlotKind
from caseload.keys.unlocked import Unlocked
from caseload.words import say


@dataclass(frozen=True)
class Removal:
    """Who was removed, and the backups (UTC times) that still open with the keys they had."""

    person_id: str
    name: str
    backups_still_open: tuple[datetime, ...]
    sentence: str


def confirm_passphrase(unlocked: Unlocked, passphrase: str) -> bool:
    """Whether this is the passphrase of the person who unlocked."""
    for slot in unlocked.file.slots_of(unlocked.person_id):
        if slot.kind is SlotKind.PASSPHRASE:
            try:
                open_slot(unlocked.file, slot, passphrase_bytes(passphrase)).forget()
            except DoesNotOpen:
                return False
            return True
    return False


def change_passphrase(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    passphrase: str,
    new_passphrase: str,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> None:
    """A new pair under the new passphrase, and a re-key; a keyring slot goes with the old pair.

    Raises WrongSecret where ``passphrase`` is not the present one, PassphraseRefused, KeysReadOnly
    and what a re-key raises.
    """
    check_passphrase(new_passphrase)
    _check_present(unlocked, passphrase)
    state = state_for_change(unlocked, database.ledger)
    draft = draft_statement(
        unlocked,
        state,
        now=now or datetime.now(UTC),
        put=[_own_pair(unlocked, new_passphrase)],
        data_key=new_data_key(),
    )
    rekey(unlocked, database, draft, progress)


def remove_person(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    person_id: str,
    backups: Sequence[datetime] = (),
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Removal:
    """Take a person's keys away, or a code they have not used, and re-key.

    ``backups`` are the UTC times of the backups known; the one that the re-key makes first is
    added to the answer. Raises OwnKeys, NotAHolder, KeysReadOnly and what a re-key raises.
    """
    if person_id in {unlocked.person_id, RECOVERY}:
        raise OwnKeys(say("keys.removal.own"))
    check_has_own_keys(unlocked)
    state = state_for_change(unlocked, database.ledger)
    if state.holder(person_id) is None:
        raise NotAHolder(say("keys.removal.no_keys"))
    before = unlocked.file
    name = name_of(before, person_id)
    draft = draft_statement(
        unlocked,
        state,
        now=now or datetime.now(UTC),
        remove={person_id},
        data_key=new_data_key(),
    )
    made = rekey(unlocked, database, draft, progress)
    still_open = backups_open_for(before, person_id, [*backups, *([made] if made else [])])
    sentence = say("keys.removal.done", count=len(still_open), name=name)
    return Removal(person_id, name, still_open, sentence)


def backups_open_for(
    file: KeyFile, person_id: str, backups: Sequence[datetime]
) -> tuple[datetime, ...]:
    """The backups, oldest first, made while this person held keys by the file's statements."""
    found = set()
    for made in backups:
        last = [statement for statement in file.statements if statement.at <= made][-1:]
        if last and last[0].holder(person_id) is not None:
            found.add(made)
    return tuple(sorted(found))


def rekey_for_suspicion(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    passphrase: str,
    new_passphrase: str | None = None,
    suspects: Sequence[str] = (),
    recovery_key: PrintedCode | None = None,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> dict[str, EnrolmentCode]:
    """A re-key because someone else may hold a key; the codes, by person id, of the suspects.

    The person who does it gets a new pair, under ``new_passphrase`` where one is given; the slot of
    each suspect is replaced by a code; every other person's pair is made new at their next unlock;
    codes not used yet end. ``recovery_key``, printed and typed back before, replaces the old one
    where that is under suspicion too. Raises WrongSecret where ``passphrase`` is not the present
    one, PassphraseRefused, OwnKeys, NotAHolder, KeysReadOnly and what a re-key raises.
    """
    check_passphrase(passphrase if new_passphrase is None else new_passphrase)
    if unlocked.person_id in suspects or RECOVERY in suspects:
        raise OwnKeys(say("keys.suspicion.own"))
    _check_present(unlocked, passphrase)
    now = now or datetime.now(UTC)
    state = state_for_change(unlocked, database.ledger)
    put = [_own_pair(unlocked, passphrase if new_passphrase is None else new_passphrase)]
    issued = {}
    for person_id in suspects:
        holder = state.holder(person_id)
        if holder is None:
            raise NotAHolder(say("keys.removal.no_keys"))
        pair, issued[person_id] = new_code(person_id, holder.name, now)
        put.append(pair)
    if recovery_key is not None:
        put.append(_recovery_pair(recovery_key))
    others = [one for one in state.holders if one.person_id not in {*suspects, unlocked.person_id}]
    draft = draft_statement(
        unlocked,
        state,
        now=now,
        put=put,
        remove={one.person_id for one in others if one.kind is SlotKind.ENROLMENT},
        data_key=new_data_key(),
        renew=tuple(one.person_id for one in others if one.kind is SlotKind.PASSPHRASE),
    )
    rekey(unlocked, database, draft, progress)
    return issued


def replace_used_recovery_key(
    unlocked: Unlocked,
    database: RekeyDatabase,
    *,
    person_id: str,
    name: str,
    passphrase: str,
    recovery_key: PrintedCode,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> None:
    """After an unlock by recovery key: a new one in its place, this person enrolled, a re-key.

    The session goes on as that person. ``recovery_key`` is a new one, printed and typed back
    before. Raises PassphraseRefused, NotAHolder where no recovery key was used, KeysReadOnly and
    what a re-key raises.
    """
    check_passphrase(passphrase)
    if unlocked.kind is not SlotKind.RECOVERY:
        raise NotAHolder(say("keys.enrolment.no_recovery_key"))
    state = state_for_change(unlocked, database.ledger)
    secret = passphrase_bytes(passphrase)
    person = NewPair.make(person_id, name, SlotKind.PASSPHRASE, secret)
    draft = draft_statement(
        unlocked,
        state,
        now=now or datetime.now(UTC),
        put=[person, _recovery_pair(recovery_key)],
        data_key=new_data_key(),
        go_on_as=person_id,
    )
    rekey(unlocked, database, draft, progress)


def _own_pair(unlocked: Unlocked, passphrase: str) -> NewPair:
    name = name_of(unlocked.file, unlocked.person_id)
    secret = passphrase_bytes(passphrase)
    return NewPair.make(unlocked.person_id, name, SlotKind.PASSPHRASE, secret)


def _recovery_pair(recovery_key: PrintedCode) -> NewPair:
    return NewPair.make(RECOVERY, "", SlotKind.RECOVERY, recovery_key.secret)


def _check_present(unlocked: Unlocked, passphrase: str) -> None:
    if unlocked.must_enrol:
        raise NotAHolder(say("keys.enrolment.first"))
    if not confirm_passphrase(unlocked, passphrase):
        raise WrongSecret(say("keys.unlock.wrong_present"))
