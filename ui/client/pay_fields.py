"""Hours, pay and its period, with what the pay comes to beside the legal minimum, while typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.jobs.job import PayPeriod
from caseload.words import say
from ui.client.form import Form
from ui.client.jobs_view_model import Pay, Verdict
from ui.client.view_model import Problems
from ui.widgets.choices import Choice
from ui.widgets.inputs import MoneyInput, NumberInput
from ui.widgets.marks import Mark
from ui.widgets.text import label


class PayFields(QWidget):
    """Adds its three fields to a form; ``judge`` is asked for a verdict after every change."""

    def __init__(self, form: Form, judge: Callable[[Pay], Verdict | None]) -> None:
        super().__init__()
        self._form = form
        self._judge = judge
        periods = [(str(period), say(f"jobs.per.{period}")) for period in PayPeriod]
        form.row(
            form.field(
                "weekly_hours",
                say("client_jobs.field.weekly_hours"),
                NumberInput(width=104, dense=False),
            ),
            form.field("pay", say("client_jobs.field.pay"), MoneyInput(width=140, dense=False)),
            form.field("pay_period", say("client_jobs.field.pay_period"), Choice(periods)),
        )
        self.mark = Mark("neutral", "")
        self.words = label("", "table")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        down.addWidget(self.mark)
        down.addWidget(self.words)
        form.down.addWidget(self)
        form.edited.connect(self.judge)
        self.hide()

    def read(self, problems: Problems) -> Pay | None:
        """Hours and pay as typed; what is wrong goes to ``problems``."""
        hours = self._form.number("weekly_hours", problems, say("client_jobs.needs_hours"))
        pay = self._form.number("pay", problems, say("client_jobs.needs_pay"))
        if hours is None or pay is None:
            return None
        return Pay(hours, pay, PayPeriod(self._form.text("pay_period")))

    def judge(self) -> None:
        """Say what the pay comes to, as soon as it can be said."""
        problems: Problems = {}
        pay = self.read(problems)
        verdict = self._judge(pay) if pay is not None else None
        self.setVisible(verdict is not None)
        if verdict is not None:
            self.mark.set_mark(verdict.kind, say(f"client_jobs.verdict.{verdict.kind}"))
            self.words.setText(verdict.words)
