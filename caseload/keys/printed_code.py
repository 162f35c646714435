"""Recovery keys and enrolment codes: 160 random bits as eight groups that tell a typing slip.

Each group is four characters of the code and one that checks them and the group's place, over the
field of 32 elements: any one wrong character, any two swapped neighbours and any two groups in
each other's place are found, and the group is named.
"""

from __future__ import annotations

import os
import re

from caseload.keys.primitives import same
from caseload.keys.refusals import MistypedCode
from caseload.words import say

# Crockford's alphabet: no I, L, O or U, so that nothing printed is taken for something else.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = {"O": "0", "I": "1", "L": "1"}
_SECRET_BYTES = 20
_GROUPS = 8
_GROUP_DATA = 4
_GROUP_LENGTH = _GROUP_DATA + 1
_LENGTH = _GROUPS * _GROUP_LENGTH
_FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1


class PrintedCode:
    """A code to print once and type back."""

    def __init__(self, secret: bytes) -> None:
        """Made by :meth:`new` or :meth:`read`; 20 bytes."""
        if len(secret) != _SECRET_BYTES:
            raise ValueError("a printed code has 160 bits")
        self._secret = secret

    def __repr__(self) -> str:
        """Say nothing that could be logged."""
        return "<PrintedCode>"

    @classmethod
    def new(cls) -> PrintedCode:
        """A fresh code from the system's random source."""
        return cls(os.urandom(_SECRET_BYTES))

    @classmethod
    def read(cls, typed: str) -> PrintedCode:
        """The code as typed, whatever its case, spaces and hyphens; O is read as 0, I and L as 1.

        Raises MistypedCode, which names the group where one can be named.
        """
        written = re.findall(r"\w+", typed)
        groups = _groups(written)
        values = []
        for place, group in enumerate(groups):
            read = [_value(character) for character in group.upper()]
            if None in read or len(read) != _GROUP_LENGTH:
                raise _mistyped(place)
            numbers = [value for value in read if value is not None]
            if numbers[-1] != _check(numbers[:-1], place):
                raise _mistyped(place)
            values += numbers[:-1]
        whole = 0
        for value in values:
            whole = whole << 5 | value
        return cls(whole.to_bytes(_SECRET_BYTES, "big"))

    @property
    def secret(self) -> bytes:
        """The 160 bits."""
        return self._secret

    @property
    def text(self) -> str:
        """As printed: eight groups of five characters joined by hyphens."""
        whole = int.from_bytes(self._secret, "big")
        shifts = range(5 * (_GROUPS * _GROUP_DATA - 1), -1, -5)
        values = [whole >> shift & 31 for shift in shifts]
        groups = []
        for place in range(_GROUPS):
            data = values[place * _GROUP_DATA : (place + 1) * _GROUP_DATA]
            groups.append("".join(_ALPHABET[value] for value in (*data, _check(data, place))))
        return "-".join(groups)

    def matches(self, typed: str) -> bool:
        """Whether this code was typed back; MistypedCode where a group cannot be right."""
        return same(self.read(typed).secret, self._secret)


def _groups(written: list[str]) -> list[str]:
    if len(written) == _GROUPS:
        return written
    run = "".join(written)
    if len(run) != _LENGTH:
        raise MistypedCode(say("keys.code.length", count=len(run), needed=_LENGTH))
    return [run[start : start + _GROUP_LENGTH] for start in range(0, _LENGTH, _GROUP_LENGTH)]


def _value(character: str) -> int | None:
    place = _ALPHABET.find(_READ_AS.get(character, character))
    return place if place >= 0 and len(character) == 1 else None


def _mistyped(place: int) -> MistypedCode:
    return MistypedCode(say("keys.code.group", number=place + 1), group=place + 1)


def _check(data: list[int], place: int) -> int:
    """The fifth character: the place, plus each value times its own power of the generator."""
    check = place + 1
    for power, value in enumerate(data, start=1):
        check ^= _times(value, 1 << power)
    return check


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 32:
            one ^= _FIELD_POLYNOMIAL
        other >>= 1
    return product
