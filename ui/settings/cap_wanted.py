"""A cap as it is asked for on the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caseload.allocation.place import CaseloadCap, cap_for_share


@dataclass(frozen=True)
class CapWanted:
    """From which day, for what share of a post in hundredths, how many, and why fewer."""

    starts: date
    share: int
    cap: int
    reason: str

    def changes(self, before: CaseloadCap | None) -> bool:
        """Whether it differs from the cap in force."""
        if before is None:
            return True
        return (self.share, self.cap, self.reason) != (before.share, before.cap, before.reason)


def share_of(hours: Decimal) -> int:
    """Hundredths of a full-time post: 0.6 is 60."""
    return int(hours * 100)


def hours_of(share: int) -> str:
    """A share as it is typed: ``0.6``, ``1``."""
    return f"{Decimal(share) / 100:.2f}".rstrip("0").rstrip(".")


def most_at(share: int) -> int:
    """The most clients a post of that share may hold."""
    return cap_for_share(share)
