"""One job on the client's page: the work, whether it counts, its clocks, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caseload.services.work_record import JobLine
from caseload.words import say
from ui.client.jobs_view_model import JobsViewModel
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, hairline
from ui.widgets.flow import Flow
from ui.widgets.marks import Mark
from ui.widgets.text import label, small_heading

VERBS = ("confirm", "change", "better_off", "end")


class JobCard(Card):
    """``asked`` carries a verb: confirm, change, better_off or end."""

    asked = Signal(str)

    def __init__(self, words: JobsViewModel, line: JobLine) -> None:
        super().__init__(words.title(line), heading=True)
        self.line = line
        self.verbs: dict[str, Button] = {}
        self.down.addWidget(label(words.dates(line), "table", "muted"))
        self.down.addWidget(label(words.terms_now(line), "body", strong=True))
        for mark in (words.standing(line), words.competitive(line)):
            self.down.addWidget(_told(*mark))
        before = words.terms_before(line)
        if before:
            self.down.addWidget(small_heading(say("client_jobs.terms_history")))
            for sentence in before:
                self.down.addWidget(label(sentence, "table"))
        for sentence in words.ending(line):
            self.down.addWidget(label(sentence, "table"))
        self.down.addWidget(hairline())
        self.down.addWidget(_clocks(words, line))
        if words.may_write():
            self.down.addWidget(self._buttons(words, line))

    def _buttons(self, words: JobsViewModel, line: JobLine) -> QWidget:
        row = QWidget()
        flow = Flow(row, gap=8)
        for verb in VERBS:
            if verb == "confirm" and not words.may_confirm(line):
                continue
            if line.job.ended_on is not None and verb in ("change", "better_off", "end"):
                continue
            button = Button(say(f"client_jobs.verb.{verb}"), small="medium")
            button.setAccessibleDescription(words.title(line))
            button.clicked.connect(lambda _on=False, v=verb: self.asked.emit(v))
            self.verbs[verb] = button
            flow.addWidget(button)
        if not self.verbs:
            row.hide()  # never shown here: without a parent it would be a window of its own
        return row


def _told(kind: str, words: str) -> QWidget:
    """A mark whose words may be a whole sentence."""
    made = QWidget()
    down = QVBoxLayout(made)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    head, _, rest = words.partition(". ")
    short = len(head) <= 44
    if kind == "warning" and not (short and not rest):
        down.addWidget(Mark(kind, say("client_jobs.verdict.warning")))
        down.addWidget(label(words, "table"))
    else:
        down.addWidget(Mark(kind, words))
    return made


def _clocks(words: JobsViewModel, line: JobLine) -> QWidget:
    """The four clocks beside each other; two and two where there is less room."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(2)
    grid.setHorizontalSpacing(24)
    columns = 2 if look().large_text else 4
    for at, milestone in enumerate(line.milestones):
        row, column = divmod(at, columns)
        head = small_heading(say("client_jobs.milestone", weeks=milestone.weeks))
        grid.addWidget(head, row * 2, column)
        grid.addWidget(Mark(*words.milestone(line, milestone)), row * 2 + 1, column)
    grid.setColumnStretch(columns, 1)
    return made
