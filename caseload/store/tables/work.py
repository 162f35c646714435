"""Employers and the log of engagement, jobs, and their hours and pay."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Text

from caseload.store.columns import Minutes, Pence, TextList
from caseload.store.tables.shape import one_of, points_to, record, words

employer = record(
    "employer",
    words("name"),
    words("sector"),
    words("address"),
    words("postcode"),
    words("telephone"),
    words("disability_confident"),
    words("known_person"),
    words("known_person_role"),
    words("notes"),
    words("name_fold"),
)

employer_contact = record(
    "employer_contact",
    points_to("employer_id", "employer"),
    points_to("person_id", "person"),
    Column("day", Date, nullable=False, index=True),
    words("medium"),
    words("purpose"),
    words("with_whom"),
    Column("client_ids", TextList, nullable=False),
    words("notes"),
)

job = record(
    "job",
    points_to("client_id", "client"),
    points_to("employer_id", "employer", optional=True),
    words("employer_name"),
    words("title"),
    Column("started_on", Date, nullable=False, index=True),
    words("contract"),
    words("sector"),
    Column("competitive", Boolean(create_constraint=True, name="competitive"), nullable=False),
    Column(
        "apprenticeship", Boolean(create_constraint=True, name="apprenticeship"), nullable=False
    ),
    words("not_competitive_why"),
    Column("four_hours_on", Date),
    Column("reported", Boolean(create_constraint=True, name="reported"), nullable=False),
    Column("ended_on", Date),
    Column("end_reason", Text),
    words("end_words"),
    words("learnt"),
    CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="ended"),
    CheckConstraint("(ended_on IS NULL) = (end_reason IS NULL)", name="end_reason"),
)

job_terms = record(
    "job_terms",
    points_to("job_id", "job"),
    points_to("client_id", "client"),
    Column("starts", Date, nullable=False),
    Column(
        "weekly_hours",
        Minutes,
        CheckConstraint("weekly_hours BETWEEN 0 AND 10080", name="weekly_hours"),
        nullable=False,
    ),
    Column("pay", Pence, CheckConstraint("pay >= 0", name="pay"), nullable=False),
    Column(
        "pay_period", Text, one_of("pay_period", ("hour", "week", "month", "year")), nullable=False
    ),
    words("reason"),
)
