"""The key file against the store's own copy in the encrypted database.

The MAC alone does not show that an older file was put back: it was right when it was written.
"""

from __future__ import annotations

from dataclasses import replace

from caseload.keys.key_file import KeyFile
from caseload.keys.ledger import KeyLedgerState, SlotMark
from caseload.keys.proving import name_of
from caseload.keys.refusals import KeysReadOnly
from caseload.keys.unlocked import KeyFileTrouble, TroubleKind
from caseload.words import say


def state_of(file: KeyFile, *, renew: tuple[str, ...] = ()) -> KeyLedgerState:
    """What the ledger keeps of a key file."""
    return KeyLedgerState(
        store_id=file.store_id,
        generation=file.generation,
        counter=file.counter,
        statement=file.newest.digest(),
        file_mac=file.mac.hex(),
        holders=file.newest.holders,
        slots=tuple(SlotMark(one.slot_id, one.person_id, one.digest()) for one in file.slots),
        renew=renew,
    )


def matches(state: KeyLedgerState | None, file: KeyFile) -> bool:
    """Whether the ledger's state, its pending one aside, is this file's."""
    if state is None:
        return False
    return replace(state.settled(), renew=()) == state_of(file)


def settled_state(state: KeyLedgerState | None, file: KeyFile) -> KeyLedgerState | None:
    """The ledger's state for this file with nothing pending; None where it knows no such file.

    A power cut between the ledger and the file leaves the file at the present state or at the
    pending one; anything else was not written by the program.
    """
    if state is None:
        return None
    if matches(state, file):
        return state.settled()
    return state.pending if matches(state.pending, file) else None


def find_trouble(
    file: KeyFile, *, seal_fits: bool, state: KeyLedgerState | None
) -> KeyFileTrouble | None:
    """Why this key file may only be read, or None where all is well."""
    if seal_fits and settled_state(state, file) is not None:
        return None
    people = _people_that_differ(file, state)
    if state is not None and file.counter < state.counter:
        return _trouble(TroubleKind.OLDER_FILE, people)
    if not seal_fits:
        return _trouble(TroubleKind.SEAL, people)
    if state is None or file.counter > state.counter:
        return _trouble(TroubleKind.OLDER_DATABASE, people)
    return _trouble(TroubleKind.DIFFERS, people)


def _people_that_differ(file: KeyFile, state: KeyLedgerState | None) -> tuple[str, ...]:
    if state is None:
        return ()
    kept = {mark.slot_id: mark for mark in state.slots}
    found = {slot.slot_id: slot for slot in file.slots}
    differing = {
        mark.person_id
        for slot_id, mark in kept.items()
        if slot_id not in found or found[slot_id].digest() != mark.digest
    } | {slot.person_id for slot_id, slot in found.items() if slot_id not in kept}
    names = set()
    for person_id in differing:
        holder = state.holder(person_id)
        names.add(holder.told_name() if holder else name_of(file, person_id))
    return tuple(sorted(names, key=str.casefold))


def _trouble(kind: TroubleKind, people: tuple[str, ...]) -> KeyFileTrouble:
    sentences = [say(f"keys.trouble.{kind.value}")]
    if people and kind in {TroubleKind.SEAL, TroubleKind.DIFFERS}:
        sentences.append(say("keys.trouble.slots", names=", ".join(people)))
    sentences.append(say("keys.trouble.way_on"))
    return KeyFileTrouble(kind, people, " ".join(sentences))


def check_may_change(trouble: KeyFileTrouble | None, *, writable: bool) -> None:
    """Raise KeysReadOnly where no key may change in this session."""
    if trouble is not None:
        raise KeysReadOnly(trouble.sentence)
    if not writable:
        raise KeysReadOnly(say("keys.trouble.opened_to_read"))
