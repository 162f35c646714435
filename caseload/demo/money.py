"""Better-off calculations of the made-up service, and the letters about them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from caseload.better_off.comparison import compare
from caseload.better_off.filing import household_to_json, to_json
from caseload.better_off.household import (
    Adult,
    Child,
    Health,
    Household,
    Housing,
    Offer,
    PipRate,
    Tenure,
)
from caseload.better_off.problems import HouseholdRefused
from caseload.demo.diary import Order
from caseload.demo.rates_on_file import days_on_file, rates_near
from caseload.demo.story import Story
from caseload.demo.working import Work, least_pay
from caseload.services.all_services import Services
from caseload.services.better_off_letters import LetterToMake
from caseload.values.record import RecordId

NEW_HEALTH_ELEMENT = date(2026, 4, 6)
"""From then on an award has either the protected rate or the new one."""


def work_out(story: Story, day: date, *, letter: bool, work: Work | None = None) -> None:
    """A better-off talk on that day: the sum is kept, and for some a letter is made and printed."""
    client = story.plan.somebody.client
    age = client.age_on(day)
    if age is None or not 18 <= age < 66:
        return
    least = least_pay(story, day) + (work.extra if work else 0)
    hours = (Decimal(16), Decimal(24)) if work is None else (work.hours, work.hours + 8)
    offers = [Offer(each, least, employer=story.employer["name"]) for each in hours]
    open_day = story.calendar.open_day(day)
    household = household_of(story, age, open_day)
    story.meet(open_day, "benefits", minutes=50)
    story.step(
        open_day,
        Order.PAPER,
        lambda services: keep_calculation(
            services, story.client_id, household, offers, open_day, letter=letter
        ),
    )


def household_of(story: Story, age: int, day: date) -> Household:
    """A household as they live in the made-up district: alone, with children, or as a couple."""
    chance = story.chance
    health = chance.pick_weighted(((Health.NONE, 30.0), (Health.LCW, 20.0), (Health.LCWRA, 50.0)))
    if health is Health.LCWRA and day >= NEW_HEALTH_ELEMENT:
        health = chance.pick((Health.LCWRA_NEW, Health.LCWRA_PROTECTED))
    kind = chance.pick_weighted((("alone", 60.0), ("lone_parent", 22.0), ("couple", 18.0)))
    children: Sequence[Child] = ()
    if kind == "lone_parent" and age >= 22:
        children = [Child(chance.between(3, 8), born_before_6_april_2017=False)]
    claimant = Adult(
        age,
        health=health,
        pip_daily_living=PipRate.STANDARD if chance.yes(0.3) else PipRate.NONE,
    )
    return Household(
        claimant=claimant,
        partner=Adult(max(age - 1, 18)) if kind == "couple" else None,
        children=tuple(children),
        housing=Housing(Tenure.SOCIAL_RENT, Decimal(chance.pick((520, 610, 700, 780, 900)))),
        in_greater_london=True,
    )


def keep_calculation(
    services: Services,
    client_id: RecordId,
    household: Household,
    offers: Sequence[Offer],
    day: date,
    *,
    letter: bool,
) -> RecordId | None:
    """Work it out, keep it, and file a printed letter where one is wanted; the letter's id.

    A household that is not covered is left out, as it would be in life, and so is a day before the
    oldest rates.
    """
    if day < days_on_file()[0]:
        return None
    try:
        result = compare(household, offers, rates_near(day))
    except HouseholdRefused:
        return None
    asked = LetterToMake(result, client_id)
    if letter:
        filed = services.better_off_letters.file(
            services.better_off_letters.make_better_off_letter(asked)
        )
        services.letters.printed(letter_id=filed.id)
        return filed.id
    services.better_off.keep(
        client_id=client_id,
        inputs=json.dumps(household_to_json(household, offers), ensure_ascii=False),
        result=json.dumps(to_json(result), ensure_ascii=False),
        rate_year=result.rates_name,
    )
    return None
