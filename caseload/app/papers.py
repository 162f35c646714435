"""Papers that are printed before anybody is unlocked: the recovery key's sheet, from memory."""

from __future__ import annotations

from datetime import date

from caseload import keys


def new_recovery_key() -> keys.PrintedCode:
    """A fresh recovery key. It goes from memory to the printer, never to a file."""
    return keys.PrintedCode.new()


def recovery_key_pdf(service: str, key_text: str, made: date, *, made_up: bool = False) -> bytes:
    """The sheet that carries the recovery key, as PDF bytes."""
    from caseload.documents import recovery_key_sheet

    return recovery_key_sheet(service, key_text.split("-"), made, made_up=made_up)


def strength_hint(passphrase: str) -> str:
    """How strong a passphrase is, in words."""
    return keys.strength_hint(passphrase)


def enrolment_code_pdf(
    service: str, name: str, code: keys.EnrolmentCode, *, made_up: bool = False
) -> bytes:
    """The sheet that carries an enrolment code to a colleague, as PDF bytes."""
    from caseload.documents.enrolment_code import enrolment_code_sheet

    ends = code.expires.astimezone().date()
    return enrolment_code_sheet(service, name, code.code.text.split("-"), ends, made_up=made_up)
