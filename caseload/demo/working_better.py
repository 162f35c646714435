"""Working Better: six GP surgeries, a year; 95 referred, 59 took up the offer, 6 in work.

Source: DOMAIN, Returns: by the end 6 in employment, 6 in adult learning, 7 took up benefits advice
and 4 were volunteering.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from caseload.demo.calendar import Calendar
from caseload.demo.caseloads import Turn
from caseload.demo.chance import Chance
from caseload.demo.plan import Plan, Way
from caseload.demo.staff import Colleague

NAME = "Working Better"
A_YEAR = 360

REFERRED, ENGAGED, IN_WORK = 95, 59, 6
STEPS = (("learning", 6), ("benefits", 7), ("volunteering", 4))
LEAST_DAYS = 24
"""Who was accepted before this many days ago has started the profile, so counts as engaged."""
TO_WORK_DAYS = 75


@dataclass(frozen=True)
class Chosen:
    """The project's share: the turns of those who engaged, and how many did not."""

    engaged: frozenset[Turn]
    in_work: frozenset[Turn]
    waiting: int
    declined: int
    steps: tuple[tuple[str, int], ...]


def choose(
    referrals: int,
    turns: list[Turn],
    specialists: list[Colleague],
    calendar: Calendar,
    chance: Chance,
) -> Chosen:
    """The project's own among all turns, in the proportions of the real project."""
    wanted, to_work = (round(referrals * part / REFERRED) for part in (ENGAGED, IN_WORK))
    lately = [
        turn for turn in turns if calendar.ago(A_YEAR) <= turn.accepted <= calendar.ago(LEAST_DAYS)
    ]
    # The fullest caseload is the mental health team's, and lends a hand only where it must.
    fullest = max(range(len(specialists)), key=lambda number: specialists[number].full)
    own = [turn for turn in lately if turn.specialist != fullest]
    engaged = chance.of("engaged").some(own, wanted)
    rest = [turn for turn in lately if turn.specialist == fullest]
    engaged += chance.of("more").some(rest, wanted - len(engaged))
    ready = [t for t in engaged if t.ended is None and t.days(calendar.today) >= TO_WORK_DAYS]
    in_work = chance.of("in work").some(ready, to_work)
    waiting = min(3, referrals - len(engaged))
    return Chosen(
        engaged=frozenset(engaged),
        in_work=frozenset(in_work),
        waiting=waiting,
        declined=referrals - len(engaged) - waiting,
        steps=tuple((step, round(referrals * many / REFERRED)) for step, many in STEPS),
    )


def with_outcomes(plans: list[Plan], chosen: Chosen, chance: Chance) -> list[Plan]:
    """The plans with who of the project is in work, learns, volunteers or took benefits advice."""
    told = [
        replace(plan, way=Way.IN_WORK) if plan.turn in chosen.in_work else plan for plan in plans
    ]
    others = chance.some([p.number for p in told if p.working_better and p.way != Way.IN_WORK], 99)
    extras: dict[int, str] = {}
    for step, many in chosen.steps:
        extras |= dict.fromkeys((others.pop() for _ in range(min(many, len(others)))), step)
    return [replace(plan, extra=extras.get(plan.number, "")) for plan in told]
