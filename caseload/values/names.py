"""Names of every origin, folded so that they are found and sorted however they are typed."""

from __future__ import annotations

import unicodedata

# Letters that have no mark to strip, and signs that keyboards and word processors write two ways.
_OTHER_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "\u02bc": "'",
        "‘": "'",
        "’": "'",
        "`": "'",
        "\u2010": "-",
        "\u2011": "-",
        "–": "-",
    }
)


def fold(text: str) -> str:
    """The text for search and sort: no marks, no capitals, single spaces.

    ``Nguyễn`` and ``nguyen`` fold alike, as do ``Łukasz`` and ``lukasz``. The store keeps folded
    columns, so a change here needs a migration that folds them again.
    """
    plain = _without_marks(_without_marks(text).casefold()).translate(_OTHER_LETTERS)
    return " ".join(plain.split())


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
