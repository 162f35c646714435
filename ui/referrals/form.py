"""The form: five cards in reading order, two columns where there is room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.words import say
from ui.referrals.answers import ReferralAnswers
from ui.referrals.inputs import ReferralInputs, words
from ui.theme import look
from ui.widgets.cards import Card
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.flow import SideBySide
from ui.widgets.text import label

_HINTS = ("born_on", "nhs_number")
_COLUMN = 460
"""Where there is no room for two columns this wide, in pixels at 100 % text, there is one."""


class ReferralForm(QWidget):
    """``edited`` tells that something was typed or chosen; ``answers`` reads it all."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.inputs = ReferralInputs()
        put = self.inputs
        boxes: dict[str, QWidget] = {
            **put.texts,
            **put.days,
            **put.choices,
            "pathway": put.pathway,
            **{f"consent_{purpose}": row for purpose, row in put.consents.items()},
        }
        self._fields = {name: self._made(name, box) for name, box in boxes.items()}
        self.summary = ErrorSummary(self._fields)
        self._columns = _column(self._who(), self._reach()), _column(*self._rest())
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(self.summary)
        down.addWidget(SideBySide(*self._columns, gap=16))
        self._connect()
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        for column in self._columns:
            column.setMinimumWidth(look().px(_COLUMN))

    def _made(self, name: str, box: QWidget) -> Field:
        shown = box.accessibleName() if name.startswith("consent_") else ""
        hint = say(f"referral_page.hint.{name}") if name in _HINTS else ""
        return Field(shown or words(name), box, hint=hint)

    def field(self, name: str) -> Field:
        """A field by the name of its answer."""
        return self._fields[name]

    # ---- the cards

    def _who(self) -> Card:
        card = Card(say("referral_page.card.who"), heading=True)
        card.down.addWidget(self._row("given_name", "family_name"))
        card.down.addWidget(self._row("known_as", "gender"))
        card.down.addWidget(self._row("born_on", "nhs_number"))
        card.down.addWidget(self._row("ethnicity", "condition_group"))
        return card

    def _reach(self) -> Card:
        put = self.inputs
        card = Card(say("referral_page.card.reach"), heading=True)
        card.down.addWidget(self.field("telephone"))
        card.down.addWidget(put.ticks["may_text"])
        card.down.addWidget(put.ticks["may_leave_message"])
        card.down.addSpacing(4)
        card.down.addWidget(self.field("address"))
        card.down.addWidget(self.field("postcode"))
        card.down.addWidget(put.ticks["address_safe"])
        return card

    def _rest(self) -> tuple[Card, Card, Card]:
        put = self.inputs
        came = Card(say("referral_page.card.referral"), heading=True)
        came.down.addWidget(self._row("received_on", "pathway"))
        came.down.addWidget(self._row("source", "referrer"))
        came.down.addWidget(self._row("gp_surgery", "clinical_team"))
        safety = Card(say("referral_page.card.safety"), heading=True)
        safety.down.addWidget(label(say("referral_page.safety_sentence"), "table", "muted"))
        safety.down.addWidget(self._row("safety_kind", "safety", stretches=(1, 2)))
        safety.down.addWidget(put.ticks["no_message"])
        safety.down.addWidget(put.ticks["no_post"])
        consent = Card(say("referral_page.card.consent"), heading=True)
        consent.down.addWidget(label(say("referral_page.consent_sentence"), "table", "muted"))
        for purpose in put.consents:
            consent.down.addWidget(self.field(f"consent_{purpose}"))
        consent.down.addWidget(self.field("consent_how"))
        return came, safety, consent

    def _row(self, *names: str, stretches: tuple[int, ...] = ()) -> SideBySide:
        return SideBySide(*(self.field(name) for name in names), gap=12, stretches=stretches)

    # ---- filling and reading

    def _connect(self) -> None:
        put = self.inputs
        for box in put.texts.values():
            box.textEdited.connect(self._edited)
        for day in put.days.values():
            day.edited.connect(self._edited)
        for choice in put.choices.values():
            choice.picked.connect(self._edited)
        for tick in put.ticks.values():
            tick.toggled.connect(self._edited)
        for row in (put.pathway, *put.consents.values()):
            row.picked.connect(self._edited)

    def _edited(self, *_what: object) -> None:
        if not self._filling:
            self.edited.emit()

    def fill(self, answers: ReferralAnswers) -> None:
        """Show these answers, and no problems."""
        self._filling = True
        self.summary.clear()
        self.inputs.fill(answers)
        self._filling = False

    def answers(self) -> ReferralAnswers:
        """Everything as it stands in the form now."""
        return self.inputs.answers()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what to mend, in the order of the form."""
        known = [name for name in self._fields if name in problems]
        other = [name for name in problems if name not in self._fields]
        self.summary.show_problems({name: problems[name] for name in (*known, *other)})


def _column(*cards: Card) -> QWidget:
    column = QWidget()
    down = QVBoxLayout(column)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(16)
    for card in cards:
        down.addWidget(card)
    down.addStretch()
    return column
