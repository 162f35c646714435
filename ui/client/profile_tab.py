"""The vocational profile: read part by part, written together, printed and signed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.people.roles import Action
from caseload.values.dates import long_date
from caseload.words import say
from ui.client.narrow import Narrow
from ui.client.paper import PaperView
from ui.client.part import Part
from ui.client.profile_together import TogetherView
from ui.client.profile_view_model import PARTS, ProfileViewModel
from ui.client.view_model import ClientViewModel, Problems
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState, SummaryList
from ui.widgets.date_field import DateField
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.flow import Flow
from ui.widgets.text import label


class ProfileTab(Part):
    """``together_asked`` carries the view that takes the whole page."""

    together_asked = Signal(QWidget)

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__(model)
        self.words = ProfileViewModel(model)
        self.together_view = TogetherView(self.words)
        self.together_view.closed.connect(self._together_over)
        self.together_view.print_asked.connect(self._print_to_sign)
        self._open_together = False
        self.empty = EmptyState(
            say("client_profile.empty"), " ", say("client_profile.write"), icon="pencil"
        )
        self.empty.act.clicked.connect(self._write)
        self.lists: dict[str, SummaryList] = {}
        self._cards: list[Card] = []
        down = self.add_view()
        down.addWidget(self.empty)
        down.addWidget(self._top())
        for key in PARTS:
            down.addWidget(Narrow(self._card(key)))
        down.addWidget(Narrow(self._signature()))
        down.addStretch()
        self.paper = PaperView(say("client_profile.paper"), say("client_profile.back"))
        self.paper.closed.connect(self._close_paper)
        self.paper.printed.connect(self.words.was_printed)
        self.add(self.paper)

    def _top(self) -> QWidget:
        self._written = QWidget()
        down = QVBoxLayout(self._written)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        self.state = label("", "body")
        self.write = Button(say("client_profile.write"), icon="pencil")
        self.write.clicked.connect(self._write)
        self.see = Button(say("client_profile.see"), icon="printer")
        self.see.clicked.connect(self.see_pages)
        buttons = QWidget()
        across = Flow(buttons, gap=12)
        across.addWidget(self.write)
        across.addWidget(self.see)
        down.addWidget(self.state)
        down.addWidget(buttons)
        return self._written

    def _card(self, key: str) -> Card:
        card = Card(say(f"client_profile.part.{key}"), heading=True)
        self.lists[key] = SummaryList(change=say("client_profile.change"))
        card.down.addWidget(self.lists[key])
        self._cards.append(card)
        return card

    def _signature(self) -> Card:
        card = Card(say("client_profile.signature"), heading=True)
        card.down.addWidget(label(say("client_profile.signature_why"), "table", "muted"))
        name = say("client_profile.signed_on")
        self.signed_on = DateField(name)
        field = Field(name, self.signed_on)
        self.summary = ErrorSummary({"signed_on": field})
        self.sign = Button(say("client_profile.record_signature"))
        self.sign.clicked.connect(self._sign)
        card.down.addWidget(self.summary)
        card.down.addWidget(field)
        row = QWidget()
        Flow(row).addWidget(self.sign)
        card.down.addWidget(row)
        self._sign_card = card
        self._cards.append(card)
        return card

    # ---- showing

    def refresh(self) -> None:
        """Show what is written; an open conversation is left alone."""
        model, profile = self.model, self.words.profile
        may = model.may(Action.WRITE_PROFILE)
        self.empty.setVisible(profile is None)
        self.empty.why.setText(say("client_profile.empty_why", name=model.first_name()))
        self.empty.act.setVisible(may)
        self._written.setVisible(profile is not None)
        for card in self._cards:
            card.setVisible(profile is not None)
        if profile is None:
            return
        signed = (
            say("client_profile.not_signed")
            if profile.signed_on is None
            else say("client_profile.signed", day=long_date(profile.signed_on))
        )
        parts = [say("client_profile.started", day=long_date(profile.started_on)), signed]
        if self.words.has_draft():
            parts.append(say("client_profile.half_written"))
        self.state.setText(" ".join(parts))
        self.write.setVisible(may)
        for key, shown in self.lists.items():
            shown.show_answers(self.words.answers(key))
            for change in shown.changes.values():
                change.setVisible(may)
                change.clicked.connect(lambda _on=False, k=key: self.write_together(k))
        self._sign_card.setVisible(may)
        if not any(box.hasFocus() for box in self.signed_on.boxes()):
            self.signed_on.set_value(profile.signed_on)

    def begin(self) -> None:
        """Another client: neither pages nor a conversation are open."""
        self.stop_together()
        self.summary.clear()
        super().begin()

    def settle(self) -> None:
        """Keep what is being typed, now."""
        super().settle()
        if self._open_together:
            self.together_view.settle()

    def cover_names(self) -> None:
        """The conversation goes on, under the stand-in."""
        self.together_view.show_name()

    # ---- doing

    def _write(self) -> None:
        self.write_together()

    def write_together(self, part: str = "") -> None:
        """Give the whole page to the conversation."""
        self._open_together = True
        self.together_view.begin(part)
        self.together_asked.emit(self.together_view)
        self.together_view.focus_first()

    def stop_together(self) -> None:
        """The page is left, or shows another client: what was typed is kept."""
        if self._open_together:
            self.together_view.settle()
            self._open_together = False
            self.together_view.closed.emit()

    def _together_over(self) -> None:
        self._open_together = False
        if self.model.is_open:
            self.refresh()
            self.focus_first()

    def _print_to_sign(self) -> None:
        self.together_view.closed.emit()
        self.see_pages()

    def see_pages(self) -> None:
        """Show the pages as they will print."""
        self.words.make_pages(self._show_pages, self.model.refused.emit)

    def _show_pages(self, data: bytes) -> None:
        title = say("letters.profile.title", name=self.model.name())
        self.paper.show_pdf(title, data, say("client_profile.file_name"))
        self.show_one(self.paper)
        self.paper.focus_first()

    def _close_paper(self) -> None:
        self.show_one(self.home())
        self.focus_first()

    def _sign(self) -> None:
        problem = self.signed_on.problem()
        day: date | None = self.signed_on.value()
        if problem or day is None:
            self.summary.show_problems({"signed_on": problem})
            return
        self.words.sign(day, self.summary.clear, self._refuse_signature)

    def _refuse_signature(self, problems: Problems) -> None:
        self.summary.show_problems(problems)

    def focus_first(self) -> None:
        """The first thing to do."""
        (self.empty.act if self.words.profile is None else self.write).setFocus()
