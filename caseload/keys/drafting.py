"""Drafting the key file of after a change: statement, slots, seals, pins and MAC.

The public keys that the data key is sealed to come from the ledger in the encrypted database, so a
key swapped into the file is never sealed to.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from caseload.keys.comparing import state_of
from caseload.keys.key_file import KeyFile
from caseload.keys.ledger import KeyLedgerState
from caseload.keys.primitives import KEY_BYTES, DoesNotOpen, PrivateHalves, Secret, wipe
from caseload.keys.proving import open_slot, prove
from caseload.keys.slots import Slot, make_slot
from caseload.keys.statements import Holder, SlotKind, make_statement
from caseload.keys.unlocked import Unlocked

CODE_LASTS = timedelta(days=7)


@dataclass(frozen=True)
class NewPair:
    """A fresh pair for one holder, and the secret that is to open it."""

    person_id: str
    name: str
    kind: SlotKind
    secret: Secret = field(repr=False)
    private: PrivateHalves
    expires: datetime | None = None

    @classmethod
    def make(
        cls,
        person_id: str,
        name: str,
        kind: SlotKind,
        secret: Secret,
        expires: datetime | None = None,
    ) -> NewPair:
        """With private halves made now."""
        return cls(person_id, name, kind, secret, PrivateHalves.new(), expires)

    def forget_secret(self) -> None:
        """Overwrite the secret where it is a buffer, as a passphrase's is."""
        if isinstance(self.secret, bytearray):
            wipe(self.secret)

    def holder(self) -> Holder:
        """As it stands in the statement."""
        return Holder(self.person_id, self.name, self.kind, self.private.public)


@dataclass(frozen=True)
class Draft:
    """A change of keys ready to be written. ``mine`` is the session's slot afterwards."""

    after: KeyFile
    state: KeyLedgerState
    data_key: bytearray = field(repr=False)
    mine: Slot
    private: PrivateHalves
    put: tuple[NewPair, ...] = ()

    def check_unwraps(self, file: KeyFile) -> None:
        """Prove a file read back: each new secret unwraps its slot, and this session's opens."""
        for pair in self.put:
            slot = next(one for one in file.slots_of(pair.person_id) if one.kind is pair.kind)
            if open_slot(file, slot, pair.secret).public != pair.private.public:
                raise DoesNotOpen
        prove(file, self.mine, self.private)

    def forget_secrets(self) -> None:
        """Overwrite what the change needed and the session does not."""
        for pair in self.put:
            pair.forget_secret()
            if pair.private is not self.private:
                pair.private.forget()


def new_data_key() -> bytearray:
    """A fresh data key."""
    return bytearray(os.urandom(KEY_BYTES))


def draft_statement(
    unlocked: Unlocked,
    state: KeyLedgerState,
    *,
    now: datetime,
    put: Sequence[NewPair] = (),
    remove: Collection[str] = (),
    data_key: bytearray | None = None,
    renew: tuple[str, ...] | None = None,
    go_on_as: str | None = None,
) -> Draft:
    """A change of holders, of the data key, or of both.

    ``data_key`` is a new one for a new generation; ``renew`` the people whose pairs are due, those
    due already where None; ``go_on_as`` the person id of the session afterwards. Unused codes past
    their time go with any change.
    """
    key = data_key if data_key is not None else unlocked.proof.data_key
    holders = _holders(unlocked, state, put, remove, now)
    statement = make_statement(
        unlocked.store_id,
        last=unlocked.file.newest,
        data_key=key,
        new_generation=data_key is not None,
        holders=holders,
        by=unlocked.person_id,
        signer=unlocked.proof.private,
        at=now,
    )
    private = next(
        (one.private for one in put if one.person_id == (go_on_as or unlocked.person_id)),
        unlocked.proof.private,
    )
    slots = _slots(unlocked, holders, put, data_key, statement.generation)
    slots = _pinned(slots, unlocked.store_id, statement.digest(), private, put)
    after = KeyFile(
        store_id=unlocked.store_id,
        statements=(*unlocked.file.statements, statement),
        slots=slots,
        counter=unlocked.file.counter + 1,
    ).sealed_with(key)
    due = state.renew if renew is None else renew
    made_new = {pair.person_id for pair in put}
    still_due = [one.person_id for one in holders if one.person_id in due]
    return Draft(
        after=after,
        state=state_of(after, renew=tuple(one for one in still_due if one not in made_new)),
        data_key=key,
        mine=_own_slot(after, unlocked, private),
        private=private,
        put=tuple(put),
    )


def draft_slots(unlocked: Unlocked, state: KeyLedgerState, slots: Sequence[Slot]) -> Draft:
    """A change of slots under the same statement: a newer pin, a keyring slot more or less."""
    after = replace(
        unlocked.file, slots=tuple(slots), counter=unlocked.file.counter + 1
    ).sealed_with(unlocked.proof.data_key)
    return Draft(
        after=after,
        state=state_of(after, renew=state.renew),
        data_key=unlocked.proof.data_key,
        mine=_own_slot(after, unlocked, unlocked.proof.private),
        private=unlocked.proof.private,
    )


def accept_newest(unlocked: Unlocked) -> tuple[Slot, ...]:
    """The slots with this session's own pins on the newest statement."""
    newest = unlocked.file.newest.digest()
    return _pinned(unlocked.file.slots, unlocked.store_id, newest, unlocked.proof.private, ())


def _holders(
    unlocked: Unlocked,
    state: KeyLedgerState,
    put: Sequence[NewPair],
    remove: Collection[str],
    now: datetime,
) -> tuple[Holder, ...]:
    late = {
        slot.person_id
        for slot in unlocked.file.slots
        if slot.expires is not None and slot.expires <= now
    }
    gone = {*remove, *late, *(pair.person_id for pair in put)}
    kept = [holder for holder in state.holders if holder.person_id not in gone]
    return (*kept, *(pair.holder() for pair in put))


def _slots(
    unlocked: Unlocked,
    holders: Sequence[Holder],
    put: Sequence[NewPair],
    new_key: Secret | None,
    generation: int,
) -> tuple[Slot, ...]:
    made_new = {pair.person_id for pair in put}
    by_id = {holder.person_id: holder for holder in holders}
    alone = sum(holder.kind is not SlotKind.RECOVERY for holder in holders) == 1
    kept = [
        slot
        for slot in unlocked.file.slots
        if slot.person_id in by_id
        and slot.person_id not in made_new
        and (alone or slot.kind is not SlotKind.KEYRING)
    ]
    fresh = [
        make_slot(
            unlocked.store_id,
            person_id=pair.person_id,
            kind=pair.kind,
            private=pair.private,
            secret=pair.secret,
            expires=pair.expires,
        )
        for pair in put
    ]
    key = new_key if new_key is not None else unlocked.proof.data_key
    to_seal = [*kept, *fresh] if new_key is not None else fresh
    sealed = [
        slot.sealed(unlocked.store_id, generation, key, by_id[slot.person_id].public)
        for slot in to_seal
    ]
    return (*(kept if new_key is None else ()), *sealed)


def _pinned(
    slots: Sequence[Slot],
    store_id: str,
    statement: str,
    mine: PrivateHalves,
    put: Sequence[NewPair],
) -> tuple[Slot, ...]:
    """Pins by whoever is here: this session's own slots, and those of the pairs just made."""
    present = {pair.private.public: pair.private for pair in put}
    present[mine.public] = mine
    return tuple(
        slot.pinned(store_id, statement, present[slot.public]) if slot.public in present else slot
        for slot in slots
    )


def _own_slot(file: KeyFile, unlocked: Unlocked, private: PrivateHalves) -> Slot:
    own = [slot for slot in file.slots if slot.public == private.public]
    return next((slot for slot in own if slot.slot_id == unlocked.slot.slot_id), own[0])
