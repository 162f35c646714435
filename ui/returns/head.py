"""The head of the returns page: what is chosen, where it stands, and the next verb."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.words import say
from ui.returns.view_model import ReturnsModel
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice
from ui.widgets.flow import Flow
from ui.widgets.marks import Mark
from ui.widgets.page_head import PageHead

STEPS = ("period", "gaps", "tables", "send")


class ReturnsHead(QWidget):
    """``made_asked`` and ``check_asked`` are the verbs; contract and period go to the model."""

    made_asked = Signal()
    check_asked = Signal()

    def __init__(self, model: ReturnsModel) -> None:
        super().__init__()
        self._model = model
        self.head = PageHead(say("returns_page.title"), margin=24)
        self.make = Button(say("returns_page.make"), kind="primary")
        self.check = Button(say("returns_page.check"), kind="primary", after="chevron-right")
        self.make.clicked.connect(self.made_asked)
        self.check.clicked.connect(self.check_asked)
        self.head.add_action(self.make)
        self.head.add_action(self.check)
        self.contract = Choice(dense="medium")
        self.contract.setAccessibleName(say("returns_page.contract"))
        self.period = Choice(dense="medium")
        self.period.setAccessibleName(say("returns_page.period"))
        for choice in (self.contract, self.period):
            choice.setSizeAdjustPolicy(
                Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.contract.setMinimumContentsLength(14)
        self.period.setMinimumContentsLength(44)
        self.contract.picked.connect(lambda name: model.choose_contract(str(name)))
        self.period.picked.connect(lambda period: model.choose_period(str(period)))
        self.steps = {step: Mark("neutral", "") for step in STEPS}
        self._lay_out()

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 8)
        down.setSpacing(4)
        down.addWidget(self.head)
        choices = QWidget()
        across = Flow(choices, gap=10)
        across.setContentsMargins(24, 0, 24, 4)
        across.addWidget(self.contract)
        across.addWidget(self.period)
        down.addWidget(choices)
        steps = QWidget()
        steps.setAccessibleName(say("returns_page.step.name"))
        row = Flow(steps, gap=24)
        row.setContentsMargins(24, 2, 24, 4)
        for mark in self.steps.values():
            row.addWidget(mark)
        down.addWidget(steps)

    def show_model(self, *, checking: bool = False) -> None:
        """Show what is chosen and how far it is; ``checking`` is the step after the tables."""
        model = self._model
        self._fill(self.contract, [(c.name, c.name) for c in model.contracts], model.contract.name)
        period = model.period
        periods = [(p.id, model.period_words(p)) for p in model.periods]
        self._fill(self.period, periods, period.id if period is not None else "")
        made = model.made is not None
        self.make.set_words(say(f"returns_page.{'make_again' if made else 'make'}"))
        self.make.setVisible(model.is_over() and not model.making and (not made or model.stale))
        self.check.setVisible(made and not (model.stale or checking or model.written is not None))
        title = say("returns_page.head", commissioner=model.contract.commissioner)
        self.head.set_words(title, model.contract.service)  # last: it places what is shown
        self._show_steps()

    def _fill(self, choice: Choice, options: list[tuple[str, str]], chosen: str) -> None:
        blocked = choice.blockSignals(True)
        choice.set_options(options)
        choice.set_value(chosen)
        choice.blockSignals(blocked)

    def _show_steps(self) -> None:
        model = self._model
        gaps, made, sent = len(model.gaps), model.made is not None, model.written is not None
        self.steps["period"].set_mark("positive", say("returns_page.step.period"))
        if gaps:
            self.steps["gaps"].set_mark("warning", say("returns_page.gaps_left", count=gaps))
        else:
            self.steps["gaps"].set_mark("positive", say("returns_page.step.no_gaps"))
        tables = "positive" if sent else "warning" if model.stale else "info" if made else "neutral"
        self.steps["tables"].set_mark(tables, say("returns_page.step.tables"))
        last = "sent" if sent else "send"
        self.steps["send"].set_mark(
            "positive" if sent else "neutral", say(f"returns_page.step.{last}")
        )
