"""The waiting list under the clients: since when, from whom, and Accept."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from caseload.services.referrals import Waiting
from caseload.values.code_lists import label as label_of
from caseload.values.dates import long_date
from caseload.words import say
from ui.caseload_list.view_model import CaseloadListModel
from ui.theme import look
from ui.widgets.cards import hairline
from ui.widgets.record_table import Cell, Column, RecordTable, Row
from ui.widgets.text import small_heading

MOST_ROWS = 4
"""More people than this scroll, so that the clients keep their room."""


class WaitingList(QFrame):
    """A heading in words over the table; who is next stands first."""

    def __init__(self, model: CaseloadListModel) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self._model = model
        self._fill = False
        self.heading = small_heading()
        self.heading.setContentsMargins(16, 4, 16, 2)
        self.table = RecordTable(
            say("caseload_list_page.waiting.name"),
            [
                Column(say("caseload_list_page.column.name"), 150, "name"),
                Column(say("caseload_list_page.column.since"), 252),
                Column(say("caseload_list_page.column.from"), 200, "mark", stretch=True),
                Column(say("caseload_list_page.column.accept"), 106, "action"),
            ],
            row_height=24,
            head=False,
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(hairline())
        down.addWidget(self.heading)
        down.addWidget(self.table, 1)
        model.shown.connect(self.show_model)
        look().changed.connect(self._size_soon)
        self.show_model()

    def words(self) -> str:
        """How many wait and whether there is room for them."""
        count = len(self._model.waiting())
        if not count:
            return say("caseload_list_page.waiting.nobody")
        room = self._model.page.count.room
        key = "with_room" if room else "without_room"
        return say(f"caseload_list_page.waiting.{key}", count=count, room=room)

    def fill(self, whole: bool) -> None:
        """Take all the room there is, or only what the first rows need."""
        self._fill = whole
        self._size()

    def show_model(self) -> None:
        """Show the list again."""
        self.heading.setText(self.words())
        self.table.show_rows([self._row(line) for line in self._model.waiting()])
        self.table.setVisible(bool(self._model.waiting()))
        self._size()

    def _row(self, line: Waiting) -> Row:
        referral = line.referral
        key = "lost_job" if referral.lost_job_on else "since"
        since = say(f"caseload_list_page.waiting.{key}", day=long_date(referral.waiting_since))
        source = label_of("source_of_referral", referral.source)
        names = {"source": source, "referrer": referral.referrer}
        sent = "from_whom" if referral.referrer else "from"
        if referral.source == "B1":
            sent = "from_self"
        return Row(
            referral.client_id,
            (
                Cell(self._model.waiting_name(line)),
                Cell(since, tone="muted"),
                Cell(say(f"caseload_list_page.waiting.{sent}", **names), tone="muted"),
                Cell(say("caseload_list_page.verb.accept"), link=True),
            ),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows of another width may have another height."""
        super().resizeEvent(event)
        self._size_soon()

    def _size_soon(self) -> None:
        """Once the table has settled."""
        QTimer.singleShot(0, self, self._size)

    def _size(self) -> None:
        rows = max(1, min(MOST_ROWS, len(self._model.waiting())))
        one = self.table.verticalHeader().defaultSectionSize()
        if self._fill:
            self.table.setMinimumHeight(0)
            self.table.setMaximumHeight(16_777_215)
        else:
            self.table.setFixedHeight(one * rows + 2)
        scroll = len(self._model.waiting()) > MOST_ROWS or self._fill
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if scroll
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.table.setVerticalScrollBarPolicy(policy)
