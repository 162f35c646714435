"""What the database itself refuses, whoever asks: a caseload over its cap, a rewritten history.

Triggers are dropped by every table rebuild, silently, so the list here is put back after each
migration and compared with the database at each opening.
"""

from __future__ import annotations

CAP_MARK = "caseload_cap"
REPORTED_MARK = "caseload_reported"
KEPT_MARK = "kept_for_ever"

_COUNTED = "hidden = 0 AND reported = 0"


# ruff: noqa: S608 - the parts of these statements are constants of this file, never input


def _over_cap(person: str, day: str) -> str:
    """SQL that is true where ``person`` holds more places than the cap on ``day``."""
    return f"""(
        SELECT count(*) FROM caseload_place AS p
        WHERE p.person_id = {person} AND p.hidden = 0 AND p.reported = 0
          AND p.held_from <= {day} AND (p.held_until IS NULL OR {day} < p.held_until)
    ) > coalesce((
        SELECT c.cap FROM caseload_cap AS c
        WHERE c.person_id = {person} AND c.hidden = 0 AND c.starts <= {day}
        ORDER BY c.starts DESC LIMIT 1
    ), 0)"""


def _refuse_place() -> str:
    within = "{0} >= NEW.held_from AND (NEW.held_until IS NULL OR {0} < NEW.held_until)"
    return f"""
    SELECT raise(ABORT, '{CAP_MARK}') WHERE EXISTS (
        SELECT 1 FROM (
            SELECT NEW.held_from AS day
            UNION SELECT held_from FROM caseload_place
            WHERE person_id = NEW.person_id AND {_COUNTED} AND {within.format("held_from")}
            UNION SELECT starts FROM caseload_cap
            WHERE person_id = NEW.person_id AND hidden = 0 AND {within.format("starts")}
        ) AS d
        WHERE (NEW.held_until IS NULL OR d.day < NEW.held_until)
          AND {_over_cap("NEW.person_id", "d.day")}
    );"""


def _refuse_cap(row: str) -> str:
    return f"""
    SELECT raise(ABORT, '{CAP_MARK}') WHERE EXISTS (
        SELECT 1 FROM (
            SELECT held_from AS day FROM caseload_place
            WHERE person_id = {row}.person_id AND {_COUNTED}
            UNION SELECT starts FROM caseload_cap WHERE person_id = {row}.person_id AND hidden = 0
        ) AS d
        WHERE {_over_cap(f"{row}.person_id", "d.day")}
    );"""


_REPORTED = f"""
    SELECT raise(ABORT, '{REPORTED_MARK}')
    WHERE NEW.held_until IS NULL
       OR NEW.held_until > coalesce((SELECT min(first_day) FROM service), '');"""


def _trigger(name: str, event: str, body: str, when: str = "") -> str:
    condition = f"\nWHEN {when}" if when else ""
    return f"CREATE TRIGGER {name}\n{event}{condition}\nBEGIN{body}\nEND"


def _forbid(mark: str) -> str:
    return f"\n    SELECT raise(ABORT, '{mark}');"


_COUNTS = "NEW.hidden = 0 AND NEW.reported = 0"
_IS_REPORTED = "NEW.hidden = 0 AND NEW.reported = 1"

EXPECTED: dict[str, str] = {
    "cap_place_added": _trigger(
        "cap_place_added", "AFTER INSERT ON caseload_place", _refuse_place(), _COUNTS
    ),
    "cap_place_changed": _trigger(
        "cap_place_changed", "AFTER UPDATE ON caseload_place", _refuse_place(), _COUNTS
    ),
    "cap_added": _trigger("cap_added", "AFTER INSERT ON caseload_cap", _refuse_cap("NEW")),
    "cap_changed": _trigger(
        "cap_changed", "AFTER UPDATE ON caseload_cap", _refuse_cap("NEW") + _refuse_cap("OLD")
    ),
    "cap_removed": _trigger("cap_removed", "BEFORE DELETE ON caseload_cap", _forbid(CAP_MARK)),
    "reported_added": _trigger(
        "reported_added", "AFTER INSERT ON caseload_place", _REPORTED, _IS_REPORTED
    ),
    "reported_changed": _trigger(
        "reported_changed", "AFTER UPDATE ON caseload_place", _REPORTED, _IS_REPORTED
    ),
    "one_service": _trigger(
        "one_service",
        "AFTER INSERT ON service",
        _forbid(KEPT_MARK),
        "(SELECT count(*) FROM service) > 1",
    ),
    "service_kept": _trigger("service_kept", "BEFORE DELETE ON service", _forbid(KEPT_MARK)),
    "first_day_kept": _trigger(
        "first_day_kept",
        "BEFORE UPDATE OF first_day, made_up ON service",
        _forbid(KEPT_MARK),
        "NEW.first_day <> OLD.first_day OR NEW.made_up <> OLD.made_up",
    ),
    "audit_entry_unchanged": _trigger(
        "audit_entry_unchanged", "BEFORE UPDATE ON audit_entry", _forbid(KEPT_MARK)
    ),
    "audit_entry_kept": _trigger(
        "audit_entry_kept", "BEFORE DELETE ON audit_entry", _forbid(KEPT_MARK)
    ),
    "audit_payload_unchanged": _trigger(
        "audit_payload_unchanged", "BEFORE UPDATE ON audit_payload", _forbid(KEPT_MARK)
    ),
}
"""Every trigger by name. Payloads may be deleted, by erasure alone; entries never."""
