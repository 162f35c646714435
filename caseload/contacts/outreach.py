"""What to try next when a client does not come: never closing, always another way to reach them.

Source: FIELD E 3 and fidelity item 25, proactive outreach: a text, then a letter, then a visit
together with the therapist. What the client said about texts and post is obeyed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class OutreachWay(StrEnum):
    """A way of reaching a client who has not come."""

    TEXT = "text"
    LETTER = "letter"
    JOINT_VISIT = "joint_visit"
    ASK_TEAM = "ask_team"


_DAYS = {
    OutreachWay.TEXT: 1,
    OutreachWay.LETTER: 2,
    OutreachWay.JOINT_VISIT: 7,
    OutreachWay.ASK_TEAM: 1,
}


@dataclass(frozen=True)
class OutreachStep:
    """The next step: its number, counted from 1, the way, and the day by which to do it."""

    number: int
    way: OutreachWay
    due_on: date


def next_step(earlier: int, today: date, *, may_text: bool, may_post: bool) -> OutreachStep:
    """The step after this missed contact, with ``earlier`` missed ones since the last meeting.

    After the last way of the sequence the clinical team is asked, again and again.
    """
    ways = [OutreachWay.JOINT_VISIT, OutreachWay.ASK_TEAM]
    if may_post:
        ways.insert(0, OutreachWay.LETTER)
    if may_text:
        ways.insert(0, OutreachWay.TEXT)
    way = ways[min(earlier, len(ways) - 1)]
    return OutreachStep(earlier + 1, way, today + timedelta(days=_DAYS[way]))
