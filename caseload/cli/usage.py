"""How the command line is used, and what is said where it is used in another way."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, NoReturn

from caseload.errors import CaseloadError
from caseload.words import say


class WrongUsage(CaseloadError):
    """What was typed is not how a verb is used; nothing was done."""


class Usage(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence, with the way the verb is used."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """``message`` is the parser's own and is not shown: its words are for programmers."""
        raise WrongUsage(say("cli.usage.other", usage=self.one_line()))

    def one_line(self) -> str:
        """``caseload backup STORE FILE [--as NAME] ...``."""
        usage = " ".join(self.format_usage().split())
        return usage.partition(": ")[2]


def number(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number between two, both included. Raises WrongUsage."""

    def read(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = least - 1
        if not least <= value <= most:
            raise WrongUsage(say("cli.usage.number", typed=text[:30], least=least, most=most))
        return value

    return read


def unknown_verb(typed: str, verbs: list[str]) -> WrongUsage:
    """There is no such verb: says which there are."""
    return WrongUsage(say("cli.usage.no_verb", typed=typed[:30], verbs=", ".join(verbs)))
