"""The sheet with a store's recovery key, for the printer and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caseload.documents.pages import pdf_of
from caseload.letters.recovery_key import recovery_key_printout


def recovery_key_sheet(
    service: str, groups: Sequence[str], made: date, *, made_up: bool = False
) -> bytes:
    """A PDF of one page with the key's groups, where to keep it and how to use it.

    The bytes hold the key in the clear: print them from memory and never write them to a file.
    """
    return pdf_of(recovery_key_printout(service, groups, made, made_up=made_up))
