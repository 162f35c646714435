"""How hard a text is to read: the Flesch-Kincaid school grade, US grades being age less five."""

from __future__ import annotations

import re
from collections.abc import Iterable

import readability

_NAMES = re.compile(
    r"\b(Universal Credit|Child Benefit|Council Tax|Carer's Allowance(?: Unit)?|"
    r"NHS Low Income Scheme|New Style ESA|Employment and Support Allowance|"
    r"Personal Independence Payment|Disability Living Allowance|Jobcentre)\b"
)
_FIGURES = re.compile(r"£[\d,.]*\d|\d[\d,.]*p?")


def sentences_of(texts: Iterable[str]) -> list[str]:
    """The sentences, one each; a label before a colon is one of its own, as a heading is."""
    text = "\n".join(texts).replace("\u00a0", " ")
    return [part.strip() for part in re.split(r"(?<=[.?:])\s+|\n", text) if part.strip()]


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
    measured = readability.getmeasures([line for line in lines if line], lang="en")
    return float(measured["readability grades"]["Kincaid"])


def longest_sentence(text: str) -> int:
    """The words of the longest sentence."""
    return max(len(re.findall(r"[\w£’'.,−-]+", sentence)) for sentence in sentences_of([text]))
