"""The client's own details, and the safety lines that stand under the name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.clients.safety import SafetyLine
from caseload.values.dates import long_date
from caseload.words import say
from ui.client.details_form import DetailsForm, SafetyForm
from ui.client.details_view_model import GROUPS, DetailsViewModel
from ui.client.narrow import Narrow
from ui.client.part import Part
from ui.client.place import NEEDS, place_verbs, place_words
from ui.client.view_model import ClientViewModel
from ui.privacy import names
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, SummaryList, empty_layout, hairline
from ui.widgets.flow import Flow
from ui.widgets.marks import Mark
from ui.widgets.safety_lines import KINDS
from ui.widgets.text import label


class DetailsTab(Part):
    """``add_safety`` opens the form for a safety line; ``place_asked`` carries a verb."""

    place_asked = Signal(str)

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__(model)
        self.words = DetailsViewModel(model)
        down = self.add_view()
        down.addWidget(Narrow(self._safety_card()))
        self.why_not = label(say("client_details.names_hidden"), "table", "muted")
        down.addWidget(self.why_not)
        self.lists: dict[str, SummaryList] = {}
        for group in GROUPS:
            card = Card(say(f"client_details.group.{group}"), heading=True)
            self.lists[group] = SummaryList(change=say("client_profile.change"))
            card.down.addWidget(self.lists[group])
            down.addWidget(Narrow(card))
        down.addWidget(Narrow(self._place_card()))
        down.addStretch()
        self.form = DetailsForm(self.words)
        self.safety = SafetyForm(self.words)
        self.add_form(self.form)
        self.add_form(self.safety)
        self.rows: dict[str, SafetyRow] = {}

    def _safety_card(self) -> Card:
        card = Card(say("client_details.safety"), heading=True)
        self._none = label(say("client_page.no_safety"), "table", "muted")
        card.down.addWidget(self._none)
        self._lines = QVBoxLayout()
        card.down.addLayout(self._lines)
        row = QWidget()
        self.new_line = Button(say("client_details.add_safety"), icon="plus", small="medium")
        self.new_line.clicked.connect(self.add_safety)
        Flow(row).addWidget(self.new_line)
        card.down.addWidget(row)
        return card

    def _place_card(self) -> Card:
        card = Card(say("client_place.title"), heading=True)
        self.place = label("", "body")
        card.down.addWidget(self.place)
        self._verbs = QWidget()
        flow = Flow(self._verbs, gap=8)
        self.verbs: dict[str, Button] = {}
        for verb in NEEDS:
            button = Button(say(f"client_place.verb.{verb}"), small="medium")
            button.clicked.connect(lambda _on=False, v=verb: self.place_asked.emit(v))
            self.verbs[verb] = button
            flow.addWidget(button)
        card.down.addWidget(self._verbs)
        return card

    def _show_place(self) -> None:
        self.place.setText(place_words(self.model.header))
        allowed = place_verbs(self.model.header)
        for verb, button in self.verbs.items():
            button.setVisible(verb in allowed)
        self._verbs.setVisible(bool(allowed))

    def refresh(self) -> None:
        """Show the client as read last."""
        if not self.model.is_open:
            return
        self._show_place()
        may = self.words.may_write()
        for group, shown in self.lists.items():
            shown.show_answers(self.words.shown(group))
            for field, change in shown.changes.items():
                change.setVisible(may and not names().hidden)
                change.clicked.connect(lambda _on=False, f=field: self.change(f))
        self.why_not.setVisible(may and names().hidden)
        empty_layout(self._lines)
        self.rows = {}
        for line in self.model.header.safety:
            row = SafetyRow(line, self.model.text(line.words), may_write=may)
            row.reviewed.connect(lambda each=line: self.words.reviewed(each))
            row.ended.connect(lambda each=line: self.words.ended(each))
            self.rows[line.id] = row
            self._lines.addWidget(row)
            self._lines.addWidget(hairline())
        self._none.setVisible(not self.rows)
        self.new_line.setVisible(may)

    def change(self, field: str = "") -> None:
        """Open the form at a field."""
        if self.words.may_write():
            self.form.begin_details(field)
            self.open_form(self.form)

    def add_safety(self) -> None:
        """Open the form for a safety line."""
        if self.words.may_write():
            self.safety.begin_line()
            self.open_form(self.safety)

    def cover_names(self) -> None:
        """The form for details shows who the client is."""
        if self.open_now() is self.form:
            self.form.close_form()

    def go_on_writing(self) -> None:
        """A half-written form opens by itself."""
        drafts, client_id = self.model.services.drafts, self.model.client_id
        if drafts.get(form="client.safety", subject_id=client_id):
            self.add_safety()
        elif drafts.get(form="client.details", subject_id=client_id) and not names().hidden:
            self.change()

    def focus_first(self) -> None:
        """The first thing to do."""
        self.new_line.setFocus(Qt.FocusReason.OtherFocusReason)


class SafetyRow(QWidget):
    """A line with the day it was reviewed; ``reviewed`` and ``ended`` act on it."""

    reviewed = Signal()
    ended = Signal()

    def __init__(self, line: SafetyLine, words: str, *, may_write: bool) -> None:
        super().__init__()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 6, 0, 8)
        down.setSpacing(2)
        down.addWidget(Mark(KINDS[line.kind], say(f"safety_lines.{line.kind}")))
        down.addWidget(label(words, "body"))
        told = [say("safety_lines.reviewed", day=long_date(line.reviewed_on)) + "."]
        if line.no_message:
            told.append(say("client_page.may_not_leave_message"))
        if line.no_post:
            told.append(say("client_page.no_post"))
        down.addWidget(label(" ".join(told), "small", "muted"))
        self.review = Button(say("client_details.review"), small="medium")
        self.end = Button(say("client_details.end"), small="medium", destroys=True)
        for button in (self.review, self.end):
            button.setAccessibleDescription(words)
        self.review.clicked.connect(self.reviewed)
        self.end.clicked.connect(self.ended)
        if not may_write:
            return
        row = QWidget()
        flow = Flow(row, gap=8)
        flow.addWidget(self.review)
        flow.addWidget(self.end)
        down.addSpacing(4)
        down.addWidget(row)
