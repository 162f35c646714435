"""The answer to "what would this job leave me?": the picture now, each offer, and what changes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from caseload.better_off.household import Household, Offer
from caseload.better_off.money import MoneyPicture, week_of


class FactKind(StrEnum):
    """What a fact tells: the order here is the order in which a letter tells them."""

    WHY = "why"
    """Why so much of the pay is kept."""
    CHANGES = "changes"
    """Something starts, ends, goes up or goes down because of the job."""
    STAYS = "stays"
    CHECK = "check"
    """Something may stop; who can say for certain is in the sentence."""
    HELP = "help"
    """Help that goes with a benefit, and what becomes of it."""
    BACK = "back"
    """How everything comes back if the job ends."""
    LEFT_OUT = "left_out"
    """Not in the figures."""
    TO_DO = "to_do"
    WARNING = "warning"
    """For the member of staff: the law differs here from the estimate, or a check is due."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know about an offer.

    ``you`` is said to the client, on paper; ``staff`` is said about "the client", on the screen.
    ``source`` names the law or page that it rests on; empty for plain arithmetic.
    """

    kind: FactKind
    code: str
    you: str
    staff: str
    source: str = ""
    rates: tuple[str, ...] = ()
    """Keys of the rates that it rests on."""


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    """One offer: its picture, and how much better off the household is, after childcare and fares.

    A negative amount means worse off.
    """

    offer: Offer
    picture: MoneyPicture
    better_off_month: Decimal
    facts: tuple[Fact, ...]

    @property
    def better_off_week(self) -> Decimal:
        """``better_off_month`` a week: what a client is told first."""
        return week_of(self.better_off_month)

    def told(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """The facts of these kinds, in order."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)


@dataclass(frozen=True, slots=True)
class BetterOff:
    """A whole calculation: the household, the rates used, now, and each offer in turn."""

    household: Household
    tax_year: str
    """``2026/27``."""
    rates_name: str
    """``2026 to 2027``, as it is printed."""
    rates_version: str
    """A short digest of the files of rates."""
    now: MoneyPicture
    offers: tuple[OfferAnswer, ...]
    rates_used: tuple[str, ...]
    """Keys of all rates behind this answer."""
    unconfirmed_rates: tuple[str, ...]
    """Those of them that no second source confirms."""


class StepKind(StrEnum):
    """How a step of an explanation adds up."""

    LINE = "line"
    """Its amount is part of the section's total."""
    TOTAL = "total"
    """The sum of the lines above it in the section."""
    NOTE = "note"
    """Words without an amount of their own."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the sum in words. ``amount`` is pounds a month, None for a note."""

    code: str
    words: str
    amount: Decimal | None
    kind: StepKind = StepKind.LINE
    rates: tuple[str, ...] = ()
    """Keys of the rates used in this step, for their source."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the sum: its lines, then its total, which later sections may carry in."""

    code: str
    title: str
    steps: tuple[Step, ...]

    @property
    def total(self) -> Decimal:
        """The section's total: the sum of its lines."""
        return sum(
            (step.amount or Decimal(0) for step in self.steps if step.kind is StepKind.LINE),
            Decimal(0),
        )


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the answer to one offer is reached, section by section."""

    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of the table on the screen and the letter: an amount for now and for each offer.

    ``you`` and ``staff`` are its words; a total is the sum of the rows above it since the last.
    """

    key: str
    you: str
    staff: str
    now: Decimal | None
    offers: tuple[Decimal, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class HoursPoint:
    """One point of the plot, weekly pounds; ``left_week`` is after childcare and fares."""

    hours: Decimal
    money_in_week: Decimal
    left_week: Decimal
    better_off_week: Decimal
    take_home_month: Decimal
    universal_credit_month: Decimal


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place on the plot worth a name. ``hours`` is the first number of hours where it holds.

    ``label`` is short, for the plot; ``sentence`` says it whole. ``drop_month`` is what is lost
    there in a month: more than 0 only at a cliff.
    """

    code: str
    hours: Decimal
    label: str
    sentence: str
    drop_month: Decimal = Decimal(0)

    @property
    def is_cliff(self) -> bool:
        """Whether money falls here."""
        return self.drop_month > 0


@dataclass(frozen=True, slots=True)
class HoursCurve:
    """Weekly money by hours worked, and the places on it worth a name, in order of hours."""

    points: tuple[HoursPoint, ...]
    landmarks: tuple[Landmark, ...]
