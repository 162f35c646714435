"""What may be said here about whom: larger than anything about the employer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseload.services.may_be_said import MayBeSaid
from caseload.values.dates import long_date
from caseload.words import say
from ui.employers.view_model import EmployersModel
from ui.widgets.buttons import link
from ui.widgets.cards import Card, empty_layout, hairline, pane
from ui.widgets.choices import Choice
from ui.widgets.filling import show_filled
from ui.widgets.flow import Flow
from ui.widgets.marks import Chip, Mark
from ui.widgets.text import label

MOST_SHOWN = 3


class SaidCard(Card):
    """Shows the model's card; ``opened`` asks for a client's record."""

    opened = Signal(str)

    def __init__(self, model: EmployersModel) -> None:
        super().__init__()
        self._model = model
        self._about: MayBeSaid | None = None
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(8)
        self.down.addLayout(self._blocks)
        self._someone = QWidget()
        across = Flow(self._someone, gap=8)
        self._asked = label(say("employers_page.said.someone"), "table", "muted", wrap=False)
        self.choice = Choice(dense=True)
        self.choice.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(18)
        self.choice.setAccessibleName(say("employers_page.said.someone"))
        across.addWidget(self._asked)
        across.addWidget(self.choice)
        self.down.addWidget(self._someone)
        self.choice.picked.connect(self._pick)

    def show_card(self, *, anew: bool) -> None:
        """Show what may be said; ``anew`` forgets whom it was asked about before."""
        if anew:
            self._about = None
        empty_layout(self._blocks)
        card = self._model.card
        if card is None:
            return
        linked = list(card.may_be_said[:MOST_SHOWN])
        others = self._model.others()
        about = self._about.client_id if self._about is not None else ""
        if self._about is not None and about in {one.client_id for one in others}:
            linked.insert(0, self._about)
        for at, one in enumerate(linked):
            if at:
                self._blocks.addWidget(hairline())
            self._blocks.addWidget(self._short(one) if at else self._block(one))
        if not linked:
            why = "nobody_why" if self._model.holds_clients() else "no_clients"
            self._blocks.addWidget(label(say("employers_page.said.nobody"), "heading"))
            self._blocks.addWidget(label(say(f"employers_page.said.{why}"), "body", "muted"))
        show_filled(self._blocks)
        options = [
            (one.client_id, self._model.name(one.client_name, one.client_id)) for one in others
        ]
        blocked = self.choice.blockSignals(True)
        self.choice.set_options(options, empty=say("employers_page.said.choose"))
        self.choice.set_value(about or None)
        self.choice.blockSignals(blocked)
        self._someone.setVisible(bool(options))

    def _pick(self, client_id: object) -> None:
        self._about = self._model.may_be_said(client_id) if isinstance(client_id, str) else None
        self.show_card(anew=False)

    def read_again(self) -> None:
        """What was agreed may have changed since somebody was asked about."""
        if self._about is not None:
            self._about = self._model.may_be_said(self._about.client_id)

    # ---- one client

    def _block(self, one: MayBeSaid) -> QWidget:
        """All of it, for the client spoken of last."""
        name = self._model.name(one.client_name, one.client_id)
        block, down = _column()
        down.addWidget(self._head(one, name))
        down.addWidget(self._words(one, name))
        down.addWidget(_marks(one))
        down.addWidget(self._foot(one))
        return block

    def _short(self, one: MayBeSaid) -> QWidget:
        """The same for a client spoken of before, in less room."""
        block, down = _column(spacing=4)
        head = QWidget()
        across = Flow(head, gap=16)
        name = self._model.name(one.client_name, one.client_id)
        across.addWidget(label(name, "body", strong=True, wrap=False))
        across.addWidget(_marks(one))
        down.addWidget(head)
        if one.agreed_words:
            words = say("employers_page.said.quote", words=self._model.text(one.agreed_words))
            down.addWidget(label(words, "body"))
        return block

    def _head(self, one: MayBeSaid, name: str) -> QWidget:
        head = QWidget()
        across = QHBoxLayout(head)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(label(say("employers_page.said.title", name=name), "heading"), 1)
        across.addWidget(_chip(one), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _words(self, one: MayBeSaid, name: str) -> QWidget:
        if not one.may_name:
            words = say("employers_page.said.not_a_word", name=name)
        elif one.agreed_words:
            words = say("employers_page.said.quote", words=self._model.text(one.agreed_words))
        else:
            words = say("employers_page.said.say_name")
        quote, inside = pane("quote")
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(label(words, "together", strong=False))
        return quote

    def _foot(self, one: MayBeSaid) -> QWidget:
        foot = QWidget()
        across = QHBoxLayout(foot)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(label(self._why(one), "table", "muted"), 1)
        opens = link(say("employers_page.side.open"))
        name = self._model.name(one.client_name, one.client_id)
        opens.setAccessibleName(say("employers_page.said.open", name=name))
        opens.clicked.connect(partial(self.opened.emit, one.client_id))
        across.addWidget(opens, 0, Qt.AlignmentFlag.AlignTop)
        return foot

    def _why(self, one: MayBeSaid) -> str:
        if not one.may_name:
            return say("employers_page.said.not_a_word_why")
        if one.agreed_on is None:
            return ""
        day = long_date(one.agreed_on)
        how = self._model.text(one.agreed_how.strip().rstrip("."))
        if not how:
            return say("employers_page.said.agreed_plain", day=day)
        return say("employers_page.said.agreed", day=day, how=how[:1].lower() + how[1:])


def _column(*, spacing: int = 8) -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    down = QVBoxLayout(made)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(spacing)
    return made, down


def _marks(one: MayBeSaid) -> QWidget:
    row = QWidget()
    across = Flow(row, gap=16)
    marks = [("positive", "name_yes")] if one.may_name else [("danger", "not_named")]
    if one.may_tell_condition:
        marks.append(("info", "only_words"))
    else:
        marks.append(("danger", "condition_no"))
    if one.ask_again:
        marks.append(("warning", "ask_again"))
    for kind, key in marks:
        across.addWidget(Mark(kind, say(f"employers_page.said.{key}")))
    return row


def _chip(one: MayBeSaid) -> Chip:
    if not one.may_name:
        return Chip("danger", say("employers_page.said.not_named"))
    if one.may_tell_condition:
        return Chip("info", say("employers_page.said.agreed_words"))
    return Chip("positive", say("employers_page.said.may_name"))
