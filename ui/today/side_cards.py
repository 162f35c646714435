"""The cards beside the day's list: caseload, employer visits, waiting list, appointments."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseload.allocation.place import CaseloadCount
from caseload.employers import WEEKLY_VISITS
from caseload.services.employers import VisitsThisWeek
from caseload.services.referrals import Waiting
from caseload.words import say
from ui.widgets.buttons import Button, link
from ui.widgets.cards import Card, empty_layout
from ui.widgets.flow import Flow
from ui.widgets.marks import CapMeter, Chip, CountBars
from ui.widgets.text import OneLine, label

MOST_SHOWN = 3


def _column(widget: QWidget, gap: int) -> QVBoxLayout:
    down = QVBoxLayout(widget)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(gap)
    return down


class CaseloadCard(Card):
    """22 of 25, in bars and in words, with the rule that turns it amber."""

    def __init__(self) -> None:
        super().__init__(say("today_page.caseload"))
        across = QHBoxLayout()
        across.setSpacing(8)
        self.held = label("", "figure", wrap=False)
        self.of = label("", "body", "muted", wrap=False)
        self.chip = Chip("positive", "")
        across.addWidget(self.held)
        across.addWidget(self.of, 0, Qt.AlignmentFlag.AlignBottom)
        across.addStretch(1)
        across.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self.meter = CapMeter(0, 25, "", wide=True)
        self.why = label("", "table", "muted")
        self.down.addLayout(across)
        self.down.addWidget(self.meter)
        self.down.addWidget(self.why)

    def show_count(self, count: CaseloadCount, kind: str, words: str, why: str) -> None:
        """The count of today."""
        self.held.setText(str(count.held))
        self.of.setText(say("today_page.of_cap", cap=count.cap))
        self.chip.set_mark(kind, words)
        whole = say("today_page.held_of_cap", held=count.held, cap=count.cap)
        self.meter.set_held(count.held, count.cap, whole, max(count.amber - 1, 0))
        self.why.setText(why)


class VisitsCard(Card):
    """This week's face-to-face employer contacts, and for whom nobody has been met yet."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(say("today_page.visits"), aside=" ")
        self.bars = CountBars(0, WEEKLY_VISITS, "")
        self.words = label("", "table", "muted")
        self.names = QWidget()
        self._flow = Flow(self.names, gap=8)
        for part in (self.bars, self.words, self.names):
            self.down.addWidget(part)

    def show_week(self, week: VisitsThisWeek, without: Sequence[tuple[str, str]]) -> None:
        """The week so far."""
        of = say("today_page.visits_of", done=week.visits, goal=WEEKLY_VISITS)
        self.set_title(say("today_page.visits"), of)
        self.bars.set_count(min(week.visits, WEEKLY_VISITS), WEEKLY_VISITS, of)
        sentences = [say("today_page.face_to_face")]
        if week.other_contacts:
            sentences.append(say("today_page.counted_apart", count=week.other_contacts))
        if without:
            sentences.append(say("today_page.no_visit_yet"))
        self.words.setText(" ".join(sentences))
        empty_layout(self._flow)
        for client_id, name in without:
            button = link(name)
            button.clicked.connect(partial(self.opened.emit, client_id))
            self._flow.addWidget(button)
        self.names.setVisible(bool(without))


class WaitingCard(Card):
    """Who waits, the longest first, with Accept where there is room."""

    opened = Signal(str)
    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__(say("today_page.waiting"), aside=" ")
        self.words = label("", "table", "muted")
        self.down.addWidget(self.words)
        self._lines = QWidget()
        self._column = _column(self._lines, 8)
        self.down.addWidget(self._lines)

    def show_waiting(
        self, waiting: Sequence[tuple[Waiting, str, str]], count: CaseloadCount
    ) -> None:
        """The list of today."""
        people = say("today_page.people", count=len(waiting))
        self.set_title(say("today_page.waiting"), people)
        if not waiting:
            words = say("today_page.nobody_waits")
        elif count.room:
            longest = max(one.days for one, _, _ in waiting)
            words = say("today_page.you_have_room", count=longest)
        else:
            words = say("today_page.no_room_yet")
        self.words.setText(words)
        empty_layout(self._column)
        for one, name, since in waiting[:MOST_SHOWN]:
            self._column.addWidget(self._line(one, name, since, may_accept=count.room > 0))
        self._lines.setVisible(bool(waiting))

    def _line(self, one: Waiting, name: str, since: str, *, may_accept: bool) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        words = QWidget()
        down = _column(words, 0)
        down.addWidget(OneLine(name, "body"))
        down.addWidget(label(since, "small", "muted"))
        across.addWidget(words, 1)
        if may_accept:
            accept = Button(say("today_page.accept"), small="medium")
            accept.setAccessibleName(say("today_page.accept_name", name=name))
            accept.clicked.connect(partial(self.accepted.emit, one.referral.client_id))
            across.addWidget(accept)
        return row


class DiaryCard(Card):
    """Today's appointments by time; the next one stands out and is called the next one."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(say("today_page.diary"))
        self.nothing = label(say("today_page.no_appointments"), "table", "muted")
        self.down.addWidget(self.nothing)
        self._lines = QWidget()
        self._column = _column(self._lines, 4)
        self.down.addWidget(self._lines)

    def show_day(self, diary: Sequence[tuple[str, str, str, bool]]) -> None:
        """The appointments of the day."""
        self.nothing.setVisible(not diary)
        self._lines.setVisible(bool(diary))
        empty_layout(self._column)
        for client_id, time, name, following in diary:
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(8)
            at = label(time, "body", "accent" if following else "muted", strong=following)
            at.setMinimumWidth(66)
            across.addWidget(at)
            button = link(name)
            words = "today_page.appointment_next" if following else "today_page.appointment"
            button.setAccessibleName(say(words, name=name, time=time))
            button.clicked.connect(partial(self.opened.emit, client_id))
            across.addWidget(button)
            across.addStretch(1)
            self._column.addWidget(row)
