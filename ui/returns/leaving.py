"""Check what leaves: everything that goes, in one list, before a folder is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal

from caseload.returns.tables import Return
from caseload.words import say
from ui.returns.sheets import figures_in
from ui.returns.view_model import ReturnsModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, SummaryList
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow import Flow
from ui.widgets.mark_line import MarkLine
from ui.widgets.text import label


class LeavingCard(Card):
    """``asked`` is the verb; ``back`` goes to the tables."""

    asked = Signal()
    back_asked = Signal()

    def __init__(self, model: ReturnsModel) -> None:
        super().__init__(say("returns_page.leave.title"), heading=True)
        self._model = model
        self.problems = ErrorSummary()
        self.sentence = label(say("returns_page.leave.sentence"), "body", "muted")
        self.answers = SummaryList(changeable=False)
        self.not_approved = MarkLine("warning", "")
        self.done = MarkLine("positive", "")
        self.done_why = label("", "body", "muted")
        self.after = label(say("returns_page.leave.after"), "table", "muted")
        self.go = Button(say("returns_page.leave.go"), kind="primary")
        self.back = Button(say("returns_page.back"))
        self.go.clicked.connect(self.asked)
        self.back.clicked.connect(self.back_asked)
        for part in (
            self.problems,
            self.sentence,
            self.answers,
            self.not_approved,
            self.done,
            self.done_why,
            self.after,
        ):
            self.down.addWidget(part)
        actions = Flow(gap=12)
        actions.addWidget(self.go)
        actions.addWidget(self.back)
        self.down.addSpacing(4)
        self.down.addLayout(actions)

    def show_model(self) -> None:
        """Show what would leave, or what has left."""
        made, written = self._model.made, self._model.written
        if made is None:
            return
        self.answers.show_answers(self._answers(made))
        may = self._model.may_send()
        approved = bool(made.approved_by)
        self.go.setVisible(may)
        self.after.setVisible(may)
        self.sentence.setVisible(written is None)
        self.not_approved.setVisible(not approved)
        names = ", ".join(self._model.approvers())
        self.not_approved.set_line("warning", say("returns_page.leave.lead_sends", names=names))
        for part in (self.done, self.done_why):
            part.setVisible(written is not None)
        if written is not None:
            self.problems.clear()
            self.done.set_line(
                "positive", say("returns_page.leave.done", folder=written.folder.name)
            )
            recipient = made.contract.recipient or made.contract.commissioner
            self.done_why.setText(say("returns_page.leave.done_why", recipient=recipient))

    def _answers(self, made: Return) -> list[tuple[str, str, str]]:
        count, withheld = figures_in(made)
        contract = made.contract
        said = {
            "for": ". ".join(part for part in (contract.commissioner, contract.recipient) if part),
            "sharing": contract.sharing,
            "contract": f"{contract.name}, {contract.service}",
            "period": made.period.name,
            "files": say("returns_page.leave.file_names", period=made.period.id),
            "tables": say(
                "returns_page.leave.tables_of",
                tables=len(made.tables),
                all=count,
                withheld=withheld,
            ),
            "people": say("returns_page.leave.nobody", most=contract.threshold.value - 1),
            "approved": self._approved(made),
            "made_up": say("returns_page.leave.made_up_says") if made.made_up else "",
        }
        return [
            (key, say(f"returns_page.leave.{key}"), words) for key, words in said.items() if words
        ]

    def _approved(self, made: Return) -> str:
        if not made.approved_by:
            return say("returns_page.leave.not_approved")
        return say("returns_page.leave.approved_you", name=made.approved_by)
