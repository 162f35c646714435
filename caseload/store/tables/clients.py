"""Clients: who they are, what they agreed to, what keeps all safe, and how they came."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, Text, text

from caseload.store.tables.shape import day, one_of, points_to, record, words

client = record(
    "client",
    words("given_name"),
    words("family_name"),
    words("known_as"),
    Column("born_on", Date),
    Column("nhs_number", Text, CheckConstraint("length(nhs_number) = 10", name="nhs_number")),
    words("gender"),
    words("ethnicity"),
    words("address"),
    words("postcode"),
    Column("address_safe", Boolean(create_constraint=True, name="address_safe"), nullable=False),
    words("telephone"),
    Column("may_text", Boolean(create_constraint=True, name="may_text"), nullable=False),
    Column(
        "may_leave_message",
        Boolean(create_constraint=True, name="may_leave_message"),
        nullable=False,
    ),
    words("email"),
    words("gp_surgery"),
    words("clinical_team"),
    words("condition_group"),
    words("search_fold"),
)
Index(
    "uq_client_nhs_number",
    client.c.nhs_number,
    unique=True,
    sqlite_where=text("nhs_number IS NOT NULL AND hidden = 0"),
)

consent = record(
    "consent",
    points_to("client_id", "client"),
    words("purpose"),
    Column("given", Boolean(create_constraint=True, name="given"), nullable=False),
    Column("given_on", Date, nullable=False),
    words("how"),
    points_to("recorded_by", "person"),
    words("words"),
    Column("withdrawn_on", Date),
)

safety_line = record(
    "safety_line",
    points_to("client_id", "client"),
    Column("kind", Text, one_of("kind", ("risk", "lone_working", "safe_contact")), nullable=False),
    words("words"),
    Column("reviewed_on", Date, nullable=False),
    points_to("recorded_by", "person"),
    Column("no_message", Boolean(create_constraint=True, name="no_message"), nullable=False),
    Column("no_post", Boolean(create_constraint=True, name="no_post"), nullable=False),
    Column("ended_on", Date),
)

referral = record(
    "referral",
    points_to("client_id", "client"),
    Column("received_on", Date, nullable=False, index=True),
    words("source"),
    words("referrer"),
    Column("pathway", Text, one_of("pathway", ("finding_work", "keeping_work")), nullable=False),
    Column("accepted_on", Date),
    Column("declined_on", Date),
    Column("decline_reason", Text),
    Column("closed_on", Date),
    Column("closing_reason", Text),
    words("closing_words"),
    Column("lost_job_on", Date),
    Column(
        "employed_at_referral",
        Boolean(create_constraint=True, name="employed_at_referral"),
        nullable=False,
    ),
    CheckConstraint("accepted_on IS NULL OR accepted_on >= received_on", name="accepted"),
    CheckConstraint("(declined_on IS NULL) = (decline_reason IS NULL)", name="declined"),
    CheckConstraint("(closed_on IS NULL) = (closing_reason IS NULL)", name="closed"),
)

caseload_place = record(
    "caseload_place",
    points_to("referral_id", "referral"),
    points_to("client_id", "client"),
    points_to("person_id", "person"),
    day("held_from"),
    day("held_until", optional=True),
    Column("ended_by", Text, one_of("ended_by", ("closed", "transferred", "stepped_down"))),
    words("end_reason"),
    Column("reported", Boolean(create_constraint=True, name="reported"), nullable=False),
    CheckConstraint("held_until IS NULL OR held_until >= held_from", name="held"),
    CheckConstraint("(held_until IS NULL) = (ended_by IS NULL)", name="ended"),
)
Index(
    "uq_caseload_place_one_open",
    caseload_place.c.client_id,
    unique=True,
    sqlite_where=text("held_until IS NULL AND hidden = 0 AND reported = 0"),
)
