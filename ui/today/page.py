"""Today: what is due at the left; caseload, visits, waiting list and diary at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from caseload.changes import Changed
from caseload.words import say
from ui.pages import PageBase
from ui.speak import speak
from ui.today.side_cards import CaseloadCard, DiaryCard, VisitsCard, WaitingCard
from ui.today.view_model import LATE, TODAY, WEEK, Line, TodayModel
from ui.widgets.buttons import Button
from ui.widgets.cards import EmptyState
from ui.widgets.dialog import Dialog
from ui.widgets.page_head import PageHead
from ui.widgets.panes import Panes
from ui.widgets.scroll import ScrollColumn
from ui.widgets.task_list import Task, TaskGroup, TaskList, Verb

RECORD = "record"


class TodayPage(PageBase):
    """``go(place, id)`` leads on; every line opens its client and can be done from where it is."""

    go = Signal(str, str)
    said = Signal(str)

    def __init__(self, model: TodayModel) -> None:
        super().__init__()
        self._model = model
        self._build()
        model.shown.connect(self._show)
        model.said.connect(self.said)
        model.refused.connect(self._refuse)
        self._show()

    def _build(self) -> None:
        self.head = PageHead("", margin=24)
        self.referral = Button(say("today_page.new_referral"), icon="plus")
        self.record = Button(say("today_page.record"), kind="primary", icon="pencil", key="Ctrl R")
        self.referral.clicked.connect(lambda: self.go.emit("new_referral", ""))
        self.record.clicked.connect(lambda: self.go.emit("record_contact", ""))
        self.head.add_action(self.referral)
        self.head.add_action(self.record)
        self.tasks = TaskList(say("today_page.list"))
        self.tasks.opened.connect(self._open)
        self.tasks.ticked.connect(self._model.keep_promise)
        self.tasks.asked.connect(self._asked)
        self.empty = EmptyState(
            say("today_page.empty.title"),
            say("today_page.empty.why"),
            say("today_page.empty.act"),
            icon="plus",
        )
        self.empty.act.clicked.connect(lambda: self.go.emit("new_referral", ""))
        self.caseload = CaseloadCard()
        self.visits = VisitsCard()
        self.waiting = WaitingCard()
        self.diary = DiaryCard()
        for card in (self.visits, self.waiting, self.diary):
            card.opened.connect(lambda who: self.go.emit("client", who))
        self.waiting.accepted.connect(lambda who: self.go.emit("accept", who))
        main, side = QWidget(), ScrollColumn(margins=(8, 0, 24, 20))
        left = QVBoxLayout(main)
        left.setContentsMargins(24, 0, 8, 20)
        left.addWidget(self.tasks, 1)
        left.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        for part in (self.caseload, self.diary, self.visits, self.waiting):
            side.down.addWidget(part)
        side.down.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.head)
        down.addWidget(Panes(main, side, width=344, large="below", least_main=400), 1)

    # ---- what the window asks

    def title(self) -> str:
        """Today, naming nobody."""
        return say("today_page.title")

    def on_shown(self, about: object) -> None:
        """Read again: the day may have turned."""
        self._model.load()

    def on_changed(self, changed: Changed) -> None:
        """Any change may bring or take a line."""
        self._model.load()

    def focus_first(self) -> None:
        """The first thing to do."""
        (self.tasks if self.tasks.current_id() is not None else self.record).setFocus()

    # ---- showing

    def _show(self) -> None:
        model = self._model
        focused = QApplication.focusWidget()
        was_in_list = focused is not None and self.tasks.isAncestorOf(focused)
        self.head.set_words(model.title(), model.sentence())
        groups = model.groups()
        self.tasks.show_groups(
            [
                TaskGroup(say(f"today_page.group.{name}"), tuple(map(self._task, groups[name])))
                for name in (LATE, TODAY, WEEK)
            ]
        )
        any_due = any(groups.values())
        self.tasks.setVisible(any_due)
        self.empty.setVisible(not any_due)
        if was_in_list and not any_due:
            self.record.setFocus(Qt.FocusReason.OtherFocusReason)
        self.record.setEnabled(model.may_write())
        page = model.page
        self.caseload.setVisible(model.has_caseload())
        self.visits.setVisible(model.has_caseload())
        if model.has_caseload():
            self.caseload.show_count(page.count, *model.caseload_words())
            self.visits.show_week(page.visits, model.without_visit())
        self.waiting.show_waiting(model.waiting(), page.count)
        self.diary.show_day(model.diary())

    def _task(self, line: Line) -> Task:
        record = Verb(RECORD, say("today_page.record_verb"), "R", "pencil")
        return Task(
            id=line.key,
            kind=line.kind,
            mark=line.mark,
            action=line.what,
            detail=line.detail,
            tick=say("today_page.tick", what=line.what) if line.may_tick else "",
            verbs=(record,) if self._model.may_write() else (),
            open_words=say("today_page.open"),
        )

    def _open(self, key: object) -> None:
        due = self._model.due(key)
        if due is not None:
            self.go.emit("client", due.client_id)

    def _asked(self, key: object, verb: str) -> None:
        due = self._model.due(key)
        if due is not None and verb == RECORD:
            self.go.emit("record_contact", due.client_id)

    def _refuse(self, sentence: str) -> None:
        speak(sentence, self)
        dialog = Dialog(self, say("today_page.not_saved"), sentence)
        dialog.add_close(say("today_page.close"))
        dialog.open()
