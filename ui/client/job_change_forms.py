"""What happens in a job: four hours worked, other hours or pay, and the end."""

from __future__ import annotations

from datetime import date

from caseload.jobs.job import Job, PayPeriod
from caseload.letters.figures import plain
from caseload.services.work_record import JobLine
from caseload.values.code_lists import codes
from caseload.values.money import pounds
from caseload.words import say
from ui.client.form import Form
from ui.client.jobs_view_model import JobsViewModel, Pay, Verdict
from ui.client.pay_fields import PayFields
from ui.client.view_model import Problems, parts_of
from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField
from ui.widgets.inputs import TextInput
from ui.widgets.notes_edit import NotesEdit
from ui.widgets.text import label


class JobChangeForm(Form):
    """A form about one job; its title names the job."""

    def __init__(self, words: JobsViewModel, name: str, title: str, save: str) -> None:
        super().__init__(words.model, name, title, save)
        self._words = words
        self._line: JobLine | None = None
        self._title = title
        self.about = label("", "body", "muted")
        self.down.insertWidget(1, self.about)

    def _begin(self, line: JobLine, values: dict[str, object]) -> None:
        self._line = line
        self.about.setText(self._words.title(line))
        self.begin(values, line.job.id)

    def job(self) -> Job:
        """The job that the form is about, as it was read last."""
        if self._line is None:
            raise LookupError("no job is open")
        now = {line.job.id: line.job for line in self._words.work.lines}
        return now.get(self._line.job.id, self._line.job)


class FourHoursForm(JobChangeForm):
    """Four hours of paid work were done: from now on the start counts."""

    def __init__(self, words: JobsViewModel) -> None:
        super().__init__(
            words,
            "client.four_hours",
            say("client_jobs.confirm"),
            say("client_jobs.save_confirm"),
        )
        name = say("client_jobs.field.four_hours_on")
        self.row(
            self.field("on", name, DateField(name), hint=say("client_jobs.hint.four_hours_on"))
        )
        self.foot()
        self.submitted.connect(self._save)

    def begin_job(self, line: JobLine) -> None:
        """Start with the first day of the job, or today where that is earlier."""
        day = min(line.job.started_on, self._words.model.today)
        self._begin(line, {"on": parts_of(day)})

    def _save(self) -> None:
        problems: Problems = {}
        day = self.day("on", problems)
        if day is None:
            self.refuse(problems)
            return
        self.busy()
        self._words.confirm(self.job(), day, self.saved, self.refuse)


class TermsForm(JobChangeForm):
    """Hours or pay change from a day on."""

    def __init__(self, words: JobsViewModel) -> None:
        super().__init__(
            words, "client.job_terms", say("client_jobs.change"), say("client_jobs.save_change")
        )
        name = say("client_jobs.field.starts")
        self.row(self.field("starts", name, DateField(name)))
        self.pay = PayFields(self, self._judge)
        self.row(self.field("reason", say("client_jobs.field.reason"), TextInput()))
        self.foot()
        self.submitted.connect(self._save)

    def begin_job(self, line: JobLine) -> None:
        """Start with the hours and pay in force, from today."""
        today = self._words.model.today
        terms = line.terms_now(max(today, line.job.started_on))
        self._begin(
            line,
            {
                "starts": parts_of(max(today, line.job.started_on)),
                "weekly_hours": plain(terms.weekly_hours) if terms else "",
                "pay": pounds(terms.pay) if terms else "",
                "pay_period": str(terms.pay_period if terms else PayPeriod.HOUR),
                "reason": "",
            },
        )
        self.pay.judge()

    def _judge(self, pay: Pay) -> Verdict | None:
        starts = self.day("starts", {})
        return None if starts is None else self._words.verdict(self.job(), starts, pay)

    def _save(self) -> None:
        problems: Problems = {}
        starts: date | None = self.day("starts", problems)
        pay = self.pay.read(problems)
        if problems or starts is None or pay is None:
            self.refuse(problems)
            return
        self.busy()
        self._words.change_terms(
            self.job(),
            starts=starts,
            pay=pay,
            reason=self.text("reason"),
            done=self.saved,
            refused=self.refuse,
        )


class JobEndForm(JobChangeForm):
    """The job is over: last day, why, and what was learnt."""

    def __init__(self, words: JobsViewModel) -> None:
        super().__init__(
            words, "client.job_end", say("client_jobs.end"), say("client_jobs.save_end")
        )
        name = say("client_jobs.field.last_day")
        self.row(
            self.field("last_day", name, DateField(name), hint=say("client_jobs.hint.last_day"))
        )
        self.row(
            self.field(
                "reason",
                say("client_jobs.field.end_reason"),
                Choice(codes("job_ending_reason").items(), empty=say("client_jobs.choose")),
            )
        )
        self.row(self.field("words", say("client_jobs.field.end_words"), NotesEdit(lines=2)))
        self.row(
            self.field(
                "learnt",
                say("client_jobs.field.learnt"),
                NotesEdit(lines=3),
                hint=say("client_jobs.hint.learnt"),
            )
        )
        self.down.addWidget(label(say("client_jobs.after_end"), "table", "muted"))
        self.foot()
        self.submitted.connect(self._save)

    def begin_job(self, line: JobLine) -> None:
        """Start with nothing said."""
        self._begin(line, {"last_day": ["", "", ""], "reason": None, "words": "", "learnt": ""})

    def _save(self) -> None:
        problems: Problems = {}
        last_day = self.day("last_day", problems)
        if not self.text("reason"):
            problems["reason"] = say("clients.choose_from_list")
        if problems or last_day is None:
            self.refuse(problems)
            return
        self.busy()
        self._words.end(
            self.job(),
            last_day=last_day,
            reason=self.text("reason"),
            words=self.text("words"),
            learnt=self.text("learnt"),
            done=self.saved,
            refused=self.refuse,
        )
