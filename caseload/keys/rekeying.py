"""Re-keying: a new data key for the database, proof against a power cut at any moment.

After ``PRAGMA rekey`` in WAL the main file alone still has the old key while main with WAL has the
new, so for that time the key file holds both generations. The order: backup; the ledger's pending
state; the key file with both; rekey; checkpoint; close; reopen with the new key; both integrity
checks; the key file with the new generation alone; the ledger.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from caseload.keys.changing import adopt_draft, state_for_change
from caseload.keys.drafting import Draft
from caseload.keys.key_file import KeyFile, RekeyingFile, StoredKeys
from caseload.keys.key_file_on_disk import write_keys
from caseload.keys.ledger import KeyLedgerState
from caseload.keys.ports import Progress, RekeyDatabase, RekeyStep
from caseload.keys.primitives import DoesNotOpen, wipe
from caseload.keys.refusals import RekeyUnfinished
from caseload.keys.unlocked import Unlocked, db_key_hex
from caseload.words import say


class Resumed(Enum):
    """What became of a re-key that was stopped."""

    FINISHED = "finished"
    UNDONE = "undone"


def no_progress(_step: RekeyStep) -> None:
    """For callers who watch no steps."""


@dataclass(frozen=True)
class Crossing:
    """The time in which the key file holds both generations; the ways out of it."""

    folder: Path
    database: RekeyDatabase
    both: RekeyingFile
    told: Progress = no_progress

    def go_through(self, new_key: str, state: KeyLedgerState) -> None:
        """From the database under the old key, open, to the end. ``state`` is that of after."""
        self.database.rekey(new_key)
        self.told(RekeyStep.REKEYED)
        self.finish(new_key, state)

    def finish(self, new_key: str, state: KeyLedgerState) -> None:
        """From the database under the new key, open, to the end. ``state`` is that of after.

        The checkpoint comes before the checks: ``cipher_integrity_check`` reads the main file
        alone, which is under the old key until then.
        """
        self.database.checkpoint()
        self.told(RekeyStep.CHECKPOINTED)
        self.database.close()
        self.told(RekeyStep.CLOSED)
        if not self.database.open(new_key):
            raise RekeyUnfinished(say("keys.rekey.unfinished"))
        self.told(RekeyStep.REOPENED)
        self.database.check()
        self.told(RekeyStep.CHECKED)
        self._write(self.both.after)
        self.told(RekeyStep.NEW_GENERATION_WRITTEN)
        self.database.ledger.write(state)
        self.told(RekeyStep.LEDGER_SETTLED)

    def undo(self, state: KeyLedgerState) -> None:
        """From the database under the old key, open, to before. ``state`` is that of before."""
        self._write(self.both.before)
        self.database.ledger.write(state.settled())

    def _write(self, file: KeyFile) -> None:
        def prove(keys: StoredKeys) -> None:
            # Its unwrapping was proved when it was written into the file of both generations.
            if keys != file:
                raise DoesNotOpen

        write_keys(self.folder, file, prove=prove)


def rekey(
    unlocked: Unlocked, database: RekeyDatabase, draft: Draft, progress: Progress | None
) -> datetime | None:
    """Carry a draft with a new data key through; the time of the backup made first.

    On a failure the store is put back as it was and the failure raised again, or, where that is
    not possible now, RekeyUnfinished: then lock, and the next unlock finishes or undoes it.
    """
    told = progress or no_progress
    state = state_for_change(unlocked, database.ledger)
    backup = database.backup()
    told(RekeyStep.BACKED_UP)
    crossing = Crossing(unlocked.folder, database, _both_generations(unlocked, draft), told)
    database.ledger.write(replace(state, pending=draft.state))
    told(RekeyStep.LEDGER_TOLD)
    try:
        write_keys(unlocked.folder, crossing.both, prove=lambda keys: _check_both(draft, keys))
        told(RekeyStep.BOTH_GENERATIONS_WRITTEN)
        crossing.go_through(db_key_hex(draft.data_key), draft.state)
    except Exception as failure:
        mended = _mend(unlocked, crossing, draft, state)
        if mended is None:
            database.close()
            raise RekeyUnfinished(say("keys.rekey.unfinished")) from failure
        if mended is Resumed.UNDONE:
            raise
    adopt_draft(unlocked, draft)
    wipe(draft.data_key)
    return backup


def _both_generations(unlocked: Unlocked, draft: Draft) -> RekeyingFile:
    """The key file for the time between: before and after, and the old key for after's slots."""
    before, after = unlocked.file, draft.after
    public = {holder.person_id: holder.public for holder in draft.state.holders}
    both = {
        slot.slot_id: public[slot.person_id].seal(
            unlocked.proof.data_key, slot.seal_info(before.store_id, before.generation)
        )
        for slot in after.slots
    }
    return RekeyingFile(after, before, both).sealed_with(draft.data_key)


def _check_both(draft: Draft, keys: StoredKeys) -> None:
    if not isinstance(keys, RekeyingFile) or not keys.seal_fits(draft.data_key):
        raise DoesNotOpen
    draft.check_unwraps(keys.after)
    info = draft.mine.seal_info(keys.before.store_id, keys.before.generation)
    old = draft.private.open(keys.both[draft.mine.slot_id], info)
    if not keys.before.newest.commits_to(old):
        raise DoesNotOpen
    wipe(old)


def _mend(
    unlocked: Unlocked, crossing: Crossing, draft: Draft, state: KeyLedgerState
) -> Resumed | None:
    """After a failure: finish where the database has the new key, undo where it has the old."""
    # Whatever goes wrong a second time, the file of both generations is still there.
    with contextlib.suppress(Exception):
        quiet = replace(crossing, told=no_progress)
        new_key = db_key_hex(draft.data_key)
        quiet.database.close()
        if quiet.database.open(new_key):
            quiet.finish(new_key, draft.state)
            return Resumed.FINISHED
        if quiet.database.open(unlocked.db_key_hex):
            quiet.undo(state)
            return Resumed.UNDONE
    return None
