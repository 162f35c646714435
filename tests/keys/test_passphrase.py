"""What a passphrase must be, and the hint on how strong it looks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload.keys import PassphraseRefused, Strength, check_passphrase, strength, strength_hint


@pytest.mark.parametrize(
    "fine", ["twelve chars", "ox in my van", "kettle roof tulip ginger", "ľščťžýáíé123"]
)
def test_twelve_characters_or_four_words_will_do(fine: str) -> None:
    check_passphrase(fine)


def test_four_short_words_will_do() -> None:
    check_passphrase("ox my in pa")


@pytest.mark.parametrize("short", ["", "elevenchars", "three short ws"[:11], "a b c d", "    "])
def test_less_is_refused_with_the_way_on(short: str) -> None:
    with pytest.raises(PassphraseRefused) as refusal:
        check_passphrase(short)
    assert "12 characters" in refusal.value.sentence


@pytest.mark.parametrize("plain", ["aaaaaaaaaaaa", "abababababab", "            "])
def test_the_same_few_characters_again_and_again_are_refused(plain: str) -> None:
    with pytest.raises(PassphraseRefused):
        check_passphrase(plain)


def test_characters_are_counted_as_composed() -> None:
    with pytest.raises(PassphraseRefused):
        check_passphrase("e\u0301a\u0301o\u0301i\u0301u\u0301y\u0301")


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("password1234", Strength.WEAK),
        ("qwertyuiop12", Strength.WEAK),
        ("iloveyou2026!", Strength.WEAK),
        ("the the the the the", Strength.WEAK),
        ("26 March 1984", Strength.WEAK),
        ("correct horse battery staple", Strength.FAIR),
        ("ginger kettle roof tulip marsh", Strength.GOOD),
        ("xK9#mQ2$vL7!pR4z", Strength.GOOD),
    ],
)
def test_the_hint_is_honest_about_what_is_guessed_first(
    passphrase: str, expected: Strength
) -> None:
    assert strength(passphrase) is expected
    assert strength_hint(passphrase)


@given(st.text(max_size=60))
def test_any_text_gets_a_hint(text: str) -> None:
    assert strength_hint(text)


@given(st.lists(st.sampled_from(["otter", "lamp", "hedge", "tulip", "roof"]), max_size=8))
def test_another_word_never_makes_it_weaker(words: list[str]) -> None:
    assert strength(" ".join([*words, "marsh"])) >= strength(" ".join(words))
