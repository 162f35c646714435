"""What the page says about an answer, as plain words: the same for the eye and the ear."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from caseload.better_off.answer import BetterOff, HoursCurve, Landmark, OfferAnswer, TableRow
from caseload.better_off.comparison import table
from caseload.better_off.household import Offer
from caseload.better_off.money import NOTHING
from caseload.values.money import pounds
from caseload.words import say
from ui.widgets.income_plot_data import (
    IncomePlotData,
    PlotCliff,
    PlotNote,
    PlotOffer,
    PlotPoint,
)

MOST_CLIFFS = 3
"""Sentences that stand over the plot; the table has all."""
_ALWAYS_SAID = frozenset({"prescriptions_may_stop"})
"""Places where something may stop though no money of the sum falls."""
_NOTED = ("work_allowance_used", "uc_ends", "cap_lifts", "uc_returns")


def plain(number: Decimal) -> str:
    """Hours with no more decimals than they have: ``16``, ``37.5``."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def terms(offer: Offer) -> str:
    """``16 hours a week, £12.71 an hour``."""
    return say(
        "better_off_page.terms",
        count=offer.hours_per_week,
        hours=plain(offer.hours_per_week),
        wage=pounds(offer.hourly_wage),
    )


def employer(offer: Offer, letter: str) -> str:
    """The employer, or which offer it is where none is named."""
    return offer.employer or say("better_off_page.offer", letter=letter)


def how(amount: Decimal) -> str:
    """Which words stand under the figure: better, worse or the same."""
    return "same" if not amount else "better" if amount > 0 else "worse"


def week_figure(answer: OfferAnswer) -> str:
    """The figure without its direction, which the words under it say."""
    return pounds(abs(answer.better_off_week))


def under_figure(answer: OfferAnswer) -> str:
    """``better off a week, £631.40 a month``."""
    month = pounds(abs(answer.better_off_month))
    return say(f"better_off_page.under.{how(answer.better_off_month)}", month=month)


def sentence(answer: OfferAnswer, letter: str) -> str:
    """The answer to one offer as it would be said aloud."""
    key = how(answer.better_off_month)
    return say(
        f"better_off_page.sentence.{key}",
        offer=say("better_off_page.offer", letter=letter),
        terms=terms(answer.offer),
        week=week_figure(answer),
        month=pounds(abs(answer.better_off_month)),
    )


def card_rows(result: BetterOff, place: int) -> list[tuple[str, str, bool]]:
    """The lines of a card: words with their period, amount, and whether it is a total."""
    rows = [row for row in table(result) if not row.key.startswith("better_off")]
    last = rows[-1]
    lines = [(_a_month(row), pounds(row.offers[place]), row.is_total) for row in rows]
    lines.append((say("better_off_page.now_a_month"), pounds(last.now or NOTHING), False))
    return lines


def _a_month(row: TableRow) -> str:
    if row.key == "money_in":
        return row.staff
    return say("better_off_page.a_month", what=row.staff)


# ---- the plot


def has_costs(result: BetterOff) -> bool:
    """Whether any offer has fares or childcare."""
    return any(answer.picture.cost_lines for answer in result.offers)


def plot_title(result: BetterOff) -> str:
    """What the plot shows."""
    return say(f"better_off_page.plot.{'title_left' if has_costs(result) else 'title'}")


def plot_data(
    result: BetterOff, curve: HoursCurve, answers: list[tuple[str, OfferAnswer]], chosen: str
) -> IncomePlotData:
    """The line for the chosen offer's pay, every offer where it stands, and what is named on it."""
    mine = next(answer for letter, answer in answers if letter == chosen)
    working = result.now.pay.gross > 0
    now = result.now.left_week
    now_words = say(f"better_off_page.plot.now{'_working' if working else ''}", amount=pounds(now))
    return IncomePlotData(
        points=tuple(PlotPoint(point.hours, point.left_week) for point in curve.points),
        now=now,
        now_words=now_words,
        across=say("better_off_page.plot.across", wage=pounds(mine.offer.hourly_wage)),
        offers=tuple(
            PlotOffer(
                letter,
                answer.offer.hours_per_week,
                answer.picture.left_week,
                chosen=letter == chosen,
            )
            for letter, answer in answers
        ),
        cliffs=tuple(PlotCliff(mark.hours, cliff_words(mark)) for mark in _cliffs(curve)),
        notes=tuple(
            PlotNote(mark.hours, _amount_at(curve, mark.hours), _note_words(mark))
            for mark in curve.landmarks
            if mark.code in _NOTED and not mark.is_cliff
        ),
    )


def _cliffs(curve: HoursCurve) -> list[Landmark]:
    named = [mark for mark in curve.landmarks if mark.is_cliff or mark.code in _ALWAYS_SAID]
    gravest = sorted(named, key=lambda mark: -mark.drop_month)[:MOST_CLIFFS]
    return sorted(gravest, key=lambda mark: mark.hours)


def cliff_words(mark: Landmark) -> str:
    """``From 17 hours, free prescriptions may stop``, and what is lost where money falls."""
    words = say(f"better_off_page.plot.{mark.code}", hours=half_hours(mark.hours))
    if not mark.is_cliff:
        return words
    drop = pounds(mark.drop_month)
    return say("better_off_page.plot.drop", what=words, drop=drop)


def _note_words(mark: Landmark) -> str:
    return say(f"better_off_page.plot.{mark.code}", hours=half_hours(mark.hours))


def half_hours(hours: Decimal) -> str:
    """The first half hour at which something holds: nobody is offered 16.98 hours."""
    return plain((hours * 2).to_integral_value(ROUND_CEILING) / 2)


def _amount_at(curve: HoursCurve, hours: Decimal) -> Decimal:
    """The line's height between two points."""
    before = max((p for p in curve.points if p.hours <= hours), key=lambda p: p.hours)
    after = min((p for p in curve.points if p.hours >= hours), key=lambda p: p.hours)
    if after.hours == before.hours:
        return before.left_week
    share = (hours - before.hours) / (after.hours - before.hours)
    return before.left_week + share * (after.left_week - before.left_week)


def plot_summary(data: IncomePlotData) -> str:
    """The plot in words, for who cannot see it."""
    offers = [
        say(
            "better_off_page.plot.said",
            letter=offer.letter,
            hours=plain(offer.hours),
            amount=pounds(offer.amount),
        )
        for offer in data.offers
    ]
    named = [f"{cliff.words}." for cliff in data.cliffs]
    return " ".join([f"{data.now_words}.", *offers, *named, say("better_off_page.plot.keys")])
