"""The formats of a better-off letter: the same content in a shape that its reader can use."""

from __future__ import annotations

from enum import StrEnum

from caseload.words import say


class LetterFormat(StrEnum):
    """``standard`` is set at 13 point, ``large-print`` at 18; ``easy-read`` has pictures."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    EASY_READ = "easy-read"

    @property
    def label(self) -> str:
        """Its name in a choice."""
        return say(f"letters.format.{self.name.lower()}")
