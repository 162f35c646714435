"""The one place where keys, store and services meet: creating, opening and caring for a store."""

from caseload.app.backups import latest_backup, people_in_backup, restore
from caseload.app.creating import (
    Created,
    NewPerson,
    check_new_store,
    create_store,
    create_store_for,
)
from caseload.app.opening import (
    StorePeople,
    attempts_on,
    enrol_with_code,
    enrol_with_recovery_key,
    has_keyring,
    store_people,
    try_recovery_key,
    unlock,
    unlock_by_keyring,
)
from caseload.app.papers import (
    enrolment_code_pdf,
    new_recovery_key,
    recovery_key_pdf,
    strength_hint,
)
from caseload.app.session import LastBackups, Session
from caseload.keys import (
    Attempts,
    EnrolmentCode,
    MistypedCode,
    PassphraseRefused,
    PersonWithKeys,
    PrintedCode,
    TooSoon,
    WrongSecret,
)

__all__ = [
    "Attempts",
    "Created",
    "EnrolmentCode",
    "LastBackups",
    "MistypedCode",
    "NewPerson",
    "PassphraseRefused",
    "PersonWithKeys",
    "PrintedCode",
    "Session",
    "StorePeople",
    "TooSoon",
    "WrongSecret",
    "attempts_on",
    "check_new_store",
    "create_store",
    "create_store_for",
    "enrol_with_code",
    "enrol_with_recovery_key",
    "enrolment_code_pdf",
    "has_keyring",
    "latest_backup",
    "new_recovery_key",
    "people_in_backup",
    "recovery_key_pdf",
    "restore",
    "store_people",
    "strength_hint",
    "try_recovery_key",
    "unlock",
    "unlock_by_keyring",
]
