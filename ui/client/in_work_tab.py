"""In-work support: what is due next, what was done, and the plan of the first year."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caseload.people.roles import Action
from caseload.services.timeline import ICONS, OTHER_ICON
from caseload.services.work_record import JobLine, SupportWindow
from caseload.values.dates import day_month, long_date, short_date
from caseload.words import say
from ui.client.jobs_view_model import JobsViewModel
from ui.client.narrow import Narrow
from ui.client.part import Part
from ui.client.view_model import ClientViewModel
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState, empty_layout
from ui.widgets.flow import Flow
from ui.widgets.marks import Mark
from ui.widgets.text import label, small_heading
from ui.widgets.timeline import Entry, Timeline

SHOWN_AHEAD = 2


class InWorkTab(Part):
    """A card for each job that goes on, with its schedule; ``job_asked`` for the first one."""

    job_asked = Signal()
    contact_asked = Signal(str)

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__(model)
        self.words = JobsViewModel(model)
        down = self.add_view()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        down.addLayout(self._cards)
        self.empty = EmptyState(
            say("client_in_work.empty"),
            say("client_in_work.empty_why"),
            say("client_jobs.start"),
            icon="plus",
        )
        self.empty.act.clicked.connect(self.job_asked)
        down.addWidget(self.empty)
        down.addStretch()
        self.records: list[Button] = []

    def refresh(self) -> None:
        """Read and show the schedules."""
        if not self.model.is_open:
            return
        self.words.read()
        empty_layout(self._cards)
        self.records = []
        for line in self.words.current():
            self._cards.addWidget(Narrow(self._card(line)))
        self.empty.setVisible(not self.records and not self.words.current())
        self.empty.act.setVisible(self.words.may_write())

    def _card(self, line: JobLine) -> Card:
        card = Card(self.words.title(line), heading=True)
        card.down.addWidget(label(self.words.dates(line), "table", "muted"))
        card.down.addWidget(Mark(*self._due(line), "body"))
        if self.model.may(Action.WRITE_NOTES):
            row = QWidget()
            flow = Flow(row, gap=8)
            record = Button(say("client_in_work.record"), icon="pencil", small="medium")
            record.setAccessibleDescription(self.words.title(line))
            record.clicked.connect(lambda: self.go.emit("record_contact", self.model.client_id))
            flow.addWidget(record)
            card.down.addWidget(row)
            self.records.append(record)
        card.down.addWidget(_Schedule(list(shown_windows(line)), line, self.model))
        card.down.addWidget(label(say("client_in_work.then"), "small", "muted"))
        done = self._done(line)
        if done:
            card.down.addWidget(small_heading(say("client_in_work.done")))
            timeline = Timeline(say("client_in_work.done"))
            timeline.opened.connect(lambda contact_id: self.contact_asked.emit(str(contact_id)))
            timeline.show_entries(done)
            card.down.addWidget(timeline)
        return card

    def _done(self, line: JobLine) -> list[Entry]:
        """The contacts that supported this job, the latest first, where notes are open."""
        if not self.model.header.notes_open:
            return []
        kept = self.model.services.contacts.of_client(self.model.client_id)
        return [
            Entry(
                contact.id,
                short_date(contact.day),
                ICONS.get(contact.medium, OTHER_ICON),
                say(f"timeline.medium.{contact.medium}"),
                self.model.text(contact.notes),
                opens=True,
            )
            for contact in kept
            if contact.is_in_work and contact.job_id in (line.job.id, None) and contact.was_direct
        ]

    def _due(self, line: JobLine) -> tuple[str, str]:
        window, today = line.next_contact, self.model.today
        if window is None:
            return "positive", say("client_in_work.as_agreed")
        if window.last < today:
            return "danger", say("client_in_work.late", day=long_date(window.last))
        if window.first <= today:
            return "info", say("client_in_work.due", day=long_date(window.last))
        return "neutral", say(
            "client_in_work.next", first=day_month(window.first), last=long_date(window.last)
        )

    def focus_first(self) -> None:
        """The first thing to do."""
        first = self.records[0] if self.records else self.empty.act
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def shown_windows(line: JobLine) -> Iterator[SupportWindow]:
    """Everything up to the one that is due, and the next few; the later months go on alike."""
    ahead = 0
    reached = line.next_contact is None
    for each in line.support:
        if reached and each.met_on is None and not each.passed_over:
            ahead += 1
            if ahead > SHOWN_AHEAD:
                return
        yield each
        if each.window == line.next_contact:
            reached = True


class _Schedule(QWidget):
    """One line a window: which, when, and whether it was met."""

    def __init__(self, windows: list[SupportWindow], line: JobLine, model: ClientViewModel) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        large = look().large_text
        for at, each in enumerate(windows):
            window = each.window
            name = say(
                f"client_in_work.window.{window.kind}",
                number=window.number,
            )
            days = say(
                "client_in_work.days", first=day_month(window.first), last=long_date(window.last)
            )
            mark = Mark(*self._state(each, line, model))
            if large:
                row = at * 3
                grid.addWidget(label(name, "table", strong=True), row, 0)
                grid.addWidget(label(days, "table", "muted"), row + 1, 0)
                grid.addWidget(mark, row + 2, 0)
                grid.setRowMinimumHeight(row + 3, 6)
            else:
                grid.addWidget(label(name, "table", wrap=False), at, 0)
                grid.addWidget(label(days, "table", "muted", wrap=False), at, 1)
                grid.addWidget(mark, at, 2)
        grid.setColumnStretch(3, 1)

    def _state(self, each: SupportWindow, line: JobLine, model: ClientViewModel) -> tuple[str, str]:
        if each.met_on is not None:
            return "positive", say("client_in_work.met", day=day_month(each.met_on))
        if each.passed_over:
            return "neutral", say("client_in_work.passed_over")
        if each.window == line.next_contact:
            if each.window.last < model.today:
                return "danger", say("client_in_work.missed")
            if each.window.first <= model.today:
                return "info", say("client_in_work.due_now")
        return "neutral", say("client_in_work.ahead")
