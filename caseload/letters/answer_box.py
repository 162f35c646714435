"""The one answer of a better-off letter, in its box."""

from __future__ import annotations

from collections.abc import Sequence

from caseload.better_off.answer import OfferAnswer
from caseload.letters.blocks import Answer
from caseload.letters.figures import joined
from caseload.letters.offer_labels import hours_a_week
from caseload.values.money import pounds
from caseload.words import say

_STOPS = ("uc_ends", "esa_ends", "esa_ends_for_one", "carers_allowance_ends")


def box_of(answers: Sequence[OfferAnswer]) -> Answer:
    """The answer to the first offer: a week first, then a month; plainly worse off where it is.

    What stops is in the box too, so that nobody reads the figure alone.
    """
    answer = answers[0]
    offer, month, week = answer.offer, answer.better_off_month, answer.better_off_week
    hours = hours_a_week(offer.hours_per_week)
    # One employer for all is in the title already.
    if len({each.offer.employer for each in answers}) > 1 and offer.employer:
        lead = say("letters.better_off.box.lead_at", hours=hours, employer=offer.employer)
    else:
        lead = say("letters.better_off.box.lead", hours=hours)
    how = "same" if not month else "better" if month > 0 else "worse"
    below = [say(f"letters.better_off.box.{how}_month", amount=pounds(abs(month)))]
    if costs := _costs(answer):
        below.append(say("letters.better_off.box.costs", costs=costs))
    ends = [fact.code for fact in answer.facts if fact.code in _STOPS]
    if ends:
        names = joined([say(f"letters.better_off.ends.{code}") for code in ends])
        below.append(say("letters.better_off.box.stops", names=names))
    if how == "worse":
        below.append(say("letters.better_off.box.talk"))
    return Answer(
        lead, say(f"letters.better_off.box.{how}", amount=pounds(abs(week))), tuple(below)
    )


def _costs(answer: OfferAnswer) -> str:
    picture = answer.picture
    costs = (("childcare", picture.childcare), ("fares", picture.fares))
    return joined(
        [
            say(f"letters.better_off.box.{name}", amount=pounds(amount))
            for name, amount in costs
            if amount
        ]
    )
