"""A re-key that a power cut stopped: at the next opening it is finished or undone.

The new key is tried first, then the old. Where the database has the new key, the re-key is
finished. Where it still has the old, the key file of before is put back; only someone whose secret
opens the new generation alone (a passphrase just chosen) carries the re-key through instead.
"""

from __future__ import annotations

from caseload.keys.comparing import find_trouble, matches, settled_state
from caseload.keys.key_file import RekeyingFile
from caseload.keys.ledger import KeyLedgerState
from caseload.keys.ports import Progress, RekeyDatabase
from caseload.keys.proving import prove
from caseload.keys.refusals import DatabaseNotOpened
from caseload.keys.rekeying import Crossing, Resumed
from caseload.keys.unlocked import Unlocked, db_key_hex
from caseload.words import say


def resume(
    unlocked: Unlocked, database: RekeyDatabase, *, writable: bool, told: Progress
) -> Resumed | None:
    """Open the database of a store whose key file holds both generations.

    None where nothing was written: opened for reading, or the file is not the one that the store's
    own copy announces; then ``unlocked.trouble`` says so.
    """
    both = unlocked.stored
    if not isinstance(both, RekeyingFile):
        raise TypeError("no stopped re-key")
    crossing = Crossing(unlocked.folder, database, both, told)
    by_new = unlocked.opened_by_the_new_generation
    if by_new and database.open(unlocked.db_key_hex):
        return _with_new_key(unlocked, crossing, writable)
    old = unlocked.old_data_key if by_new else unlocked.proof.data_key
    if old is None or not database.open(db_key_hex(old)):
        raise DatabaseNotOpened(say("keys.refused.database_between"))
    return _with_old_key(unlocked, crossing, old, writable)


def _with_new_key(unlocked: Unlocked, crossing: Crossing, writable: bool) -> Resumed | None:
    both, state = crossing.both, crossing.database.ledger.read()
    unlocked.trouble = find_trouble(both.after, seal_fits=_fits(unlocked, both), state=state)
    settled = settled_state(state, both.after)
    if not writable or unlocked.trouble is not None or settled is None:
        return None
    crossing.finish(unlocked.db_key_hex, settled)
    unlocked.adopt(unlocked.proof)
    return Resumed.FINISHED


def _with_old_key(
    unlocked: Unlocked, crossing: Crossing, old: bytearray, writable: bool
) -> Resumed | None:
    both, state = crossing.both, crossing.database.ledger.read()
    trouble = find_trouble(both.before, seal_fits=both.before.seal_fits(old), state=state)
    mine = next((one for one in both.before.slots if one.public == unlocked.slot.public), None)
    if writable and trouble is None and state is not None:
        if mine is not None:
            crossing.undo(state)
            unlocked.adopt(prove(both.before, mine, unlocked.proof.private))
            return Resumed.UNDONE
        if state.pending is not None and _announced(unlocked, both, state.pending):
            crossing.go_through(unlocked.db_key_hex, state.pending)
            unlocked.adopt(unlocked.proof)
            return Resumed.FINISHED
    unlocked.trouble = trouble
    if unlocked.opened_by_the_new_generation:
        unlocked.trouble = trouble or find_trouble(
            both.after, seal_fits=_fits(unlocked, both), state=state
        )
        unlocked.use_old_data_key()
    return None


def _announced(unlocked: Unlocked, both: RekeyingFile, pending: KeyLedgerState) -> bool:
    """Whether the store's own copy knows that this re-key was begun."""
    return _fits(unlocked, both) and matches(pending, both.after)


def _fits(unlocked: Unlocked, both: RekeyingFile) -> bool:
    return unlocked.proof.seal_fits and both.seal_fits(unlocked.proof.data_key)
