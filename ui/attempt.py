"""Try a verb in the background and hear either what it gave or why it was refused.

The background hands on the sentence of a refusal alone; a form also needs to know which fields it
is about, and a full caseload brings the ways on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from caseload.errors import CaseloadError, FieldsRefused, StoreTrouble
from ui.background import Job, Runner

T = TypeVar("T")


@dataclass(frozen=True)
class _No:
    why: CaseloadError


def attempt(
    background: Runner,
    verb: Callable[[], T],
    done: Callable[[T], None],
    refused: Callable[[CaseloadError], None],
) -> Job:
    """Do ``verb`` on the store thread, then call one of the two on the GUI thread."""

    def work() -> T | _No:
        try:
            return verb()
        except CaseloadError as why:
            return _No(why)

    def finish(result: T | _No) -> None:
        if isinstance(result, _No):
            refused(result.why)
        else:
            done(result)

    return background.run(work, finish, lambda sentence: refused(StoreTrouble(sentence)))


def problems_of(why: CaseloadError) -> dict[str, str]:
    """The sentences of a refusal by field; a refusal about no field stands under ``""``."""
    return why.problems if isinstance(why, FieldsRefused) else {"": why.sentence}
