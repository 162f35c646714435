"""NHS numbers, National Insurance numbers and postcodes: what is typed, stored and shown."""

from __future__ import annotations

import re

from caseload.values.problems import IdentifierProblem

__all__ = [
    "IdentifierProblem",
    "ni_number_is_complete",
    "outward_code",
    "read_nhs_number",
    "read_ni_number",
    "read_outward_code",
    "read_postcode",
    "show_nhs_number",
    "show_ni_number",
]

# Spaces of every width, hyphens and dashes: what a copied number brings along.
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212\u200b\ufeff]+")

_TEN_DIGITS = re.compile(r"[0-9]{10}")

_NI_SHAPE = re.compile(r"[A-Z]{2}[0-9]{6}[A-Z]?")
_NI_UNUSED_PREFIXES = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_NI_NEVER = "DFIQUV"

_OUTWARD = re.compile(
    r"[A-PR-UWYZ][0-9]{1,2}"
    r"|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}"
    r"|[A-PR-UWYZ][0-9][A-HJKPSTUW]"
    r"|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY]"
)
_INWARD = re.compile(r"[0-9][ABD-HJLNP-UW-Z]{2}")
# Codes with no place behind them, allowed by name: no fixed abode, and address not known.
_NO_PLACE = frozenset({"ZZ99 3VZ", "ZZ99 3WZ"})


def read_nhs_number(text: str) -> str:
    """The ten digits of an NHS number, typed or pasted with or without spaces and hyphens.

    The tenth digit checks the others (modulus 11, weights 10 to 2). Ten equal digits pass that sum
    and are refused all the same. Numbers that begin with 999 are kept for tests and accepted.
    Raises IdentifierProblem.
    """
    digits = _BETWEEN.sub("", text)
    if not _TEN_DIGITS.fullmatch(digits):
        raise IdentifierProblem("nhs_number", "format")
    if len(set(digits)) == 1:
        raise IdentifierProblem("nhs_number", "repeated_digit")
    weighted = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    check = (11 - weighted % 11) % 11
    if check == 10:
        raise IdentifierProblem("nhs_number", "check_is_10")
    if check != int(digits[9]):
        raise IdentifierProblem("nhs_number", "check_digit")
    return digits


def show_nhs_number(number: str) -> str:
    """A stored NHS number as it is shown: ``943 476 5919``."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"


def read_ni_number(text: str) -> str:
    """A National Insurance number in capitals without spaces.

    One without its last letter is accepted as incomplete (see ni_number_is_complete). It is unique
    by its first eight characters. Rules: HMRC manual NIM39110. Raises IdentifierProblem.
    """
    number = _BETWEEN.sub("", text).upper()
    if not _NI_SHAPE.fullmatch(number):
        raise IdentifierProblem("ni_number", "format")
    if number[:2] in _NI_UNUSED_PREFIXES:
        raise IdentifierProblem("ni_number", "prefix")
    if number[0] in _NI_NEVER:
        raise IdentifierProblem("ni_number", "first_letter")
    if number[1] in _NI_NEVER or number[1] == "O":
        raise IdentifierProblem("ni_number", "second_letter")
    if number[8:] not in {"", "A", "B", "C", "D"}:
        raise IdentifierProblem("ni_number", "suffix")
    return number


def ni_number_is_complete(number: str) -> bool:
    """Whether a stored National Insurance number has its last letter."""
    return len(number) == 9


def show_ni_number(number: str) -> str:
    """A stored National Insurance number in pairs: ``AB 12 34 56 C``."""
    return " ".join(number[start : start + 2] for start in range(0, len(number), 2))


def read_postcode(text: str) -> str:
    """A full postcode in capitals with one space: ``W12 7RJ``.

    ``ZZ99 3VZ`` (no fixed abode) and ``ZZ99 3WZ`` (not known) are accepted by name. Raises
    IdentifierProblem; where only the first half is there, its reason is ``partial``.
    """
    letters = _BETWEEN.sub("", text).upper()
    outward, inward = letters[:-3], letters[-3:]
    postcode = f"{outward} {inward}"
    if postcode in _NO_PLACE:
        return postcode
    if _OUTWARD.fullmatch(outward) and _INWARD.fullmatch(inward):
        return postcode
    if _OUTWARD.fullmatch(letters):
        raise IdentifierProblem("postcode", "partial")
    if _mends_with_digits(outward, inward):
        raise IdentifierProblem("postcode", "letter_for_digit")
    raise IdentifierProblem("postcode", "format")


def _mends_with_digits(outward: str, inward: str) -> bool:
    """Whether nought for O and one for I, after the first letter, would make it a postcode."""
    swap = str.maketrans("OI", "01")
    outward, inward = (
        outward[:1] + outward[1:].translate(swap),
        inward[:1].translate(swap) + inward[1:],
    )
    return bool(_OUTWARD.fullmatch(outward) and _INWARD.fullmatch(inward))


def read_outward_code(text: str) -> str:
    """The first half of a postcode by itself, ``W12``, where no more is known.

    Raises IdentifierProblem.
    """
    code = _BETWEEN.sub("", text).upper()
    if not _OUTWARD.fullmatch(code):
        raise IdentifierProblem("postcode", "format")
    return code


def outward_code(postcode: str) -> str:
    """The district of a stored postcode: ``W12`` of ``W12 7RJ``."""
    return postcode.partition(" ")[0]
