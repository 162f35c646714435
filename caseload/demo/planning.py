"""Who is referred, by whom, and which way each goes: the whole service before it happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from caseload.demo import working_better
from caseload.demo.calendar import Calendar
from caseload.demo.caseloads import Turn, places_of, turns_of
from caseload.demo.chance import Chance
from caseload.demo.made_up import made_up
from caseload.demo.people import MadeUpPeople
from caseload.demo.plan import Plan, Size, Way
from caseload.demo.staff import Colleague

Ways = tuple[tuple[Way, float], ...]

IN_THE_FIRST_WEEKS: Ways = (
    (Way.LOOKING, 55.0), (Way.INTERVIEWS, 27.0), (Way.KEEPING_WORK, 15.0),
)  # fmt: skip
LATER: Ways = (
    (Way.IN_WORK, 60.0), (Way.LOOKING, 16.0), (Way.INTERVIEWS, 12.0), (Way.STARTING, 4.0),
    (Way.KEEPING_WORK, 11.0), (Way.LOST_JOB, 9.0),
)  # fmt: skip
"""The last only for those who have been supported long enough to have had a job and lost it."""
AFTERWARDS: Ways = (
    (Way.LEFT, 40.0), (Way.WORKED, 30.0), (Way.KEPT_WORK, 9.0), (Way.STEPPED_DOWN, 45.0),
)  # fmt: skip
STILL_STEPPED_DOWN = 330
"""Days; the last of ``AFTERWARDS`` only for those whose place was freed more lately than that."""
PLACES_A_REFERRAL = 90 / 95
"""With 95 referrals the four specialists' 90 places are all used."""


def plan_service(
    size: Size, specialists: list[Colleague], calendar: Calendar, chance: Chance
) -> list[Plan]:
    """Every client's plan, by the day of referral."""
    turns = _turns(size, specialists, calendar, chance.of("turns"))
    chosen = working_better.choose(size.referrals, turns, specialists, calendar, chance)
    people = MadeUpPeople(chance.of("people"))
    makers = _Planner(people, calendar, chance.of("plans"))
    plans = [makers.accepted(turn, mine=turn in chosen.engaged) for turn in turns]
    plans = working_better.with_outcomes(plans, chosen, chance.of("outcomes"))
    plans = _lost_while_full(plans, specialists, calendar)
    plans += [makers.waiting(mine=True) for _ in range(chosen.waiting)]
    plans += [makers.declined(mine=True) for _ in range(chosen.declined)]
    plans += [makers.waiting(mine=False) for _ in range(3 if size.referrals >= 20 else 1)]
    plans += [makers.declined(mine=False) for _ in range(size.referrals // 12)]
    return sorted(plans, key=lambda plan: (plan.received, plan.number))


def _turns(
    size: Size, specialists: list[Colleague], calendar: Calendar, chance: Chance
) -> list[Turn]:
    places = places_of([c.cap for c in specialists], round(size.referrals * PLACES_A_REFERRAL))
    turns = []
    for number, colleague in enumerate(specialists):
        held = max(1, round(places[number] * colleague.full))
        # The first specialist has one place more, for the client of the main job.
        kept = 1 if number == 0 else 0
        turns += turns_of(
            number,
            places=places[number] - kept,
            held=min(held, places[number]) - kept,
            full=places[number] == colleague.cap and colleague.full >= 1,
            calendar=calendar,
            chance=chance.of(number),
        )
    return turns


def _lost_while_full(
    plans: list[Plan], specialists: list[Colleague], calendar: Calendar
) -> list[Plan]:
    """One client who stepped down from a full caseload has since lost the job."""
    for place, plan in enumerate(plans):
        turn = plan.turn
        if (
            turn is not None
            and plan.way is Way.STEPPED_DOWN
            and specialists[turn.specialist].full >= 1
            and turn.ended is not None
            and (calendar.today - turn.ended).days >= 60
        ):
            return [*plans[:place], replace(plan, way=Way.LOST_LATER), *plans[place + 1 :]]
    return plans


class _Planner:
    def __init__(self, people: MadeUpPeople, calendar: Calendar, chance: Chance) -> None:
        self._people = people
        self._calendar = calendar
        self._chance = chance
        self._made = 0

    def accepted(self, turn: Turn, *, mine: bool) -> Plan:
        """A client with a turn on a caseload; ``mine`` is the Working Better project's."""
        chance = self._next()
        before = turn.accepted - timedelta(days=chance.between(3, 24))
        received = self._calendar.open_day_before(before)
        plan = self._plan(chance, received, _way(turn, self._calendar, chance, mine=mine), mine)
        return replace(plan, turn=turn)

    def waiting(self, *, mine: bool) -> Plan:
        """A client who was referred in the last weeks and waits."""
        chance = self._next()
        received = self._calendar.open_day_before(self._calendar.ago(chance.between(2, 26)))
        return self._plan(chance, received, Way.WAITING, mine)

    def declined(self, *, mine: bool) -> Plan:
        """A referral that the client, or a fact, ended before it began."""
        chance = self._next()
        longest = min(working_better.A_YEAR if mine else self._calendar.days, self._calendar.days)
        received = self._calendar.open_day_before(self._calendar.ago(chance.between(30, longest)))
        return self._plan(chance, received, Way.DECLINED, mine)

    def _next(self) -> Chance:
        self._made += 1
        return self._chance.of(self._made)

    def _plan(self, chance: Chance, received: date, way: Way, mine: bool) -> Plan:
        places = made_up("places")
        surgery = chance.pick(places["surgery"])
        doctor = chance.pick(surgery["doctors"])
        team = chance.pick_weighted([(t, float(t["weight"])) for t in places["team"]])
        who = chance.pick(team["people"])
        referrer = ", ".join(part for part in (who, team["name"]) if part)
        somebody = self._people.somebody(referred=received, from_surgery=mine)
        age = somebody.client.age_on(received) or 30
        work = [w for w in made_up("work")["work"] if age >= w.get("from_age", 0)]
        return Plan(
            number=self._made,
            somebody=somebody,
            work=chance.pick(work),
            received=received,
            source="A1" if mine else team["source"],
            referrer=f"{working_better.NAME}: {doctor}, {surgery['name']}" if mine else referrer,
            way=way,
            gp_surgery=surgery["name"],
            clinical_team="" if mine else places["team"][chance.between(0, 1)]["name"],
            working_better=mine,
        )


def _way(turn: Turn, calendar: Calendar, chance: Chance, *, mine: bool) -> Way:
    days = turn.days(calendar.today)
    if mine:
        if turn.ended is not None:
            return Way.LEFT
        return Way.INTERVIEWS if days >= 40 and chance.yes(0.3) else Way.LOOKING
    if turn.ended is not None:
        lately = (calendar.today - turn.ended).days < STILL_STEPPED_DOWN
        ways = AFTERWARDS if lately and days >= 150 else AFTERWARDS[:-1]
    elif days < 8:
        return Way.NEW
    elif days < 22:
        return Way.PROFILE
    elif days < 55:
        ways = IN_THE_FIRST_WEEKS
    else:
        ways = LATER if days >= 140 else LATER[:-1]
    return chance.pick_weighted(ways)
