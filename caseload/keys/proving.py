"""The proof that a key file is this store's, made with one slot's private half.

A sealed data key shows no sender, so a file that opens is not yet one to trust. The order is: the
private half opens; the pin verifies; the chain runs from the pinned statement to the newest; the
commitment fits the data key; the MAC verifies. Only then may the database be opened.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from caseload.keys.key_file import KeyFile
from caseload.keys.primitives import DoesNotOpen, PrivateHalves, Secret
from caseload.keys.refusals import PinBroken, SwappedPublicKey, WeakParameters, WrongDataKey
from caseload.keys.slots import Slot
from caseload.keys.statements import check_chain
from caseload.words import say


@dataclass(frozen=True)
class Proof:
    """A key file proved through one slot.

    ``pinned`` is the place of the statement that the slot's owner accepted last. ``seal_fits`` is
    False where the MAC fails: then the store opens for reading only.
    """

    file: KeyFile
    slot: Slot
    private: PrivateHalves
    data_key: bytearray = field(repr=False)
    pinned: int
    seal_fits: bool


def check_before_secret(file: KeyFile, slot: Slot) -> None:
    """Refuse, before a secret is asked for, what shows without one.

    Raises ForgedStatement, SwappedPublicKey or WeakParameters. The last also guards the computer:
    an altered slot could ask for all its memory.
    """
    check_chain(file.store_id, file.statements)
    name = name_of(file, slot.person_id)
    holder = file.newest.holder(slot.person_id)
    if holder is None or holder.public != slot.public:
        raise SwappedPublicKey(say("keys.refused.swapped_public_key", name=name))
    if not slot.allowed():
        raise WeakParameters(say("keys.refused.weak_parameters", name=name))


def open_slot(file: KeyFile, slot: Slot, secret: Secret) -> PrivateHalves:
    """The private halves; DoesNotOpen with another secret or an altered slot."""
    private = slot.open(file.store_id, secret)
    if private.public != slot.public:
        raise DoesNotOpen
    return private


def prove(file: KeyFile, slot: Slot, private: PrivateHalves) -> Proof:
    """Everything after the private half has opened. Raises by name where the proof breaks."""
    pinned = _pinned_place(file, slot, private)
    check_chain(file.store_id, file.statements, pinned)
    holder = file.newest.holder(slot.person_id)
    if holder is None or holder.public != private.public:
        name = name_of(file, slot.person_id)
        raise SwappedPublicKey(say("keys.refused.swapped_public_key", name=name))
    try:
        data_key = slot.open_seal(file.store_id, file.generation, private)
    except DoesNotOpen as failure:
        raise WrongDataKey(say("keys.refused.wrong_data_key")) from failure
    if not file.newest.commits_to(data_key):
        raise WrongDataKey(say("keys.refused.wrong_data_key"))
    return Proof(file, slot, private, data_key, pinned, file.seal_fits(data_key))


def _pinned_place(file: KeyFile, slot: Slot, private: PrivateHalves) -> int:
    for place in reversed(range(len(file.statements))):
        if slot.pin_is(file.store_id, file.statements[place].digest(), private):
            return place
    raise PinBroken(say("keys.refused.pin", name=name_of(file, slot.person_id)))


def name_of(file: KeyFile, person_id: str) -> str:
    """The name that the newest statement knowing this person gives; for sentences only."""
    for statement in reversed(file.statements):
        holder = statement.holder(person_id)
        if holder is not None:
            return holder.told_name()
    return say("keys.unknown_name")
