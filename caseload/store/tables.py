"""The tables, in the field's own words. Every rule that a single row can keep is a CHECK here.

Column names equal the fields of the records, so that one generic place maps both ways.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Time,
    text,
)

from caseload.store.columns import Minutes, Pence, TextList, UtcTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _one_of(column: str, codes: Iterable[str]) -> CheckConstraint:
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _day(name: str, *, optional: bool = False) -> Column[Any]:
    """A date that the triggers compare as text, so its form is checked on any connection."""
    form = f"{name} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
    return Column(name, Date, CheckConstraint(form, name=f"{name}_form"), nullable=optional)


def _words(name: str, **options: Any) -> Column[str]:
    return Column(name, Text, nullable=False, **options)


def _points_to(name: str, table: str, *, optional: bool = False) -> Column[str]:
    return Column(
        name, Text, ForeignKey(f"{table}.id", ondelete="RESTRICT"), nullable=optional, index=True
    )


def _record(name: str, *columns: Any) -> Table:
    """A root table: id, service, version and hidden, then its own columns."""
    return Table(
        name,
        metadata,
        Column("id", Text, CheckConstraint("length(id) = 36", name="id"), primary_key=True),
        Column("service_id", Text, nullable=False),
        Column("version", Integer, CheckConstraint("version > 0", name="version"), nullable=False),
        Column("hidden", Boolean(create_constraint=True, name="hidden"), nullable=False),
        *columns,
    )


service = _record(
    "service",
    _words("name"),
    _day("first_day"),
    _words("address"),
    _words("telephone"),
    Column("made_up", Boolean(create_constraint=True, name="made_up"), nullable=False),
    _words("risk_procedure"),
    Column(
        "lock_minutes",
        Integer,
        CheckConstraint("lock_minutes BETWEEN 1 AND 15", name="lock_minutes"),
        nullable=False,
    ),
)

person = _record(
    "person",
    _words("name"),
    Column("role", Text, _one_of("role", ("specialist", "lead", "administrator")), nullable=False),
    _words("telephone"),
    Column("joined_on", Date),
    Column("left_on", Date),
)

client = _record(
    "client",
    _words("given_name"),
    _words("family_name"),
    _words("known_as"),
    Column("born_on", Date),
    Column("nhs_number", Text, CheckConstraint("length(nhs_number) = 10", name="nhs_number")),
    _words("gender"),
    _words("ethnicity"),
    _words("address"),
    _words("postcode"),
    Column("address_safe", Boolean(create_constraint=True, name="address_safe"), nullable=False),
    _words("telephone"),
    Column("may_text", Boolean(create_constraint=True, name="may_text"), nullable=False),
    Column(
        "may_leave_message",
        Boolean(create_constraint=True, name="may_leave_message"),
        nullable=False,
    ),
    _words("email"),
    _words("gp_surgery"),
    _words("clinical_team"),
    _words("condition_group"),
    _words("search_fold"),
)
Index(
    "uq_client_nhs_number",
    client.c.nhs_number,
    unique=True,
    sqlite_where=text("nhs_number IS NOT NULL AND hidden = 0"),
)

consent = _record(
    "consent",
    _points_to("client_id", "client"),
    _words("purpose"),
    Column("given", Boolean(create_constraint=True, name="given"), nullable=False),
    Column("given_on", Date, nullable=False),
    _words("how"),
    _points_to("recorded_by", "person"),
    _words("words"),
    Column("withdrawn_on", Date),
)

safety_line = _record(
    "safety_line",
    _points_to("client_id", "client"),
    Column("kind", Text, _one_of("kind", ("risk", "lone_working", "safe_contact")), nullable=False),
    _words("words"),
    Column("reviewed_on", Date, nullable=False),
    _points_to("recorded_by", "person"),
    Column("no_message", Boolean(create_constraint=True, name="no_message"), nullable=False),
    Column("no_post", Boolean(create_constraint=True, name="no_post"), nullable=False),
    Column("ended_on", Date),
)

referral = _record(
    "referral",
    _points_to("client_id", "client"),
    Column("received_on", Date, nullable=False, index=True),
    _words("source"),
    _words("referrer"),
    Column("pathway", Text, _one_of("pathway", ("finding_work", "keeping_work")), nullable=False),
    Column("accepted_on", Date),
    Column("declined_on", Date),
    Column("decline_reason", Text),
    Column("closed_on", Date),
    Column("closing_reason", Text),
    _words("closing_words"),
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

caseload_place = _record(
    "caseload_place",
    _points_to("referral_id", "referral"),
    _points_to("client_id", "client"),
    _points_to("person_id", "person"),
    _day("held_from"),
    _day("held_until", optional=True),
    Column("ended_by", Text, _one_of("ended_by", ("closed", "transferred", "stepped_down"))),
    _words("end_reason"),
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

caseload_cap = _record(
    "caseload_cap",
    _points_to("person_id", "person"),
    _day("starts"),
    Column(
        "share", Integer, CheckConstraint("share BETWEEN 1 AND 100", name="share"), nullable=False
    ),
    Column("cap", Integer, nullable=False),
    _words("reason"),
    CheckConstraint("cap >= 0 AND cap * 100 <= 25 * share", name="cap"),
)
Index(
    "uq_caseload_cap_start",
    caseload_cap.c.person_id,
    caseload_cap.c.starts,
    unique=True,
    sqlite_where=text("hidden = 0"),
)

appointment = _record(
    "appointment",
    _points_to("client_id", "client"),
    _points_to("person_id", "person"),
    Column("day", Date, nullable=False, index=True),
    Column("starts_at", Time, nullable=False),
    Column("minutes", Integer, CheckConstraint("minutes > 0", name="minutes"), nullable=False),
    _words("place"),
    _words("medium"),
    _words("attendance"),
    Column("contact_id", Text),
)

client_contact = _record(
    "client_contact",
    _points_to("client_id", "client"),
    _points_to("person_id", "person"),
    Column("day", Date, nullable=False, index=True),
    Column("at", Time),
    _words("medium"),
    _words("attendance"),
    _words("reason"),
    _words("place"),
    Column("minutes", Integer, CheckConstraint("minutes BETWEEN 0 AND 1440", name="minutes")),
    _words("notes"),
    _points_to("job_id", "job", optional=True),
    _points_to("appointment_id", "appointment", optional=True),
)

next_action = _record(
    "next_action",
    _points_to("client_id", "client"),
    _points_to("person_id", "person"),
    _words("words"),
    Column("due_on", Date, nullable=False, index=True),
    Column("promiser", Text, _one_of("promiser", ("staff", "client")), nullable=False),
    Column("made_on", Date),
    Column("made_in", Text),
    Column("done_on", Date),
    Column("done_in", Text),
)

vocational_profile = _record(
    "vocational_profile",
    _points_to("client_id", "client"),
    Column("started_on", Date, nullable=False),
    Column("signed_on", Date),
    _words("goal"),
    _words("job_titles"),
    _words("sectors"),
    Column("hours_least", Minutes),
    Column("hours_most", Minutes),
    _words("travel"),
    Column("pay_needed", Pence),
    _words("avoid"),
    _words("work_history"),
    _words("education"),
    _words("skills"),
    _words("languages"),
    _words("health_and_work"),
    _words("adjustments"),
    _words("disclosure_preference"),
    _words("supporters"),
    _words("money"),
    _words("digital"),
    _words("caring"),
    _words("criminal_record"),
    _words("next_steps"),
)
Index(
    "uq_vocational_profile_client",
    vocational_profile.c.client_id,
    unique=True,
    sqlite_where=text("hidden = 0"),
)

employer = _record(
    "employer",
    _words("name"),
    _words("sector"),
    _words("address"),
    _words("postcode"),
    _words("telephone"),
    _words("disability_confident"),
    _words("known_person"),
    _words("known_person_role"),
    _words("notes"),
    _words("name_fold"),
)

employer_contact = _record(
    "employer_contact",
    _points_to("employer_id", "employer"),
    _points_to("person_id", "person"),
    Column("day", Date, nullable=False, index=True),
    _words("medium"),
    _words("purpose"),
    _words("with_whom"),
    Column("client_ids", TextList, nullable=False),
    _words("notes"),
)

job = _record(
    "job",
    _points_to("client_id", "client"),
    _points_to("employer_id", "employer", optional=True),
    _words("employer_name"),
    _words("title"),
    Column("started_on", Date, nullable=False, index=True),
    _words("contract"),
    _words("sector"),
    Column("competitive", Boolean(create_constraint=True, name="competitive"), nullable=False),
    Column(
        "apprenticeship", Boolean(create_constraint=True, name="apprenticeship"), nullable=False
    ),
    _words("not_competitive_why"),
    Column("four_hours_on", Date),
    Column("reported", Boolean(create_constraint=True, name="reported"), nullable=False),
    Column("ended_on", Date),
    Column("end_reason", Text),
    _words("end_words"),
    _words("learnt"),
    CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="ended"),
    CheckConstraint("(ended_on IS NULL) = (end_reason IS NULL)", name="end_reason"),
)

job_terms = _record(
    "job_terms",
    _points_to("job_id", "job"),
    _points_to("client_id", "client"),
    Column("starts", Date, nullable=False),
    Column(
        "weekly_hours",
        Minutes,
        CheckConstraint("weekly_hours BETWEEN 0 AND 10080", name="weekly_hours"),
        nullable=False,
    ),
    Column("pay", Pence, CheckConstraint("pay >= 0", name="pay"), nullable=False),
    Column(
        "pay_period", Text, _one_of("pay_period", ("hour", "week", "month", "year")), nullable=False
    ),
    _words("reason"),
)

kept_calculation = _record(
    "kept_calculation",
    _points_to("client_id", "client"),
    _points_to("person_id", "person"),
    Column("made_on", Date, nullable=False),
    _words("inputs"),
    _words("result"),
    _words("rate_year"),
)

filed_letter = _record(
    "filed_letter",
    _points_to("client_id", "client"),
    _points_to("person_id", "person"),
    _points_to("calculation_id", "kept_calculation", optional=True),
    Column("made_on", Date, nullable=False),
    _words("title"),
    Column("pdf", LargeBinary, nullable=False),
    Column("printed_on", Date),
)

sent_return = _record(
    "sent_return",
    _points_to("person_id", "person"),
    _words("contract"),
    _words("period"),
    Column("made_at", UtcTime, nullable=False),
    _words("published"),
    _words("details"),
)

draft = Table(
    "draft",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("subject_id", Text, primary_key=True),
    _words("content"),
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
    _words("person_id"),
    _words("action"),
    _words("change_id", index=True),
    _words("deed"),
    _words("room"),
    _words("record_id", index=True),
    Column("record_version", Integer, nullable=False),
    _words("payload_digest"),
    _words("previous"),
    _words("digest"),
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
    _words("payload"),
)

key_ledger = Table(
    "key_ledger",
    metadata,
    Column("only", Integer, CheckConstraint("only = 1", name="only"), primary_key=True),
    _words("state"),
)
