"""A job start: employer, work, first day, hours and pay, judged in words before it is saved."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.employers import Employer
from caseload.jobs.job import Job, PayPeriod
from caseload.values.code_lists import codes, industry_sections
from caseload.words import say
from ui.client.form import Form
from ui.client.jobs_view_model import JobsViewModel, Pay, Verdict
from ui.client.pay_fields import PayFields
from ui.client.view_model import Problems
from ui.widgets.buttons import Button
from ui.widgets.cards import empty_layout
from ui.widgets.choices import Choice, tick_box
from ui.widgets.date_field import DateField
from ui.widgets.flow import Flow
from ui.widgets.inputs import TextInput
from ui.widgets.text import label


class JobForm(Form):
    """``begin_job()``; an employer on record that looks alike is offered while typing."""

    started = Signal()

    def __init__(self, words: JobsViewModel) -> None:
        super().__init__(
            words.model, "client.job_start", say("client_jobs.start"), say("client_jobs.save_start")
        )
        self._words = words
        self._employer: Employer | None = None

        def name(field: str) -> str:
            return say(f"client_jobs.field.{field}")

        self.employer = TextInput()
        self.row(self.field("employer", name("employer"), self.employer))
        self.match = _Match()
        self.match.chosen.connect(self._choose)
        self.down.addWidget(self.match)
        self.add_employer = tick_box(say("client_jobs.add_employer"), ticked=True)
        self.down.addWidget(self.tick("add_employer", self.add_employer))
        sectors = Choice(industry_sections().items(), empty=say("client_jobs.no_sector"))
        self.row(self.field("title", name("title"), TextInput()))
        self.row(self.field("sector", name("sector"), sectors))
        first = name("started_on")
        self.row(
            self.field("started_on", first, DateField(first)),
            self.field("contract", name("contract"), Choice(codes("contract_type").items())),
        )
        self.pay = PayFields(self, self._judge)
        self.down.addWidget(
            self.tick("apprenticeship", tick_box(say("client_jobs.apprenticeship")))
        )
        self.down.addWidget(label(say("client_jobs.any_hours"), "small", "muted"))
        self.foot()
        self.employer.textEdited.connect(self._offer)
        self.submitted.connect(self._save)

    def begin_job(self) -> None:
        """Start with an empty form, or with what was typed before."""
        self._employer = None
        self.begin(
            {
                "employer": "",
                "add_employer": True,
                "title": "",
                "sector": None,
                "started_on": ["", "", ""],
                "contract": "permanent",
                "weekly_hours": "",
                "pay": "",
                "pay_period": str(PayPeriod.HOUR),
                "apprenticeship": False,
            },
            self._words.model.client_id,
        )
        self._offer(self.employer.text())
        self.pay.judge()

    def fill(self, values: Any) -> None:
        """A form filled anew offers its employers anew."""
        super().fill(values)
        self._offer(self.employer.text())

    # ---- the employer

    def _offer(self, typed: str) -> None:
        if self._employer is not None and typed != self._employer.name:
            self._employer = None
        alike = [] if self._employer is not None else self._words.look_alikes(typed)
        self.match.show_matches(alike, self._employer)
        self.add_employer.setVisible(self._employer is None)

    def _choose(self, employer: object) -> None:
        if isinstance(employer, Employer):
            self._employer = employer
            self.employer.setText(employer.name)
            if employer.sector and self.text("sector") == "":
                sector = self.boxes["sector"]
                if isinstance(sector, Choice):
                    sector.set_value(employer.sector)
        self._offer(self.employer.text())
        self.fields["title"].focus_input()

    # ---- the pay

    def _judge(self, pay: Pay) -> Verdict | None:
        started = self.day("started_on", {}, needed=True)
        if started is None:
            return None
        return self._words.verdict(self._job(started), started, pay)

    def _job(self, started: date) -> Job:
        return Job(
            client_id=self._words.model.client_id,
            employer_id=self._employer.id if self._employer else None,
            employer_name=self.text("employer"),
            title=self.text("title"),
            sector=self.text("sector"),
            started_on=started,
            contract=self.text("contract"),
            apprenticeship=self.ticked("apprenticeship"),
        )

    def _save(self) -> None:
        problems: Problems = {}
        if not self.text("employer"):
            problems["employer"] = say("jobs.needs_employer")
        if not self.text("title"):
            problems["title"] = say("jobs.needs_title")
        started = self.day("started_on", problems)
        pay = self.pay.read(problems)
        if problems or started is None or pay is None:
            self.refuse({name: problems[name] for name in self.fields if name in problems})
            return
        self.busy()
        self._words.start(
            self._job(started),
            pay,
            add_employer=self.ticked("add_employer"),
            done=self._done,
            refused=self.refuse,
        )

    def _done(self) -> None:
        self.saved()
        self.started.emit()


class _Match(QWidget):
    """Employers that may be the one typed, each a button; or the one chosen."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(4)
        self.hide()

    def show_matches(self, alike: list[Employer], taken: Employer | None) -> None:
        """Offer employers; nothing is shown where none looks alike."""
        empty_layout(self._down)
        self.buttons = []
        self.setVisible(bool(alike) or taken is not None)
        if taken is not None:
            words = say("client_jobs.matched", name=_named(taken))
            self._down.addWidget(label(words, "table", "positive"))
            return
        if not alike:
            return
        self._down.addWidget(label(say("client_jobs.match"), "table", strong=True))
        row = QWidget()
        flow = Flow(row, gap=8)
        for employer in alike:
            button = Button(_named(employer), icon="store", small="medium")
            button.clicked.connect(lambda _on=False, e=employer: self.chosen.emit(e))
            self.buttons.append(button)
            flow.addWidget(button)
        self._down.addWidget(row)


def _named(employer: Employer) -> str:
    return f"{employer.name}, {employer.postcode}" if employer.postcode else employer.name
