"""Verbs about jobs: a start, changed hours or pay, four hours worked, and an end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from caseload.allocation.place import CaseloadCap, CaseloadPlace, PlaceEnd, days_over
from caseload.better_off.minimum_wage import minimum_wage
from caseload.better_off.problems import RatesRefused
from caseload.clients.client import Client
from caseload.contacts.next_action import NextAction
from caseload.employers import Employer
from caseload.errors import FieldsRefused, Refused
from caseload.jobs.job import Job, JobTerms, PayPeriod
from caseload.people.roles import Action
from caseload.services.desk import Desk, newest_place
from caseload.services.rates import rate_book
from caseload.services.referrals import newest_referral
from caseload.services.work_record import WorkRecord, work_record
from caseload.store.unit_of_work import Reading, Work
from caseload.values.code_lists import codes, entry
from caseload.values.money import pounds
from caseload.values.record import RecordId
from caseload.words import say

HOURS_IN_A_WEEK = 168
JOB_LOSS_DAYS = 3
"""Contact within this many days of learning of a lost job. Source: DOMAIN, In-work support."""


@dataclass(frozen=True)
class Judged:
    """What a job's pay comes to: pounds an hour, and the least the law allows at that age.

    ``least_pay`` is None where no minimum holds, or none is on file for the day.
    """

    hourly_pay: Decimal
    least_pay: Decimal | None
    competitive: bool
    why_not: str


class Jobs:
    """What a person may do with jobs."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_client(self, client_id: RecordId) -> WorkRecord:
        """The client's jobs with hours, pay, clocks and the next in-work contact."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            return work_record(reading, client_id, self._desk.today())

    def judge(
        self, *, job: Job, starts: date, weekly_hours: Decimal, pay: Decimal, pay_period: PayPeriod
    ) -> Judged:
        """What the pay of a job would come to, said before it is saved; nothing is kept.

        Raises FieldsRefused.
        """
        problems = _terms_problems(weekly_hours, pay)
        if problems:
            raise FieldsRefused(problems)
        terms = JobTerms(
            job_id=job.id,
            client_id=job.client_id,
            starts=starts,
            weekly_hours=weekly_hours,
            pay=pay,
            pay_period=pay_period,
        )
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, job.client_id)
            told = judged(reading, job, terms)
            least = least_pay(reading, job, starts)
        return Judged(terms.hourly_pay, least, told.competitive, told.not_competitive_why)

    def start(
        self,
        *,
        job: Job,
        weekly_hours: Decimal,
        pay: Decimal,
        pay_period: PayPeriod = PayPeriod.HOUR,
        origin: object | None = None,
    ) -> Job:
        """Record a job start; a start in the next days is welcome, support begins before it.

        Pay below the legal minimum for the age is recorded as not competitive, with the figure that
        it should reach. Raises FieldsRefused.
        """
        self._check(job, weekly_hours, pay)
        with self._desk.work(
            Action.WRITE_JOB, "jobs.start", client_id=job.client_id, origin=origin
        ) as work:
            terms = JobTerms(
                job_id=job.id,
                client_id=job.client_id,
                starts=job.started_on,
                weekly_hours=weekly_hours,
                pay=pay,
                pay_period=pay_period,
            )
            if job.employer_id is not None:
                job = replace(job, employer_name=work.get(Employer, job.employer_id).name)
            kept = work.add(judged(work, job, terms))
            work.add(terms)
            return kept

    def change_terms(
        self,
        *,
        job: Job,
        starts: date,
        weekly_hours: Decimal,
        pay: Decimal,
        pay_period: PayPeriod = PayPeriod.HOUR,
        reason: str = "",
        origin: object | None = None,
    ) -> JobTerms:
        """Hours or pay change from ``starts`` on; what stood before is kept."""
        problems = _terms_problems(weekly_hours, pay)
        if starts < job.started_on or (job.ended_on is not None and starts > job.ended_on):
            problems["starts"] = say("jobs.terms_outside_job")
        if problems:
            raise FieldsRefused(problems)
        with self._desk.work(
            Action.WRITE_JOB, "jobs.change_terms", client_id=job.client_id, origin=origin
        ) as work:
            terms = JobTerms(
                job_id=job.id,
                client_id=job.client_id,
                starts=starts,
                weekly_hours=weekly_hours,
                pay=pay,
                pay_period=pay_period,
                reason=reason.strip(),
            )
            same_day = [t for t in work.find(JobTerms, job_id=job.id) if t.starts == starts]
            kept = (
                work.change(
                    replace(
                        terms,
                        id=same_day[0].id,
                        version=same_day[0].version,
                        service_id=same_day[0].service_id,
                    )
                )
                if same_day
                else work.add(terms)
            )
            current = work.get(Job, job.id)
            work.change(judged(work, current, kept))
            return kept

    def confirm_four_hours(
        self, *, job: Job, on: date | None = None, origin: object | None = None
    ) -> Job:
        """Four hours of paid work have been done; from now on the start counts."""
        day = on or self._desk.today()
        if day < job.started_on:
            raise FieldsRefused({"on": say("jobs.four_hours_before_start")})
        if day > self._desk.today():
            raise FieldsRefused({"on": say("jobs.four_hours_in_future")})
        with self._desk.work(
            Action.WRITE_JOB, "jobs.confirm_four_hours", client_id=job.client_id, origin=origin
        ) as work:
            return work.change(replace(job, four_hours_on=day))

    def end(
        self,
        *,
        job: Job,
        last_day: date,
        reason: str,
        words: str = "",
        learnt: str = "",
        origin: object | None = None,
    ) -> Job:
        """The job ends; ``last_day`` is the last day of work, included.

        A promise to contact the client within three days is made. A client who had stepped down
        takes a place again where there is room; else goes to the top of the waiting list.
        """
        problems = {}
        if reason not in codes("job_ending_reason"):
            problems["reason"] = say("clients.choose_from_list")
        elif entry("job_ending_reason", reason).get("domain") == "other" and not words.strip():
            problems["words"] = say("jobs.end_words")
        if last_day < job.started_on:
            problems["last_day"] = say("jobs.end_before_start")
        if problems:
            raise FieldsRefused(problems)
        today = self._desk.today()
        with self._desk.work(
            Action.WRITE_JOB, "jobs.end", client_id=job.client_id, origin=origin
        ) as work:
            ended = work.change(
                replace(
                    job,
                    ended_on=last_day,
                    end_reason=reason,
                    end_words=words.strip(),
                    learnt=learnt.strip(),
                )
            )
            name = work.get(Client, job.client_id).first_name
            work.add(
                NextAction(
                    client_id=job.client_id,
                    person_id=self._desk.person.id,
                    words=say("jobs.contact_after_loss", name=name),
                    due_on=date.fromordinal(today.toordinal() + JOB_LOSS_DAYS),
                    made_on=today,
                )
            )
            if not _in_other_work(work, ended, today):
                _come_back(work, job.client_id, today)
            return ended

    def _check(self, job: Job, weekly_hours: Decimal, pay: Decimal) -> None:
        problems = _terms_problems(weekly_hours, pay)
        if not job.employer_name.strip() and job.employer_id is None:
            problems["employer"] = say("jobs.needs_employer")
        if not job.title.strip():
            problems["title"] = say("jobs.needs_title")
        if job.contract not in codes("contract_type"):
            problems["contract"] = say("clients.choose_from_list")
        if (job.started_on - self._desk.today()).days > 92:
            problems["started_on"] = say("jobs.starts_far_ahead")
        if problems:
            raise FieldsRefused(problems)


def _terms_problems(weekly_hours: Decimal, pay: Decimal) -> dict[str, str]:
    problems = {}
    if not 0 <= weekly_hours <= HOURS_IN_A_WEEK:
        problems["weekly_hours"] = say("jobs.hours_range")
    if pay < 0:
        problems["pay"] = say("jobs.pay_below_nothing")
    return problems


def judged(reading: Reading, job: Job, terms: JobTerms) -> Job:
    """The job with 'competitive' as the rules say: open contract type and at least the legal pay.

    Source: DOMAIN rule 4. Self-employment has no minimum; without a date of birth the adult rate
    is compared. Of pay agreed on a day without rates on file, as in a job that the client brought
    along for years, nothing is said.
    """
    kind = entry("contract_type", job.contract)
    if not kind.get("competitive", True):
        return replace(job, competitive=False, not_competitive_why=say("jobs.not_open"))
    if job.contract == "self_employed":
        return replace(job, competitive=True, not_competitive_why="")
    least = least_pay(reading, job, terms.starts)
    if least is None:
        return replace(job, not_competitive_why="")
    if terms.hourly_pay < least:
        why = say("jobs.below_minimum", paid=pounds(terms.hourly_pay), least=pounds(least))
        return replace(job, competitive=False, not_competitive_why=why)
    return replace(job, competitive=True, not_competitive_why="")


def least_pay(reading: Reading, job: Job, day: date) -> Decimal | None:
    """The legal minimum, pounds an hour, for this client on ``day``; None where there is none."""
    if job.contract == "self_employed":
        return None
    age = reading.get(Client, job.client_id).age_on(day)
    try:
        rates = rate_book().for_day(day)
        return minimum_wage(21 if age is None else age, rates, apprentice_rate=job.apprenticeship)
    except RatesRefused:
        return None


def _in_other_work(reading: Reading, ended: Job, today: date) -> bool:
    jobs = reading.find(Job, client_id=ended.client_id)
    return any(job.in_work_on(today) for job in jobs if job.id != ended.id)


def _come_back(work: Work, client_id: RecordId, today: date) -> None:
    """A stepped-down client who lost the job takes a place again, or waits at the top."""
    place = newest_place(work, client_id)
    if place is None or place.ended_by is not PlaceEnd.STEPPED_DOWN:
        return
    again = CaseloadPlace(
        referral_id=place.referral_id,
        client_id=client_id,
        person_id=place.person_id,
        held_from=today,
    )
    places = work.find(CaseloadPlace, person_id=place.person_id)
    caps = work.find(CaseloadCap, person_id=place.person_id)
    if not days_over([*places, again], caps):
        work.add(again)
        return
    referral = newest_referral(work, client_id)
    if referral is None:
        raise Refused(say("store.record_gone"))
    work.change(replace(referral, lost_job_on=today))
