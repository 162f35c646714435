"""What the keys say no to, each by its own name, so that callers and tests can tell them apart."""

from __future__ import annotations

from caseload.errors import KeysRefused, StoreTrouble
from caseload.words import say


class WrongSecret(KeysRefused):
    """The passphrase, recovery key or code opens nothing; an unknown person reads the same.

    ``failed`` counts the attempts since the last success; ``wait_seconds`` is the pause before the
    next attempt is taken.
    """

    def __init__(self, sentence: str, *, failed: int = 1, wait_seconds: float = 0.0) -> None:
        super().__init__(sentence)
        self.failed = failed
        self.wait_seconds = wait_seconds


class TooSoon(KeysRefused):
    """An attempt before the pause after a wrong one was over; nothing was tried."""

    def __init__(self, wait_seconds: float) -> None:
        super().__init__(say("keys.unlock.wait", count=max(1, round(wait_seconds))))
        self.wait_seconds = wait_seconds


class PassphraseRefused(KeysRefused):
    """A new passphrase is too short or too plain to guard a store."""


class MistypedCode(KeysRefused):
    """A recovery key or code is not as it was printed; ``group`` counts from 1, or is None."""

    def __init__(self, sentence: str, *, group: int | None = None) -> None:
        super().__init__(sentence)
        self.group = group


class CodeExpired(KeysRefused):
    """An enrolment code that was not used within its seven days."""


class KeyFileMissing(KeysRefused):
    """The store has no key file."""


class KeyFileDamaged(KeysRefused):
    """The key file is no key file: torn, emptied or edited out of shape."""


class NewerKeyFile(KeysRefused):
    """The key file was written by a newer version of the program."""


class NotTheKeysOfYourStore(KeysRefused):
    """The proof that these keys belong to this store breaks; subclasses name where."""

    def __init__(self, what: str | None = None) -> None:
        told = say("keys.refused.not_yours")
        super().__init__(f"{what} {told}" if what else told)


class SwappedPublicKey(NotTheKeysOfYourStore):
    """A slot's public keys are not those that the newest statement gives its holder."""


class ForgedStatement(NotTheKeysOfYourStore):
    """A statement does not follow, or is not signed by a holder of, the one before."""


class PinBroken(NotTheKeysOfYourStore):
    """No statement in the file is the one that this slot's owner accepted last."""


class WrongDataKey(NotTheKeysOfYourStore):
    """The sealed data key does not open, or is not the one that the statement commits to."""


class WeakParameters(NotTheKeysOfYourStore):
    """A slot asks for a guard against guessing that is weaker or dearer than is allowed."""


class KeysReadOnly(KeysRefused):
    """The key file fails its seal or differs from the store's own copy: no key may change."""


class KeysChangedMeanwhile(KeysRefused):
    """The key file on disk is no longer the one that this session opened."""


class NotAHolder(KeysRefused):
    """The person named has no keys to this store, or has them already."""


class OwnKeys(KeysRefused):
    """What only somebody else can do to one's keys, or what has a way of its own."""


class KeyringRefused(KeysRefused):
    """This computer's keyring cannot keep a key, or the store is not one person's."""


class DatabaseNotOpened(StoreTrouble):
    """The secret was right, but the database does not open with these keys."""


class RekeyUnfinished(StoreTrouble):
    """A re-key stopped half way; the next unlock finishes or undoes it."""
