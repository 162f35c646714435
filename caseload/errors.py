"""What the application may say no to, each as a sentence a person can act on."""

from __future__ import annotations


class CaseloadError(Exception):
    """The base of every refusal that a person is meant to read.

    ``sentence`` is plain English from the words catalogue: what is wrong, where, and what to do.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Refused(CaseloadError):
    """A rule of the work says no: the record is unchanged and nothing typed is lost."""


class FieldsRefused(Refused):
    """One or more fields need attention; ``problems`` maps a field's name to its sentence."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = dict(problems)


class NotAllowed(Refused):
    """The person's role does not include this action."""


class ChangedMeanwhile(Refused):
    """Somebody saved this record after it was read, so saving now would overwrite them."""


class StoreTrouble(CaseloadError):
    """The store cannot be opened, read or written: damage, a full disk, a newer version."""


class StoreReadOnly(StoreTrouble):
    """The store is open for reading only, so nothing can be saved."""


class KeysRefused(CaseloadError):
    """The keys do not open, or are not those of, this store."""
