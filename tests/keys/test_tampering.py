"""Each way of tampering with the key file is named: it is refused, or opens to read only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from caseload import keys
from caseload.keys import TroubleKind, kdf
from caseload.keys.drafting import draft_statement, new_data_key
from caseload.keys.key_file import KeyFile
from caseload.keys.primitives import DoesNotOpen, PrivateHalves
from caseload.keys.statements import SlotKind, make_statement
from tests.keys.small_store import AMAL, BEA, Store, opens
from tests.keys.tampered import assert_read_only, edit, parsed, slot_of

NOT_YOURS = "These are not the keys of your store: restore a backup or ask your team lead."


def test_the_control_an_edited_layout_alone_is_no_tampering(store: Store) -> None:
    edit(store, dict)
    assert opens(store, AMAL)


def test_a_swapped_public_key_in_ones_own_slot_is_refused(store: Store) -> None:
    thief = PrivateHalves.new().public
    edit(store, lambda plain: slot_of(plain, AMAL).update(x25519=thief.x25519.hex()))
    with pytest.raises(keys.SwappedPublicKey) as refusal:
        store.enter(AMAL)
    assert AMAL.name in refusal.value.sentence
    assert refusal.value.sentence.endswith(NOT_YOURS)


def test_a_swapped_public_key_in_another_slot_names_that_slot(store: Store) -> None:
    thief = PrivateHalves.new().public
    edit(store, lambda plain: slot_of(plain, BEA).update(x25519=thief.x25519.hex()))
    sentence = assert_read_only(store, AMAL, TroubleKind.SEAL, BEA.name)
    assert "It differs in the slot of Bea Nwosu." in sentence


def test_the_data_key_is_never_sealed_to_a_key_from_the_file(store: Store) -> None:
    """Even if all else were passed by: the public keys come from the database alone."""
    thief, bea = PrivateHalves.new(), store.unlock(BEA).proof.private
    with store.enter(AMAL) as session:
        state = session.database.ledger.read()
        assert state is not None
        file = session.unlocked.file
        slots = tuple(
            replace(slot, public=thief.public) if slot.person_id == BEA.person_id else slot
            for slot in file.slots
        )
        proof = replace(session.unlocked.proof, file=replace(file, slots=slots))
        session.unlocked.adopt(proof)
        draft = draft_statement(
            session.unlocked, state, now=file.newest.at, data_key=new_data_key()
        )
    sealed = next(slot for slot in draft.after.slots if slot.person_id == BEA.person_id)
    info = sealed.seal_info(draft.after.store_id, draft.after.generation)
    assert bea.open(sealed.seal, info) == draft.data_key
    with pytest.raises(DoesNotOpen):
        thief.open(sealed.seal, info)


def test_a_swapped_public_key_under_a_mac_that_fits_is_named(store: Store) -> None:
    thief = PrivateHalves.new()
    with store.enter(AMAL) as session:
        file, data_key = session.unlocked.file, session.unlocked.proof.data_key
        slots = tuple(
            replace(slot, public=thief.public) if slot.person_id == BEA.person_id else slot
            for slot in file.slots
        )
        forged = replace(file, slots=slots).sealed_with(data_key)
        store.key_file.write_bytes(forged.to_bytes())
    assert_read_only(store, AMAL, TroubleKind.DIFFERS, BEA.name)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_altered_statement_is_refused(store: Store, place: int) -> None:
    edit(store, lambda plain: plain["statements"][place].update(at="2026-01-01T00:00:00+00:00"))
    for person in (AMAL, BEA):
        with pytest.raises(keys.ForgedStatement) as refusal:
            store.enter(person)
        assert refusal.value.sentence.startswith(f"Statement {place + 1} ")
        assert refusal.value.sentence.endswith(NOT_YOURS)


def test_a_statement_signed_by_a_stranger_is_refused(store: Store) -> None:
    thief = PrivateHalves.new()
    with store.enter(AMAL) as session:
        file, data_key = session.unlocked.file, bytes(session.unlocked.proof.data_key)
    holders = [
        replace(one, public=thief.public) if one.person_id == BEA.person_id else one
        for one in file.newest.holders
    ]
    for by in (AMAL, BEA):
        forged = make_statement(
            file.store_id,
            last=file.newest,
            data_key=data_key,
            new_generation=False,
            holders=holders,
            by=by.person_id,
            signer=thief,
            at=file.newest.at,
        )
        store.key_file.write_bytes(replace(file, statements=(*file.statements, forged)).to_bytes())
        with pytest.raises(keys.ForgedStatement):
            store.enter(AMAL)


def test_statements_cut_off_behind_the_pin_are_refused(store: Store) -> None:
    edit(store, lambda plain: plain["statements"].pop())
    with pytest.raises(keys.NotTheKeysOfYourStore):
        store.enter(AMAL)


def test_a_whole_store_of_keys_made_by_a_thief_is_refused(store: Store) -> None:
    """The thief knows every public key, so seals and signs a chain of their own for Bea."""
    thief = PrivateHalves.new()
    stolen = parsed(store)
    mine = next(one for one in stolen.slots if one.person_id == BEA.person_id)
    data_key = bytearray(b"thief's own data key, 32 bytes..")
    holders = [
        replace(one, public=thief.public) if one.person_id == AMAL.person_id else one
        for one in stolen.newest.holders
    ]
    statement = make_statement(
        stolen.store_id,
        last=None,
        data_key=data_key,
        new_generation=True,
        holders=holders,
        by=AMAL.person_id,
        signer=thief,
        at=stolen.newest.at,
    )
    slot = mine.sealed(stolen.store_id, 1, data_key, mine.public)
    forged = KeyFile(stolen.store_id, (statement,), (slot,), stolen.counter).sealed_with(data_key)
    store.key_file.write_bytes(forged.to_bytes())
    with pytest.raises(keys.PinBroken) as refusal:
        store.enter(BEA)
    assert refusal.value.sentence.endswith(NOT_YOURS)


def test_a_data_key_that_nobody_committed_to_is_refused(store: Store) -> None:
    file = parsed(store)
    mine = next(one for one in file.slots if one.person_id == AMAL.person_id)
    other = mine.sealed(file.store_id, file.generation, b"x" * 32, mine.public)
    slots = tuple(other if slot is mine else slot for slot in file.slots)
    store.key_file.write_bytes(replace(file, slots=slots).sealed_with(b"x" * 32).to_bytes())
    with pytest.raises(keys.WrongDataKey):
        store.enter(AMAL)


@pytest.mark.parametrize(
    "weaker",
    [{"m": 19 * 1024}, {"t": 2}, {"m": 64 * 1024 - 1}, {"m": 2 * 1024 * 1024}, {"t": 17}, {"p": 0}],
)
def test_weaker_or_ruinous_parameters_are_refused_before_they_run(
    store: Store, weaker: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(store, lambda plain: slot_of(plain, AMAL)["kdf"].update(weaker))
    monkeypatch.setattr(kdf, "argon2id", None)
    with pytest.raises(keys.WeakParameters) as refusal:
        store.enter(AMAL)
    assert AMAL.name in refusal.value.sentence


def test_a_passphrase_slot_without_argon2id_is_refused(store: Store) -> None:
    def without(plain: dict[str, Any]) -> None:
        slot = slot_of(plain, AMAL)
        slot["kdf"] = {"name": "hkdf-sha256", "salt": slot["kdf"]["salt"]}

    edit(store, without)
    with pytest.raises(keys.WeakParameters):
        store.enter(AMAL)


def test_weaker_parameters_in_another_slot_name_that_slot_and_are_never_written_on(
    store: Store,
) -> None:
    edit(store, lambda plain: slot_of(plain, BEA)["kdf"].update(m=8))
    assert_read_only(store, AMAL, TroubleKind.SEAL, BEA.name)


def test_the_parameters_written_are_the_programs(store: Store) -> None:
    for slot in parsed(store).slots:
        if slot.kind is SlotKind.PASSPHRASE:
            assert (slot.kdf.memory_kib, slot.kdf.passes, slot.kdf.lanes) == (65536, 3, 4)
