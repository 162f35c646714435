"""Better-off: the sums on record, and the letters, opened and printed again as they were."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseload.errors import CaseloadError
from caseload.people.roles import Action
from caseload.services.letters import LetterLine
from caseload.words import say
from ui.client.better_off_view_model import BetterOffViewModel
from ui.client.narrow import Narrow
from ui.client.paper import PaperView
from ui.client.part import Part
from ui.client.view_model import ClientViewModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState, empty_layout, hairline
from ui.widgets.flow import SideBySide
from ui.widgets.text import label


class BetterOffTab(Part):
    """Working it out has a page of its own; here is what was filed."""

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__(model)
        self.words = BetterOffViewModel(model)
        self._letter: LetterLine | None = None
        down = self.add_view()
        self.work_out = Button(say("client_better_off.work_out"), icon="scale")
        self.work_out.clicked.connect(self._work_out)
        down.addWidget(self.work_out, 0, Qt.AlignmentFlag.AlignLeft)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        down.addLayout(self._cards)
        self.empty = EmptyState(
            say("client_better_off.empty"),
            say("client_better_off.empty_why"),
            say("client_better_off.work_out"),
            icon="scale",
        )
        self.empty.act.clicked.connect(self._work_out)
        down.addWidget(self.empty)
        down.addStretch()
        self.paper = PaperView(say("client_better_off.letter"), say("client_better_off.back"))
        self.paper.closed.connect(self._close_paper)
        self.paper.printed.connect(self._printed)
        self.add(self.paper)
        self.opens: dict[str, Button] = {}

    def refresh(self) -> None:
        """Read and show what was filed."""
        if not self.model.is_open:
            return
        self.words.read()
        empty_layout(self._cards)
        self.opens = {}
        if self.words.letters:
            self._cards.addWidget(Narrow(self._letters()))
        if self.words.sums:
            self._cards.addWidget(Narrow(self._sums()))
        nothing = not self.words.letters and not self.words.sums
        may = self.model.may(Action.BETTER_OFF)
        self.empty.setVisible(nothing)
        self.empty.act.setVisible(may)
        self.work_out.setVisible(may and not nothing)

    def _letters(self) -> Card:
        card = Card(say("client_better_off.letters"), heading=True)
        for at, letter in enumerate(self.words.letters):
            if at:
                card.down.addWidget(hairline())
            title, made = self.words.letter_words(letter)
            told = QWidget()
            down = QVBoxLayout(told)
            down.setContentsMargins(0, 4, 0, 4)
            down.setSpacing(0)
            down.addWidget(label(title, "body", strong=True))
            down.addWidget(label(made, "table", "muted"))
            if not self.words.may_open():
                card.down.addWidget(told)
                continue
            button = Button(say("client_better_off.open"), small="medium")
            button.setAccessibleDescription(title)
            button.clicked.connect(lambda _on=False, one=letter: self.open_letter(one))
            self.opens[letter.letter_id] = button
            right = QWidget()
            across = QHBoxLayout(right)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(button)
            across.addStretch()
            card.down.addWidget(SideBySide(told, right, stretches=(1, 0)))
        return card

    def _sums(self) -> Card:
        card = Card(say("client_better_off.sums"), heading=True)
        for at, told in enumerate(self.words.sums):
            if at:
                card.down.addWidget(hairline())
            card.down.addWidget(label(told.when, "table", strong=True))
            for offer in told.offers:
                card.down.addWidget(label(offer, "body"))
        return card

    # ---- doing

    def open_letter(self, letter: LetterLine) -> None:
        """Show the pages of a letter."""
        try:
            pages = self.words.pages(letter.letter_id)
        except CaseloadError as why:
            self.model.refused.emit(why.sentence)
            return
        self._letter = letter
        title, _made = self.words.letter_words(letter)
        self.paper.show_pdf(title, pages, say("client_better_off.file_name"))
        self.show_one(self.paper)
        self.paper.focus_first()

    def _printed(self) -> None:
        if self._letter is not None:
            self.words.was_printed(self._letter.letter_id, self.refresh)

    def _close_paper(self) -> None:
        opened = self.opens.get(self._letter.letter_id) if self._letter else None
        self._letter = None
        self.show_one(self.home())
        (opened or self.work_out).setFocus(Qt.FocusReason.OtherFocusReason)

    def _work_out(self) -> None:
        self.go.emit("better_off", self.model.client_id)

    def focus_first(self) -> None:
        """The first thing to do."""
        nothing = not self.words.letters and not self.words.sums
        first = self.empty.act if nothing else self.work_out
        first.setFocus(Qt.FocusReason.OtherFocusReason)
