"""The left pane: the filter, every employer in two lines, and this week's six at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseload.employers import WEEKLY_VISITS
from caseload.services.employers import EmployerRow
from caseload.values.dates import short_date
from caseload.words import say
from ui.employers import phrases
from ui.employers.view_model import EmployersModel
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import EmptyState, hairline
from ui.widgets.inputs import FilterInput
from ui.widgets.marks import CountBars
from ui.widgets.record_table import Cell, Column, RecordTable, Row
from ui.widgets.text import label


class EmployerList(QFrame):
    """Shows the model's rows; ``add`` is the button, ``table`` and ``filter`` the controls."""

    def __init__(self, model: EmployersModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "pane")
        self.title = label(say("employers_page.title"), "title")
        self.add = Button(say("employers_page.add"), icon="plus", small=True)
        self.add.setAccessibleName(say("employers_page.add_name"))
        self.filter = FilterInput(say("employers_page.filter"), "Ctrl F")
        self.table = RecordTable(
            say("employers_page.list"),
            [
                Column(say("employers_page.column.name"), 160, "name"),
                Column(say("employers_page.column.last"), 100),
                Column(say("employers_page.column.visits"), 80),
                Column(say("employers_page.column.known"), 120),
            ],
            head=False,
            stacked=True,
        )
        self.empty = EmptyState(
            say("employers_page.empty.title"),
            say("employers_page.empty.why"),
            say("employers_page.empty.act"),
            icon="plus",
        )
        self.none_found = label("", "body", "muted")
        self.none_found.setContentsMargins(16, 12, 16, 12)
        self.week_title = label("", "table", strong=True)
        self.bars = CountBars(0, WEEKLY_VISITS, "")
        self.week_words = label("", "table", "muted")
        self._lay_out()
        model.listed.connect(self.show_model)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(first)
        head.addWidget(self.filter)
        down.addWidget(self._head)
        down.addWidget(hairline())
        self._shown = QStackedWidget()
        nobody = QWidget()
        inside = QVBoxLayout(nobody)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.none_found)
        inside.addStretch(1)
        self._nobody = nobody
        for part in (self.table, self._nobody, self.empty):
            self._shown.addWidget(part)
        down.addWidget(self._shown, 1)
        down.addWidget(hairline())
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(4)
        across = QHBoxLayout()
        across.setSpacing(10)
        across.addWidget(self.week_title)
        across.addWidget(self.bars, 1)
        foot.addLayout(across)
        foot.addWidget(self.week_words)
        down.addWidget(self._foot)
        self._fit()

    def _fit(self) -> None:
        self.bars.setMaximumWidth(look().px(132))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size widens the bars."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "bars"):
            self._fit()

    # ---- showing

    def show_model(self) -> None:
        """Show rows and week again; the chosen employer stays chosen."""
        model = self._model
        blocked = self.table.blockSignals(True)  # the model says who is chosen, not the first row
        self.table.show_rows([self._row(row) for row in model.rows])
        if model.employer_id and self.table.current_id() != model.employer_id:
            self.table.set_current(model.employer_id)
        self.table.blockSignals(blocked)
        anybody = bool(model.rows) or bool(model.filter_text)
        may = model.may_write()
        self.empty.act.setVisible(may)
        self.none_found.setText(say("employers_page.none_found", text=model.filter_text))
        shown = self.table if model.rows else self._nobody if anybody else self.empty
        self._shown.setCurrentWidget(shown)
        self.filter.setVisible(anybody)
        self.add.setVisible(may and anybody)
        self._show_week()

    def _show_week(self) -> None:
        week = self._model.week
        if week is None:
            return
        title, bars, words = phrases.week_words(week, self._model.without)
        self.week_title.setText(title)
        self.bars.set_count(min(week.visits, WEEKLY_VISITS), WEEKLY_VISITS, bars)
        self.week_words.setText(words)
        self._foot.setVisible(self._model.may_write() and self._model.holds_clients())

    def _row(self, row: EmployerRow) -> Row:
        day = row.last_contact
        last = short_date(day) if day is not None else say("employers_page.no_contact")
        return Row(
            row.employer.id,
            (
                Cell(row.employer.name),
                Cell(last, tone="muted"),
                Cell(say("employers_page.visits", count=row.visits) if day else "", tone="muted"),
                Cell(phrases.known_by(row, self._model.me), tone="muted"),
            ),
        )
