"""What is no record of the field: drafts, the history and the ledger of keys."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from caseload.store.columns import UtcTime
from caseload.store.tables.shape import metadata, words

draft = Table(
    "draft",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("subject_id", Text, primary_key=True),
    words("content"),
    Column("saved_at", UtcTime, nullable=False),
)

audit_entry = Table(
    "audit_entry",
    metadata,
    Column(
        "sequence",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("at", UtcTime, nullable=False),
    Column("clock_suspect", Boolean(create_constraint=True, name="clock_suspect"), nullable=False),
    words("person_id"),
    words("action"),
    words("change_id", index=True),
    words("deed"),
    words("room"),
    words("record_id", index=True),
    Column("record_version", Integer, nullable=False),
    words("payload_digest"),
    words("previous"),
    words("digest"),
)

audit_payload = Table(
    "audit_payload",
    metadata,
    Column(
        "sequence",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("salt", LargeBinary, nullable=False),
    words("payload"),
)

key_ledger = Table(
    "key_ledger",
    metadata,
    Column("only", Integer, CheckConstraint("only = 1", name="only"), primary_key=True),
    words("state"),
)
