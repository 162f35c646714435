"""The service, its people, and the places and caps of their caseloads."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, Integer, Text, text

from caseload.store.tables.shape import day, one_of, points_to, record, words

service = record(
    "service",
    words("name"),
    day("first_day"),
    words("address"),
    words("telephone"),
    Column("made_up", Boolean(create_constraint=True, name="made_up"), nullable=False),
    words("risk_procedure"),
    Column(
        "lock_minutes",
        Integer,
        CheckConstraint("lock_minutes BETWEEN 1 AND 15", name="lock_minutes"),
        nullable=False,
    ),
)

person = record(
    "person",
    words("name"),
    Column("role", Text, one_of("role", ("specialist", "lead", "administrator")), nullable=False),
    words("telephone"),
    Column("joined_on", Date),
    Column("left_on", Date),
)

caseload_cap = record(
    "caseload_cap",
    points_to("person_id", "person"),
    day("starts"),
    Column(
        "share", Integer, CheckConstraint("share BETWEEN 1 AND 100", name="share"), nullable=False
    ),
    Column("cap", Integer, nullable=False),
    words("reason"),
    CheckConstraint("cap >= 0 AND cap * 100 <= 25 * share", name="cap"),
)
Index(
    "uq_caseload_cap_start",
    caseload_cap.c.person_id,
    caseload_cap.c.starts,
    unique=True,
    sqlite_where=text("hidden = 0"),
)
