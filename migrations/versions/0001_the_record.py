"""The record as it first stood: every table and index of the first released store."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE audit_entry (
        sequence INTEGER NOT NULL,
        at TEXT NOT NULL,
        clock_suspect BOOLEAN NOT NULL,
        person_id TEXT NOT NULL,
        action TEXT NOT NULL,
        change_id TEXT NOT NULL,
        deed TEXT NOT NULL,
        room TEXT NOT NULL,
        record_id TEXT NOT NULL,
        record_version INTEGER NOT NULL,
        payload_digest TEXT NOT NULL,
        previous TEXT NOT NULL,
        digest TEXT NOT NULL,
        CONSTRAINT pk_audit_entry PRIMARY KEY (sequence),
        CONSTRAINT ck_audit_entry_clock_suspect CHECK (clock_suspect IN (0, 1))
    )
    """,
    """
    CREATE INDEX ix_audit_entry_change_id ON audit_entry (change_id)
    """,
    """
    CREATE INDEX ix_audit_entry_record_id ON audit_entry (record_id)
    """,
    """
    CREATE TABLE audit_payload (
        sequence INTEGER NOT NULL,
        salt BLOB NOT NULL,
        payload TEXT NOT NULL,
        CONSTRAINT pk_audit_payload PRIMARY KEY (sequence)
    )
    """,
    """
    CREATE TABLE client (
        id TEXT NOT NULL CONSTRAINT ck_client_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_client_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        given_name TEXT NOT NULL,
        family_name TEXT NOT NULL,
        known_as TEXT NOT NULL,
        born_on DATE,
        nhs_number TEXT CONSTRAINT ck_client_nhs_number CHECK (length(nhs_number) = 10),
        gender TEXT NOT NULL,
        ethnicity TEXT NOT NULL,
        address TEXT NOT NULL,
        postcode TEXT NOT NULL,
        address_safe BOOLEAN NOT NULL,
        telephone TEXT NOT NULL,
        may_text BOOLEAN NOT NULL,
        may_leave_message BOOLEAN NOT NULL,
        email TEXT NOT NULL,
        gp_surgery TEXT NOT NULL,
        clinical_team TEXT NOT NULL,
        condition_group TEXT NOT NULL,
        search_fold TEXT NOT NULL,
        CONSTRAINT pk_client PRIMARY KEY (id),
        CONSTRAINT ck_client_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT ck_client_address_safe CHECK (address_safe IN (0, 1)),
        CONSTRAINT ck_client_may_text CHECK (may_text IN (0, 1)),
        CONSTRAINT ck_client_may_leave_message CHECK (may_leave_message IN (0, 1))
    )
    """,
    """
    CREATE UNIQUE INDEX uq_client_nhs_number ON client (nhs_number) WHERE nhs_number IS NOT NULL AND hidden = 0
    """,
    """
    CREATE TABLE draft (
        person_id TEXT NOT NULL,
        form TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        content TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        CONSTRAINT pk_draft PRIMARY KEY (person_id, form, subject_id)
    )
    """,
    """
    CREATE TABLE employer (
        id TEXT NOT NULL CONSTRAINT ck_employer_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_employer_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        name TEXT NOT NULL,
        sector TEXT NOT NULL,
        address TEXT NOT NULL,
        postcode TEXT NOT NULL,
        telephone TEXT NOT NULL,
        disability_confident TEXT NOT NULL,
        known_person TEXT NOT NULL,
        known_person_role TEXT NOT NULL,
        notes TEXT NOT NULL,
        name_fold TEXT NOT NULL,
        CONSTRAINT pk_employer PRIMARY KEY (id),
        CONSTRAINT ck_employer_hidden CHECK (hidden IN (0, 1))
    )
    """,
    """
    CREATE TABLE key_ledger (
        only INTEGER NOT NULL CONSTRAINT ck_key_ledger_only CHECK (only = 1),
        state TEXT NOT NULL,
        CONSTRAINT pk_key_ledger PRIMARY KEY (only)
    )
    """,
    """
    CREATE TABLE person (
        id TEXT NOT NULL CONSTRAINT ck_person_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_person_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL CONSTRAINT ck_person_role CHECK (role IN ('specialist', 'lead', 'administrator')),
        telephone TEXT NOT NULL,
        joined_on DATE,
        left_on DATE,
        CONSTRAINT pk_person PRIMARY KEY (id),
        CONSTRAINT ck_person_hidden CHECK (hidden IN (0, 1))
    )
    """,
    """
    CREATE TABLE service (
        id TEXT NOT NULL CONSTRAINT ck_service_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_service_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        name TEXT NOT NULL,
        first_day DATE NOT NULL CONSTRAINT ck_service_first_day_form CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        address TEXT NOT NULL,
        telephone TEXT NOT NULL,
        made_up BOOLEAN NOT NULL,
        risk_procedure TEXT NOT NULL,
        lock_minutes INTEGER NOT NULL CONSTRAINT ck_service_lock_minutes CHECK (lock_minutes BETWEEN 1 AND 15),
        CONSTRAINT pk_service PRIMARY KEY (id),
        CONSTRAINT ck_service_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT ck_service_made_up CHECK (made_up IN (0, 1))
    )
    """,
    """
    CREATE TABLE appointment (
        id TEXT NOT NULL CONSTRAINT ck_appointment_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_appointment_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        client_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        day DATE NOT NULL,
        starts_at TIME NOT NULL,
        minutes INTEGER NOT NULL CONSTRAINT ck_appointment_minutes CHECK (minutes > 0),
        place TEXT NOT NULL,
        medium TEXT NOT NULL,
        attendance TEXT NOT NULL,
        contact_id TEXT,
        CONSTRAINT pk_appointment PRIMARY KEY (id),
        CONSTRAINT ck_appointment_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_appointment_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT,
        CONSTRAINT fk_appointment_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_appointment_client_id ON appointment (client_id)
    """,
    """
    CREATE INDEX ix_appointment_day ON appointment (day)
    """,
    """
    CREATE INDEX ix_appointment_person_id ON appointment (person_id)
    """,
    """
    CREATE TABLE caseload_cap (
        id TEXT NOT NULL CONSTRAINT ck_caseload_cap_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_caseload_cap_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        person_id TEXT NOT NULL,
        starts DATE NOT NULL CONSTRAINT ck_caseload_cap_starts_form CHECK (starts GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        share INTEGER NOT NULL CONSTRAINT ck_caseload_cap_share CHECK (share BETWEEN 1 AND 100),
        cap INTEGER NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT pk_caseload_cap PRIMARY KEY (id),
        CONSTRAINT ck_caseload_cap_cap CHECK (cap >= 0 AND cap * 100 <= 25 * share),
        CONSTRAINT ck_caseload_cap_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_caseload_cap_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_caseload_cap_person_id ON caseload_cap (person_id)
    """,
    """
    CREATE UNIQUE INDEX uq_caseload_cap_start ON caseload_cap (person_id, starts) WHERE hidden = 0
    """,
    """
    CREATE TABLE consent (
        id TEXT NOT NULL CONSTRAINT ck_consent_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_consent_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        client_id TEXT NOT NULL,
        purpose TEXT NOT NULL,
        given BOOLEAN NOT NULL,
        given_on DATE NOT NULL,
        how TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        words TEXT NOT NULL,
        withdrawn_on DATE,
        CONSTRAINT pk_consent PRIMARY KEY (id),
        CONSTRAINT ck_consent_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_consent_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT,
        CONSTRAINT ck_consent_given CHECK (given IN (0, 1)),
        CONSTRAINT fk_consent_recorded_by FOREIGN KEY(recorded_by) REFERENCES person (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_consent_client_id ON consent (client_id)
    """,
    """
    CREATE INDEX ix_consent_recorded_by ON consent (recorded_by)
    """,
    """
    CREATE TABLE employer_contact (
        id TEXT NOT NULL CONSTRAINT ck_employer_contact_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_employer_contact_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        employer_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        day DATE NOT NULL,
        medium TEXT NOT NULL,
        purpose TEXT NOT NULL,
        with_whom TEXT NOT NULL,
        client_ids TEXT NOT NULL,
        notes TEXT NOT NULL,
        CONSTRAINT pk_employer_contact PRIMARY KEY (id),
        CONSTRAINT ck_employer_contact_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_employer_contact_employer_id FOREIGN KEY(employer_id) REFERENCES employer (id) ON DELETE RESTRICT,
        CONSTRAINT fk_employer_contact_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_employer_contact_day ON employer_contact (day)
    """,
    """
    CREATE INDEX ix_employer_contact_employer_id ON employer_contact (employer_id)
    """,
    """
    CREATE INDEX ix_employer_contact_person_id ON employer_contact (person_id)
    """,
    """
    CREATE TABLE job (
        id TEXT NOT NULL CONSTRAINT ck_job_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_job_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        client_id TEXT NOT NULL,
        employer_id TEXT,
        employer_name TEXT NOT NULL,
        title TEXT NOT NULL,
        started_on DATE NOT NULL,
        contract TEXT NOT NULL,
        sector TEXT NOT NULL,
        competitive BOOLEAN NOT NULL,
        apprenticeship BOOLEAN NOT NULL,
        not_competitive_why TEXT NOT NULL,
        four_hours_on DATE,
        reported BOOLEAN NOT NULL,
        ended_on DATE,
        end_reason TEXT,
        end_words TEXT NOT NULL,
        learnt TEXT NOT NULL,
        CONSTRAINT pk_job PRIMARY KEY (id),
        CONSTRAINT ck_job_ended CHECK (ended_on IS NULL OR ended_on >= started_on),
        CONSTRAINT ck_job_end_reason CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
        CONSTRAINT ck_job_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_job_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT,
        CONSTRAINT fk_job_employer_id FOREIGN KEY(employer_id) REFERENCES employer (id) ON DELETE RESTRICT,
        CONSTRAINT ck_job_competitive CHECK (competitive IN (0, 1)),
        CONSTRAINT ck_job_apprenticeship CHECK (apprenticeship IN (0, 1)),
        CONSTRAINT ck_job_reported CHECK (reported IN (0, 1))
    )
    """,
    """
    CREATE INDEX ix_job_client_id ON job (client_id)
    """,
    """
    CREATE INDEX ix_job_employer_id ON job (employer_id)
    """,
    """
    CREATE INDEX ix_job_started_on ON job (started_on)
    """,
    """
    CREATE TABLE kept_calculation (
        id TEXT NOT NULL CONSTRAINT ck_kept_calculation_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_kept_calculation_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        client_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        made_on DATE NOT NULL,
        inputs TEXT NOT NULL,
        result TEXT NOT NULL,
        rate_year TEXT NOT NULL,
        CONSTRAINT pk_kept_calculation PRIMARY KEY (id),
        CONSTRAINT ck_kept_calculation_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_kept_calculation_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT,
        CONSTRAINT fk_kept_calculation_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_kept_calculation_client_id ON kept_calculation (client_id)
    """,
    """
    CREATE INDEX ix_kept_calculation_person_id ON kept_calculation (person_id)
    """,
    """
    CREATE TABLE next_action (
        id TEXT NOT NULL CONSTRAINT ck_next_action_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_next_action_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        client_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        words TEXT NOT NULL,
        due_on DATE NOT NULL,
        promiser TEXT NOT NULL CONSTRAINT ck_next_action_promiser CHECK (promiser IN ('staff', 'client')),
        made_on DATE,
        made_in TEXT,
        done_on DATE,
        done_in TEXT,
        CONSTRAINT pk_next_action PRIMARY KEY (id),
        CONSTRAINT ck_next_action_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_next_action_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT,
        CONSTRAINT fk_next_action_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_next_action_client_id ON next_action (client_id)
    """,
    """
    CREATE INDEX ix_next_action_due_on ON next_action (due_on)
    """,
    """
    CREATE INDEX ix_next_action_person_id ON next_action (person_id)
    """,
    """
    CREATE TABLE referral (
        id TEXT NOT NULL CONSTRAINT ck_referral_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_referral_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        client_id TEXT NOT NULL,
        received_on DATE NOT NULL,
        source TEXT NOT NULL,
        referrer TEXT NOT NULL,
        pathway TEXT NOT NULL CONSTRAINT ck_referral_pathway CHECK (pathway IN ('finding_work', 'keeping_work')),
        accepted_on DATE,
        declined_on DATE,
        decline_reason TEXT,
        closed_on DATE,
        closing_reason TEXT,
        closing_words TEXT NOT NULL,
        lost_job_on DATE,
        employed_at_referral BOOLEAN NOT NULL,
        CONSTRAINT pk_referral PRIMARY KEY (id),
        CONSTRAINT ck_referral_accepted CHECK (accepted_on IS NULL OR accepted_on >= received_on),
        CONSTRAINT ck_referral_declined CHECK ((declined_on IS NULL) = (decline_reason IS NULL)),
        CONSTRAINT ck_referral_closed CHECK ((closed_on IS NULL) = (closing_reason IS NULL)),
        CONSTRAINT ck_referral_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_referral_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT,
        CONSTRAINT ck_referral_employed_at_referral CHECK (employed_at_referral IN (0, 1))
    )
    """,
    """
    CREATE INDEX ix_referral_client_id ON referral (client_id)
    """,
    """
    CREATE INDEX ix_referral_received_on ON referral (received_on)
    """,
    """
    CREATE TABLE safety_line (
        id TEXT NOT NULL CONSTRAINT ck_safety_line_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_safety_line_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        client_id TEXT NOT NULL,
        kind TEXT NOT NULL CONSTRAINT ck_safety_line_kind CHECK (kind IN ('risk', 'lone_working', 'safe_contact')),
        words TEXT NOT NULL,
        reviewed_on DATE NOT NULL,
        recorded_by TEXT NOT NULL,
        no_message BOOLEAN NOT NULL,
        no_post BOOLEAN NOT NULL,
        ended_on DATE,
        CONSTRAINT pk_safety_line PRIMARY KEY (id),
        CONSTRAINT ck_safety_line_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_safety_line_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT,
        CONSTRAINT fk_safety_line_recorded_by FOREIGN KEY(recorded_by) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT ck_safety_line_no_message CHECK (no_message IN (0, 1)),
        CONSTRAINT ck_safety_line_no_post CHECK (no_post IN (0, 1))
    )
    """,
    """
    CREATE INDEX ix_safety_line_client_id ON safety_line (client_id)
    """,
    """
    CREATE INDEX ix_safety_line_recorded_by ON safety_line (recorded_by)
    """,
    """
    CREATE TABLE sent_return (
        id TEXT NOT NULL CONSTRAINT ck_sent_return_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_sent_return_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        person_id TEXT NOT NULL,
        contract TEXT NOT NULL,
        period TEXT NOT NULL,
        made_at TEXT NOT NULL,
        published TEXT NOT NULL,
        details TEXT NOT NULL,
        CONSTRAINT pk_sent_return PRIMARY KEY (id),
        CONSTRAINT ck_sent_return_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_sent_return_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_sent_return_person_id ON sent_return (person_id)
    """,
    """
    CREATE TABLE vocational_profile (
        id TEXT NOT NULL CONSTRAINT ck_vocational_profile_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_vocational_profile_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        client_id TEXT NOT NULL,
        started_on DATE NOT NULL,
        signed_on DATE,
        goal TEXT NOT NULL,
        job_titles TEXT NOT NULL,
        sectors TEXT NOT NULL,
        hours_least BIGINT,
        hours_most BIGINT,
        travel TEXT NOT NULL,
        pay_needed BIGINT,
        avoid TEXT NOT NULL,
        work_history TEXT NOT NULL,
        education TEXT NOT NULL,
        skills TEXT NOT NULL,
        languages TEXT NOT NULL,
        health_and_work TEXT NOT NULL,
        adjustments TEXT NOT NULL,
        disclosure_preference TEXT NOT NULL,
        supporters TEXT NOT NULL,
        money TEXT NOT NULL,
        digital TEXT NOT NULL,
        caring TEXT NOT NULL,
        criminal_record TEXT NOT NULL,
        next_steps TEXT NOT NULL,
        CONSTRAINT pk_vocational_profile PRIMARY KEY (id),
        CONSTRAINT ck_vocational_profile_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_vocational_profile_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_vocational_profile_client_id ON vocational_profile (client_id)
    """,
    """
    CREATE UNIQUE INDEX uq_vocational_profile_client ON vocational_profile (client_id) WHERE hidden = 0
    """,
    """
    CREATE TABLE caseload_place (
        id TEXT NOT NULL CONSTRAINT ck_caseload_place_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_caseload_place_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        referral_id TEXT NOT NULL,
        client_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        held_from DATE NOT NULL CONSTRAINT ck_caseload_place_held_from_form CHECK (held_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        held_until DATE CONSTRAINT ck_caseload_place_held_until_form CHECK (held_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        ended_by TEXT CONSTRAINT ck_caseload_place_ended_by CHECK (ended_by IN ('closed', 'transferred', 'stepped_down')),
        end_reason TEXT NOT NULL,
        reported BOOLEAN NOT NULL,
        CONSTRAINT pk_caseload_place PRIMARY KEY (id),
        CONSTRAINT ck_caseload_place_held CHECK (held_until IS NULL OR held_until >= held_from),
        CONSTRAINT ck_caseload_place_ended CHECK ((held_until IS NULL) = (ended_by IS NULL)),
        CONSTRAINT ck_caseload_place_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_caseload_place_referral_id FOREIGN KEY(referral_id) REFERENCES referral (id) ON DELETE RESTRICT,
        CONSTRAINT fk_caseload_place_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT,
        CONSTRAINT fk_caseload_place_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT ck_caseload_place_reported CHECK (reported IN (0, 1))
    )
    """,
    """
    CREATE INDEX ix_caseload_place_client_id ON caseload_place (client_id)
    """,
    """
    CREATE INDEX ix_caseload_place_person_id ON caseload_place (person_id)
    """,
    """
    CREATE INDEX ix_caseload_place_referral_id ON caseload_place (referral_id)
    """,
    """
    CREATE UNIQUE INDEX uq_caseload_place_one_open ON caseload_place (client_id) WHERE held_until IS NULL AND hidden = 0 AND reported = 0
    """,
    """
    CREATE TABLE client_contact (
        id TEXT NOT NULL CONSTRAINT ck_client_contact_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_client_contact_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        client_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        day DATE NOT NULL,
        at TIME,
        medium TEXT NOT NULL,
        attendance TEXT NOT NULL,
        reason TEXT NOT NULL,
        place TEXT NOT NULL,
        minutes INTEGER CONSTRAINT ck_client_contact_minutes CHECK (minutes BETWEEN 0 AND 1440),
        notes TEXT NOT NULL,
        job_id TEXT,
        appointment_id TEXT,
        CONSTRAINT pk_client_contact PRIMARY KEY (id),
        CONSTRAINT ck_client_contact_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_client_contact_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT,
        CONSTRAINT fk_client_contact_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT fk_client_contact_job_id FOREIGN KEY(job_id) REFERENCES job (id) ON DELETE RESTRICT,
        CONSTRAINT fk_client_contact_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_client_contact_appointment_id ON client_contact (appointment_id)
    """,
    """
    CREATE INDEX ix_client_contact_client_id ON client_contact (client_id)
    """,
    """
    CREATE INDEX ix_client_contact_day ON client_contact (day)
    """,
    """
    CREATE INDEX ix_client_contact_job_id ON client_contact (job_id)
    """,
    """
    CREATE INDEX ix_client_contact_person_id ON client_contact (person_id)
    """,
    """
    CREATE TABLE filed_letter (
        id TEXT NOT NULL CONSTRAINT ck_filed_letter_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_filed_letter_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        client_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        calculation_id TEXT,
        made_on DATE NOT NULL,
        title TEXT NOT NULL,
        pdf BLOB NOT NULL,
        printed_on DATE,
        CONSTRAINT pk_filed_letter PRIMARY KEY (id),
        CONSTRAINT ck_filed_letter_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_filed_letter_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT,
        CONSTRAINT fk_filed_letter_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT fk_filed_letter_calculation_id FOREIGN KEY(calculation_id) REFERENCES kept_calculation (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_filed_letter_calculation_id ON filed_letter (calculation_id)
    """,
    """
    CREATE INDEX ix_filed_letter_client_id ON filed_letter (client_id)
    """,
    """
    CREATE INDEX ix_filed_letter_person_id ON filed_letter (person_id)
    """,
    """
    CREATE TABLE job_terms (
        id TEXT NOT NULL CONSTRAINT ck_job_terms_id CHECK (length(id) = 36),
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL CONSTRAINT ck_job_terms_version CHECK (version > 0),
        hidden BOOLEAN NOT NULL,
        job_id TEXT NOT NULL,
        client_id TEXT NOT NULL,
        starts DATE NOT NULL,
        weekly_hours BIGINT NOT NULL CONSTRAINT ck_job_terms_weekly_hours CHECK (weekly_hours BETWEEN 0 AND 10080),
        pay BIGINT NOT NULL CONSTRAINT ck_job_terms_pay CHECK (pay >= 0),
        pay_period TEXT NOT NULL CONSTRAINT ck_job_terms_pay_period CHECK (pay_period IN ('hour', 'week', 'month', 'year')),
        reason TEXT NOT NULL,
        CONSTRAINT pk_job_terms PRIMARY KEY (id),
        CONSTRAINT ck_job_terms_hidden CHECK (hidden IN (0, 1)),
        CONSTRAINT fk_job_terms_job_id FOREIGN KEY(job_id) REFERENCES job (id) ON DELETE RESTRICT,
        CONSTRAINT fk_job_terms_client_id FOREIGN KEY(client_id) REFERENCES client (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE INDEX ix_job_terms_client_id ON job_terms (client_id)
    """,
    """
    CREATE INDEX ix_job_terms_job_id ON job_terms (job_id)
    """,
)


def upgrade() -> None:
    """Create everything in the order that foreign keys ask for."""
    for statement in STATEMENTS:
        op.execute(statement)
