"""Who can open a store, and how that changes.

A store is a folder with ``store.db``, ``keyslots.json``, ``lock`` and ``tombstones``; this package
owns ``keyslots.json``. The way in is ``unlock_with_...``, then :func:`open_database`; every change
of keys is one of the verbs below. Nothing here knows SQLAlchemy: the database is a port.
"""

from caseload.keys.attempts import Attempts
from caseload.keys.ceremonies import (
    Removal,
    change_passphrase,
    confirm_passphrase,
    rekey_for_suspicion,
    remove_person,
    replace_used_recovery_key,
)
from caseload.keys.creating import NewStoreKeys, new_store_keys
from caseload.keys.enrolment import EnrolmentCode, issue_code, use_code
from caseload.keys.key_file_on_disk import KEY_FILE
from caseload.keys.keyring_slot import (
    add_keyring_slot,
    keyring_trouble,
    remove_keyring_slot,
    unlock_with_keyring,
)
from caseload.keys.ledger import KeyLedger, KeyLedgerState, SlotMark
from caseload.keys.opening import KeysChanged, Opened, open_database
from caseload.keys.passphrase import Strength, check_passphrase, strength, strength_hint
from caseload.keys.ports import Progress, RekeyDatabase, RekeyStep
from caseload.keys.printed_code import PrintedCode
from caseload.keys.refusals import (
    CodeExpired,
    DatabaseNotOpened,
    ForgedStatement,
    KeyFileDamaged,
    KeyFileMissing,
    KeyringRefused,
    KeysChangedMeanwhile,
    KeysReadOnly,
    MistypedCode,
    NewerKeyFile,
    NotAHolder,
    NotTheKeysOfYourStore,
    OwnKeys,
    PassphraseRefused,
    PinBroken,
    RekeyUnfinished,
    SwappedPublicKey,
    TooSoon,
    WeakParameters,
    WrongDataKey,
    WrongSecret,
)
from caseload.keys.rekeying import Resumed
from caseload.keys.statements import RECOVERY, Holder, SlotKind
from caseload.keys.unlocked import KeyFileTrouble, TroubleKind, Unlocked
from caseload.keys.unlocking import (
    PersonWithKeys,
    people_in,
    unlock_with_code,
    unlock_with_passphrase,
    unlock_with_recovery_key,
)

__all__ = [
    "KEY_FILE",
    "RECOVERY",
    "Attempts",
    "CodeExpired",
    "DatabaseNotOpened",
    "EnrolmentCode",
    "ForgedStatement",
    "Holder",
    "KeyFileDamaged",
    "KeyFileMissing",
    "KeyFileTrouble",
    "KeyLedger",
    "KeyLedgerState",
    "KeyringRefused",
    "KeysChanged",
    "KeysChangedMeanwhile",
    "KeysReadOnly",
    "MistypedCode",
    "NewStoreKeys",
    "NewerKeyFile",
    "NotAHolder",
    "NotTheKeysOfYourStore",
    "Opened",
    "OwnKeys",
    "PassphraseRefused",
    "PersonWithKeys",
    "PinBroken",
    "PrintedCode",
    "Progress",
    "RekeyDatabase",
    "RekeyStep",
    "RekeyUnfinished",
    "Removal",
    "Resumed",
    "SlotKind",
    "SlotMark",
    "Strength",
    "SwappedPublicKey",
    "TooSoon",
    "TroubleKind",
    "Unlocked",
    "WeakParameters",
    "WrongDataKey",
    "WrongSecret",
    "add_keyring_slot",
    "change_passphrase",
    "check_passphrase",
    "confirm_passphrase",
    "issue_code",
    "keyring_trouble",
    "new_store_keys",
    "open_database",
    "people_in",
    "rekey_for_suspicion",
    "remove_keyring_slot",
    "remove_person",
    "replace_used_recovery_key",
    "strength",
    "strength_hint",
    "unlock_with_code",
    "unlock_with_keyring",
    "unlock_with_passphrase",
    "unlock_with_recovery_key",
    "use_code",
]
