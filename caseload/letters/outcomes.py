"""What one offer would bring, in few figures: for the formats that tell each offer by itself."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from caseload.better_off.answer import BetterOff, OfferAnswer
from caseload.letters.answer_box import how_of, stops_in
from caseload.letters.offer_labels import Label, hours_a_week


@dataclass(frozen=True)
class Outcome:
    """Pounds; ``how`` is ``better``, ``worse`` or ``same``.

    ``now`` and ``left`` are what is left a month after the costs of work; ``stops`` names the
    benefits that would stop, ``goes_down`` says that Universal Credit would go on, lower.
    """

    label: Label
    hours: str
    employer: str
    how: str
    week: Decimal
    month: Decimal
    now: Decimal
    left: Decimal
    stops: str
    goes_down: bool
    has_costs: bool


def outcome_of(result: BetterOff, answer: OfferAnswer, label: Label) -> Outcome:
    """What ``answer`` of ``result`` comes to."""
    picture = answer.picture
    return Outcome(
        label=label,
        hours=hours_a_week(answer.offer.hours_per_week),
        employer=answer.offer.employer,
        how=how_of(answer),
        week=abs(answer.better_off_week),
        month=abs(answer.better_off_month),
        now=result.now.left,
        left=picture.left,
        stops=stops_in(answer),
        goes_down=any(fact.code == "uc_down" for fact in answer.facts),
        has_costs=bool(picture.cost_lines),
    )
