"""The records behind a figure: inside only, each opening its client."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from caseload.services.return_gaps import BehindFigure
from caseload.values.dates import short_date
from caseload.words import say
from ui.returns.view_model import ReturnsModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.flow import Flow
from ui.widgets.record_table import Cell, Column, RecordTable, Row
from ui.widgets.text import label


class RecordsCard(Card):
    """``show_records(name, records)``; ``opened`` carries a client's id, ``back_asked`` leaves."""

    opened = Signal(str)
    back_asked = Signal()

    def __init__(self, model: ReturnsModel) -> None:
        super().__init__(" ", heading=True)
        self._model = model
        self._clients: list[str] = []
        self.sentence = label(say("returns_page.behind.sentence"), "body", "muted")
        self.table = RecordTable(
            say("returns_page.behind.table"),
            [
                Column(say("returns_page.behind.name"), 240, "name", stretch=True),
                Column(say("returns_page.behind.day"), 120, "action"),
                Column(say("returns_page.behind.kind"), 110),
                Column(say("returns_page.behind.holder"), 190),
            ],
            row_height=34,
            first_pad=4,
        )
        self.back = Button(say("returns_page.back"), icon="chevron-left")
        self.back.clicked.connect(self.back_asked)
        self.table.opened.connect(self._open)
        actions = Flow(gap=12)
        actions.addWidget(self.back)
        self.down.addLayout(actions)
        self.down.addWidget(self.sentence)
        self.down.addWidget(self.table)

    def show_records(self, name: str, records: Sequence[BehindFigure]) -> None:
        """Show who is counted in a figure."""
        self.set_title(say("returns_page.behind.title", name=name))
        self._clients = [one.client_id for one in records]
        self.table.show_rows(
            [
                Row(
                    at,
                    (
                        Cell(self._model.client_name(one.client_name, one.client_id)),
                        Cell(short_date(one.on)),
                        Cell(say(f"returns_page.behind.{one.kind}"), tone="muted"),
                        Cell(one.holder or say("returns_page.gaps.nobody"), tone="muted"),
                    ),
                )
                for at, one in enumerate(records)
            ]
        )

    def _open(self, at: object) -> None:
        if isinstance(at, int):
            self.opened.emit(self._clients[at])
