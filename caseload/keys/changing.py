"""A change of keys without a new data key: the ledger's pending state, the file, the ledger."""

from __future__ import annotations

from dataclasses import replace

from caseload.keys.comparing import check_may_change, find_trouble, settled_state
from caseload.keys.drafting import Draft
from caseload.keys.key_file import KeyFile, StoredKeys
from caseload.keys.key_file_on_disk import read_keys, write_keys
from caseload.keys.ledger import KeyLedger, KeyLedgerState
from caseload.keys.primitives import DoesNotOpen
from caseload.keys.proving import prove
from caseload.keys.refusals import KeysChangedMeanwhile, KeysReadOnly
from caseload.keys.unlocked import Unlocked
from caseload.words import say


def state_for_change(unlocked: Unlocked, ledger: KeyLedger) -> KeyLedgerState:
    """The ledger's state, after a check that keys may change now.

    Raises KeysReadOnly, or KeysChangedMeanwhile where the file on the disk is another by now.
    """
    check_may_change(unlocked.trouble, writable=unlocked.writable)
    if read_keys(unlocked.folder) != unlocked.file:
        raise KeysChangedMeanwhile(say("keys.refused.changed_meanwhile"))
    state = ledger.read()
    trouble = find_trouble(unlocked.file, seal_fits=unlocked.proof.seal_fits, state=state)
    check_may_change(trouble, writable=unlocked.writable)
    settled = settled_state(state, unlocked.file)
    if settled is None:
        raise KeysReadOnly(say("keys.trouble.way_on"))
    return settled


def commit_change(unlocked: Unlocked, ledger: KeyLedger, draft: Draft) -> None:
    """Write the draft, and go on with it in this session.

    Where it stops half way, the next opening finds the file at the ledger's present state or at
    its pending one, and settles it; so nothing is cleared here on the way out.
    """
    ledger.write(replace(state_for_change(unlocked, ledger), pending=draft.state))
    write_keys(unlocked.folder, draft.after, prove=lambda keys: _check(draft, keys))
    ledger.write(draft.state)
    adopt_draft(unlocked, draft)


def _check(draft: Draft, keys: StoredKeys) -> None:
    if not isinstance(keys, KeyFile):
        raise DoesNotOpen
    draft.check_unwraps(keys)


def adopt_draft(unlocked: Unlocked, draft: Draft) -> None:
    """Let the session go on with the keys of a draft that has been written."""
    proof = prove(draft.after, draft.mine, draft.private)
    unlocked.adopt(proof)
    draft.forget_secrets()
