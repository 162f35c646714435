"""What an income plot says, as plain numbers: the picture, its table twin and the PDF share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from caseload.values.money import pounds
from caseload.words import say
from ui.widgets.record_rows import Cell, Row


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """Money in a week, in pounds, at so many hours of work a week."""

    hours: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PlotOffer:
    """A lettered offer on the line."""

    letter: str
    hours: Decimal
    amount: Decimal
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class PlotCliff:
    """Hours at which something stops, and the sentence that says what."""

    hours: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class PlotNote:
    """A small ring on the line with a few words under it."""

    hours: Decimal
    amount: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class IncomePlotData:
    """Everything drawn; the same numbers stand in the table twin."""

    points: tuple[PlotPoint, ...]
    now: Decimal
    now_words: str  # "Now, not working: £355.88"
    across: str  # "Hours a week at £12.71 an hour"
    offers: tuple[PlotOffer, ...] = ()
    cliffs: tuple[PlotCliff, ...] = ()
    notes: tuple[PlotNote, ...] = ()


def nice_steps(least: float, most: float, wanted: int = 4) -> list[float]:
    """Round numbers that span a range; the top may lie a tenth of a step under the most."""
    span = max(most - least, 1.0)
    size = 10.0 ** floor(log10(span / wanted))
    size *= next(factor for factor in (1, 2, 5, 10) if span / (size * factor) <= wanted)
    low, high = floor(least / size), ceil(most / size - 0.1)
    return [at * size for at in range(low, high + 1)]


def nice_hours(most: float) -> list[int]:
    """Whole hours along the foot: every 8, or every 10 where the range asks for it."""
    step = 8 if most <= 40 else 10
    return list(range(0, int(most) + 1, step))


def plot_rows(data: IncomePlotData) -> list[Row]:
    """The table twin's rows: offers, cliffs and notes beside the hours they belong to."""
    marked: dict[Decimal, list[str]] = {}
    amounts = {point.hours: point.amount for point in data.points}
    for offer in data.offers:
        amounts[offer.hours] = offer.amount
        words = say("window.plot.offer", letter=offer.letter)
        marked.setdefault(offer.hours, []).append(words)
    for cliff in data.cliffs:
        nearest = min(amounts, key=lambda hours: abs(hours - cliff.hours))
        marked.setdefault(nearest, []).append(cliff.words)
    for note in data.notes:
        amounts[note.hours] = note.amount
        marked.setdefault(note.hours, []).append(note.words)
    return [
        Row(hours, (f"{hours.normalize():f}", pounds(amounts[hours]), _joined(marked.get(hours))))
        for hours in sorted(amounts)
        if hours in marked or hours == hours.to_integral_value()
    ]


def _joined(words: Sequence[str] | None) -> Cell:
    return Cell(". ".join(words or ()))
