"""How hard a text is to read: the Flesch-Kincaid school grade, US grades being age less five."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_NAMES = re.compile(
    r"\b(Universal Credit|Child Benefit|Council Tax|Carer's Allowance(?: Unit)?|"
    r"NHS Low Income Scheme|New Style ESA|Employment and Support Allowance|"
    r"Personal Independence Payment|Disability Living Allowance|Jobcentre)\b"
)
_FIGURES = re.compile(r"£[\d,.]*\d|\d[\d,.]*p?")


def sentences_of(texts: Iterable[str]) -> list[str]:
    """The sentences, one each."""
    text = "\n".join(texts).replace("\u00a0", " ")
    return [part.strip() for part in re.split(r"(?<=[.?])\s+|\n", text) if part.strip()]


def grade(texts: Iterable[str], names: Iterable[str] = ()) -> float:
    """Over all the texts; ``names``, those of benefits, and figures count as one short word."""
    found = sentences_of(texts)
    if not found:
        return 0.0
    lines = []
    for sentence in found:
        plain = sentence
        for name in names:
            plain = plain.replace(name, "it")
        plain = _FIGURES.sub("ten", _NAMES.sub("it", plain))
        lines.append(" ".join(re.findall(r"[A-Za-z'’]+", plain)))
    return kincaid([line for line in lines if line])


def kincaid(lines: Sequence[str]) -> float:
    """The Flesch-Kincaid grade of plain sentences, one a line.

    Kincaid and others 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59. The library for
    it on the package index has no wheel, so it could not be installed from the lock.
    """
    words = [word for line in lines for word in line.split()]
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(lines) + 11.8 * spoken / len(words) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, less a silent e at the end: near enough over a page."""
    plain = re.sub(r"[^a-z]", "", word.casefold())
    groups = len(re.findall(r"[aeiouy]+", plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(1, groups)


def longest_sentence(text: str) -> int:
    """The words of the longest sentence."""
    return max(len(re.findall(r"[\w£’'.,−-]+", sentence)) for sentence in sentences_of([text]))
