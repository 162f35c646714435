"""The keyring slot: the computer's own keyring opens a store of one person."""

from __future__ import annotations

from pathlib import Path

from caseload.keys.ledger import KeyLedger
from caseload.keys.unlocked import Unlocked


def keyring_trouble() -> str | None:
    """Why this computer's keyring cannot be used, as a sentence; None where it can."""
    raise NotImplementedError


def add_keyring_slot(unlocked: Unlocked, ledger: KeyLedger) -> None:
    """Let the keyring open this person's keys. KeyringRefused in a store of more than one person."""
    raise NotImplementedError


def remove_keyring_slot(unlocked: Unlocked, ledger: KeyLedger) -> None:
    """Take the keyring slot out of the key file, and its key out of the keyring where it answers."""
    raise NotImplementedError


def unlock_with_keyring(folder: Path, *, person_id: str) -> Unlocked:
    """Open by the keyring. KeyringRefused where it does not answer: ask for the passphrase."""
    raise NotImplementedError
