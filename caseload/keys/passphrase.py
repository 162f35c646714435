"""What a passphrase must be, and how strong it looks."""

from __future__ import annotations


def check_passphrase(passphrase: str) -> None:
    """Raise PassphraseRefused with the reason where a new passphrase is too short or too plain."""
    raise NotImplementedError


def strength_hint(passphrase: str) -> str:
    """One sentence on how hard it would be to guess; rough, and for advice only."""
    raise NotImplementedError
