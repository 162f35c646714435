"""The returns page: gaps first, then the tables with what is behind them, then what leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from caseload.changes import Changed
from caseload.errors import CaseloadError
from caseload.services.all_services import Services
from caseload.words import say
from ui.background import Runner
from ui.pages import PageBase
from ui.returns.gaps_card import GapsCard
from ui.returns.head import ReturnsHead
from ui.returns.leaving import LeavingCard
from ui.returns.making_cards import MakingCard, StartCard
from ui.returns.records_card import RecordsCard
from ui.returns.sent_view import SentView
from ui.returns.sheets import FigureCell, FigureKey, sheets_of
from ui.returns.side_cards import AuditCard, SentCard, WhyCard
from ui.returns.tables_view import TablesView
from ui.returns.view_model import ReturnsModel
from ui.widgets.cards import EmptyState
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.mark_line import MarkLine
from ui.widgets.one_of import OneOf
from ui.widgets.panes import Panes
from ui.widgets.scroll import ScrollColumn


class ReturnsPage(PageBase):
    """``go`` leads to a client whose fact is missing or who is counted; ``said`` tells."""

    go = Signal(str, str)
    said = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.model = ReturnsModel(services, background)
        self.choose_folder: Callable[[str], str] = lambda title: QFileDialog.getExistingDirectory(
            self, title
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        if not self.model.allowed:
            down.addWidget(self._made_not_allowed())
            return
        self._build(down)
        self._connect()

    def _made_not_allowed(self) -> QWidget:
        names = ", ".join(self.model.approvers())
        why = (
            say("returns_page.not_allowed.why", names=names)
            if names
            else say("returns_page.not_allowed.why_nobody")
        )
        return EmptyState(say("returns_page.not_allowed.title"), why)

    def _build(self, down: QVBoxLayout) -> None:
        self.head = ReturnsHead(self.model)
        self.problems = ErrorSummary()
        self.stale = MarkLine("warning", say("returns_page.stale"))
        self.gaps = GapsCard(self.model)
        self.start = StartCard()
        self.making = MakingCard()
        self.tables = TablesView()
        self.records = RecordsCard(self.model)
        self.leaving = LeavingCard(self.model)
        self.sent_view = SentView()
        self._first = _column(self.gaps, self.start)
        self._views = OneOf()
        for view in (
            self._first,
            self.making,
            self.tables,
            self.records,
            self.leaving,
            self.sent_view,
        ):
            self._views.add(view)
        self.why, self.audit = WhyCard(self.model), AuditCard(self.model)
        self.sent = SentCard()
        main = ScrollColumn(margins=(24, 4, 8, 20))
        for part in (self.problems, self.stale, self._views):
            main.down.addWidget(part)
        main.down.addStretch(1)
        self._main = main
        side = ScrollColumn(margins=(8, 4, 24, 20))
        for card in (self.why, self.audit, self.sent):
            side.down.addWidget(card)
        side.down.addStretch(1)
        down.addWidget(self.head)
        down.addWidget(Panes(main, side, width=328, large="below"), 1)

    def _connect(self) -> None:
        model = self.model
        model.shown.connect(self._show)
        model.said.connect(self.said)
        self.making.cancelled.connect(model.cancel)
        self.sent_view.back_asked.connect(self._close_sent)
        self.head.made_asked.connect(model.make)
        self.head.check_asked.connect(self._check)
        self.gaps.opened.connect(lambda client_id: self.go.emit("client", client_id))
        self.records.opened.connect(lambda client_id: self.go.emit("client", client_id))
        self.records.back_asked.connect(self._back_to_tables)
        self.leaving.back_asked.connect(self._back_to_tables)
        self.leaving.asked.connect(self._send)
        self.tables.chosen.connect(self._explain)
        self.tables.opened.connect(self._open_figure)
        self.why.asked.connect(self._open_figure)
        self.sent.opened.connect(self._open_sent)

    # ---- what the window asks

    def title(self) -> str:
        """What the title bar says."""
        return say("returns_page.title")

    def on_shown(self, about: object) -> None:
        """Read again; what was made and where one was stays."""
        self.model.load()
        self.focus_first()

    def on_changed(self, changed: Changed) -> None:
        """Gaps may be filled, and figures may be old."""
        if self.model.allowed:
            self.model.changed(changed)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """None of its own: its verbs stand in the page's head."""
        return {}

    def focus_first(self) -> None:
        """The period; the tables where they are in sight."""
        if not self.model.allowed:
            return
        if self._views.in_sight() is self.tables and self.tables.tables:
            self.tables.choose(self.tables.key() or (0, 0))
        else:
            self.head.period.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- showing

    _tables_of: object = None

    def _show(self) -> None:
        model = self.model
        if not model.allowed:
            return
        self.head.show_model(checking=self._views.in_sight() is self.leaving)
        self.gaps.show_gaps()
        self.sent.show_sent(model.sent)
        self.start.show_model(model)
        self.stale.setVisible(model.stale)
        if model.refusal:
            self.problems.show_sentence(model.refusal)
        else:
            self.problems.clear()
        if model.made is not None and self._tables_of is not model.made:
            self.tables.show_sheets(sheets_of(model.made), model.made.key_words)
            self.audit.show_audit()
            self.leaving.problems.clear()
        fresh = self._tables_of is not model.made
        self._tables_of = model.made
        self._show_view(fresh=fresh)

    def _show_view(self, *, fresh: bool) -> None:
        model, now = self.model, self._views.in_sight()
        if model.making:
            self._to(self.making)
            self.making.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        elif model.made is None:
            if now is not self.sent_view:
                self._to(self._first)
        elif fresh:
            self._to(self.tables)
            self.why.show_figure(None, "")
            self.tables.choose((0, len(model.made.tables[0].figures) - 1))
        elif now is self.leaving:
            pressed = self.leaving.go.hasFocus()
            self.leaving.show_model()
            if pressed and not self.leaving.go.isVisibleTo(self):
                self.leaving.back.setFocus(Qt.FocusReason.OtherFocusReason)
        made = model.made is not None
        self.why.setVisible(made and self._views.in_sight() is self.tables)
        self.audit.setVisible(made)

    def _to(self, view: QWidget) -> None:
        if self._views.in_sight() is not view:
            self._views.show_one(view)
            self._main.verticalScrollBar().setValue(0)
        self.why.setVisible(view is self.tables)
        self.head.show_model(checking=view is self.leaving)

    # ---- figures

    def _cell(self, key: FigureKey) -> FigureCell | None:
        for table in self.tables.tables:
            for row in table.sheet.rows:
                for cell in row.cells:
                    if cell.key == key:
                        return cell
        return None

    def _explain(self, key: FigureKey) -> None:
        cell = self._cell(key)
        self.why.show_figure(key, cell.name if cell is not None else "")

    def _open_figure(self, key: FigureKey) -> None:
        figure, cell = self.model.figure(key), self._cell(key)
        if figure is None or cell is None:
            return
        self.records.show_records(cell.name, self.model.behind(figure))
        self._to(self.records)
        target = self.records.table if figure.records else self.records.back
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_tables(self) -> None:
        self._to(self.tables)
        self.focus_first()

    # ---- leaving

    def _check(self) -> None:
        self.leaving.show_model()
        self._to(self.leaving)
        first = self.leaving.go if self.leaving.go.isVisibleTo(self) else self.leaving.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        chosen = self.choose_folder(say("returns_page.leave.choose_folder"))
        if chosen:
            self.leaving.problems.clear()
            self.model.send(Path(chosen), self._not_sent)

    def _not_sent(self, why: CaseloadError) -> None:
        self.leaving.problems.show_sentence(why.sentence)

    # ---- what was sent

    def _open_sent(self, sent_id: str) -> None:
        self.sent_view.show_sent(next(one for one in self.model.sent if one.id == sent_id))
        self._to(self.sent_view)
        self.sent_view.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_sent(self) -> None:
        self._to(self.tables if self.model.made is not None else self._first)
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape comes back from records, from what leaves, and from what was sent."""
        now = self._views.in_sight() if self.model.allowed else None
        if event.key() == Qt.Key.Key_Escape and now in (self.records, self.leaving):
            self._back_to_tables()
        elif event.key() == Qt.Key.Key_Escape and now is not None and now is self.sent_view:
            self._close_sent()
        else:
            super().keyPressEvent(event)


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    down = QVBoxLayout(made)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(16)
    for part in parts:
        down.addWidget(part)
    return made
