"""The sheet that carries a store's recovery key to the team's safe place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caseload.letters.blocks import Heading, KeyGroups, Paragraph, Points, Printout, Title
from caseload.values.dates import long_date
from caseload.words import say

_KEEP = 3
_USE = 4


def recovery_key_printout(
    service: str, groups: Sequence[str], made: date, *, made_up: bool = False
) -> Printout:
    """What the sheet says: the key in its groups, where to keep it and how to use it."""
    day = long_date(made)
    return Printout(
        title=say("letters.recovery_key.title", service=service),
        blocks=(
            Title(say("letters.recovery_key.title", service=service)),
            Paragraph(say("letters.recovery_key.made", date=day)),
            Paragraph(say("letters.recovery_key.what", service=service)),
            KeyGroups(tuple(groups)),
            Heading(say("letters.recovery_key.keep_heading")),
            Points(tuple(say(f"letters.recovery_key.keep.{n}") for n in range(1, _KEEP + 1))),
            Heading(say("letters.recovery_key.use_heading")),
            Points(
                tuple(say(f"letters.recovery_key.use.{n}") for n in range(1, _USE + 1)),
                numbered=True,
            ),
            Paragraph(say("letters.recovery_key.told")),
            Heading(say("letters.recovery_key.lost_heading")),
            Paragraph(say("letters.recovery_key.lost")),
        ),
        written=made,
        author=service,
        foot=say("letters.recovery_key.foot", date=day),
        made_up=made_up,
    )
