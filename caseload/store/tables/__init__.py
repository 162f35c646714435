"""The tables, in the field's own words. Every rule that a single row can keep is a CHECK here.

Column names equal the fields of the records, so that one generic place maps both ways.
"""

from __future__ import annotations

from caseload.store.tables.clients import caseload_place, client, consent, referral, safety_line
from caseload.store.tables.machinery import audit_entry, audit_payload, draft, key_ledger
from caseload.store.tables.papers import filed_letter, kept_calculation, sent_return
from caseload.store.tables.shape import metadata
from caseload.store.tables.support import (
    appointment,
    client_contact,
    next_action,
    vocational_profile,
)
from caseload.store.tables.team import caseload_cap, person, service
from caseload.store.tables.work import employer, employer_contact, job, job_terms

__all__ = [
    "appointment",
    "audit_entry",
    "audit_payload",
    "caseload_cap",
    "caseload_place",
    "client",
    "client_contact",
    "consent",
    "draft",
    "employer",
    "employer_contact",
    "filed_letter",
    "job",
    "job_terms",
    "kept_calculation",
    "key_ledger",
    "metadata",
    "next_action",
    "person",
    "referral",
    "safety_line",
    "sent_return",
    "service",
    "vocational_profile",
]
