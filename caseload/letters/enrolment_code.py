"""The sheet that carries an enrolment code to a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caseload.letters.blocks import Heading, KeyGroups, Paragraph, Points, Printout, Title
from caseload.values.dates import long_date
from caseload.words import say

_USE = 4
_KNOW = 3


def enrolment_code_printout(
    service: str, name: str, groups: Sequence[str], ends: date, *, made_up: bool = False
) -> Printout:
    """What the sheet says: the code in its groups, how to use it, and when it ends."""
    day = long_date(ends)
    title = say("enrolment_paper.title", service=service)
    return Printout(
        title=title,
        blocks=(
            Title(title),
            Paragraph(say("enrolment_paper.for", name=name, service=service)),
            KeyGroups(tuple(groups)),
            Heading(say("enrolment_paper.use_heading")),
            Points(
                tuple(say(f"enrolment_paper.use.{n}", name=name) for n in range(1, _USE + 1)),
                numbered=True,
            ),
            Heading(say("enrolment_paper.know_heading")),
            Points(tuple(say(f"enrolment_paper.know.{n}", day=day) for n in range(1, _KNOW + 1))),
        ),
        written=ends,
        author=service,
        foot=say("enrolment_paper.foot", date=day),
        made_up=made_up,
    )
