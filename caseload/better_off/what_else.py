"""What else a job changes beside the money that is reckoned: help, ways back, and first steps.

Each fact says what it rests on. Where a limit is not confirmed, the client is told the help and
whom to ask, without the figure, until the service confirms it.
"""

from __future__ import annotations

from datetime import date

from caseload.better_off.answer import BetterOff, Fact, OfferAnswer
from caseload.better_off.calculation import frame_of
from caseload.better_off.fact_making import Comparison
from caseload.better_off.first_steps import first_steps
from caseload.better_off.passported_help import passported_help
from caseload.better_off.rate_book import Rates
from caseload.better_off.ways_back import ways_back


def what_else(result: BetterOff, answer: OfferAnswer, rates: Rates, day: date) -> tuple[Fact, ...]:
    """Everything else to know about an offer on a day, in the order in which it is told.

    The kinds are ``HELP``, ``BACK``, ``TO_DO`` and ``WARNING``.
    """
    household = result.household
    c = Comparison(
        household=household,
        offer=answer.offer,
        now=result.now,
        then=answer.picture,
        rates=rates,
        frame=frame_of(household, rates),
    )
    return (*passported_help(c, day), *first_steps(c), *ways_back(c))
