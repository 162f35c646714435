"""The table of clients: one row each, everything a row says in words."""

from __future__ import annotations

from caseload.services.caseload_list import CaseloadRow
from caseload.words import say
from ui.caseload_list import phrases
from ui.caseload_list.phrases import Phrase
from ui.caseload_list.sorting import Sort
from ui.caseload_list.view_model import CaseloadListModel
from ui.widgets.record_table import Cell, Column, RecordTable, Row

NAME, STAGE, CONTACT, EMPLOYER, ACTION, DUE = range(6)

_SHOWN_AT = {
    Sort.NEEDS_ACTION: DUE,
    Sort.DUE: DUE,
    Sort.NAME: NAME,
    Sort.STAGE: STAGE,
    Sort.CONTACT: CONTACT,
    Sort.FIRST_EMPLOYER: EMPLOYER,
    Sort.JOB: EMPLOYER,
}
_ASKED_AT = {
    NAME: (Sort.NAME,),
    STAGE: (Sort.STAGE,),
    CONTACT: (Sort.CONTACT,),
    EMPLOYER: (Sort.FIRST_EMPLOYER, Sort.JOB),
    ACTION: (Sort.NEEDS_ACTION,),
    DUE: (Sort.NEEDS_ACTION, Sort.DUE),
}
"""The orders a pressed column head asks for, one after the other."""


class ClientsTable(RecordTable):
    """Shows the model's rows; a pressed head asks the model for another order."""

    def __init__(self, model: CaseloadListModel) -> None:
        super().__init__(
            say("caseload_list_page.your_clients"),
            [
                Column(say("caseload_list_page.column.name"), 150, "name"),
                Column(say("caseload_list_page.column.stage"), 160),
                Column(say("caseload_list_page.column.contact"), 92),
                Column(say("caseload_list_page.column.employer"), 166),
                Column(say("caseload_list_page.column.action"), 150, "action", stretch=True),
                Column(say("caseload_list_page.column.due"), 106, "mark"),
            ],
            row_height=24,
        )
        self._model = model
        model.shown.connect(self.show_model)
        self.sort_asked.connect(self._ask_sort)
        self.show_model()

    def show_model(self) -> None:
        """Show the rows again; the chosen client stays chosen."""
        self.show_sort(_SHOWN_AT[self._model.sort])
        self.show_rows([self._row(row) for row in self._model.rows()])
        if self._model.client_id and self.current_id() != self._model.client_id:
            self.set_current(self._model.client_id)

    def _row(self, row: CaseloadRow) -> Row:
        today = self._model.today
        action = phrases.next_action(row)
        action = Phrase(
            self._model.text(action.words, row),
            self._model.text(action.full, row),
            quiet=action.quiet,
        )
        stage = phrases.stage(row)
        return Row(
            row.client_id,
            (
                Cell(self._model.name(row)),
                Cell(
                    stage.words,
                    tone="muted" if stage.quiet else "text",
                    stage=row.stage.steps,
                    full=stage.full,
                ),
                _cell(phrases.contact(row)),
                _cell(phrases.employer_or_job(row, today)),
                _cell(action),
                _cell(phrases.due(row.due_on, today)),
            ),
        )

    def _ask_sort(self, column: int) -> None:
        asked = _ASKED_AT[column]
        at = asked.index(self._model.sort) + 1 if self._model.sort in asked else 0
        self._model.set_sort(asked[at % len(asked)])


def _cell(phrase: Phrase) -> Cell:
    return Cell(
        phrase.words,
        kind=phrase.kind,
        tone="muted" if phrase.quiet else "text",
        strong=phrase.strong,
        full=phrase.full,
    )
