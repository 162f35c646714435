"""What is missing before a return is made, each line leading to where it is filled."""

from __future__ import annotations

from PySide6.QtCore import Signal

from caseload.services.return_gaps import MissingFacts
from caseload.words import say
from ui.returns.view_model import ReturnsModel
from ui.widgets.cards import Card
from ui.widgets.mark_line import MarkLine
from ui.widgets.record_table import Cell, Column, RecordTable, Row
from ui.widgets.text import label


class GapsCard(Card):
    """Clients who are counted without a fact: a press on a name, or Enter, opens the record."""

    opened = Signal(str)

    def __init__(self, model: ReturnsModel) -> None:
        super().__init__(say("returns_page.gaps.title"), aside=" ", heading=True)
        self._model = model
        self.none = MarkLine("positive", say("returns_page.gaps.none"))
        self.why = label(say("returns_page.gaps.why"), "table", "muted")
        self.table = RecordTable(
            say("returns_page.gaps.title"),
            [
                Column(say("returns_page.gaps.name"), 260, "name", stretch=True),
                Column(say("returns_page.gaps.what"), 220, "action"),
                Column(say("returns_page.gaps.holder"), 200),
            ],
            row_height=32,
            first_pad=4,
        )
        self.table.linked.connect(lambda client_id: self.opened.emit(str(client_id)))
        self.table.opened.connect(lambda client_id: self.opened.emit(str(client_id)))
        for part in (self.none, self.why, self.table):
            self.down.addWidget(part)

    def show_gaps(self) -> None:
        """Show what the model found missing, by whoever holds the client."""
        gaps = self._model.gaps
        aside = say("returns_page.people", count=len(gaps)) if gaps else ""
        self.set_title(say("returns_page.gaps.title"), aside)
        self.none.setVisible(not gaps)
        self.why.setVisible(bool(gaps))
        self.table.setVisible(bool(gaps))
        self.table.show_rows([self._row(gap) for gap in gaps])

    def _row(self, gap: MissingFacts) -> Row:
        key = "both" if gap.born_on and gap.gender else "born_on" if gap.born_on else "gender"
        name = self._model.client_name(gap.client_name, gap.client_id)
        return Row(
            gap.client_id,
            (
                Cell(name, link=True),
                Cell(say(f"returns_page.gaps.{key}")),
                Cell(gap.holder or say("returns_page.gaps.nobody"), tone="muted"),
            ),
        )
