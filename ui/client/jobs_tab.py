"""Jobs and hours: every job with its clocks, and the forms for what happens in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.words import say
from ui.client.job_card import JobCard
from ui.client.job_change_forms import FourHoursForm, JobEndForm, TermsForm
from ui.client.job_form import JobForm
from ui.client.jobs_view_model import JobsViewModel
from ui.client.narrow import Narrow
from ui.client.part import Part
from ui.client.view_model import ClientViewModel
from ui.widgets.buttons import Button
from ui.widgets.cards import EmptyState, empty_layout
from ui.widgets.flow import Flow
from ui.widgets.text import label


class JobsTab(Part):
    """``start_job`` and ``change_terms`` are also commands of the menu."""

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__(model)
        self.words = JobsViewModel(model)
        down = self.add_view()
        down.addWidget(self._top())
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        down.addLayout(self._cards)
        self.empty = EmptyState(
            say("client_jobs.empty"),
            say("client_jobs.empty_why"),
            say("client_jobs.start"),
            icon="plus",
        )
        self.empty.act.clicked.connect(self.start_job)
        down.addWidget(self.empty)
        down.addStretch()
        self.form = JobForm(self.words)
        self.form.started.connect(self._offer_better_off)
        self.four_hours = FourHoursForm(self.words)
        self.terms = TermsForm(self.words)
        self.ending = JobEndForm(self.words)
        for form in (self.form, self.four_hours, self.terms, self.ending):
            self.add_form(form)
        self.cards: list[JobCard] = []

    def _top(self) -> QWidget:
        self._head = QWidget()
        down = QVBoxLayout(self._head)
        down.setContentsMargins(0, 0, 0, 0)
        self.weeks = label("", "body", strong=True)
        self.start = Button(say("client_jobs.start"), icon="plus")
        self.start.clicked.connect(self.start_job)
        self.better_off = Button(say("client_jobs.better_off_first"), kind="quiet", icon="scale")
        self.better_off.clicked.connect(self._go_better_off)
        row = QWidget()
        flow = Flow(row, gap=16)
        flow.addWidget(self.start)
        flow.addWidget(self.better_off)
        down.addWidget(self.weeks)
        down.addWidget(row)
        return self._head

    # ---- showing

    def refresh(self) -> None:
        """Read and show every job."""
        if not self.model.is_open:
            return
        self.words.read()
        empty_layout(self._cards)
        self.cards = []
        for line in self.words.work.lines:
            card = JobCard(self.words, line)
            card.asked.connect(lambda verb, c=card: self._do(verb, c))
            self._cards.addWidget(Narrow(card))
            self.cards.append(card)
        some, may = bool(self.cards), self.words.may_write()
        self._head.setVisible(some)
        self.start.setVisible(may)
        self.empty.setVisible(not some)
        self.empty.act.setVisible(may)
        self.weeks.setText(self.words.weeks())
        wanted = bool(self.words.current()) and not self.words.has_better_off()
        self.better_off.setVisible(some and wanted)

    def go_on_writing(self) -> None:
        """A half-written job start opens by itself."""
        drafts = self.model.services.drafts
        if drafts.get(form="client.job_start", subject_id=self.model.client_id):
            self.start_job()

    def focus_first(self) -> None:
        """The first thing to do."""
        (self.start if self.cards else self.empty.act).setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- doing

    def start_job(self) -> None:
        """Open the form for a job start."""
        if self.words.may_write():
            self.form.begin_job()
            self.open_form(self.form)

    def change_terms(self) -> None:
        """Open the form for other hours or pay in the newest job that goes on."""
        current = self.words.current()
        if current and self.words.may_write():
            self.terms.begin_job(current[0])
            self.open_form(self.terms)

    def _do(self, verb: str, card: JobCard) -> None:
        if verb == "better_off":
            self._go_better_off()
            return
        match verb:
            case "confirm":
                self.four_hours.begin_job(card.line)
                self.open_form(self.four_hours)
            case "change":
                self.terms.begin_job(card.line)
                self.open_form(self.terms)
            case "end":
                self.ending.begin_job(card.line)
                self.open_form(self.ending)

    def _go_better_off(self) -> None:
        self.go.emit("better_off", self.model.client_id)

    def _offer_better_off(self) -> None:
        if self.better_off.isVisibleTo(self):
            self.better_off.setFocus(Qt.FocusReason.OtherFocusReason)
