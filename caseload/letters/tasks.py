"""What the client needs to do, by when: before saying yes, at the start, each pay day, later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from caseload.better_off.answer import FactKind, OfferAnswer
from caseload.letters.parts import Part
from caseload.letters.telling import Telling, Told
from caseload.words import say


class When(StrEnum):
    """When a task is due, in the order of the letter."""

    BEFORE = "before"
    START = "start"
    PAY_DAY = "pay_day"
    LATER = "later"


_WHEN = {
    "tell_universal_credit": When.START,
    "tell_carers_allowance": When.START,
    "report_childcare": When.START,
    "report_business": When.START,
    "keep_protected_rate": When.LATER,
}
"""When a task of the calculation is due; any other is due before saying yes."""


def tasks_of(telling: Telling) -> tuple[Part, ...]:
    """The tasks by when they are due; a time without any is left out."""
    due: dict[When, list[Told]] = {when: [] for when in When}
    due[When.BEFORE] += _task("check")
    for fact in telling.facts(FactKind.TO_DO):
        due[_WHEN.get(fact.code, When.BEFORE)].append(fact)
    due[When.BEFORE] += _questions(telling)
    if any(answer.offer.self_employment is None for answer in telling.answers):
        paid = any(answer.picture.universal_credit.award for answer in telling.answers)
        due[When.PAY_DAY] += _task("payslips" if paid else "payslips_only")
    due[When.LATER] = [*_if_it_ends(telling), *due[When.LATER], *_later(telling)]
    return tuple(
        Part(when, say(f"letters.better_off.when.{when}"), tuple(tasks))
        for when, tasks in due.items()
        if tasks
    )


def _task(code: str) -> Iterator[Told]:
    yield Told(code, say(f"letters.better_off.do.{code}"))


def _questions(telling: Telling) -> Iterator[Told]:
    """What to find out from others before deciding."""
    codes = {fact.code for answer in telling.answers for fact in answer.facts}
    unsure = "prescriptions_over_limit" in codes or (
        "prescriptions_stay" in codes and telling.is_unsure("prescriptions_stay")
    )
    if "pension_not_counted" in codes:
        yield from _task("ask_pension")
    elif any(_has(each, "pay_days") and not each.offer.self_employment for each in telling.answers):
        yield from _task("ask_pay_days")
    for fact in telling.facts(FactKind.LEFT_OUT, only=("fares",)):
        yield replace(fact, sentence=say("letters.better_off.do.fares"))
    if "prescriptions_without_uc" in codes:
        yield from _task("low_income")
    elif unsure:
        yield from _task("pharmacist")
    if "school_meals" in codes:
        yield from _task("school")


def _if_it_ends(telling: Telling) -> Iterator[Told]:
    """The way back, which differs where Universal Credit would have ended."""
    goes_on = any(answer.picture.universal_credit.award for answer in telling.answers)
    ended = any(_has(answer, "uc_ends") for answer in telling.answers)
    if goes_on or ended:
        yield from _task("uc_either" if goes_on and ended else "uc_back" if goes_on else "uc_again")
    if any(_has(answer, "cap_lifted") for answer in telling.answers):
        yield from _task("cap_back")


def _later(telling: Telling) -> Iterator[Told]:
    yield from _task("hours")
    if any(_has(answer, "health_element_stays") for answer in telling.answers):
        yield from _task("health_check")


def _has(answer: OfferAnswer, code: str) -> bool:
    return any(fact.code == code for fact in answer.facts)
