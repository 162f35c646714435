"""Recovery keys and enrolment codes: 160 random bits as eight groups that tell a typing slip."""

from __future__ import annotations


class PrintedCode:
    """A code to print once and type back."""

    @classmethod
    def new(cls) -> PrintedCode:
        """A fresh code from the system's random source."""
        raise NotImplementedError

    @classmethod
    def read(cls, typed: str) -> PrintedCode:
        """The code as typed, whatever its case, spaces and hyphens; MistypedCode names the group."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """As printed: eight groups of five characters joined by hyphens."""
        raise NotImplementedError

    def matches(self, typed: str) -> bool:
        """Whether this code was typed back; MistypedCode where a group cannot be right."""
        raise NotImplementedError
