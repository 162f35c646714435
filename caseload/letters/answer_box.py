"""The one answer of a better-off letter, in its box; further offers each in a line below."""

from __future__ import annotations

from collections.abc import Iterator

from caseload.better_off.answer import OfferAnswer
from caseload.letters.blocks import Answer
from caseload.letters.figures import joined
from caseload.letters.offer_labels import hours_a_week
from caseload.letters.parts import ENDS, not_taken_off
from caseload.letters.telling import Telling
from caseload.values.money import pounds
from caseload.words import say


def box_of(telling: Telling) -> Answer:
    """The answer to the first offer: a week first, then a month; plainly worse off where it is.

    What stops, what the other offers would bring, and what is not taken off yet are in the box
    too, so that nobody reads the figure alone.
    """
    answer, *others = telling.answers
    week, month = answer.better_off_week, answer.better_off_month
    how = how_of(answer)
    below = [say(f"letters.better_off.box.{how}_month", amount=pounds(abs(month)))]
    if costs := _costs(answer):
        below.append(say("letters.better_off.box.costs", costs=costs))
    below += _universal_credit(answer)
    for other, label in zip(others, telling.labels[1:], strict=True):
        below.append(_other(other, label.short))
    below += _not_yet(telling)
    if any(fact.code == "cap_returns_with_pension" for fact in answer.facts):
        below.append(say("letters.better_off.box.cap_returns"))
    if how == "worse":
        below.append(say("letters.better_off.box.talk"))
    return Answer(
        _lead(telling), say(f"letters.better_off.box.{how}", amount=pounds(abs(week))), tuple(below)
    )


def how_of(answer: OfferAnswer) -> str:
    """``better``, ``worse`` or ``same``."""
    month = answer.better_off_month
    return "same" if not month else "better" if month > 0 else "worse"


def stops_in(answer: OfferAnswer) -> str:
    """The names of the benefits that would stop; empty where none would."""
    ends = [fact.code for fact in answer.facts if fact.code in ENDS]
    return joined([say(f"letters.better_off.ends.{code}") for code in ends])


def _lead(telling: Telling) -> str:
    offer = telling.answers[0].offer
    hours = hours_a_week(offer.hours_per_week)
    # One employer for all is in the title already.
    if len({each.offer.employer for each in telling.answers}) > 1 and offer.employer:
        return say("letters.better_off.box.lead_at", hours=hours, employer=offer.employer)
    return say("letters.better_off.box.lead", hours=hours)


def _universal_credit(answer: OfferAnswer) -> Iterator[str]:
    """What becomes of it, since that is the first worry."""
    if names := stops_in(answer):
        yield say("letters.better_off.box.stops", names=names)
    elif any(fact.code == "uc_down" for fact in answer.facts):
        yield say("letters.better_off.box.down")


def _other(answer: OfferAnswer, label: str) -> str:
    week, month = abs(answer.better_off_week), abs(answer.better_off_month)
    figures = {"label": label, "week": pounds(week), "month": pounds(month)}
    said = say(f"letters.better_off.box.other_{how_of(answer)}", **figures)
    if names := stops_in(answer):
        return " ".join([said, say("letters.better_off.box.stops_too", names=names)])
    return said


def _not_yet(telling: Telling) -> Iterator[str]:
    """What no offer's figure holds, and what some do not; the tasks and the table say which."""
    missing = not_taken_off(telling)
    for line, costs in (
        ("all", [cost for each in missing if not each.whose for cost in each.costs]),
        ("some", [cost for each in missing if each.whose for cost in each.costs]),
    ):
        if costs:
            names = joined(tuple(dict.fromkeys(costs)))
            yield say(f"letters.better_off.not_yet.of_{line}", costs=names)


def _costs(answer: OfferAnswer) -> str:
    return joined(
        [
            say(f"letters.better_off.box.{cost.key}", amount=pounds(-cost.amount))
            for cost in answer.picture.cost_lines
        ]
    )
