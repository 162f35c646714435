"""What a passphrase must be, and how strong it looks.

The hint counts what a guesser would try first: single words, runs along the keyboard, repeats,
years. It errs to the low side and is advice, not proof.
"""

from __future__ import annotations

import math
import re
import unicodedata
from enum import IntEnum

from caseload.keys.refusals import PassphraseRefused
from caseload.words import say

LEAST_CHARACTERS = 12
LEAST_WORDS = 4
_LEAST_DIFFERENT = 5
_RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
)
_COMMON = (
    "password",
    "passphrase",
    "passwort",
    "letmein",
    "welcome",
    "secret",
    "admin",
    "qwerty",
    "iloveyou",
    "monkey",
    "dragon",
    "football",
    "caseload",
    "employment",
    "nhs",
)
# Guesses, as powers of two. A word chosen by a person is one of some two thousand; a character of
# no pattern one of its kind's, less what people's habits give away.
_BITS_A_WORD = 11.0
_BITS_A_NAME = 6.0
_HABIT = 0.6
_BITS_A_RANDOM_CHARACTER = 5.0


class Strength(IntEnum):
    """Weak: hours to days for someone who copied the files; fair: years; good: out of reach."""

    WEAK = 0
    FAIR = 1
    GOOD = 2


def check_passphrase(passphrase: str) -> None:
    """Raise PassphraseRefused where a new passphrase is too short or too plain.

    At least 12 characters, or four words of two letters or more; five different characters.
    """
    text = unicodedata.normalize("NFKC", passphrase)
    words = [word for word in text.split() if len(word) > 1]
    if len(text) < LEAST_CHARACTERS and len(words) < LEAST_WORDS:
        raise PassphraseRefused(say("keys.passphrase.short"))
    if len(set(text.casefold())) < _LEAST_DIFFERENT:
        raise PassphraseRefused(say("keys.passphrase.plain"))


def strength(passphrase: str) -> Strength:
    """How hard this would be to guess, roughly."""
    bits = _guess_bits(unicodedata.normalize("NFKC", passphrase))
    if bits < 40:
        return Strength.WEAK
    return Strength.FAIR if bits < 55 else Strength.GOOD


def strength_hint(passphrase: str) -> str:
    """One sentence on how hard it would be to guess; rough, and for advice only."""
    return say(f"keys.passphrase.{strength(passphrase).name.lower()}")


def _guess_bits(text: str) -> float:
    counted: set[str] = set()
    bits = 0.0
    for piece in re.findall(r"[^\s\-_.,;]+", text):
        folded = piece.casefold()
        # The same word again tells a guesser nearly nothing new.
        if folded in counted:
            bits += 1.0
        elif _looks_random(piece):
            bits += len(piece) * _BITS_A_RANDOM_CHARACTER
        else:
            bits += _piece_bits(folded)
        counted.add(folded)
    # Where capitals stand is a choice too, but a small one.
    return bits + (2.0 if text != text.casefold() else 0.0)


def _looks_random(piece: str) -> bool:
    """Whether its kind of character changes so often that no word can be in it."""
    runs = re.findall(r"[^\W\d_A-Z]+|[A-Z]+|\d+|[^\w\s]+", piece)
    return len(piece) >= 8 and 3 * len(runs) > 2 * len(piece)


def _piece_bits(piece: str) -> float:
    bits = 0.0
    for common in _COMMON:
        if common in piece:
            piece = piece.replace(common, " ", 1)
            bits += _BITS_A_NAME
    rest, patterned = _without_patterns(piece)
    bits += patterned
    for run in re.findall(r"[^\W\d_]+|\d+|[^\w\s]+|_+", rest):
        bits += _run_bits(run)
    return bits


def _run_bits(run: str) -> float:
    if run.isdigit():
        # A year or a date is one of some fifteen thousand at most.
        return min(len(run) * math.log2(10), 14.0) if len(run) <= 8 else len(run) * 2.0
    if run.isalpha():
        return min(_BITS_A_WORD + max(0, len(run) - 8), len(run) * math.log2(26) * _HABIT)
    return len(run) * 5.0 * _HABIT


def _without_patterns(piece: str) -> tuple[str, float]:
    """The piece with keyboard runs and repeats taken out, and the few bits that they are worth."""
    bits = 0.0
    for run in (*_RUNS, *(line[::-1] for line in _RUNS)):
        for length in range(len(run), 3, -1):
            for start in range(len(run) - length + 1):
                if run[start : start + length] in piece:
                    piece = piece.replace(run[start : start + length], " ")
                    bits += 4.0
    repeats = re.findall(r"(.)\1{2,}", piece)
    return re.sub(r"(.)\1{2,}", " ", piece), bits + 4.0 * len(repeats)
