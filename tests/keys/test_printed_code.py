"""Printed codes: typed back however people type, with the slip found and its group named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.keys import MistypedCode, PrintedCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.binary(min_size=20, max_size=20).map(PrintedCode)


@given(codes, st.sampled_from(["-", " ", "", " - ", "\n", "–", "."]), st.booleans())
def test_it_reads_back_whatever_the_case_and_the_separators(
    code: PrintedCode, separator: str, lower: bool
) -> None:
    typed = separator.join(code.text.split("-"))
    assert code.matches(f" {typed.lower() if lower else typed} ")
    assert PrintedCode.read(typed).secret == code.secret


@given(codes)
def test_letters_taken_for_digits_are_read_as_those(code: PrintedCode) -> None:
    assert code.matches(code.text.replace("0", "O").replace("1", "l"))


@given(codes, st.integers(0, 39), st.sampled_from(ALPHABET + "U?É"))
def test_any_one_wrong_character_names_its_group(code: PrintedCode, place: int, wrong: str) -> None:
    run = list(code.text.replace("-", ""))
    if run[place] == wrong:
        return
    run[place] = wrong
    groups = ["".join(run[start : start + 5]) for start in range(0, 40, 5)]
    if wrong == "?":
        # It parts a group in two, so the whole is short.
        with pytest.raises(MistypedCode):
            code.matches("-".join(groups))
        return
    with pytest.raises(MistypedCode) as refusal:
        code.matches("-".join(groups))
    assert refusal.value.group == place // 5 + 1
    assert f"Group {place // 5 + 1} " in refusal.value.sentence


@given(codes, st.integers(0, 38))
def test_two_neighbours_swapped_are_found(code: PrintedCode, place: int) -> None:
    run = list(code.text.replace("-", ""))
    if run[place] == run[place + 1]:
        return
    run[place], run[place + 1] = run[place + 1], run[place]
    with pytest.raises(MistypedCode):
        code.matches("".join(run))


@given(codes, st.permutations(range(8)))
def test_groups_in_another_order_are_found(code: PrintedCode, order: list[int]) -> None:
    groups = code.text.split("-")
    if order == list(range(8)):
        return
    with pytest.raises(MistypedCode) as refusal:
        code.matches("-".join(groups[place] for place in order))
    moved = [place for place, number in enumerate(order) if place != number]
    assert refusal.value.group == moved[0] + 1


@given(codes, st.integers(0, 7))
def test_a_group_too_short_is_named_and_a_missing_one_counted(
    code: PrintedCode, place: int
) -> None:
    groups = code.text.split("-")
    short = [*groups[:place], groups[place][:-1], *groups[place + 1 :]]
    with pytest.raises(MistypedCode) as refusal:
        code.matches("-".join(short))
    assert refusal.value.group == place + 1
    with pytest.raises(MistypedCode) as refusal:
        code.matches("-".join([*groups[:place], *groups[place + 1 :]]))
    assert refusal.value.group is None
    assert "35" in refusal.value.sentence


def test_codes_are_never_the_same_and_hold_160_bits() -> None:
    made = [PrintedCode.new() for _ in range(50)]
    assert len({one.text for one in made}) == 50
    assert all(len(one.secret) * 8 == 160 for one in made)
    assert not made[0].matches(made[1].text)
    with pytest.raises(ValueError):
        PrintedCode(b"too short")
