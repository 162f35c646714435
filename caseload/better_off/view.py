"""Two views of one household: as the law has it, and as the published test cases have it.

The cases follow the conventions of an independent model (a year of even pay). Where the law
differs, a letter follows the law; the cases' view stays for the tests and for the command line,
whose answers are in the cases' own form.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caseload.words import say


class View(StrEnum):
    """Whose rules a sum follows."""

    LAW = "law"
    CASES = "cases"


@dataclass(frozen=True, slots=True)
class Convention:
    """One place where the law's view differs from the cases' by choice.

    ``code`` is its number in the published notes, ``L1`` to ``L11``; ``source`` the law it follows.
    """

    code: str
    source: str

    @property
    def words(self) -> str:
        """What the law's view does there, in a sentence."""
        return say(f"better_off.convention.{self.code}")


CONVENTIONS = (
    Convention("L1", "UC Regs reg. 55(5); written answers HL8845 and HL10794"),
    Convention("L2", "UC Regs reg. 55(5)(b)"),
    Convention("L3", "UC Regs reg. 29(4)"),
    Convention("L4", "UC Regs regs 32 to 34"),
    Convention("L5", "UC Regs regs 82 and 83"),
    Convention("L6", "ESA Regs 2013 reg. 39 and Part 10"),
    Convention("L7", "UC Regs reg. 22; UC(TP) Regs reg. 5A"),
    Convention("L8", "UC Regs Sch. 1 paras 3, 3A and 3B"),
    Convention("L9", "UC Regs regs 27A(2) and 28(3), (4)"),
    Convention("L10", "S.I. 1996/2745 reg. 10 and Sch. 3"),
    Convention("L11", "UC Regs regs 54 and 61"),
)
"""Every one of them, in order."""
