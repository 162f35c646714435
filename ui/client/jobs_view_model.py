"""Jobs as words: what stands in the record, what pay comes to, and the verbs of the forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from caseload.employers import Employer
from caseload.errors import CaseloadError
from caseload.jobs.job import Job, PayPeriod
from caseload.jobs.sustainment import Standing
from caseload.people.roles import Action
from caseload.services.work_record import JobLine, WorkRecord
from caseload.values.money import pounds
from caseload.words import say
from ui.client.job_words import JobWords
from ui.client.view_model import ClientViewModel, Problems


@dataclass(frozen=True)
class Pay:
    """Hours and pay as typed, read."""

    weekly_hours: Decimal
    pay: Decimal
    period: PayPeriod


@dataclass(frozen=True)
class Verdict:
    """What the pay comes to beside the legal minimum: the kind of its mark, and a sentence."""

    kind: str
    words: str


class JobsViewModel(JobWords):
    """Reads the work record of the client in sight, and does what is asked about jobs."""

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__(model)
        self.work = WorkRecord((), 0)

    def read(self) -> None:
        """Read all jobs."""
        self.work = self.model.services.jobs.of_client(self.model.client_id)

    def may_write(self) -> bool:
        """Whether this person may record jobs for this client."""
        return self.model.may(Action.WRITE_JOB)

    def current(self) -> list[JobLine]:
        """Jobs that have not ended, newest first."""
        return [line for line in self.work.lines if line.job.ended_on is None]

    def weeks(self) -> str:
        """``14 weeks in work, all jobs together``."""
        waiting = any(line.standing is Standing.NOT_YET for line in self.work.lines)
        if waiting and not self.work.weeks_in_work:
            return say("client_jobs.weeks_later")
        return say("client_jobs.weeks", count=self.work.weeks_in_work)

    def has_better_off(self) -> bool:
        """Whether a better-off calculation was ever kept for this client."""
        return bool(self.model.services.better_off.of_client(self.model.client_id))

    # ---- before saving

    def look_alikes(self, name: str) -> list[Employer]:
        """Employers on record that may be the one typed."""
        if len(name.strip()) < 3:
            return []
        employers = self.model.services.employers
        begun = [row.employer for row in employers.listing(name)]
        alike = {each.id: each for each in (*begun, *employers.look_alikes(name))}
        return list(alike.values())[:3]

    def verdict(self, job: Job, starts: date, pay: Pay) -> Verdict | None:
        """What the pay comes to, in words; None where nothing can be said."""
        try:
            told = self.model.services.jobs.judge(
                job=job,
                starts=starts,
                weekly_hours=pay.weekly_hours,
                pay=pay.pay,
                pay_period=pay.period,
            )
        except CaseloadError:
            return None
        if not told.competitive:
            return Verdict("warning", told.why_not)
        if told.least_pay is None:
            key = "no_minimum" if job.contract == "self_employed" else "no_rates"
            return Verdict("neutral", say(f"client_jobs.{key}"))
        return Verdict(
            "positive",
            say(
                "client_jobs.fair_pay",
                paid=pounds(told.hourly_pay),
                least=pounds(told.least_pay),
            ),
        )

    # ---- verbs

    def start(
        self,
        job: Job,
        pay: Pay,
        *,
        add_employer: bool,
        done: Callable[[], None],
        refused: Callable[[Problems], None],
    ) -> None:
        """Record a job start; ``add_employer`` puts a new employer on the team's list first."""
        services, model = self.model.services, self.model

        def verb() -> Job:
            told = job
            if add_employer and job.employer_id is None and job.employer_name.strip():
                same = [
                    e
                    for e in services.employers.look_alikes(job.employer_name)
                    if e.name.casefold() == job.employer_name.strip().casefold()
                ]
                kept = (
                    same[0]
                    if same
                    else services.employers.save(
                        employer=Employer(name=job.employer_name, sector=job.sector), origin=model
                    )
                )
                told = replace(job, employer_id=kept.id)
            return services.jobs.start(
                job=told,
                weekly_hours=pay.weekly_hours,
                pay=pay.pay,
                pay_period=pay.period,
                origin=model,
            )

        model.do(verb, lambda _job: done(), refused, saying=say("client_jobs.was_started"))

    def change_terms(
        self,
        job: Job,
        *,
        starts: date,
        pay: Pay,
        reason: str,
        done: Callable[[], None],
        refused: Callable[[Problems], None],
    ) -> None:
        """Hours or pay change from a day on."""
        services, model = self.model.services, self.model
        model.do(
            lambda: services.jobs.change_terms(
                job=job,
                starts=starts,
                weekly_hours=pay.weekly_hours,
                pay=pay.pay,
                pay_period=pay.period,
                reason=reason,
                origin=model,
            ),
            lambda _terms: done(),
            refused,
            saying=say("client_jobs.were_changed"),
        )

    def confirm(
        self,
        job: Job,
        on: date,
        done: Callable[[], None],
        refused: Callable[[Problems], None],
    ) -> None:
        """Four hours of paid work were done by that day."""
        services, model = self.model.services, self.model
        model.do(
            lambda: services.jobs.confirm_four_hours(job=job, on=on, origin=model),
            lambda _job: done(),
            refused,
            saying=say("client_jobs.was_confirmed"),
        )

    def end(
        self,
        job: Job,
        *,
        last_day: date,
        reason: str,
        words: str,
        learnt: str,
        done: Callable[[], None],
        refused: Callable[[Problems], None],
    ) -> None:
        """The job is over."""
        services, model = self.model.services, self.model
        model.do(
            lambda: services.jobs.end(
                job=job,
                last_day=last_day,
                reason=reason,
                words=words,
                learnt=learnt,
                origin=model,
            ),
            lambda _job: done(),
            refused,
            saying=say("client_jobs.was_ended"),
        )
