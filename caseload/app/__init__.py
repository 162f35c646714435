"""The one place where keys, store and services meet: creating, opening and caring for a store."""

from caseload.app.backups import latest_backup, restore
from caseload.app.creating import Created, NewPerson, create_store
from caseload.app.opening import (
    StorePeople,
    enrol_with_code,
    enrol_with_recovery_key,
    store_people,
    unlock,
)
from caseload.app.session import Session

__all__ = [
    "Created",
    "NewPerson",
    "Session",
    "StorePeople",
    "create_store",
    "enrol_with_code",
    "enrol_with_recovery_key",
    "latest_backup",
    "restore",
    "store_people",
    "unlock",
]
