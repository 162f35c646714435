"""The sheet with a colleague's enrolment code, for the printer and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caseload.documents.pages import pdf_of
from caseload.letters.enrolment_code import enrolment_code_printout


def enrolment_code_sheet(
    service: str, name: str, groups: Sequence[str], ends: date, *, made_up: bool = False
) -> bytes:
    """A PDF of one page with the code's groups and how to use it.

    The bytes hold the code in the clear: print them from memory and never write them to a file.
    """
    return pdf_of(enrolment_code_printout(service, name, groups, ends, made_up=made_up))
