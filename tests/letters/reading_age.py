"""How hard a text is to read: the Flesch-Kincaid school grade, US grades being age less five."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAMES = re.compile(r"\b(Universal Credit|Child Benefit|Council Tax|Carer's Allowance)\b")


def syllables(word: str) -> int:
    """Groups of vowels, less a silent e at the end: near enough over a page."""
    word = re.sub(r"[^a-z]", "", word.casefold())
    groups = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(1, groups)


def grade(texts: Iterable[str]) -> float:
    """Over all the texts; the names of benefits and all figures count as one short word."""
    text = " ".join(texts)
    text = _NAMES.sub("it", text)
    text = re.sub(r"£[\d,.]*\d|\d[\d,.]*p?", "ten", text)
    found = [part for part in re.split(r"[.?:]+(?:\s+|$)", text) if part.strip()]
    words = [re.findall(r"[A-Za-z’']+", sentence) for sentence in found]
    count = sum(len(each) for each in words)
    spoken = sum(syllables(word) for each in words for word in each)
    return 0.39 * count / len(found) + 11.8 * spoken / count - 15.59


def longest_sentence(text: str) -> int:
    """The words of the longest sentence."""
    found = re.split(r"(?<=[.?:])\s+", text)
    return max(len(re.findall(r"[\w£’'.,−-]+", sentence)) for sentence in found)
