"""Rows and records, mapped by column name in this one place."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import fields
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, cast, get_type_hints

from sqlalchemy import Table

from caseload.allocation.place import CaseloadCap, CaseloadPlace
from caseload.appointments import Appointment
from caseload.better_off.kept import KeptCalculation
from caseload.clients.client import Client
from caseload.clients.consent import Consent
from caseload.clients.safety import SafetyLine
from caseload.contacts.client_contact import ClientContact
from caseload.contacts.next_action import NextAction
from caseload.employers import Employer, EmployerContact
from caseload.jobs.job import Job, JobTerms
from caseload.letters.filed import FiledLetter
from caseload.people.person import Person, Service
from caseload.referrals import Referral
from caseload.returns.sent import SentReturn
from caseload.store import tables
from caseload.values.record import Record
from caseload.vocational_profiles import VocationalProfile

R = TypeVar("R", bound=Record)

TABLES: dict[type[Record], Table] = {
    Service: tables.service,
    Person: tables.person,
    Client: tables.client,
    Consent: tables.consent,
    SafetyLine: tables.safety_line,
    Referral: tables.referral,
    CaseloadPlace: tables.caseload_place,
    CaseloadCap: tables.caseload_cap,
    Appointment: tables.appointment,
    ClientContact: tables.client_contact,
    NextAction: tables.next_action,
    VocationalProfile: tables.vocational_profile,
    Employer: tables.employer,
    EmployerContact: tables.employer_contact,
    Job: tables.job,
    JobTerms: tables.job_terms,
    KeptCalculation: tables.kept_calculation,
    FiledLetter: tables.filed_letter,
    SentReturn: tables.sent_return,
}

KINDS: dict[str, type[Record]] = {table.name: kind for kind, table in TABLES.items()}


@cache
def _enums(kind: Hashable) -> dict[str, type[Enum]]:
    """The fields of ``kind`` that are one of a fixed list, with that list."""
    found: dict[str, type[Enum]] = {}
    for name, hint in get_type_hints(kind).items():
        for part in getattr(hint, "__args__", (hint,)):
            if isinstance(part, type) and issubclass(part, Enum):
                found[name] = part
    return found


def to_row(record: Record) -> dict[str, Any]:
    """The record's fields as column values."""
    row = {}
    for field in fields(record):
        value = getattr(record, field.name)
        row[field.name] = value.value if isinstance(value, Enum) else value
    return row


def to_record(kind: type[R], row: Mapping[Any, Any]) -> R:
    """The record of ``kind`` that a row holds."""
    values = dict(row)
    for name, enum in _enums(cast(Hashable, kind)).items():
        if values[name] is not None:
            values[name] = enum(values[name])
    return kind(**values)


def to_plain(record: Record) -> dict[str, Any]:
    """The record as values that JSON holds, for the history. Bytes stand as their digest."""
    return {name: _plain(value) for name, value in to_row(record).items()}


def _plain(value: object) -> object:
    if isinstance(value, (date, time, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes):
        return {"sha256": sha256(value).hexdigest(), "bytes": len(value)}
    if isinstance(value, tuple):
        return list(value)
    return value


_READERS = {date: date.fromisoformat, time: time.fromisoformat, datetime: datetime.fromisoformat}


def from_plain(kind: type[R], plain: Mapping[str, Any]) -> R:
    """The record that ``to_plain`` wrote. Raises TypeError where it held bytes."""
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for name, value in plain.items():
        if isinstance(value, dict):
            raise TypeError(f"{kind.__name__} holds bytes, which the history does not keep")
        values[name] = _typed(hints[name], value)
    return to_record(kind, values)


def _typed(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(value)
    options = getattr(hint, "__args__", None) or (hint,)
    for option in options:
        if option in _READERS:
            return _READERS[option](value)
        if option is Decimal:
            return Decimal(value)
    return value
