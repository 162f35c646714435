"""The right side: the offers, the plot and its table, how the answer is reached, what changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.better_off.answer import BetterOff, FactKind, OfferAnswer
from caseload.words import say
from ui.better_off import phrases
from ui.better_off.answers import LETTERS
from ui.better_off.facts import CHANGES, STAFF, FactsCard, check_lines
from ui.better_off.field_column import words_of
from ui.better_off.offer_cards import OfferCards
from ui.better_off.outcome import Outcome
from ui.better_off.steps import StepsColumn
from ui.better_off.view_model import BetterOffModel
from ui.theme import look
from ui.widgets.buttons import WrappedLink, link
from ui.widgets.cards import Card, empty_layout
from ui.widgets.flow import SideBySide
from ui.widgets.income_plot import IncomePlot, plot_table
from ui.widgets.income_plot_data import IncomePlotData, plot_rows
from ui.widgets.mark_line import MarkLine
from ui.widgets.record_table import RecordTable
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label

_LEAST, _MOST = 290, 520
"""Heights of the row with the plot, in pixels."""
_AROUND = 16 + 16 + 20
"""The gaps over and under that row."""


class AnswerPane(ScrollColumn):
    """``show_outcome()`` after the model answered; ``field_asked`` leads to a field."""

    field_asked = Signal(str)

    def __init__(self, model: BetterOffModel) -> None:
        super().__init__(margins=(20, 16, 24, 20), spacing=16)
        self._model = model
        self._to_client = False
        self.needed = NeededCard()
        self.cards = OfferCards()
        self.plot = PlotCard()
        self.sum = SumCard()
        self.changes = FactsCard(say("better_off_page.changes"), CHANGES)
        self.staff = FactsCard(say("better_off_page.for_you"), STAFF)
        self.middle = SideBySide(self.plot, self.sum)
        self.facts = SideBySide(self.changes, self.staff)
        for part in (self.needed, self.cards, self.middle, self.facts):
            self.down.addWidget(part)
        self.down.addStretch(1)
        self.needed.field_asked.connect(self.field_asked)
        self.cards.chosen.connect(model.choose)
        self.plot.plot.moved.connect(model.set_hours)
        self.sum.more.clicked.connect(lambda: self.staff.setFocus(Qt.FocusReason.OtherFocusReason))

    def resizeEvent(self, event: object) -> None:
        """Plot and sum take what the cards leave of the first screenful, within reason."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        left = self.viewport().height() - self.cards.height() - _AROUND
        large = look().large_text
        for card in (self.plot, self.sum):  # too wide for one row there, so that they stack
            card.setMinimumWidth(look().px(420) if large else 0)
        wanted = 0 if large else min(max(left, _LEAST), _MOST)
        if wanted != self.middle.minimumHeight():
            self.middle.setMinimumHeight(wanted)

    def set_to_client(self, to_client: bool) -> None:
        """The client looks too: sentences are said to them, and the staff's own are gone."""
        self._to_client = to_client
        self.show_outcome()

    def show_outcome(self) -> None:
        """Show what can be said now."""
        model, outcome = self._model, self._model.outcome
        self.needed.show_needs(model.no_rates, outcome)
        self.cards.setVisible(outcome is not None)
        if outcome is None:
            self._show_rest(None)
            return
        self.cards.show_offers(model.count(), model.chosen)
        for place, card in enumerate(self.cards.cards[: model.count()]):
            answer, at = outcome.answer(place), outcome.places[place]
            if answer is not None and at is not None and outcome.result is not None:
                card.show_answer(outcome.result, answer, at)
            else:
                employer = model.answers.get(f"offers.{place}.employer", "")
                card.show_nothing(outcome.refusals(place), employer)
            card.show_chosen(place == model.chosen)
        self._show_rest(outcome)
        self._share()

    def _show_rest(self, outcome: Outcome | None) -> None:
        chosen = self._model.chosen
        answer = None if outcome is None else outcome.answer(chosen)
        result = None if outcome is None else outcome.result
        for part in (self.middle, self.facts):
            part.setVisible(answer is not None)
        self.staff.setVisible(not self._to_client)
        if outcome is None or answer is None or result is None:
            return
        self._show_plot(outcome, result)
        answered = _answered(outcome, self._model.count())
        letter = LETTERS[chosen]
        staff = len(answer.told(FactKind.WARNING)) if not self._to_client else 0
        self.sum.show_sum(outcome, chosen, check_lines(answered), staff)
        self.changes.set_title(say("better_off_page.changes_of", letter=letter))
        self.changes.show_facts(answer, to_client=self._to_client)
        self.staff.show_facts(answer, to_client=False)

    def _show_plot(self, outcome: Outcome, result: BetterOff) -> None:
        curve = outcome.curve(self._model.chosen)
        if curve is None:
            return
        answered = _answered(outcome, self._model.count())
        data = phrases.plot_data(result, curve, answered, LETTERS[self._model.chosen])
        sentences = [mark.sentence for mark in curve.landmarks]
        self.plot.show_data(phrases.plot_title(result), data, sentences)


def _answered(outcome: Outcome, count: int) -> list[tuple[str, OfferAnswer]]:
    found = ((LETTERS[place], outcome.answer(place)) for place in range(count))
    return [(letter, answer) for letter, answer in found if answer is not None]


class PlotCard(Card):
    """The plot, or the same numbers as a table."""

    def __init__(self) -> None:
        super().__init__(say("better_off_page.plot.title"), tight=True)
        self.turn = link(say("better_off_page.plot.as_table"))
        self.head.addWidget(self.turn)
        self.plot = _Plot(say("better_off_page.plot.title"))
        self.table: RecordTable | None = None
        self._data: IncomePlotData | None = None
        self.down.addWidget(self.plot, 1)
        self.hint = label(say("better_off_page.plot.hint"), "small", "muted")
        self.places = label("", "small", "muted")
        self.places.hide()
        self.down.addWidget(self.hint)
        self.down.addWidget(self.places)
        self.turn.clicked.connect(self._turn)
        self._fit()

    def show_data(self, title: str, data: IncomePlotData, sentences: list[str]) -> None:
        """Other numbers, in plot and table alike; ``sentences`` say what happens on the way."""
        self._data = data
        self.set_title(title)
        self.plot.setAccessibleName(title)
        self.plot.show_data(data, phrases.plot_summary(data))
        self.places.setText("\n".join(sentences))
        if self.table is not None:
            self.table.setAccessibleName(title)
            self.table.show_rows(plot_rows(data))

    def is_table(self) -> bool:
        """Whether the table is in sight."""
        return self.table is not None and not self.table.isHidden()

    def _turn(self) -> None:
        as_table = not self.is_table()
        if self.table is None and self._data is not None:
            self.table = plot_table(self.title.text(), self._data)
            self.down.insertWidget(self.down.indexOf(self.plot), self.table, 1)
            self._fit()
        if self.table is None:
            return
        self.table.setVisible(as_table)
        self.plot.setVisible(not as_table)
        self.hint.setVisible(not as_table)
        self.places.setVisible(as_table)
        words = "better_off_page.plot.as_plot" if as_table else "better_off_page.plot.as_table"
        self.turn.set_words(say(words))

    def _fit(self) -> None:
        if self.table is not None:
            self.table.setMinimumHeight(self.plot.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "plot"):
            self._fit()


class _Plot(IncomePlot):
    """Content with little height: its row gives it what the cards leave."""

    def sizeHint(self) -> QSize:
        """Wide enough for its words, as low as it can be read."""
        return QSize(look().px(404), look().px(240) if look().large_text else 200)

    def minimumSizeHint(self) -> QSize:
        """As low as that, and narrower."""
        return QSize(look().px(280), self.sizeHint().height())


class SumCard(Card):
    """How the answer to the chosen offer is reached, and under it what may stop."""

    def __init__(self) -> None:
        super().__init__(say("better_off_page.sum", letter="A"), tight=True)
        self.down.setContentsMargins(0, 12, 0, 12)
        self.head.setContentsMargins(16, 0, 16, 0)
        self.steps = StepsColumn(say("better_off_page.sum", letter="A"))
        self.down.addWidget(self.steps, 1)
        self._checks: list[MarkLine] = []
        self._foot = QWidget()
        self._below = QVBoxLayout(self._foot)
        self._below.setContentsMargins(16, 4, 16, 0)
        self._below.setSpacing(4)
        self.more = link("")
        self._below.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.down.addWidget(self._foot)
        self._fit()

    def show_sum(self, outcome: Outcome, chosen: int, checks: list[str], staff: int) -> None:
        """The steps of the chosen offer, what may stop in any of them, and how much to check."""
        title = say("better_off_page.sum", letter=LETTERS[chosen])
        self.set_title(title)
        self.steps.setAccessibleName(title)
        self.steps.show_steps(outcome.explanation(chosen))
        while len(self._checks) < len(checks):
            made = MarkLine("warning", "")
            self._below.insertWidget(len(self._checks), made)
            self._checks.append(made)
        for at, line in enumerate(self._checks):
            if at < len(checks):
                line.set_line("warning", checks[at])
            line.setVisible(at < len(checks))
        self.more.set_words(say("better_off_page.to_check", count=staff))
        self.more.setVisible(bool(staff))
        self._foot.setVisible(bool(checks or staff))

    def checks(self) -> list[str]:
        """What may stop."""
        return [line.words() for line in self._checks if not line.isHidden()]

    def _fit(self) -> None:
        self.setMinimumHeight(look().px(280))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "steps"):
            self._fit()


class NeededCard(Card):
    """What is still to be typed, and what was refused; each line leads to its field."""

    field_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(say("better_off_page.needed"), heading=True)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(2)
        self.down.addLayout(self._inside)
        self._told: tuple[object, ...] = ()
        self.lines: list[WrappedLink] = []

    def show_needs(self, no_rates: str, outcome: Outcome | None) -> None:
        """Say what stands in the way; hidden when every offer is answered."""
        missing: tuple[str, ...] = ()
        problems: dict[str, str] = {}
        # Where one offer is answered, the cards of the others say what they lack.
        if outcome is not None and not outcome.answered:
            missing, problems = outcome.missing, dict(outcome.problems)
        title = "window.title_problem" if problems or no_rates else "better_off_page.needed"
        self.set_title(say(title))
        told = (no_rates, missing, tuple(problems.items()))
        self.setVisible(bool(no_rates or missing or problems))
        if told == self._told:
            return
        self._told = told
        empty_layout(self._inside)
        self.lines = []
        if no_rates:
            self._inside.addWidget(label(no_rates, "body"))
        for key, sentence in problems.items():
            self._line(key, sentence, "problem")
        for key in missing:
            self._line(key, _named(key), "link")

    def _line(self, key: str, words: str, kind: str) -> None:
        made = WrappedLink(words, kind)
        made.clicked.connect(lambda: self.field_asked.emit(key))
        self.lines.append(made)
        self._inside.addWidget(made)

    def said(self) -> list[str]:
        """Its lines."""
        return [line.words() for line in self.lines]

    def focus_first(self) -> None:
        """Put the focus on the first thing that is needed."""
        if self.lines:
            self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _named(key: str) -> str:
    if key.startswith("offers."):
        place, part = key.split(".")[1:]
        words = words_of(f"offer.{part}")
        return say("better_off_page.needed_of", letter=LETTERS[int(place)], what=words)
    if key.startswith("children.") and key.endswith(".born_before_6_april_2017"):
        return say("better_off_page.needed_side", number=int(key.split(".")[1]) + 1)
    if key.startswith("partner."):
        return say("better_off_page.of_partner", what=words_of(key))
    return words_of(key)
