"""The caseload page: the list, the waiting list under it, and the detail beside both."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from caseload.changes import Changed
from caseload.services.all_services import Services
from caseload.words import say
from ui.allocation.place_dialogs import PlaceDialogs
from ui.background import Runner
from ui.caseload_list.detail import DetailPane
from ui.caseload_list.head import CaseloadHead
from ui.caseload_list.lists import Lists
from ui.caseload_list.view_model import CaseloadListModel
from ui.pages import PageBase
from ui.theme import look
from ui.widgets.cards import hairline
from ui.widgets.panes import Panes
from ui.widgets.record_table import RecordTable
from ui.widgets.text import label

DETAIL_WIDTH = 352
LEAST_LIST = 480
"""A list narrower than this, in pixels at 100 % text, is not worth its detail."""

COMMAND_OF = {
    "decline": "decline_referral",
    "step_down": "step_down",
    "take_back": "take_back",
    "transfer": "transfer",
    "close": "close_case",
}
"""The command of the menu for each verb of the detail pane."""


class CaseloadListPage(PageBase):
    """``go`` asks the window for a place and a record; ``said`` carries what was done."""

    go = Signal(str, str)
    said = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.model = CaseloadListModel(services, background)
        self.model.setParent(self)
        self.dialogs = PlaceDialogs(self, services, background)
        self.head = CaseloadHead(self.model)
        self.lists = Lists(self.model)
        self.table, self.waiting = self.lists.table, self.lists.waiting
        self.detail = DetailPane(self.model)
        self.problem = label("", "table", "danger", strong=True)
        self.problem.setContentsMargins(16, 4, 16, 4)
        self.problem.hide()
        self._lay_out()
        self._connect()
        look().changed.connect(self._arrange)
        self._arrange()

    def _lay_out(self) -> None:
        self.panes = Panes(self.lists, self.detail, width=DETAIL_WIDTH, large="page")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.head)
        around.addWidget(hairline())
        around.addWidget(self.problem)
        around.addWidget(self.panes, 1)

    def _connect(self) -> None:
        model, table = self.model, self.table
        model.shown.connect(self._show)
        model.said.connect(self.said)
        model.refused.connect(self._refuse)
        self.dialogs.said.connect(self.said)
        self.dialogs.refused.connect(self._refuse)
        self.dialogs.done.connect(self._after_dialog)
        self.lists.empty.act.clicked.connect(lambda: self.go.emit("new_referral", ""))
        self.head.record.clicked.connect(self._record)
        self.head.filter.moved.connect(table.move)
        self.head.filter.returnPressed.connect(self._open_current)
        self.head.filter.left.connect(self._leave_filter)
        self.head.filter.textChanged.connect(self._filter)
        table.current_changed.connect(self._choose)
        table.opened.connect(lambda now: self._open(str(now)))
        table.typed.connect(self._type)
        self.waiting.table.current_changed.connect(self._choose_waiting)
        self.waiting.table.opened.connect(lambda now: self._open_waiting(str(now)))
        self.waiting.table.linked.connect(lambda now: self.dialogs.accept(str(now)))
        self.detail.opened.connect(lambda: self.go.emit("client", self.model.client_id))
        self.detail.asked.connect(self._ask)
        self.panes.side_closed.connect(self._back_to_list)
        for each in (table, self.waiting.table):
            each.installEventFilter(self)

    # ---- what the window asks

    def title(self) -> str:
        """What the title bar says."""
        return say("caseload_list_page.title")

    def on_shown(self, about: object) -> None:
        """Read again; ``about`` chooses a client. Selection, filter, order and scroll stay."""
        if isinstance(about, str) and about:
            self.model.client_id = about
        self.model.load()
        self.focus_first()

    def on_changed(self, _changed: Changed) -> None:
        """Read again where the page is in sight; else it reads when it is shown."""
        if self.isVisible():
            self.model.load()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Filter, and what can be done about places; recording belongs to the window."""
        known: dict[str, Callable[[], None]] = {"filter": self._focus_filter}
        if self.model.waiting():
            known["accept_client"] = self._accept
        for verb in self.detail.verbs:
            if verb in COMMAND_OF:
                known[COMMAND_OF[verb]] = partial(self._ask, verb)
        return known

    def client(self) -> Hashable | None:
        """The client chosen in the list."""
        return self.model.client_id or None

    def focus_first(self) -> None:
        """The list, at the chosen row; the first action where there is no list."""
        self.lists.focus_list()

    # ---- showing

    def _show(self) -> None:
        somebody = self.lists.somebody()
        if not somebody:
            self.detail.hide()
        self.head.show_actions(somebody)
        if not self.model.client_id:
            self._choose(self.table.current_id())
        self.lists.mark()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The detail gives way where a pane beside the page leaves too little room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _room_for_detail(self) -> bool:
        return self.width() - look().px(DETAIL_WIDTH) >= look().px(LEAST_LIST)

    def _arrange(self) -> None:
        """One list at a time where the text is large, and no head over an opened detail."""
        if not self.panes.turned():
            self.detail.setVisible(self.lists.somebody() and self._room_for_detail())
        self.head.setVisible(not (self.panes.turned() and self.detail.isVisibleTo(self)))
        self.lists.arrange()
        QTimer.singleShot(0, self, self.lists.mark)

    def _refuse(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            self.said.emit(sentence)

    # ---- choosing and opening

    def _choose(self, now: object) -> None:
        if isinstance(now, str) and now and now != self.model.client_id:
            self._refuse("")
            self.model.choose(now)
            self.lists.mark()

    def _choose_waiting(self, now: object) -> None:
        if self.waiting.table.hasFocus():
            self._choose(now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list that gets the focus shows its own client beside it."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, RecordTable):
            QTimer.singleShot(0, self, lambda: self._choose(watched.current_id()))
        return super().eventFilter(watched, event)

    def _open_current(self) -> None:
        now = self.table.current_id()
        if now is not None:
            self._open(str(now))

    def _open(self, client_id: str) -> None:
        self.model.choose(client_id)
        if self.panes.turned():
            self.head.hide()
            self.panes.open_side()
            self.detail.open_record.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go.emit("client", client_id)

    def _open_waiting(self, client_id: str) -> None:
        self.model.choose(client_id)
        self.dialogs.accept(client_id)

    def _back_to_list(self) -> None:
        self.head.show()
        self.lists.focus_list()

    def _record(self) -> None:
        self.go.emit("record_contact", self.model.client_id)

    # ---- filter

    def _focus_filter(self) -> None:
        self.head.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.filter.selectAll()

    def _type(self, letters: str) -> None:
        """Letters typed in the list go on in the filter."""
        self._focus_filter()
        self.head.filter.setText(self.head.filter.text() + letters)
        self.head.filter.end(False)

    def _filter(self, text: str) -> None:
        emptied = bool(self.model.filter_text) and not text
        self.model.set_filter(text)
        if emptied and self.model.before_filter():
            self.table.set_current(self.model.before_filter())

    def _leave_filter(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- places

    def _accept(self) -> None:
        chosen = self.model.client_id
        first = self.model.waiting()[0].referral.client_id
        self.dialogs.accept(chosen if self.model.waits(chosen) else first)

    def _ask(self, verb: str) -> None:
        getattr(self.dialogs, verb)(self.model.client_id)

    def _after_dialog(self, client_id: str) -> None:
        """Read again and stand at whoever it was about, in the list they are in now."""
        self.model.client_id = client_id
        self.model.load()
        if not self.table.set_current(client_id):
            self._choose(self.table.current_id())
        self.focus_first()
