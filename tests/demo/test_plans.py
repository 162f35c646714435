"""What is planned before anything happens: the project's figures, full caseloads, fit words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from caseload.demo.calendar import Calendar
from caseload.demo.chance import Chance
from caseload.demo.made_up import made_up
from caseload.demo.people import MadeUpPeople, Somebody
from caseload.demo.plan import Plan, Size, Way
from caseload.demo.planning import plan_service
from caseload.demo.staff import team
from caseload.documents import typeface
from caseload.people.person import Role

CALENDAR = Calendar(date(2024, 11, 24), date(2026, 11, 24))
FILES = ("names", "staff", "places", "work", "notes", "life", "main_job")


def plans(seed: int, size: Size | None = None) -> list[Plan]:
    size = size or Size(seed=seed)
    specialists = [c for c in team(size.specialists) if c.role is Role.SPECIALIST]
    return plan_service(size, specialists, CALENDAR, Chance(f"{seed}/test"))


@pytest.mark.parametrize("seed", range(1, 6))
def test_working_better_is_95_referred_59_engaged_6_in_work(seed: int) -> None:
    project = [plan for plan in plans(seed) if plan.working_better]
    assert len(project) == 95
    assert sum(1 for plan in project if plan.turn is not None) == 59
    assert sum(1 for plan in project if plan.way is Way.IN_WORK) == 6
    assert Counter(plan.extra for plan in project if plan.extra) == {
        "learning": 6,
        "benefits": 7,
        "volunteering": 4,
    }
    # Each of the 59 has started the profile by now, and so counts as engaged in a return.
    accepted = [plan.turn.accepted for plan in project if plan.turn]
    assert max(accepted) <= CALENDAR.ago(16)


@pytest.mark.parametrize("seed", range(1, 6))
def test_one_caseload_is_full_and_none_was_ever_over(seed: int) -> None:
    turns = [plan.turn for plan in plans(seed) if plan.turn]
    caps = [c.cap for c in team(4) if c.role is Role.SPECIALIST]
    caps[0] -= 1  # the client of the main job has a place too
    day = CALENDAR.first
    while day <= CALENDAR.today:
        held = Counter(
            turn.specialist
            for turn in turns
            if turn.accepted <= day and (turn.ended is None or day < turn.ended)
        )
        assert all(held[number] <= cap for number, cap in enumerate(caps)), day
        day += timedelta(days=1)
    held = Counter(turn.specialist for turn in turns if turn.ended is None)
    assert held[1] == 25
    assert held[0] >= 20


def test_every_way_through_the_service_is_taken() -> None:
    assert {plan.way for seed in range(1, 6) for plan in plans(seed)} == set(Way)


@pytest.mark.parametrize(
    "size", [Size(1, 1, 1), Size(1, 400, 5), Size(10, 95, 2), Size(10, 1, 2), Size(3, 30, 2)]
)
def test_any_size_can_be_planned(size: Size) -> None:
    found = plans(1, size)
    assert sum(1 for plan in found if plan.working_better) == size.referrals
    assert {plan.turn.specialist for plan in found if plan.turn} <= set(range(size.specialists))


def test_another_seed_gives_other_people() -> None:
    one, two = ({plan.somebody.client.name for plan in plans(seed)} for seed in (1, 2))
    assert len(one & two) < len(one) / 2


def test_names_are_of_every_origin_and_no_two_alike() -> None:
    people = MadeUpPeople(Chance("names"))
    met = [people.somebody(referred=CALENDAR.today, from_surgery=False) for _ in range(300)]
    names = [somebody.client.name for somebody in met]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) > 40
    assert any(" " not in name for name in names)
    assert len({somebody.client.ethnicity for somebody in met}) >= 14
    assert sum(1 for name in names if not name.isascii()) > 60
    ages = [somebody.client.age_on(CALENDAR.today) or 30 for somebody in met]
    assert min(ages) >= 17
    assert max(ages) >= 60


def texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


@pytest.mark.parametrize("name", FILES)
def test_all_that_is_made_up_can_be_printed(name: str) -> None:
    letters = "".join(texts(made_up(name)))
    typeface.check(typeface.composed(letters).replace("\n", ""))


def test_every_phrase_finds_its_words() -> None:
    somebody: Somebody = MadeUpPeople(Chance("words")).somebody(
        referred=CALENDAR.today, from_surgery=True
    )
    known = somebody.words | dict.fromkeys(
        ("title", "employer", "person", "adjust", "goal", "weeks"), "x"
    )
    for name in ("notes", "life"):
        for text in texts(made_up(name)):
            assert not re.search(r"[{}!]", text.format(**known)), text
