"""What the facts of an offer are drawn from, and how one is made."""

from __future__ import annotations

from dataclasses import dataclass

from caseload.better_off.answer import Fact, FactKind
from caseload.better_off.calculation import Frame
from caseload.better_off.household import Household, Offer
from caseload.better_off.money import MoneyPicture
from caseload.better_off.rate_book import Rates
from caseload.words import say

SOURCES = {
    "work_allowance": "UC Regs reg. 22",
    "cap": "UC Regs regs 78 to 83",
    "rent": "UC Regs regs 25 and 26, Sch. 4",
    "prescriptions": "NHS Business Services Authority, Universal Credit",
    "pip": "WRA 2012 ss. 77 to 79; S.I. 2013/377 reg. 24",
    "health": "UC Regs regs 39 to 41; CPAG, Work and LCW in UC",
    "esa": "ESA Regs 2013 regs 37 and 39",
    "carers_allowance": "SSCBA 1992 s. 70; S.I. 1976/409 reg. 8",
    "carer_element": "UC Regs regs 29 and 30",
    "childcare": "UC Regs regs 31 to 36",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that the facts of one offer are drawn from."""

    household: Household
    offer: Offer
    now: MoneyPicture
    then: MoneyPicture
    rates: Rates
    frame: Frame

    @property
    def knows_council_tax(self) -> bool:
        """Whether Council Tax Reduction was asked for, now and in the offer."""
        now, then = (each.council_tax_reduction_monthly for each in (self.household, self.offer))
        return now is not None and then is not None


def fact(kind: FactKind, code: str, source: str = "", *keys: str, **figures: object) -> Fact:
    """A fact with both its sentences from the catalogue, under ``better_off_facts.<code>``."""
    you = say(f"better_off_facts.{code}.you", **figures)
    staff = say(f"better_off_facts.{code}.staff", **figures)
    return Fact(kind, code, you, staff, SOURCES.get(source, source), keys)


def circumstance(
    kind: FactKind, code: str, source: str = "", *keys: str, **figures: object
) -> Fact:
    """A fact for less common circumstances, ``better_off_circumstances.<code>``."""
    you = say(f"better_off_circumstances.{code}.you", **figures)
    staff = say(f"better_off_circumstances.{code}.staff", **figures)
    return Fact(kind, code, you, staff, SOURCES.get(source, source), keys)


def further(
    kind: FactKind, code: str, source: str, rates: Rates, *keys: str, **figures: object
) -> Fact:
    """A fact about what else changes, ``better_off_what_else.<code>``.

    A limit that no second source confirms is not said to the client: then ``unsure`` is said, which
    names the help and whom to ask.
    """
    sure = not rates.unconfirmed(keys)
    how = "you" if sure else "unsure"
    you = say(f"better_off_what_else.{code}.{how}", **figures)
    staff = say(f"better_off_what_else.{code}.staff", **figures)
    if not sure:
        staff = f"{staff} {say('better_off_what_else.not_confirmed')}"
    return Fact(kind, code, you, staff, source, keys)
