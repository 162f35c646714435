"""Support: appointments, contacts, promises and the vocational profile."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, Text, Time, text

from caseload.store.columns import Minutes, Pence
from caseload.store.tables.shape import one_of, points_to, record, words

appointment = record(
    "appointment",
    points_to("client_id", "client"),
    points_to("person_id", "person"),
    Column("day", Date, nullable=False, index=True),
    Column("starts_at", Time, nullable=False),
    Column("minutes", Integer, CheckConstraint("minutes > 0", name="minutes"), nullable=False),
    words("place"),
    words("medium"),
    words("attendance"),
    Column("contact_id", Text),
)

client_contact = record(
    "client_contact",
    points_to("client_id", "client"),
    points_to("person_id", "person"),
    Column("day", Date, nullable=False, index=True),
    Column("at", Time),
    words("medium"),
    words("attendance"),
    words("reason"),
    words("place"),
    Column("minutes", Integer, CheckConstraint("minutes BETWEEN 0 AND 1440", name="minutes")),
    words("notes"),
    points_to("job_id", "job", optional=True),
    points_to("appointment_id", "appointment", optional=True),
)

next_action = record(
    "next_action",
    points_to("client_id", "client"),
    points_to("person_id", "person"),
    words("words"),
    Column("due_on", Date, nullable=False, index=True),
    Column("promiser", Text, one_of("promiser", ("staff", "client")), nullable=False),
    Column("made_on", Date),
    Column("made_in", Text),
    Column("done_on", Date),
    Column("done_in", Text),
)

vocational_profile = record(
    "vocational_profile",
    points_to("client_id", "client"),
    Column("started_on", Date, nullable=False),
    Column("signed_on", Date),
    words("goal"),
    words("job_titles"),
    words("sectors"),
    Column("hours_least", Minutes),
    Column("hours_most", Minutes),
    words("travel"),
    Column("pay_needed", Pence),
    words("avoid"),
    words("work_history"),
    words("education"),
    words("skills"),
    words("languages"),
    words("health_and_work"),
    words("adjustments"),
    words("disclosure_preference"),
    words("supporters"),
    words("money"),
    words("digital"),
    words("caring"),
    words("criminal_record"),
    words("next_steps"),
)
Index(
    "uq_vocational_profile_client",
    vocational_profile.c.client_id,
    unique=True,
    sqlite_where=text("hidden = 0"),
)
