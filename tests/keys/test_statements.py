"""The chain of statements holds only as it was signed, link by link."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from caseload.keys import ForgedStatement, Holder, SlotKind
from caseload.keys.primitives import PrivateHalves
from caseload.keys.statements import Statement, check_chain, make_statement

STORE = "a store"
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
AMAL, BEA, THIEF = PrivateHalves.new(), PrivateHalves.new(), PrivateHalves.new()


def _holder(name: str, private: PrivateHalves) -> Holder:
    return Holder(name, name, SlotKind.PASSPHRASE, private.public)


def _link(
    last: Statement | None,
    holders: list[Holder],
    *,
    by: str = "amal",
    signer: PrivateHalves = AMAL,
    data_key: bytes = b"1" * 32,
    new_generation: bool = False,
    store: str = STORE,
) -> Statement:
    return make_statement(
        store,
        last=last,
        data_key=data_key,
        new_generation=new_generation,
        holders=holders,
        by=by,
        signer=signer,
        at=NOW,
    )


FIRST = _link(None, [_holder("amal", AMAL)])
SECOND = _link(FIRST, [_holder("amal", AMAL), _holder("bea", BEA)])
THIRD = _link(
    SECOND,
    [_holder("amal", AMAL), _holder("bea", BEA)],
    by="bea",
    signer=BEA,
    data_key=b"2" * 32,
    new_generation=True,
)
FOURTH = _link(THIRD, [_holder("amal", AMAL)], data_key=b"2" * 32)


def test_the_control_the_chain_as_signed_holds_from_any_link() -> None:
    for start in range(4):
        check_chain(STORE, [FIRST, SECOND, THIRD, FOURTH], start)


@pytest.mark.parametrize(
    ("chain", "broken"),
    [
        ([], None),
        ([SECOND, THIRD], 1),
        ([FIRST, FOURTH], 2),
        ([FIRST, SECOND, FOURTH], 3),
        ([FIRST, THIRD], 2),
        ([FIRST, SECOND, THIRD, FOURTH, SECOND], 5),
        ([FIRST, FIRST], 2),
    ],
)
def test_a_link_left_out_or_moved_is_found(chain: list[Statement], broken: int | None) -> None:
    with pytest.raises(ForgedStatement) as refusal:
        check_chain(STORE, chain)
    if broken:
        assert f"Statement {broken} " in refusal.value.sentence


def test_a_link_of_another_store_does_not_hold() -> None:
    with pytest.raises(ForgedStatement):
        check_chain("another store", [FIRST])
    with pytest.raises(ForgedStatement):
        check_chain(STORE, [_link(None, [_holder("amal", AMAL)], store="another store")])


@pytest.mark.parametrize(
    "forged",
    [
        _link(FIRST, [_holder("thief", THIEF)], by="thief", signer=THIEF),
        _link(FIRST, [_holder("amal", THIEF)], signer=THIEF),
        _link(FIRST, [_holder("bea", BEA)], by="bea", signer=BEA),
        _link(FIRST, [_holder("amal", AMAL), _holder("amal", THIEF)]),
        _link(FIRST, []),
        # Another data key under the generation that has one.
        _link(FIRST, [_holder("amal", AMAL)], data_key=b"3" * 32),
        replace(SECOND, holders=(*SECOND.holders, _holder("thief", THIEF))),
        replace(SECOND, generation=7),
        replace(SECOND, signature=b""),
    ],
)
def test_a_link_that_no_holder_signed_so_is_found(forged: Statement) -> None:
    with pytest.raises(ForgedStatement):
        check_chain(STORE, [FIRST, forged])


def test_a_generation_left_out_is_found() -> None:
    skipping = replace(FIRST, generation=2)
    signed = replace(skipping, signature=AMAL.sign(skipping.signed_bytes(STORE)))
    with pytest.raises(ForgedStatement):
        check_chain(STORE, [signed])
    jumping = replace(SECOND, generation=4)
    signed = replace(jumping, signature=AMAL.sign(jumping.signed_bytes(STORE)))
    with pytest.raises(ForgedStatement):
        check_chain(STORE, [FIRST, signed])
